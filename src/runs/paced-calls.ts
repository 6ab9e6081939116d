import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Backoff } from './backoff';
import type { Attempt, PacedCalls, Pacing, Sleep, Use } from './ports';

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
