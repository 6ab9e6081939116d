import fc from 'fast-check';
import { fail, ok } from '../../src/kit/result';
import { CONTINUATION, continuation } from '../../src/runs/continuation';
import { MemoryStore, untilKilled } from '../kit/memory-store';
import { MemoryTriggers } from './memory-triggers';
import { MemoryLock, TurnedClock } from './turned-clock';

const HOUR_MS = 3_600_000;

function place() {
  const clock = new TurnedClock();
  const triggers = new MemoryTriggers(clock);
  const parts = { clock, triggers, store: new MemoryStore(), lock: new MemoryLock() };
  return { ...parts, ...continuation(parts) };
}

describe('unfinished work', () => {
  test('is gone on with by one trigger, however often it is asked for', () => {
    const { plan, triggers } = place();
    expect([plan(1_000), plan(1_000), plan(60_000)]).toEqual([
      ok('planned'),
      ok('was-planned'),
      ok('was-planned'),
    ]);
    expect(triggers.waiting.size).toBe(1);
  });

  test('has a new trigger once the one before has fired, and the old one is cleared away [Att37]', () => {
    const { plan, clear, triggers, clock } = place();
    for (let turn = 0; turn < 5; turn += 1) {
      plan(1_000);
      clock.sleep(60_000);
      expect(triggers.fire()).toBe(1);
      clear();
    }
    expect(triggers.list()).toEqual([]);
  });

  test('is not left lying when the execution that its trigger began was killed [Inv12]', () => {
    const { plan, triggers, clock } = place();
    plan(1_000);
    clock.sleep(60_000);
    triggers.fire();
    expect(plan(1_000)).toEqual(ok('was-planned'));
    clock.sleep(CONTINUATION.OVERDUE_MS);
    expect(plan(1_000)).toEqual(ok('planned'));
    expect(triggers.list().length).toBe(1);
  });

  test('waits for the next recurring run after twenty triggers in a day [Att37]', () => {
    const { plan, clear, triggers, clock } = place();
    const next = () => {
      const planned = plan(1_000);
      clock.sleep(60_000);
      triggers.fire();
      clear();
      return planned;
    };
    for (let turn = 0; turn < 20; turn += 1) expect(next()).toEqual(ok('planned'));
    expect(next()).toEqual(ok('left-to-next-run'));
    clock.sleep(24 * HOUR_MS);
    expect(next()).toEqual(ok('planned'));
  });

  test('says so when the account has too many triggers [Att37]', () => {
    const { plan, triggers } = place();
    triggers.failure = { kind: 'too-many-triggers' };
    expect(plan(1_000)).toEqual(fail({ kind: 'too-many-triggers' }));
  });

  test('keeps no trigger that could not be noted', () => {
    const clock = new TurnedClock();
    const triggers = new MemoryTriggers(clock);
    const store = new MemoryStore({ valueBytes: 9_216, storeBytes: 10 });
    const { plan } = continuation({ clock, triggers, store, lock: new MemoryLock() });
    expect(plan(1_000)).toMatchObject({ ok: false, failure: { kind: 'store-full' } });
    expect(triggers.list()).toEqual([]);
  });
});

test('whatever happens, never two triggers wait, and never more than twenty are made in a day', () => {
  const move = fc.oneof(
    fc.constantFrom('plan' as const, 'fire' as const, 'clear' as const),
    fc.record({ killedAt: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ sleepMs: fc.constantFrom(1_000, 60_000, HOUR_MS) }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 120 }), (moves) => {
      const { plan, clear, triggers, store, clock } = place();
      const startMs = clock.nowMs;
      for (const made of moves) {
        if (made === 'plan') plan(30_000);
        else if (made === 'fire') triggers.fire();
        else if (made === 'clear') clear();
        else if ('sleepMs' in made) clock.sleep(made.sleepMs);
        else {
          store.killedAt = store.calls + made.killedAt;
          untilKilled(() => plan(30_000));
          store.killedAt = Infinity;
        }
        expect(triggers.waiting.size).toBeLessThanOrEqual(1);
      }
      const days = Math.ceil((clock.nowMs - startMs + 1) / (24 * HOUR_MS));
      const kills = moves.filter((made) => typeof made === 'object' && 'killedAt' in made).length;
      expect(triggers.made).toBeLessThanOrEqual((days + 1) * CONTINUATION.MAX_A_DAY + kills);
    }),
    { numRuns: 300 },
  );
});
