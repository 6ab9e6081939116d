/** Writes what a run leaves for people to see, all of it under the run's lease. */
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { decisionBook } from '../runs/decision-book';
import { fencedSlot } from '../runs/fenced-slot';
import type { Lease } from '../runs/lease';
import type { Hold } from './brakes';
import { directoryDecision, heldRun } from './hold';
import type { Plan } from './plan';
import { askSlot, lastSlot, NEVER, type Last } from './settings';

export interface RunNotes {
  /** A person has to look. */
  noteHeld(planned: Plan, hold: Hold, nowMs: number): Result<null, Failure>;
  /** Nothing is left to do, and nothing waits for a person. */
  noteFinished(good: NonNullable<Last['good']>): Result<null, Failure>;
  noteFailed(failure: Failure): Result<null, Failure>;
}

export function runNotes(store: StringStore, lease: Lease): RunNotes {
  const decision = decisionBook(store, directoryDecision, lease);
  const last: Slot<Last> = fencedSlot(slot(store, lastSlot), lease);
  // A request that came after this run began is for the next one.
  const asked = valueOr(slot(store, askSlot).read(), null)?.at ?? null;
  const before = (): Last => valueOr(last.read(), NEVER);
  return {
    noteHeld: (planned, hold, nowMs) => decision.hold(heldRun(planned, hold), nowMs),
    noteFinished(good) {
      const { answered, fulfilled } = before();
      // The request ends with the failed run, but does not count as the day's run.
      const isOpen = asked !== null && asked !== answered;
      const kept = last.write({
        good,
        failure: null,
        answered: asked,
        fulfilled: isOpen ? asked : fulfilled,
      });
      return kept.ok ? decision.settle() : kept;
    },
    noteFailed: (failure) => last.write({ ...before(), failure, answered: asked }),
  };
}
