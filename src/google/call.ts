import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { failureOf } from './error-table';
import { refusalOf, type About } from './refusal';
import { failureOfText } from './service-errors';

/** The error of an advanced service; a built-in one has only a message. */
interface Thrown {
  readonly message?: unknown;
  readonly details?: { readonly code?: unknown };
}

/**
 * The only catch around Google. An error that is not on our lists is a bug and is thrown again.
 *
 * @param about for a call to an API; left out for a built-in service.
 */
export function call<T>(run: () => T, about?: About): Result<T, Failure> {
  try {
    return ok(run());
  } catch (error) {
    const failure = failureOfThrown(error as Thrown, about);
    if (failure === null) throw error;
    return fail(failure);
  }
}

/** @see https://developers.google.com/apps-script/guides/services/advanced */
function failureOfThrown({ message, details }: Thrown, about: About | undefined): Failure | null {
  const code = details?.code;
  if (about && typeof code === 'number') return failureOf(refusalOf(details, code), about);
  return typeof message === 'string' ? failureOfText(message, about?.scopes) : null;
}
