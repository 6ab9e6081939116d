/** The beginning of a chunk of people: who may be synced, what Google says of all of them at once, and who has anything to do. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { checkedStaff, cursorOf, isIdle, renewed, type Ready } from './person-cycle';
import type { Task } from './queue';
import { NEXT, type RunLedger, type RunStep } from './run-ledger';
import type { Connection } from '../runner-ports';
import { sayable, type SayableFailure } from '../boards/sayable';
import { failedStatus } from './told';

/** Those who are left have a turn of their own; the others are done with, or failed. */
export interface Swept {
  readonly ready: readonly Ready[];
  readonly step: RunStep;
}

export function sweep(ledger: RunLedger, chunk: readonly Task[]): Swept {
  const able: Ready[] = [];
  for (const task of chunk) {
    const found = readyFor(ledger, task);
    if (found.ok) {
      if (found.value) able.push(found.value);
      continue;
    }
    ledger.looked(task.email, null);
    const step = ledger.failed(task, found.failure);
    if (step.kind !== 'next') return { ready: [], step };
  }
  const ready = listed(ledger, able).filter((one) => !isDoneWith(ledger, one));
  ledger.isSavingDue = ready.length === 0;
  return { ready, step: NEXT };
}

/** What a person's turn needs; null when there is nothing to do for them any more. */
function readyFor(ledger: RunLedger, task: Task): Result<Ready | null, Failure> {
  const { ports, book } = ledger;
  const known = book.find(task.email);
  if (task.kind === 'sync' && known?.state !== 'on') {
    ledger.fulfilled(task);
    if (known?.failure !== null) tellOff(ledger, task.email, known);
    return ok(null);
  }
  const connection = known ?? stranger(task.email);
  const checked = checkedStaff(ports, task.email, connection.googleId);
  if (!checked.ok) return checked;
  const zone = connection.zone === null ? ports.google.zoneOf(task.email) : ok(connection.zone);
  if (!zone.ok) return zone;
  ledger.note(task, { zone: zone.value });
  const policy = ledger.policies.of({ email: task.email, zone: zone.value });
  if (!policy.ok) return policy;
  const workState = ports.work.stateOf(task.email);
  if (!workState.ok) return workState;
  return ok({
    task,
    connection: { ...connection, zone: zone.value },
    policy: policy.value,
    workState: workState.value,
    asked: null,
    begunAt: ledger.now(),
  });
}

/** Somebody waits whose sync is not on here: they are told, unless they turned it off themself. */
function tellOff(ledger: RunLedger, email: string, known: Connection | null): void {
  const failure: Failure = { kind: 'suspended-subject', account: email };
  const words = known === null ? UNKNOWN : sayable(failure);
  ledger.unsaved.status.set(email, failedStatus(words, 'off', ledger.told(email)));
}

const UNKNOWN: SayableFailure = {
  heading: 'Tandem has no record of your sync',
  meaning: 'The work system’s records do not say that it is on.',
  cure: 'Turn it on again. Nothing is doubled.',
};

/**
 * Asks Google for what changed, for all at once. A first listing is long, and is left to the person's own turn: fifty of
 * them together would not fit into memory.
 */
function listed({ ports }: RunLedger, able: readonly Ready[]): Ready[] {
  const asks = able.map(({ task, connection, policy }) => ({
    email: task.email,
    cursor: task.kind === 'sync' ? cursorOf(connection.progress, policy) : null,
    from: policy.window.fromInstant,
  }));
  const wanted = asks.filter(({ cursor }) => cursor !== null);
  if (wanted.length > 0) ports.google.prefetch(wanted);
  return able.map((one, index): Ready => {
    const { email, cursor, from } = asks[index]!;
    if (cursor === null) return one;
    const listing = ports.google.of(email).changes(cursor, from);
    return { ...one, asked: { cursor, from, listing } };
  });
}

function isDoneWith(ledger: RunLedger, one: Ready): boolean {
  if (!isIdle(one)) return false;
  const { email } = one.task;
  ledger.counts.people += 1;
  ledger.counts.idle += 1;
  ledger.went();
  const connection = renewed(one);
  if (connection) ledger.book.put(connection);
  ledger.looked(email, one.workState);
  ledger.inStep(email, one.begunAt);
  ledger.fulfilled(one.task);
  return true;
}

/** Somebody who never turned it on, and only wants to see what would happen. */
const stranger = (email: string): Connection => ({
  email,
  googleId: null,
  state: 'off',
  consentedAt: '',
  consentVersion: 0,
  zone: null,
  workState: null,
  lastRunAt: null,
  freshAt: null,
  failure: null,
  progress: null,
});
