import fc from 'fast-check';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';
import { slot } from '../../src/kit/slot';
import { always, runSteps, whileHeld, type Ended, type Steps } from '../../src/runs/checkpoint';
import { Killed, MemoryStore, untilKilled } from '../kit/memory-store';
import { TurnedClock } from './turned-clock';

const STEP_MS = 350;

/** Work of so many operations, each safe to repeat, whose results are in memory until they are flushed. */
class Work {
  readonly store = new MemoryStore();
  readonly clock = new TurnedClock();
  readonly place = slot<number>(this.store, {
    key: 'calendar.point',
    version: 1,
    decode: (data) => (Number.isInteger(data) ? (data as number) : null),
  });
  /** Operations done on the other side, repeated ones too. */
  readonly done: number[] = [];
  /** What was flushed: durable. */
  readonly durable = new Set<number>();
  /** Which operation is the last before the execution is killed; it is done, and nobody hears of it. */
  killedAfter = Infinity;
  flushFailure: Failure | null = null;

  constructor(readonly operations: number) {}

  run(runMs = 300_000, steps: Partial<Steps<number>> = {}): Ended {
    let unflushed: number[] = [];
    return runSteps(
      {
        first: () => 0,
        step: (point) => {
          if (point === this.operations) return { kind: 'done' };
          this.clock.sleep(STEP_MS);
          this.done.push(point);
          unflushed.push(point);
          if (this.done.length > this.killedAfter) throw new Killed();
          return { kind: 'next', point: point + 1 };
        },
        flush: () => {
          if (this.flushFailure) return fail(this.flushFailure);
          for (const operation of unflushed) this.durable.add(operation);
          unflushed = [];
          return ok(null);
        },
        mayGoOn: always,
        ...steps,
      },
      this.place,
      this.clock.deadline(runMs),
    );
  }

  get isComplete(): boolean {
    return this.durable.size === this.operations && this.place.read().kind === 'nothing';
  }
}

describe('a run that is killed', () => {
  test('at any operation or any saving goes on where it was, and repeats at most two operations [Inv6, Inv15]', () => {
    const operations = 9;
    for (let at = 0; at <= 40; at += 1)
      for (const where of ['operation', 'saving'] as const) {
        const work = new Work(operations);
        if (where === 'operation') work.killedAfter = at;
        else work.store.killedAt = at + 1;
        const how = untilKilled(() => work.run());
        work.killedAfter = Infinity;
        work.store.killedAt = Infinity;
        if (how === 'killed') expect(work.run()).toEqual({ kind: 'finished' });
        expect(work.isComplete).toBe(true);
        expect(work.done.length).toBeLessThanOrEqual(operations + 2);
      }
  });

  test('again and again still comes to its end, each run with progress [Inv15]', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.infiniteStream(fc.integer({ min: 3, max: 9 })), (count, kills) => {
        const work = new Work(count);
        let runs = 0;
        do {
          runs += 1;
          work.killedAfter = work.done.length + Number(kills.next().value);
        } while (untilKilled(() => work.run()) === 'killed');
        expect(work.isComplete).toBe(true);
        expect(runs).toBeLessThanOrEqual(count + 1);
        expect(work.done.length).toBeLessThanOrEqual(count + 2 * runs);
      }),
    );
  });
});

describe('a run whose time is up', () => {
  test('stops between two operations and repeats none [Inv15]', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 5_000 }), (count, runMs) => {
        const work = new Work(count);
        let runs = 1;
        while (work.run(runMs).kind === 'continues') runs += 1;
        expect(work.isComplete).toBe(true);
        expect(work.done).toEqual(Array.from({ length: count }, (_, operation) => operation));
        expect(runs).toBeLessThanOrEqual(Math.ceil(count / Math.ceil(runMs / STEP_MS)) + 1);
      }),
    );
  });

  test('before it began does nothing, and nothing is lost', () => {
    const work = new Work(3);
    expect(work.run(0)).toEqual({ kind: 'continues', afterMs: 0 });
    expect(work.done).toEqual([]);
  });
});

test('the point is saved after what it speaks of: a journal that cannot be written holds it back [Inv8]', () => {
  const work = new Work(5);
  work.flushFailure = { kind: 'unavailable', message: 'Backend Error' };
  expect(work.run()).toEqual({ kind: 'failed', failure: work.flushFailure });
  expect(work.place.read()).toEqual({ kind: 'nothing' });
  work.flushFailure = null;
  expect(work.run()).toEqual({ kind: 'finished' });
  expect(work.isComplete).toBe(true);
});

test('a run that is asked to wait says for how long, with what it did kept', () => {
  const work = new Work(5);
  let asked = 0;
  const ended = work.run(300_000, {
    step: (point) =>
      (asked += 1) > 1 ? { kind: 'yield', afterMs: 60_000 } : { kind: 'next', point: point + 1 },
  });
  expect(ended).toEqual({ kind: 'continues', afterMs: 60_000 });
  expect(work.place.read()).toEqual({ kind: 'value', value: 1 });
});

test('a run that lost its lease does no further step and saves nothing [Inv12]', () => {
  const work = new Work(5);
  let checks = 0;
  const ended = work.run(300_000, { mayGoOn: whileHeld({ holds: () => (checks += 1) <= 4 }) });
  expect(ended).toEqual({ kind: 'failed', failure: { kind: 'busy', until: null } });
  expect(work.done.length).toBe(4);
});

test('a point that nobody can read begins the work anew', () => {
  const work = new Work(3);
  work.store.set({ 'calendar.point': 'not ours' });
  expect(work.run()).toEqual({ kind: 'finished' });
  expect(work.isComplete).toBe(true);
});

test('work of one step keeps no point, and has none to clear', () => {
  const work = new Work(1);
  work.run();
  expect(work.store.calls).toBe(1);
});
