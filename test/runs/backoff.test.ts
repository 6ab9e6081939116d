import fc from 'fast-check';
import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';
import { BACKOFF, backoff, waitMs } from '../../src/runs/backoff';
import type { Attempt } from '../../src/runs/ports';
import { TurnedClock } from './turned-clock';

const limited = (retryAfterMs: number | null = null): Failure => ({
  kind: 'rate-limited',
  retryAfterMs,
});
const down: Failure = { kind: 'unavailable', message: 'Backend Error' };

/** A run's patience with what it slept, chance as given, and five minutes to go. */
function patience(chances: readonly number[] = [0.5], leftMs = 300_000) {
  const clock = new TurnedClock();
  const slept: number[] = [];
  let drawn = 0;
  const parts = {
    deadline: clock.deadline(leftMs),
    chance: () => chances[drawn++ % chances.length]!,
    sleep: (ms: number) => {
      slept.push(ms);
      clock.sleep(ms);
    },
  };
  return { run: backoff(parts), slept, drawn: () => drawn, clock };
}

/** A call that fails so many times first. */
function failing(times: number, failure: Failure = limited()) {
  let calls = 0;
  const call = (): Result<number, Failure> => {
    calls += 1;
    return calls <= times ? fail(failure) : ok(calls);
  };
  return { call, calls: () => calls };
}

describe('a call that Google holds back', () => {
  test('is made again after 1, 2, 4, 8 and 16 seconds and a part drawn anew each time [Inv14]', () => {
    const { run, slept, drawn } = patience([0, 0.1, 0.2, 0.3, 0.4]);
    expect(run.attempt(failing(5).call)).toEqual({ kind: 'done', value: 6 });
    expect(slept).toEqual([1_000, 2_100, 4_200, 8_300, 16_400]);
    expect(drawn()).toBe(5);
  });

  test('is never made more than six times, nor after a minute of waiting in one run [Inv14]', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 1 }),
        fc.array(fc.tuple(fc.nat(8), fc.option(fc.integer({ min: 0, max: 70_000 })))),
        fc.integer({ min: 0, max: 360_000 }),
        (chances, calls, leftMs) => {
          const { run, slept, clock } = patience(chances, leftMs);
          const startMs = clock.nowMs;
          for (const [times, retryAfterMs] of calls) {
            const { call, calls: made } = failing(times, limited(retryAfterMs));
            run.attempt(call);
            expect(made()).toBeLessThanOrEqual(BACKOFF.MAX_N + 1);
          }
          const sum = slept.reduce((all, ms) => all + ms, 0);
          expect(run.waitedMs).toBe(sum);
          expect(sum).toBeLessThanOrEqual(60_000);
          if (sum > 0) expect(clock.nowMs - startMs).toBeLessThan(leftMs);
        },
      ),
    );
  });

  test('waits as long as the formula says, and never less than Google asks [Inv14]', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.option(fc.integer({ min: 0, max: 100_000 })),
        fc.double({ min: 0, max: 0.9999999, noNaN: true }),
        (n, retryAfterMs, chance) => {
          const ms = waitMs(n, retryAfterMs, () => chance);
          const least = Math.max(2 ** n * 1000, retryAfterMs ?? 0);
          expect(ms).toBeGreaterThanOrEqual(least);
          expect(ms).toBeLessThanOrEqual(Math.max(2 ** n * 1000 + 1_000, retryAfterMs ?? 0));
        },
      ),
    );
  });

  test('makes the run stop when Google asks for more than is left of the minute [Inv14]', () => {
    const { run, slept } = patience();
    const attempt = run.attempt(failing(1, limited(61_000)).call);
    expect(attempt).toEqual({ kind: 'yield', failure: limited(61_000), afterMs: 61_000 });
    expect(slept).toEqual([]);
  });

  test('makes the run stop when waiting would outlast it', () => {
    const { run } = patience([0], 1_000);
    expect(run.attempt(failing(1).call)).toMatchObject({ kind: 'yield', afterMs: 1_000 });
  });

  test('leaves the rest of the minute to the calls after it', () => {
    const { run, slept } = patience([0]);
    run.attempt(failing(9, down).call);
    run.attempt(failing(9, down).call);
    expect(slept.reduce((all, ms) => all + ms, 0)).toBeLessThanOrEqual(60_000);
    expect(run.attempt(() => ok('still')).kind).toBe('done');
  });
});

test.each<[string, Failure, Attempt<never>['kind'], number | undefined]>([
  [
    'a limit of the organization pauses for hours',
    { kind: 'tenant-limit', pauseMs: 7_200_000 },
    'yield',
    7_200_000,
  ],
  [
    'a daily quota that is used up pauses',
    { kind: 'daily-limit', service: 'urlfetch' },
    'yield',
    3_600_000,
  ],
  ['what Google forbids is not asked again', { kind: 'forbidden', id: 'e1' }, 'failed', undefined],
  [
    'a scope that is missing is not asked again',
    { kind: 'missing-scopes', scopes: [] },
    'failed',
    undefined,
  ],
  ['a stale etag is for the planner', { kind: 'stale-etag', id: 'e1' }, 'failed', undefined],
])('%s [Inv14]', (_, failure, kind, afterMs) => {
  const { run, slept } = patience();
  const { call, calls } = failing(9, failure);
  expect(run.attempt(call)).toMatchObject({ kind, failure, ...(afterMs && { afterMs }) });
  expect(calls()).toBe(1);
  expect(slept).toEqual([]);
});
