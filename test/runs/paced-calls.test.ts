import { fail, ok } from '../../src/kit/result';
import { backoff } from '../../src/runs/backoff';
import { pacedCalls } from '../../src/runs/paced-calls';
import { pacing } from '../../src/runs/pacing';
import type { Use } from '../../src/runs/ports';
import { TurnedClock } from './turned-clock';

const write: Use = { api: 'calendar', cost: 50, person: 'anna', calendar: 'anna' };

function place(leftMs = 300_000) {
  const clock = new TurnedClock();
  const deadline = clock.deadline(leftMs);
  const pace = pacing(clock, deadline);
  const patience = backoff({ sleep: clock.sleep, chance: () => 0, deadline });
  return {
    clock,
    pace,
    calls: pacedCalls({ pacing: pace, backoff: patience, sleep: clock.sleep }),
  };
}

test('batches to one calendar go out four seconds apart, and no three in ten seconds [Inv14]', () => {
  const { clock, calls } = place();
  const sentAt: number[] = [];
  const startMs = clock.nowMs;
  for (let batch = 0; batch < 3; batch += 1)
    calls.make(write, () => ok(sentAt.push(clock.nowMs - startMs)));
  expect(sentAt).toEqual([0, 4_000, 10_000]);
});

test('a try that was refused counts as much as one that was not [Inv14]', () => {
  const { pace, calls } = place();
  let tries = 0;
  const limited = { kind: 'rate-limited', retryAfterMs: null } as const;
  calls.make({ ...write, cost: 20 }, () => ((tries += 1) < 2 ? fail(limited) : ok(tries)));
  expect(tries).toBe(2);
  expect(pace.ask({ ...write, cost: 11 })).toEqual({ kind: 'wait', waitMs: 3_000 });
});

test('a run that cannot wait that long is told to stop, without a call', () => {
  const { calls } = place(3_000);
  let made = 0;
  const call = () => ok((made += 1));
  calls.make(write, call);
  expect(calls.make(write, call)).toMatchObject({ kind: 'yield', afterMs: 4_000 });
  expect(made).toBe(1);
});

describe('a call that must not be made twice', () => {
  const append: Use = { api: 'sheets-write', cost: 1, person: 'own' };

  test.each([
    ['is made again when it was refused for its rate', 'rate-limited', 2],
    ['is not made again when its outcome is unknown', 'timed-out', 1],
  ] as const)('%s', (_, kind, made) => {
    const { calls } = place();
    let tries = 0;
    const failure =
      kind === 'rate-limited' ? { kind, retryAfterMs: null } : { kind, service: 'Google Sheets' };
    const attempt = calls.once(append, () => ((tries += 1) < 2 ? fail(failure) : ok('done')));
    expect(tries).toBe(made);
    expect(attempt).toMatchObject(
      made === 2 ? { kind: 'done', value: 'done' } : { kind: 'failed', failure },
    );
  });

  test('waits its turn', () => {
    const { calls, clock } = place();
    const startMs = clock.nowMs;
    for (let i = 0; i < 61; i += 1) calls.once(append, () => ok(null));
    expect(clock.nowMs - startMs).toBe(60_000);
  });
});
