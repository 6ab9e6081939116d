import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Backoff } from './backoff';
import type { Attempt, PacedCalls, Pacing, Sleep, Use } from './ports';

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
