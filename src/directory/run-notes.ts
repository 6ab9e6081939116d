/** What a run leaves for people to see. All of it is written under the run's lease. */
import { canonicalJson, type Json } from '../kit/canonical';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { fencedSlot } from '../runs/fenced-slot';
import type { Lease } from '../runs/lease';
import type { Hold } from './brakes';
import { outlookOf } from './outlook';
import type { Plan } from './plan';
import { askSlot, goSlot, lastSlot, NEVER, outlookSlot, type Last, type Outlook } from './settings';

export interface RunNotes {
  /** A person has to look. */
  held(planned: Plan, hold: Hold, at: string): Result<null, Failure>;
  /** Nothing is left to do, and nobody has to look any more. */
  finished(good: NonNullable<Last['good']>): Result<null, Failure>;
  failed(failure: Failure): void;
}

export function runNotes(store: StringStore, lease: Lease): RunNotes {
  const outlook = fencedSlot(slot(store, outlookSlot), lease);
  const last: Slot<Last> = fencedSlot(slot(store, lastSlot), lease);
  // What was asked for after this run began is for the next one.
  const asked = valueOr(slot(store, askSlot).read(), null)?.at ?? null;
  const before = (): Last => valueOr(last.read(), NEVER);
  return {
    held: (planned, hold, at) => keptOutlook(outlook, outlookOf(planned, hold, at), store),
    finished(good) {
      const { answered, fulfilled } = before();
      // A wish that a run failed to fulfil is over: the day's share is still there.
      const isOpen = asked !== null && asked !== answered;
      const written = last.write({
        good,
        failure: null,
        answered: asked,
        fulfilled: isOpen ? asked : fulfilled,
      });
      if (!written.ok) return written;
      if (outlook.read().kind !== 'nothing') outlook.clear();
      return ok(null);
    },
    failed(failure) {
      last.write({ ...before(), failure, answered: asked });
    },
  };
}

/** One that says the same as before, and is not answered yet, stays as it is: somebody may be reading it. */
function keptOutlook(
  place: Slot<Outlook>,
  next: Outlook,
  store: StringStore,
): Result<null, Failure> {
  const there = valueOr(place.read(), null);
  const go = valueOr(slot(store, goSlot).read(), null);
  const isOpen = there !== null && (go === null || go.at < there.at);
  const isSame = isOpen && textOf({ ...next, at: there.at }) === textOf(there);
  return isSame ? ok(null) : place.write(next);
}

const textOf = (outlook: Outlook): string => canonicalJson(outlook as unknown as Json);
