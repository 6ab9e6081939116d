import fc from 'fast-check';
import { slot } from '../../src/kit/slot';
import { fencedSlot } from '../../src/runs/fenced-slot';
import { LEASE_MS, takeLease, type Lease } from '../../src/runs/lease';
import { MemoryStore } from '../kit/memory-store';
import { MemoryLock, TurnedClock } from './turned-clock';

/** One property that several executions would write to. */
function oneThing() {
  const parts = {
    store: new MemoryStore(),
    lock: new MemoryLock(),
    clock: new TurnedClock(),
    key: 'calendar.lease',
  };
  return { ...parts, take: (owner: string) => takeLease(parts, owner) };
}

function taken(result: ReturnType<typeof takeLease>): Lease {
  if (!result.ok) throw new Error(`The lease was not to be had: ${result.failure.kind}`);
  return result.value;
}

describe('one writer', () => {
  test('a second execution finds the first at work, and is told until when [Inv12]', () => {
    const { take } = oneThing();
    taken(take('first'));
    expect(take('second')).toEqual({
      ok: false,
      failure: { kind: 'busy', until: '2026-11-02T08:06:30.000Z' },
    });
  });

  test('a killed owner is taken over when the time is up, not a millisecond before [Inv12]', () => {
    const { take, clock } = oneThing();
    const first = taken(take('first'));
    clock.sleep(LEASE_MS - 1);
    expect(first.holds()).toBe(true);
    expect(take('second').ok).toBe(false);
    clock.sleep(1);
    expect(first.holds()).toBe(false);
    expect(taken(take('second')).fence).toBe(first.fence + 1);
  });

  test('who comes back late writes nothing any more [Inv12]', () => {
    const { take, clock } = oneThing();
    const first = taken(take('first'));
    clock.sleep(LEASE_MS);
    const second = taken(take('second'));
    let written = '';
    expect(first.guarded(() => (written = 'first')).ok).toBe(false);
    expect(first.renew().ok).toBe(false);
    first.release();
    expect(second.guarded(() => (written = 'second')).ok).toBe(true);
    expect(written).toBe('second');
  });

  test('who comes back late changes no slot that only one may change [Inv12]', () => {
    const { take, clock, store } = oneThing();
    const place = slot<number>(store, { key: 'calendar.cursor', version: 1, decode: Number });
    const first = fencedSlot(place, taken(take('first')));
    expect(first.write(1)).toEqual({ ok: true, value: null });
    clock.sleep(LEASE_MS);
    taken(take('second'));
    expect(first.write(2)).toMatchObject({ ok: false, failure: { kind: 'busy' } });
    first.clear();
    expect(place.read()).toEqual({ kind: 'value', value: 1 });
  });

  test('an owner who takes it a second time holds it once: by the newer number', () => {
    const { take, clock } = oneThing();
    const first = taken(take('same'));
    clock.sleep(LEASE_MS);
    expect(taken(take('same')).holds()).toBe(true);
    expect(first.holds()).toBe(false);
  });

  test('what was given up can be had at once, and the numbers go on rising', () => {
    const { take } = oneThing();
    const first = taken(take('first'));
    first.release();
    expect(first.holds()).toBe(false);
    expect(taken(take('second')).fence).toBe(2);
  });

  test('a renewed lease begins its time anew', () => {
    const { take, clock } = oneThing();
    const first = taken(take('first'));
    clock.sleep(LEASE_MS - 1);
    expect(first.renew().ok).toBe(true);
    clock.sleep(LEASE_MS - 1);
    expect(first.holds()).toBe(true);
  });

  test('a property that nobody can read keeps nobody out, and the number still rises [Att37]', () => {
    const { take, store, clock } = oneThing();
    const first = taken(take('first'));
    store.set({ 'calendar.lease': 'split:a:3:nonsense' });
    expect(first.holds()).toBe(false);
    const second = taken(take('second'));
    expect(second.fence).toBe(clock.nowMs + 1);
  });

  test('a lease taken by a clock that was a day ahead keeps nobody out for a day [Inv16, Att37]', () => {
    const { take, clock } = oneThing();
    clock.nowMs += 86_400_000;
    taken(take('first'));
    clock.nowMs -= 86_400_000;
    expect(take('second').ok).toBe(true);
  });

  test('the platform’s lock being taken is an outcome, not an exception [Att37]', () => {
    const { take, lock } = oneThing();
    lock.isBusy = true;
    expect(take('first')).toEqual({ ok: false, failure: { kind: 'busy', until: null } });
  });
});

type Move =
  | { readonly do: 'take' | 'write' | 'renew' | 'release'; readonly who: number }
  | { readonly do: 'sleep'; readonly ms: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    do: fc.constantFrom('take' as const, 'write' as const, 'renew' as const, 'release' as const),
    who: fc.nat(2),
  }),
  fc.record({
    do: fc.constant('sleep' as const),
    ms: fc.constantFrom(1, 1_000, LEASE_MS - 1, LEASE_MS),
  }),
);

test('however executions interleave, writes come in the order of their numbers [Inv12]', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const { take, clock, store } = oneThing();
      const leases = new Map<number, Lease>();
      const fences: number[] = [];
      moves.forEach((made, turn) => {
        if (made.do === 'sleep') return clock.sleep(made.ms);
        const lease = leases.get(made.who);
        if (made.do === 'take') {
          const result = take(`${made.who}/${turn}`);
          if (result.ok) leases.set(made.who, result.value);
          const holding = [...leases.values()].filter((held) => held.holds());
          expect(holding.length).toBe(1);
        } else if (made.do === 'write') {
          const place = slot<number>(store, { key: 'calendar.cursor', version: 1, decode: Number });
          if (lease && fencedSlot(place, lease).write(lease.fence).ok) fences.push(lease.fence);
        } else lease?.[made.do]();
      });
      expect(fences).toEqual([...fences].sort((a, b) => a - b));
      expect(new Set([...leases.values()].map(({ fence }) => fence)).size).toBe(leases.size);
    }),
    { numRuns: 500 },
  );
});
