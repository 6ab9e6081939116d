/** One person's turn, whatever they wished for. */
import { ok } from '../../kit/result';
import { wallTimeAt } from '../../kit/zoned-time';
import { turnOf } from './person-cycle';
import type { Ready } from './ready';
import { portsOf } from './person-ports';
import { keptIn, previewOf } from '../sync/preview';
import { lagsOf } from './lags';
import type { Task } from './queue';
import { removeCopies } from '../sync/removal';
import { NEXT, type RunLedger, type RunStep } from './run-ledger';
import { prospect, type CycleReport } from '../sync/sync';
import { doneStatus, failedStatus, heldStatus } from './told';
import { withNew, withoutDetails, type ToldConflict } from '../boards/told-conflict';
import { lookWhatIsPutBack } from './undo-turn';
import { hiddenIds } from '../sync/hidden';
import { FROM_THE_BEGINNING } from '../sync/unlinked-copies';
import { environmentOfEvent } from '../entry/origin-mark';

/** All conflicts that the person has not dismissed, without details that may no longer be shown. */
function conflictsAfter(
  { connection, policy, begunAt }: Ready,
  report: CycleReport | null,
  taken: string | null,
): readonly ToldConflict[] {
  const before = connection.conflicts.filter(({ key }) => key !== taken);
  const hidden = new Set(report?.done.flatMap(hiddenIds));
  return withoutDetails(
    withNew(before, report?.conflicts ?? [], begunAt),
    ({ google, isPrivate }) => hidden.has(google) || (isPrivate && policy.privateEvents !== 'full'),
  );
}

/** The time ran out: the next execution goes on. */
function later(ledger: RunLedger): RunStep {
  ledger.end();
  return { kind: 'yield', afterMs: 0 };
}

/** Somebody else had the copies removed: their own card would go on saying that the sync is on. */
function tellTurnedOff(ledger: RunLedger, userId: string): void {
  const words = {
    heading: 'Your sync was turned off',
    meaning: 'An administrator had the copies that Tandem made removed.',
    cure: 'Turn it on again if you want to go on.',
  };
  ledger.unsaved.status.set(userId, failedStatus(words, 'off', ledger.told(userId)));
}

export const TURNS: Readonly<Record<Task['kind'], (ledger: RunLedger, one: Ready) => RunStep>> = {
  sync(ledger, one) {
    const { userId } = one.connection;
    ledger.unsaved.hasRecords = true;
    const end = turnOf(ledger, one);
    ledger.noteLook(userId, one.workState, end.kind === 'unfinished');
    const report = end.kind === 'held' ? null : end.report;
    if (report) {
      ledger.count(report);
      const inStepMs = ledger.ports.looks.inStepMs(userId);
      ledger.noteLags(lagsOf(report.done, one, { nowMs: ledger.ports.clock.now(), inStepMs }));
    }
    const conflicts = conflictsAfter(one, report, end.undone?.taken ?? null);
    ledger.note(one.task, { conflicts });
    if (end.kind === 'unfinished') return later(ledger);
    if (one.task.undo && end.undone) ledger.undo?.note(one.connection, end.undone.part);
    if (end.kind === 'failed') return ledger.noteFailure(one.task, end.failure);
    ledger.noteSuccess();
    ledger.fulfil(one.task);
    if (end.kind === 'held') {
      ledger.counts.held += 1;
      ledger.note(one.task, { failure: 'held' });
      ledger.unsaved.status.set(userId, heldStatus(end.hold, ledger.told(userId)));
    } else {
      ledger.book.put({ ...end.connection, conflicts });
      ledger.noteInStep(userId, one.begunAt);
      ledger.noteApart(userId, true);
      ledger.unsaved.status.set(userId, doneStatus(end.report, ledger.told(userId), one.policy));
    }
    return NEXT;
  },

  /** Plans a run and writes nothing but the preview. */
  preview(ledger, one) {
    const { ports } = ledger;
    const { task } = one;
    const { calendarPorts } = portsOf(ledger, one);
    const found = prospect(calendarPorts, { policy: one.policy, approved: null });
    ledger.noteLook(task.person.userId, one.workState);
    if (!found.ok) return ledger.noteFailure(task, found.failure);
    const { planned, hold } = found.value;
    const audience = ports.work.audience?.() ?? ok([]);
    const put = ports.previews.put(task.person.userId, {
      plannedAt: ledger.now(),
      preview: previewOf(planned, wallTimeAt(one.begunAt, one.policy.person.zone).local),
      hold,
      privateEvents: one.policy.privateEvents,
      audience: audience.ok ? audience.value : null,
      same: '',
      failure: null,
    });
    if (!put.ok) return ledger.stop(put.failure);
    ledger.noteSuccess();
    ledger.fulfil(task);
    return NEXT;
  },

  'look-back'(ledger, one) {
    const found = lookWhatIsPutBack(ledger, one);
    ledger.noteLook(one.task.person.userId, one.workState);
    if (!found.ok) return ledger.noteFailure(one.task, found.failure);
    if (one.task.undo && found.value) ledger.undo?.note(one.connection, found.value);
    ledger.noteSuccess();
    ledger.fulfil(one.task);
    return NEXT;
  },

  list(ledger, { task, begunAt, policy }) {
    const { ports } = ledger;
    const { userId } = task.person;
    const links = ports.records.linksOf(userId).load();
    if (!links.ok) return ledger.noteFailure(task, links.failure);
    const list = keptIn(links.value, wallTimeAt(begunAt, policy.person.zone).local);
    // What the cache does not take, the person asks for again.
    void ports.kept(userId).write({ at: ledger.now(), ...list });
    ledger.noteSuccess();
    ledger.fulfil(task);
    return NEXT;
  },

  /** Counts by the mark; the dates of a series are one with it. */
  count(ledger, one) {
    const { former } = ledger.ports;
    const events = portsOf(ledger, one).calendarPorts.google.changes(null, FROM_THE_BEGINNING);
    if (!events.ok) return ledger.noteFailure(one.task, events.failure);
    const found = events.value.items.filter(
      (event) =>
        event.status !== 'cancelled' &&
        event.recurringEventId === undefined &&
        environmentOfEvent(event) === former?.name,
    );
    ledger.noteSuccess();
    former?.note(one.task.person.userId, found.length);
    return NEXT;
  },

  removal(ledger, one) {
    ledger.unsaved.hasRecords = true;
    const removed = removeCopies(portsOf(ledger, one).calendarPorts, one.policy);
    ledger.noteLook(one.task.person.userId, one.workState);
    if (!removed.ok) return ledger.noteFailure(one.task, removed.failure);
    if (removed.value === 'unfinished') return later(ledger);
    ledger.noteSuccess();
    ledger.note(one.task, { state: 'off', progress: null, workState: null, conflicts: [] });
    ledger.ports.previews.remove(one.task.person.userId);
    ledger.fulfil(one.task);
    if (one.task.waiting === null && one.connection.state === 'on')
      tellTurnedOff(ledger, one.task.person.userId);
    ledger.ports.former?.note(one.task.person.userId, 0);
    return NEXT;
  },
};
