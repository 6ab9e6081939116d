/**
 * Trying again as Google asks: after 2^n seconds plus a random part of up to a second, drawn anew each time, with n from 0
 * to 5; never sooner than the response asked for; and waiting at most a minute in one run, for a run has only six.
 *
 * @see https://developers.google.com/workspace/admin/directory/v1/limits
 */
import type { Deadline } from '../kit/deadline';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import type { Result } from '../kit/result';
import type { Attempt, Chance, Sleep } from './ports';

export const BACKOFF = {
  MAX_N: 5,
  RANDOM_MS: 1_000,
  /** Our own limit: how long a run may wait in all. */
  WAITING_MS_PER_RUN: 60_000,
} as const;

export interface BackoffParts {
  readonly sleep: Sleep;
  readonly chance: Chance;
  readonly deadline: Deadline;
}

/** The waiting time of one run: all its calls share the minute. */
export interface Backoff {
  /** @param call may be called up to six times: what it writes must be safe to write twice. */
  attempt<T>(call: () => Result<T, Failure>): Attempt<T>;
  readonly waitedMs: number;
}

/** How long to wait before the try after try `n`, in milliseconds. */
export const waitMs = (n: number, retryAfterMs: number | null, chance: Chance): number =>
  Math.max(retryAfterMs ?? 0, 2 ** n * 1000 + Math.floor(chance() * (BACKOFF.RANDOM_MS + 1)));

export function backoff({ sleep, chance, deadline }: BackoffParts): Backoff {
  let waitedMs = 0;
  const mayWait = (ms: number): boolean =>
    waitedMs + ms <= BACKOFF.WAITING_MS_PER_RUN && ms < deadline.left();
  return {
    get waitedMs() {
      return waitedMs;
    },
    attempt<T>(call: () => Result<T, Failure>): Attempt<T> {
      for (let n = 0; ; n += 1) {
        const answer = call();
        if (answer.ok) return { kind: 'done', value: answer.value };
        const ended = endOf(answer.failure);
        if (ended) return ended;
        const ms = waitMs(n, retryAfterMsOf(answer.failure), chance);
        if (n === BACKOFF.MAX_N || !mayWait(ms))
          return { kind: 'yield', failure: answer.failure, afterMs: ms };
        waitedMs += ms;
        sleep(ms);
      }
    },
  };
}

/** How an attempt ends when waiting a few seconds cannot help; null for a failure that may pass in seconds. */
function endOf(failure: Failure): Attempt<never> | null {
  switch (traitsOf(failure).retry) {
    case 'soon':
      return null;
    case 'later':
      return { kind: 'yield', failure, afterMs: pauseMsOf(failure) };
    case 'replan':
    case 'never':
      return { kind: 'failed', failure };
  }
}

const retryAfterMsOf = (failure: Failure): number | null =>
  failure.kind === 'rate-limited' ? failure.retryAfterMs : null;

/** An hour if the failure names no time: what passes by itself passes within hours. */
const pauseMsOf = (failure: Failure): number =>
  failure.kind === 'tenant-limit' ? failure.pauseMs : 3_600_000;
