/** One execution of a sync from beginning to end: the lease, the record, the steps, and what continues it. */
import type { Deadline } from '../kit/deadline';
import type { Slot } from '../kit/slot';
import { runSteps, whileHeld, type Ended, type Steps } from './checkpoint';
import type { Continuation } from './continuation';
import { fencedSlot } from './fenced-slot';
import type { RunEnd, RunHistory } from './history';
import { takeLease, type Lease, type LeaseParts } from './lease';

/** A job as a feature provides it. */
export interface Work<P> {
  readonly job: string;
  /** The steps, given the lease under which they write. */
  steps(lease: Lease): Omit<Steps<P>, 'mayGoOn'>;
  counts(): Readonly<Record<string, number>>;
  /** The instant before the run first read anything, even in an earlier execution. Asked when it is finished. */
  freshAt(): string;
}

export interface ExecutionParts<P> {
  readonly lease: LeaseParts;
  readonly history: RunHistory;
  readonly continuation: Continuation;
  readonly place: Slot<P>;
  readonly deadline: Deadline;
}

/**
 * Runs the work if nobody else does. Fails with `busy`, and leaves no record, when somebody does.
 *
 * @param id unique to this execution.
 */
export function runOnce<P>(parts: ExecutionParts<P>, work: Work<P>, id: string): Ended {
  const taken = takeLease(parts.lease, id);
  if (!taken.ok) return { kind: 'failed', failure: taken.failure };
  const lease = taken.value;
  try {
    const begun = parts.history.begin(id, work.job);
    if (!begun.ok) return { kind: 'failed', failure: begun.failure };
    const ended = runSteps(
      { ...work.steps(lease), mayGoOn: whileHeld(lease) },
      fencedSlot(parts.place, lease),
      parts.deadline,
    );
    // A record that cannot be written shows as a run that was cut off.
    if (lease.holds()) void parts.history.end(id, runEnd(ended, work));
    return planContinuation(ended, parts.continuation);
  } catch (error) {
    // Otherwise the run would look as if it were still under way, and be started again at once, forever.
    if (lease.holds()) noteOwnFault(parts, work, id);
    throw error;
  } finally {
    lease.release();
  }
}

/** The bug itself is thrown on, and logged at the door. */
function noteOwnFault<P>({ history }: ExecutionParts<P>, work: Work<P>, id: string): void {
  void history.end(id, {
    outcome: 'failed',
    counts: work.counts(),
    failure: { kind: 'own-fault' },
  });
}

function runEnd<P>(ended: Ended, work: Work<P>): RunEnd {
  const counts = work.counts();
  switch (ended.kind) {
    case 'finished':
      return { outcome: 'finished', counts, freshAt: work.freshAt() };
    case 'continues':
      return { outcome: 'continues', counts };
    case 'failed':
      return { outcome: 'failed', counts, failure: ended.failure };
  }
}

function planContinuation(ended: Ended, continuation: Continuation): Ended {
  if (ended.kind !== 'continues') return ended;
  const planned = continuation.plan(ended.afterMs);
  return planned.ok ? ended : { kind: 'failed', failure: planned.failure };
}
