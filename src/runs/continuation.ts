/** Continues unfinished work by a trigger that fires once: never two at a time, and not too many a day. */
import { array, nullable, number, object, string } from 'valibot';
import type { Clock } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { OneShotTriggers, ShortLock, StringStore } from './ports';

export const CONTINUATION = {
  /**
   * An add-on that makes more triggers in a day is refused; people report 20 to 30.
   *
   * @see https://github.com/ljay79/jira-tools/issues/53
   */
  MAX_A_DAY: 20,
  /** A trigger this late has fired and was killed, or will never come. */
  OVERDUE_MS: 15 * 60_000,
} as const;

const DAY_MS = 86_400_000;

/** `left-to-next-run`: the recurring trigger will continue, because the day's share is used up. */
export type Planned = 'planned' | 'was-planned' | 'left-to-next-run';

export interface ContinuationParts {
  readonly triggers: OneShotTriggers;
  readonly store: StringStore;
  readonly lock: ShortLock;
  readonly clock: Clock;
}

export interface Continuation {
  /** Makes sure that one trigger is on its way. Fails with `busy`, `too-many-triggers` or `store-full`. */
  plan(afterMs: number): Result<Planned, Failure>;
  /** Removes all triggers: the one that fired, or those that are no longer needed. */
  clear(): Result<null, Failure>;
}

interface Kept {
  readonly waiting: { readonly id: string; readonly dueMs: number } | null;
  /** When each of the last day was made. */
  readonly madeMs: readonly number[];
}

const keptForm = object({
  waiting: nullable(object({ id: string(), dueMs: number() })),
  madeMs: array(number()),
});

const NOTHING: Kept = { waiting: null, madeMs: [] };

export function continuation(parts: ContinuationParts): Continuation {
  const place = slot<Kept>(parts.store, {
    key: 'runs.continuation',
    version: 1,
    decode: decoderOf(keptForm),
  });
  const hold = <T>(work: () => Result<T, Failure>): Result<T, Failure> => {
    const held = parts.lock.hold(work);
    return held.ok ? held.value : held;
  };
  return {
    plan: (afterMs) => hold(() => planTrigger(parts, place, afterMs)),
    clear: () =>
      hold(() => {
        const { madeMs } = valueOr(place.read(), NOTHING);
        removeAll(parts.triggers);
        return place.write({ waiting: null, madeMs });
      }),
  };
}

function planTrigger(
  { triggers, clock }: ContinuationParts,
  place: Slot<Kept>,
  afterMs: number,
): Result<Planned, Failure> {
  const now = clock.now();
  const kept = valueOr(place.read(), NOTHING);
  if (isOnItsWay(kept, triggers, now)) return ok('was-planned');
  removeAll(triggers);
  const madeMs = kept.madeMs.filter((ms) => ms > now - DAY_MS && ms <= now);
  if (madeMs.length >= CONTINUATION.MAX_A_DAY) return ok('left-to-next-run');
  const made = triggers.make(afterMs);
  if (!made.ok) return made;
  const waiting = { id: made.value, dueMs: now + afterMs };
  const written = place.write({ waiting, madeMs: [...madeMs, now] });
  if (written.ok) return ok('planned');
  triggers.remove(made.value);
  return written;
}

const isOnItsWay = ({ waiting }: Kept, triggers: OneShotTriggers, now: number): boolean =>
  waiting !== null &&
  now < waiting.dueMs + CONTINUATION.OVERDUE_MS &&
  triggers.list().includes(waiting.id);

/** Triggers that fired stay in the list, and one that was made right before a kill was never noted. */
function removeAll(triggers: OneShotTriggers): void {
  for (const id of triggers.list()) triggers.remove(id);
}
