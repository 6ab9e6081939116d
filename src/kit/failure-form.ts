import { check, pipe, transform, unknown } from 'valibot';
import type { Failure } from './failure';
import { FAILURE_KINDS } from './failure-traits';

const isFailure = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  FAILURE_KINDS.some((kind) => kind === (data as { readonly kind?: unknown }).kind);

/** A failure as it was saved. A kind that a later release no longer has is refused. */
export const failureForm = pipe(
  unknown(),
  check(isFailure),
  transform((data) => data as Failure),
);
