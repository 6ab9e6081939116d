/** Responses of Google's REST APIs. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { failureOf, serviceName } from './error-table';
import type { HttpAnswer } from './http-message';
import { refusalOf, type About } from './refusal';

/**
 * The response's JSON; null when it has no body. Fails with what the refusal means, or with `unreadable-answer` when
 * it is not JSON: Google's front ends also send pages and plain sentences.
 *
 * @throws Error for a status that is neither a result nor a refusal: a bug of ours.
 */
export function googleJson(
  { status, headers, body }: HttpAnswer,
  about: About,
): Result<unknown, Failure> {
  const json = parseJson(body);
  const isGood = status >= 200 && status < 300;
  if (isGood && json !== undefined) return ok(json);
  const error = (json as { readonly error?: unknown } | null | undefined)?.error;
  if (isGood || (error === undefined && status < 500 && status !== 429))
    return fail({
      kind: 'unreadable-answer',
      service: serviceName(about.api),
      reason: `HTTP ${status} without JSON`,
    });
  const refusal = refusalOf(error, status, retryAfterMs(headers['retry-after']));
  const failure = failureOf(refusal, about);
  if (failure) return fail(failure);
  throw new Error(`${serviceName(about.api)}: ${status} ${refusal.reason} ${refusal.message}`);
}

/** Undefined for text that is not JSON. */
function parseJson(body: string): unknown {
  if (body.trim() === '') return null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** Google gives seconds. A date would need a clock that agrees with Google's. */
function retryAfterMs(header: string | undefined): number | null {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) * 1000 : null;
}
