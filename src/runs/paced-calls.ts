import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
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
  /** The same for a call that must not be made twice: again only when it was refused for its rate, and so did nothing. */
  once<T>(use: Use, call: () => Result<T, Failure>): Attempt<T>;
}

export interface PacedCallsParts {
  readonly pacing: Pacing;
  readonly backoff: Backoff;
  readonly sleep: Sleep;
}

export function pacedCalls({ pacing, backoff, sleep }: PacedCallsParts): PacedCalls {
  function make<T>(use: Use, call: () => Result<T, Failure>): Attempt<T> {
    const pace = pacing.ask(use);
    if (pace.kind === 'yield') {
      const failure: Failure = { kind: 'rate-limited', retryAfterMs: pace.waitMs };
      return { kind: 'yield', failure, afterMs: pace.waitMs };
    }
    if (pace.kind === 'wait') sleep(pace.waitMs);
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

  return { make, once };
}
