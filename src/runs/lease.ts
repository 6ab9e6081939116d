/**
 * One writer at a time. A property names the owner, until when, and a number that grows each time the lease is taken:
 * whoever comes back late sees a higher number and stops. It is read and written only under the platform's short lock.
 */
import { integer, nullable, number, object, pipe, string } from 'valibot';
import { instantAt, type Clock } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { slot, type Slot } from '../kit/slot';
import type { ShortLock, StringStore } from './ports';

/**
 * How long a lease holds without being renewed: longer than an execution can last, so that its owner is certainly no
 * longer running when another takes over.
 *
 * @see https://developers.google.com/apps-script/guides/services/quotas
 */
export const LEASE_MS = 6.5 * 60_000;

export interface Lease {
  /** Higher than that of any earlier lease with the same key. */
  readonly fence: number;
  /** Whether nobody has taken over and time is not up. */
  holds(): boolean;
  /** Does something only while the lease holds, and keeps others from taking over in the meantime. Fails with `busy` otherwise. */
  guarded<T>(work: () => T): Result<T, Failure>;
  /** Extends it by its whole duration from now. Fails with `busy` when the lease no longer holds. */
  renew(): Result<null, Failure>;
  /** Gives it up, if it still holds. */
  release(): void;
}

export interface LeaseParts {
  readonly store: StringStore;
  readonly lock: ShortLock;
  readonly clock: Clock;
  /** What only one may write at a time: `feature.thing`. */
  readonly key: string;
}

const heldForm = object({
  /** Null after it was given up. */
  owner: nullable(string()),
  untilMs: number(),
  fence: pipe(number(), integer()),
});

interface Held {
  readonly owner: string | null;
  readonly untilMs: number;
  readonly fence: number;
}

/**
 * Takes the lease when nobody holds it, or whoever did let its time pass. Fails with `busy` otherwise.
 *
 * @param owner unique to each execution.
 */
export function takeLease(
  parts: LeaseParts,
  owner: string,
  durationMs = LEASE_MS,
): Result<Lease, Failure> {
  const { store, lock, clock, key } = parts;
  const place = slot<Held>(store, {
    key,
    version: 1,
    decode: decoderOf(heldForm),
    isShort: true,
  });
  const taken = lock.hold((): Result<number, Failure> => {
    const before = heldIn(place, clock);
    if (isHeld(before, clock, durationMs)) return fail(busy(before));
    const fence = before.fence + 1;
    const kept = place.write({ owner, untilMs: clock.now() + durationMs, fence });
    return kept.ok ? ok(fence) : kept;
  });
  if (!taken.ok) return taken;
  if (!taken.value.ok) return taken.value;
  return ok(leaseOf(parts, place, { owner, fence: taken.value.value, durationMs }));
}

interface Mine {
  readonly owner: string;
  readonly fence: number;
  readonly durationMs: number;
}

function leaseOf({ lock, clock }: LeaseParts, place: Slot<Held>, mine: Mine): Lease {
  const { owner, fence, durationMs } = mine;

  /** What is written there, if it is ours and its time is not up. */
  function held(): Held | null {
    const there = heldIn(place, clock);
    return there.owner === owner && there.fence === fence && there.untilMs > clock.now()
      ? there
      : null;
  }

  function guarded<T>(work: () => T): Result<T, Failure> {
    const done = lock.hold((): Result<T, Failure> =>
      held() === null ? fail(busy(heldIn(place, clock))) : ok(work()),
    );
    return done.ok ? done.value : done;
  }

  return {
    fence,
    holds: () => held() !== null,
    guarded,
    renew() {
      const kept = guarded(() => place.write({ owner, untilMs: clock.now() + durationMs, fence }));
      return kept.ok ? kept.value : kept;
    },
    release() {
      // If it cannot be given up, the next run waits for its end, as after a kill.
      void guarded(() => place.write({ owner: null, untilMs: 0, fence }));
    },
  };
}

/** What cannot be read belongs to nobody; the time serves as a number higher than any counted so far. */
function heldIn(place: Slot<Held>, clock: Clock): Held {
  const saved = place.read();
  if (saved.kind === 'value') return saved.value;
  return { owner: null, untilMs: 0, fence: saved.kind === 'nothing' ? 0 : clock.now() };
}

/** An end further away than a lease is long was written by a clock that was ahead: nobody needs to wait for it. */
const isHeld = ({ owner, untilMs }: Held, clock: Clock, durationMs: number): boolean =>
  owner !== null &&
  untilMs > clock.now() &&
  untilMs <= clock.now() + Math.max(durationMs, LEASE_MS);

const busy = ({ owner, untilMs }: Held): Failure => ({
  kind: 'busy',
  until: owner === null ? null : instantAt(untilMs),
});
