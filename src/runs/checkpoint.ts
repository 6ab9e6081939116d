/**
 * A run is steps from one point to the next, and the point is kept so that another execution can go on from there. The
 * point is saved last: what a step did is durable before the point says so. What was done after the last saved point is
 * done again, so a step must be safe to repeat.
 */
import type { Deadline } from '../kit/deadline';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Saved, Slot } from '../kit/slot';

/** Steps between two saves: at most this many are repeated after a kill. */
export const STEPS_PER_SAVING = 2;

export type Step<P> =
  /** One operation was done. */
  | { readonly kind: 'next'; readonly point: P }
  | { readonly kind: 'done' }
  /** The operation was not done, and may be after this time. */
  | { readonly kind: 'yield'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type Ended =
  | { readonly kind: 'finished' }
  /** Another execution should go on, no sooner than after this time. */
  | { readonly kind: 'continues'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Steps<P> {
  /** Where a run begins that has no point to resume from. */
  first(): P;
  /** Does one operation. */
  step(point: P): Step<P>;
  /** Makes durable what the steps since the last call left in memory: links, journal. Called before a point is saved. */
  flush(): Result<null, Failure>;
  /** Fails with `busy` when this execution may no longer write. Checked before every step. */
  mayGoOn(): Result<null, Failure>;
}

/** Runs steps until they are done, one fails, or the deadline has passed. Stops between steps, never inside one. */
export function runSteps<P>(steps: Steps<P>, place: Slot<P>, deadline: Deadline): Ended {
  const resumed = place.read();
  let point = startingPoint(resumed, steps);
  let isKept = resumed.kind !== 'nothing';
  let unsaved = 0;

  function save(): Result<null, Failure> {
    const flushed = steps.flush();
    if (!flushed.ok || unsaved === 0) return flushed;
    unsaved = 0;
    isKept = true;
    return place.write(point);
  }

  for (;;) {
    const allowed = steps.mayGoOn();
    if (!allowed.ok) return { kind: 'failed', failure: allowed.failure };
    const step: Step<P> = deadline.left() > 0 ? steps.step(point) : { kind: 'yield', afterMs: 0 };
    if (step.kind === 'next') {
      point = step.point;
      unsaved += 1;
    }
    if (step.kind === 'done') return finish(steps, isKept ? place : null);
    if (step.kind === 'next' && unsaved < STEPS_PER_SAVING && deadline.left() > 0) continue;
    const kept = save();
    if (!kept.ok) return { kind: 'failed', failure: kept.failure };
    if (step.kind === 'yield') return { kind: 'continues', afterMs: step.afterMs };
    if (step.kind === 'failed') return step;
  }
}

/** A point that cannot be read counts as none: the run plans anew, and finds what has been done. */
const startingPoint = <P>(saved: Saved<P>, steps: Steps<P>): P =>
  saved.kind === 'value' ? saved.value : steps.first();

/** @param place null where no point is kept. */
function finish<P>(steps: Steps<P>, place: Slot<P> | null): Ended {
  const flushed = steps.flush();
  if (!flushed.ok) return { kind: 'failed', failure: flushed.failure };
  place?.clear();
  return { kind: 'finished' };
}

/** For steps that nothing else can interrupt. */
export const always = (): Result<null, Failure> => ok(null);

/** For steps that may go on while a lease holds. */
export const whileHeld = (lease: { holds(): boolean }) => (): Result<null, Failure> =>
  lease.holds() ? ok(null) : fail({ kind: 'busy', until: null });
