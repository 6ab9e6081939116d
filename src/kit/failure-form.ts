import { check, pipe, transform, unknown } from 'valibot';
import type { Failure } from './failure';
import { FAILURE_KINDS } from './failure-traits';

const isFailure = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  FAILURE_KINDS.some((kind) => kind === (data as { readonly kind?: unknown }).kind);

/** The form of a saved failure. A kind that this release does not know is refused. */
export const failureForm = pipe(
  unknown(),
  check(isFailure),
  transform((data) => data as Failure),
);
