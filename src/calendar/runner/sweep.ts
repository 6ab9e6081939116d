/** The beginning of a chunk of people: who may be synced, what Google lists for all of them at once, and who has something to do. */
import type { Failure } from '../../kit/failure';
import type { Person } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import { checkStaff, cursorOf, isIdle, renewed } from './person-cycle';
import type { Ready } from './ready';
import type { Task } from './queue';
import { lookUpPeople, recognize, sameAddresses, type Recognized } from './recognize';
import { NEXT, type RunLedger, type RunStep } from './run-ledger';
import { originOfEvent } from '../entry/origin-mark';
import type { Connection, GoogleEvent } from '../ports';
import { sayable, type SayableFailure } from '../boards/sayable';
import { calendarOf, choicesOf } from './only-copies';
import { stranger } from './stranger';
import { endedStatus, failedStatus } from './told';

/** The people who need a turn of their own; all others are done, or failed. */
export interface Swept {
  readonly ready: readonly Ready[];
  readonly step: RunStep;
}

/** @param later how many people come after this chunk. */
export function sweep(ledger: RunLedger, chunk: readonly Task[], later: number): Swept {
  const people = chunk.map(({ person }) => person);
  const able = ableAmong(ledger, chunk, recognize(ledger, lookUpPeople(ledger, people, { later })));
  if (able.step.kind !== 'next') return able;
  const awake = listChanges(ledger, able.ready).filter((one) => !isDoneWith(ledger, one));
  const swept = underPresentAddresses(ledger, awake);
  ledger.isSavingDue = swept.ready.length === 0;
  return swept;
}

/** Those whose turn may begin; why the others’ cannot is noted. */
function ableAmong(
  ledger: RunLedger,
  tasks: readonly Task[],
  recognized: Result<Recognized, Failure>,
): Swept {
  if (!recognized.ok) return { ready: [], step: ledger.stop(recognized.failure) };
  const able: Ready[] = [];
  for (const task of tasks) {
    const found = readyFor(ledger, task, recognized.value);
    if (found.ok) {
      if (found.value) able.push(found.value);
      continue;
    }
    ledger.noteLook(task.person.userId, null);
    const step = ledger.noteFailure(task, found.failure);
    if (step.kind !== 'next') return { ready: [], step };
  }
  return { ready: able, step: NEXT };
}

/**
 * Looks up everybody with news in Google, even those whose token still lasts: an activity that is made of it must have the
 * address that its owner has now. Whoever has another address by now begins anew under that.
 */
function underPresentAddresses(ledger: RunLedger, ready: readonly Ready[]): Swept {
  const people = ready.filter(hasNews).map(({ task }) => task.person);
  if (people.length === 0) return { ready, step: NEXT };
  const lookedUp = lookUpPeople(ledger, people, { later: 0, anyway: () => true });
  // Without the directory, what is new gets the known address, and follows when a token is due.
  if (!lookedUp.ok) return { ready, step: NEXT };
  const recognized = recognize(ledger, lookedUp);
  const isFormer = ({ connection }: Ready): boolean => {
    const account = recognized.ok ? recognized.value.get(connection.userId) : undefined;
    if (account === undefined) return !recognized.ok;
    return !account.ok || (account.value !== null && !sameAddresses(connection, account.value));
  };
  const former = ready.filter(isFormer);
  if (former.length === 0) return { ready, step: NEXT };
  const tasks = former.map(({ task }) => task);
  const again = ableAmong(ledger, tasks, recognized);
  if (again.step.kind !== 'next') return again;
  const others = ready.filter((one) => !isFormer(one));
  return { ready: [...others, ...listChanges(ledger, again.ready)], step: NEXT };
}

/** Whether activities may be made of what Google has. None is made of a copy, or of an event that was deleted. */
const hasNews = ({ asked }: Ready): boolean =>
  asked === null || (asked.listing.ok && asked.listing.value.items.some(isNews));

const isNews = (event: GoogleEvent): boolean =>
  event.status !== 'cancelled' && originOfEvent(event) === null;

const NEEDS_ON: ReadonlySet<Task['kind']> = new Set(['sync', 'look-back', 'list']);

