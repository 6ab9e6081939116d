import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import type { Attempt, Backoff } from './backoff';
import type { Pacing, Use } from './pacing';
import type { Sleep } from './ports';

/** Calls to Google and to a work system, at a pace they allow and again when they ask for patience. */
export interface PacedCalls {
  /**
   * Waits until the call fits its quotas, makes it, and makes it again as `Backoff` says; every try counts.
   *
   * @param call must be safe to make twice.
   */
  make<T>(use: Use, call: () => Result<T, Failure>): Attempt<T>;
}

export interface PacedCallsParts {
  readonly pacing: Pacing;
  readonly backoff: Backoff;
  readonly sleep: Sleep;
}

export const pacedCalls = ({ pacing, backoff, sleep }: PacedCallsParts): PacedCalls => ({
  make(use, call) {
    const pace = pacing.ask(use);
    if (pace.kind === 'yield') {
      const failure: Failure = { kind: 'rate-limited', retryAfterMs: pace.waitMs };
      return { kind: 'yield', failure, afterMs: pace.waitMs };
    }
    if (pace.kind === 'wait') sleep(pace.waitMs);
    return backoff.attempt(() => {
      pacing.used(use);
      return call();
    });
  },
});
