import { ok } from '../../src/kit/result';
import { slot } from '../../src/kit/slot';
import { continuation } from '../../src/runs/continuation';
import { runOnce, type Work } from '../../src/runs/execution';
import { runHistory } from '../../src/runs/history';
import { LEASE_MS } from '../../src/runs/lease';
import { Killed, MemoryStore, untilKilled } from '../kit/memory-store';
import { MemoryRuns } from './memory-runs';
import { MemoryTriggers } from './memory-triggers';
import { MemoryLock, TurnedClock } from './turned-clock';

const FRESH_AT = '2026-11-02T07:59:00.000Z';

/** A sync of ten operations of a second each, and whatever it runs on. */
function sync() {
  const clock = new TurnedClock();
  const store = new MemoryStore();
  const lock = new MemoryLock();
  const triggers = new MemoryTriggers(clock);
  const runs = new MemoryRuns();
  const place = slot<number>(store, { key: 'calendar.point', version: 1, decode: Number });
  const done: number[] = [];
  let executions = 0;
  const meanwhile: (() => void)[] = [];
  const work: Work<number> = {
    job: 'calendar anna',
    steps: () => ({
      first: () => 0,
      step(point) {
        if (point === 10) return { kind: 'done' };
        meanwhile.shift()?.();
        clock.sleep(1_000);
        done.push(point);
        return { kind: 'next', point: point + 1 };
      },
      flush: () => ok(null),
    }),
    counts: () => ({ done: done.length }),
    freshAt: () => FRESH_AT,
  };
  const run = (runMs = 300_000) =>
    runOnce(
      {
        lease: { store, lock, clock, key: 'calendar.lease' },
        history: runHistory(runs, clock),
        continuation: continuation({ triggers, store, lock, clock }),
        place,
        deadline: clock.deadline(runMs),
      },
      work,
      `run${(executions += 1)}`,
    );
  return { run, store, place, clock, triggers, runs, done, meanwhile };
}

test('a sync that has the time runs through, and its record says how fresh everything is', () => {
  const { run, runs, triggers } = sync();
  expect(run()).toEqual({ kind: 'finished' });
  expect(runs.records).toMatchObject([
    { outcome: 'finished', counts: { done: 10 }, freshAt: FRESH_AT },
  ]);
  expect(triggers.list()).toEqual([]);
});

test('a sync whose time is up is gone on with by one trigger, and repeats nothing [Inv15]', () => {
  const { run, runs, triggers, done } = sync();
  expect(run(4_000)).toEqual({ kind: 'continues', afterMs: 0 });
  expect(triggers.waiting.size).toBe(1);
  triggers.fire();
  expect(run()).toEqual({ kind: 'finished' });
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(runs.records.map(({ outcome }) => outcome)).toEqual(['continues', 'finished']);
});

test('a second execution in the midst of the first does nothing and leaves no record [Inv12]', () => {
  const { run, runs, meanwhile, done } = sync();
  meanwhile.push(() => expect(run()).toMatchObject({ failure: { kind: 'busy' } }));
  expect(run()).toEqual({ kind: 'finished' });
  expect(done.length).toBe(10);
  expect(runs.records.length).toBe(1);
});

test('a killed sync keeps others out for less than seven minutes, and is shown as cut off [Inv12, Inv15]', () => {
  const { run, runs, store, clock, meanwhile, done } = sync();
  const nothing = () => undefined;
  meanwhile.push(nothing, nothing, nothing, () => {
    // From here on nothing of it reaches anything: it gives up no lease and ends no record.
    store.killedAt = store.calls + 1;
    throw new Killed();
  });
  expect(untilKilled(() => run())).toBe('killed');
  store.killedAt = Infinity;
  expect(run()).toMatchObject({ kind: 'failed', failure: { kind: 'busy' } });
  clock.sleep(LEASE_MS);
  expect(run()).toEqual({ kind: 'finished' });
  expect(done.length).toBeLessThanOrEqual(10 + 2);
  expect(runs.records.map(({ outcome }) => outcome)).toEqual(['cut-off', 'finished']);
});

test.each([2, 3])(
  'an execution that hung in operation %d until another took over does nothing more and ends no other record [Inv12]',
  (operation) => {
    const { run, runs, place, clock, meanwhile, done } = sync();
    for (let before = 1; before < operation; before += 1) meanwhile.push(() => undefined);
    meanwhile.push(() => {
      clock.sleep(LEASE_MS);
      expect(run()).toEqual({ kind: 'finished' });
    });
    expect(run(3_600_000)).toMatchObject({ kind: 'failed', failure: { kind: 'busy' } });
    expect(done.length).toBe(11 + (operation % 2 === 0 ? 1 : 0));
    expect(place.read()).toEqual({ kind: 'nothing' });
    expect(runs.records.map(({ outcome }) => outcome)).toEqual(['cut-off', 'finished']);
  },
);

test('a bug of ours ends the run as failed, so that it is not begun again at once for ever, and is thrown on to be logged', () => {
  const { run, runs, clock, meanwhile } = sync();
  meanwhile.push(() => {
    throw new TypeError('Cannot read properties of undefined');
  });
  expect(() => run()).toThrow('Cannot read properties of undefined');
  expect(runs.records).toMatchObject([{ outcome: 'failed', failure: 'own-fault' }]);
  clock.sleep(1_000);
  expect(run()).toEqual({ kind: 'finished' });
});
