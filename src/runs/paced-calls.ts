import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Attempt, Backoff } from './backoff';
import type { Pacing, Use } from './pacing';
import type { Sleep } from './ports';

/** Calls to Google and to a work system, at a pace they allow and again when they ask for patience. */
export interface PacedCalls {
  /**
   * Waits until the call fits its quotas, makes it, and makes it again as `Backoff` says; every try counts, from the moment
   * it was answered: when Google counted it is not known, but that it was not later.
   *
   * @param call must be safe to make twice.
   */
  make<T>(use: Use, call: () => Result<T, Failure>): Attempt<T>;
  /**
   * Waits until a use would fit, and makes no call: for one that is to follow without a pause. Fails with `rate-limited` when that
   * would outlast the run.
   */
  waitFor(use: Use): Result<null, Failure>;
  /** As `make`, for a call that must not be made twice: again only when it was refused for its rate, and so did nothing. */
  once<T>(use: Use, call: () => Result<T, Failure>): Attempt<T>;
}

export interface PacedCallsParts {
  readonly pacing: Pacing;
  readonly backoff: Backoff;
  readonly sleep: Sleep;
}

export function pacedCalls({ pacing, backoff, sleep }: PacedCallsParts): PacedCalls {
  function waitFor(use: Use): Result<null, Failure> {
    const pace = pacing.ask(use);
    if (pace.kind === 'yield') return fail({ kind: 'rate-limited', retryAfterMs: pace.waitMs });
    if (pace.kind === 'wait') sleep(pace.waitMs);
    return ok(null);
  }

  function make<T>(use: Use, call: () => Result<T, Failure>): Attempt<T> {
    const isThere = waitFor(use);
    if (!isThere.ok) return yieldFor(isThere.failure);
    return backoff.attempt(() => {
      try {
        return call();
      } finally {
        pacing.used(use);
      }
    });
  }

  function once<T>(use: Use, call: () => Result<T, Failure>): Attempt<T> {
    const attempt = make(use, () => {
      const answer = call();
      return answer.ok || answer.failure.kind !== 'rate-limited' ? ok(answer) : answer;
    });
    if (attempt.kind !== 'done') return attempt;
    const answer = attempt.value;
    return answer.ok
      ? { kind: 'done', value: answer.value }
      : { kind: 'failed', failure: answer.failure };
  }

  return { make, waitFor, once };
}

const yieldFor = (failure: Failure): Attempt<never> => ({
  kind: 'yield',
  failure,
  afterMs: failure.kind === 'rate-limited' ? (failure.retryAfterMs ?? 0) : 0,
});
