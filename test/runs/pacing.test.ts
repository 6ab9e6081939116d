import fc from 'fast-check';
import { pacing } from '../../src/runs/pacing';
import type { Use } from '../../src/runs/ports';
import { QUOTAS } from '../../src/runs/quotas';
import { slidingWindow } from '../../src/runs/sliding-window';
import { TurnedClock } from './turned-clock';

interface Sent {
  readonly atMs: number;
  readonly cost: number;
}

/** The most that was used in any stretch of this length. */
const mostIn = (sent: readonly Sent[], windowMs: number): number =>
  Math.max(
    0,
    ...sent.map(({ atMs }) =>
      sent
        .filter((other) => other.atMs > atMs - windowMs && other.atMs <= atMs)
        .reduce((sum, { cost }) => sum + cost, 0),
    ),
  );

const someUses = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 10 }), fc.oneof(fc.nat(400), fc.nat(3_000))),
  {
    maxLength: 60,
  },
);

describe('a quota', () => {
  test('is never overstepped in any stretch of time, and nobody waits for nothing [Inv14]', () => {
    fc.assert(
      fc.property(someUses, fc.integer({ min: 10, max: 30 }), (uses, limit) => {
        const quota = { limit, windowMs: 1_000 };
        const window = slidingWindow(quota);
        const sent: Sent[] = [];
        let now = 0;
        for (const [cost, laterMs] of uses) {
          now += laterMs;
          const waitMs = window.waitMs(cost, now);
          if (waitMs > 0)
            expect(mostIn([...sent, { atMs: now + waitMs - 1, cost }], 1_000)).toBeGreaterThan(
              limit,
            );
          now += waitMs;
          expect(window.waitMs(cost, now)).toBe(0);
          window.add(cost, now);
          sent.push({ atMs: now, cost });
          expect(mostIn(sent, 1_000)).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test('makes nobody wait longer than its window when the clock is turned back [Inv16]', () => {
    const window = slidingWindow({ limit: 1, windowMs: 1_000 });
    window.add(1, 86_400_000);
    expect(window.waitMs(1, 5)).toBe(1_000);
    expect(window.waitMs(1, 1_005)).toBe(0);
  });

  test('that can never hold a cost says so', () => {
    expect(() => slidingWindow({ limit: 5, windowMs: 1_000 }).waitMs(6, 0)).toThrow(RangeError);
  });
});

/** A pace with a run's five minutes. */
function pace(leftMs = 300_000) {
  const clock = new TurnedClock();
  return { clock, ...pacing(clock, clock.deadline(leftMs)) };
}

const read: Use = { api: 'calendar', cost: 1, person: 'anna' };
const write: Use = { api: 'calendar', cost: 50, person: 'anna', calendar: 'anna' };

test('a thousand events are written in twenty batches and under 125 seconds [Inv14]', () => {
  const { clock, ask, used } = pace();
  const startMs = clock.nowMs;
  for (let batch = 0; batch < 20; batch += 1) {
    const answer = ask(write);
    if (answer.kind === 'wait') clock.sleep(answer.waitMs);
    expect(ask(write)).toEqual({ kind: 'go' });
    used(write);
  }
  expect(clock.nowMs - startMs).toBeLessThanOrEqual(125_000);
});

test('a burst on one calendar does not hold up reading, nor another calendar', () => {
  const { ask, used } = pace();
  used(write);
  expect(ask(write)).toEqual({ kind: 'wait', waitMs: 4_000 });
  expect(ask(read)).toEqual({ kind: 'go' });
  expect(ask({ ...write, calendar: 'team' })).toEqual({ kind: 'go' });
});

test('what one person uses up is there for the next [Att36]', () => {
  const { ask, used } = pace();
  used({ ...read, cost: 600 });
  expect(ask(read)).toEqual({ kind: 'wait', waitMs: 60_000 });
  expect(ask({ ...read, person: 'ben' })).toEqual({ kind: 'go' });
});

test('the project’s quota is shared by all persons', () => {
  const { ask, used } = pace();
  for (let person = 0; person < 20; person += 1)
    used({ ...read, cost: 500, person: `person${person}` });
  expect(ask({ ...read, person: 'one more' })).toEqual({ kind: 'wait', waitMs: 60_000 });
});

test('a run that would have to wait longer than it lives is told to stop', () => {
  const { ask, used } = pace(10_000);
  used({ ...read, cost: 600 });
  expect(ask(read)).toEqual({ kind: 'yield', waitMs: 60_000 });
});

test.each([
  ['calendar', 600],
  ['directory', 2_400],
  ['reports', 2_400],
  ['reports-filtered', 250],
  ['sheets-read', 60],
  ['sheets-write', 60],
  ['mail', 6_000],
] as const)('%s: %d a minute in the name of one person, as Google publishes', (api, limit) => {
  expect(QUOTAS[api]).toContainEqual({ limit, windowMs: 60_000, per: 'person' });
});
