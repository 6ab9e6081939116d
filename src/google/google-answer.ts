/** What one of Google's REST APIs answered. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { failureOf, serviceName } from './error-table';
import type { HttpAnswer } from './http-message';
import { refusalOf, type About } from './refusal';

/**
 * The answer's JSON; null for one without a body. Fails with what the refusal means, or `unreadable-answer` when it is no
 * JSON: front ends answer pages and plain sentences, too.
 *
 * @throws Error when Google did not understand the request: a bug of ours.
 */
export function googleJson(
  { status, headers, body }: HttpAnswer,
  about: About,
): Result<unknown, Failure> {
  const json = parsed(body);
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

/** Undefined for what is no JSON. */
function parsed(body: string): unknown {
  if (body.trim() === '') return null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** Google tells seconds. A date would need a clock that agrees with its own. */
function retryAfterMs(header: string | undefined): number | null {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) * 1000 : null;
}
