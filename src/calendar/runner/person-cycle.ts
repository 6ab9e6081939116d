/** One person's turn: first whether there is anything to do, then the cycle. */
import { msOf } from '../../kit/clock';
import { fail, ok, type Result } from '../../kit/result';
import type { Failure } from '../../kit/failure';
import type { AddressedPerson } from '../../kit/person';
import { allowanceOf, NOTHING_ALLOWED } from '../../runs/decision';
import { goOf } from '../boards/hold-decision';
import type { Approval, Hold } from '../sync/brakes';
import { isResting } from '../sync/pending';
import type { Policy } from '../entry/policy';
import type { Connection, Progress } from '../ports';
import { portsOf, type Everybody } from './person-ports';
import type { RunnerPorts } from './ports';
import type { Ready } from './ready';
import { undoIn, type Undone } from './undo-turn';
import { keepZone } from '../sync/keep-zone';
import { hasFinished, isReadUnder } from '../sync/read-under';
import { syncCalendar, type CycleReport } from '../sync/sync';

/** Where Google's next listing goes on; null when the policy has changed, or somebody whose meetings the person is invited to has turned their sync on or off, because everything is read again then. */
export const cursorOf = (progress: Progress | null, policy: Policy): string | null =>
  progress && isReadUnder(progress, policy) ? progress.google : null;

/** An unused cursor expires, so it is renewed though nothing changed. */
const CURSOR_LASTS_MS = 86_400_000;

/** Nothing changed on either side, and nothing waits to be tried again: no links are read, nothing is written. */
export function isIdle({ task, connection, workState, asked, zoneBefore }: Ready): boolean {
  const { progress, failure } = connection;
  if (zoneBefore !== null) return false;
  const wish = task.undo?.kind ?? task.waiting?.wish.kind;
  if (wish === 'approve' || wish === 'undo' || failure !== null) return false;
  if (asked === null || !asked.listing.ok || progress === null || !hasFinished(progress))
    return false;
  const { items, isFull, hasOthers } = asked.listing.value;
  return (
    items.length === 0 &&
    !hasOthers &&
    !isFull &&
    workState !== null &&
    workState === connection.workState &&
    progress.missing.length === 0 &&
    progress.pending.every(isResting)
  );
}

/** The connection of somebody idle, once a day; null at all other times: an idle run writes nothing. */
export function renewed({ connection, asked, begunAt }: Ready): Connection | null {
  const { progress, lastRunAt } = connection;
  const isOld = lastRunAt === null || msOf(begunAt) - msOf(lastRunAt) > CURSOR_LASTS_MS;
  if (!isOld || !progress || !asked?.listing.ok) return null;
  const google = asked.listing.value.cursor ?? progress.google;
  return { ...connection, progress: { ...progress, google }, lastRunAt: begunAt, freshAt: begunAt };
}

export type TurnEnd = Ending & {
  /** What was put back first; null when nothing was to be. */
  readonly undone: Undone | null;
};

type Ending =
  | { readonly kind: 'done'; readonly connection: Connection; readonly report: CycleReport }
  | { readonly kind: 'held'; readonly hold: Hold }
  /** The time ran out; the next execution goes on. */
  | { readonly kind: 'unfinished'; readonly report: CycleReport }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly report: CycleReport | null };

/** What the person undoes is put back first; the cycle then carries it over. */
export function turnOf(everybody: Everybody, ready: Ready): TurnEnd {
  const undone = undoIn(everybody, ready);
  if (!undone.ok) return { kind: 'failed', failure: undone.failure, report: null, undone: null };
  if (undone.value === null)
    return { ...cycleOf(everybody, ready, approvalOf(ready)), undone: null };
  // What Google listed ahead does not know yet what was put back.
  const again = cycleOf(everybody, { ...ready, asked: null }, undone.value.approval);
  return { ...again, undone: undone.value };
}

function cycleOf(everybody: Everybody, ready: Ready, approved: Approval | null): Ending {
  const { connection, policy, begunAt } = ready;
  const { calendarPorts, progress } = portsOf(everybody, ready);
  const kept = ready.zoneBefore === null ? ok(null) : keepZone(calendarPorts, ready.zoneBefore);
  if (!kept.ok) return { kind: 'failed', failure: kept.failure, report: null };
  const cycle = syncCalendar(calendarPorts, { policy, approved });
  if (!cycle.ok) return { kind: 'failed', failure: cycle.failure, report: null };
  const ended = cycle.value;
  if (ended.kind === 'held') return { kind: 'held', hold: ended.hold };
  if (ended.kind === 'done') {
    const at = { lastRunAt: begunAt, freshAt: begunAt, failure: null };
    const carried = carriedOver(everybody.ports, ready, progress());
    return { kind: 'done', connection: { ...connection, ...at, ...carried }, report: ended.report };
  }
  const { stop, report } = ended;
  if (stop.kind === 'deadline') return { kind: 'unfinished', report };
  const failure: Failure =
    stop.kind === 'failed'
      ? stop.failure
      : { kind: 'rejected', id: connection.email, reason: `${stop.failed} entries failed at once` };
  return { kind: 'failed', failure, report };
}

/**
 * The state of the work system that has been carried over. It includes the sync's own writes; otherwise, undoing one of them
 * would look as if nothing had changed. Where the work system's cursor is its state, it is the cursor of the same moment.
 */
function carriedOver(
  { work }: RunnerPorts,
  { connection, workState }: Ready,
  progress: Progress | null,
): Pick<Connection, 'workState' | 'progress'> {
  const after = work.stateAfterWrites?.(connection) ?? workState;
  const isState = progress !== null && workState !== null && progress.work === workState;
  return { workState: after, progress: isState ? { ...progress, work: after } : progress };
}

/** What the person allowed, for a day and for one run: a run since then has used it up. */
function approvalOf({ task, connection, begunAt }: Ready): Approval | null {
  const wish = task.waiting?.wish;
  if (wish?.kind !== 'approve') return null;
  const at = { nowMs: msOf(begunAt), usedAt: connection.freshAt };
  const allowed = allowanceOf(goOf(wish), at);
  if (allowed === NOTHING_ALLOWED) return null;
  return {
    deletions: allowed.number('deletions'),
    creations: allowed.number('creations'),
    changes: allowed.number('changes'),
  };
}

/** Whether the work system knows the person as active (S7). For anybody else nothing is read or written. */
export function checkStaff(
  { staff }: Pick<RunnerPorts, 'staff'>,
  person: AddressedPerson,
): Result<null, Failure> {
  const found = staff.find(person);
  if (!found.ok) return found;
  const { email } = person;
  if (found.value === null) return fail({ kind: 'address-mismatch', address: email });
  return found.value.isActive ? ok(null) : fail({ kind: 'inactive-at-work', account: email });
}