/** What a person's turn needs; null when there is nothing to do for them any more. */
function readyFor(
  ledger: RunLedger,
  task: Task,
  recognized: Recognized,
): Result<Ready | null, Failure> {
  const { ports, book } = ledger;
  const known = book.find(task.person.userId);
  if (NEEDS_ON.has(task.kind) && known?.state !== 'on') {
    ledger.fulfil(task);
    const wish = task.waiting?.wish;
    if (known === null && wish?.kind === 'look' && wish.isUnsure) return ok(null);
    if (known?.failure === null && known.connected)
      ledger.unsaved.status.set(known.userId, endedStatus(ledger.now()));
    else if (known?.failure !== null) tellOff(ledger, task.person, known);
    return ok(null);
  }
  const account = recognized.get(task.person.userId) ?? ok(null);
  if (!account.ok) return account;
  const before = known ?? stranger(account.value ?? task.person, account.value?.addresses);
  // What the person looks at is what they would turn on themself.
  const connection = task.kind === 'preview' ? { ...before, connected: undefined } : before;
  const checked = checkStaff(ports, connection);
  if (!checked.ok) return checked;
  const zone = connection.zone === null ? ports.google.zoneOf(connection) : ok(connection.zone);
  if (!zone.ok) return zone;
  ledger.note(task, { zone: zone.value });
  const policy = ledger.policies.of({ ...policyPerson(connection), zone: zone.value });
  if (!policy.ok) return policy;
  const workState = ports.work.stateOf(connection);
  if (!workState.ok) return workState;
  return ok({
    task,
    connection: { ...connection, zone: zone.value },
    policy: policy.value,
    workState: workState.value,
    asked: null,
    zoneBefore: null,
    begunAt: ledger.now(),
  });
}

const policyPerson = (connection: Connection) => ({
  email: connection.email,
  addresses: connection.addresses,
  choices: choicesOf(connection),
});

/** Tells somebody with a wish that their sync is not on here, unless they turned it off themself. */
function tellOff(ledger: RunLedger, { userId, email }: Person, known: Connection | null): void {
  const kind = known?.failure === 'inactive-at-work' ? known.failure : 'suspended-subject';
  const failure: Failure = { kind, account: email };
  const words = known === null ? UNKNOWN : sayable(failure);
  ledger.unsaved.status.set(userId, failedStatus(words, 'off', ledger.told(userId)));
}

const UNKNOWN: SayableFailure = {
  heading: 'Tandem has no record of your sync',
  meaning: 'The work system’s records do not say that it is on.',
  cure: 'Turn it on again. No duplicates are created.',
};

/**
 * Asks Google for everybody's changes at once. A first listing is long and left to the person's own turn: fifty of them
 * would not fit into memory together.
 */
function listChanges(ledger: RunLedger, able: readonly Ready[]): Ready[] {
  const { ports } = ledger;
  const asks = able.map(({ task, connection, policy }) => ({
    person: connection,
    cursor: task.kind === 'sync' ? cursorOf(connection.progress, policy) : null,
    from: policy.window.fromInstant,
    extent: connection.connected && ('marks' as const),
  }));
  const wanted = asks.filter(({ cursor }) => cursor !== null);
  if (wanted.length > 0) ports.google.prefetch(wanted);
  return able.map((one, index): Ready => {
    const { person, cursor, from } = asks[index]!;
    if (cursor === null) return one;
    const listing = calendarOf(ports, person).changes(cursor, from);
    return inZoneSeen(ledger, { ...one, asked: { cursor, from, listing } });
  });
}

/** Takes over a new time zone of the calendar, which Google's listing shows: what is new is read in that zone. */
function inZoneSeen({ ports, policies }: RunLedger, one: Ready): Ready {
  const { connection, asked } = one;
  const zone = ports.google.zoneSeen(connection);
  if (zone === null || asked === null || zone === connection.zone) return one;
  const policy = policies.of({ ...policyPerson(connection), zone });
  // If it fails, the next run does it: the zone is saved only with the turn.
  if (!policy.ok) return one;
  const from = policy.value.window.fromInstant;
  return {
    ...one,
    connection: { ...connection, zone },
    policy: policy.value,
    asked: { ...asked, from },
    zoneBefore: connection.zone,
  };
}

function isDoneWith(ledger: RunLedger, one: Ready): boolean {
  const { userId } = one.connection;
  if (!isIdle(one) || isForgotten(ledger, one)) return false;
  ledger.counts.people += 1;
  ledger.counts.idle += 1;
  ledger.noteSuccess();
  const connection = renewed(one);
  if (connection) ledger.book.put(connection);
  ledger.noteLook(userId, one.workState);
  ledger.noteInStep(userId, one.begunAt);
  ledger.noteApart(userId, false);
  ledger.fulfil(one.task);
  return true;
}

/** Somebody looks at their card, and the board has forgotten what it showed: a run tells it again. */
const isForgotten = ({ ports }: RunLedger, { task, connection }: Ready): boolean =>
  task.waiting?.wish.kind === 'look' && ports.board.status(connection.userId) === null;
