/** People whose sync is off or whose account is gone, whose copies may show more of private events than the organization allows now. */
import type { Connection } from '../ports';
import { isLeft } from './connection-book';
import { withoutDetails } from '../boards/told-conflict';
import { hideCopies } from '../sync/hide-copies';
import { chosenIn, UNFINISHED, withChoice } from '../sync/read-under';
import { isStricter } from '../settings';
import { portsOf } from './person-ports';
import { NEXT, type RunLedger, type RunStep } from './run-ledger';

/** Asks about the policy only if there are such people, and they may have copies. */
export function peopleToHide(ledger: RunLedger): readonly Connection[] {
  const off = ledger.book.all().filter(isUnsynced);
  if (!off[0]) return [];
  const policy = policyFor(ledger, off[0]);
  // Whoever is synced fails for the same reason, and is told.
  if (!policy.ok) return [];
  const { privateEvents } = policy.value;
  return off.filter(({ progress }) =>
    isStricter(privateEvents, chosenIn(progress ?? UNFINISHED) ?? 'full'),
  );
}

/** Who is off and has no progress has removed their copies. */
const isUnsynced = ({ state, progress, failure }: Connection): boolean =>
  state === 'off' ? progress !== null : isLeft(failure);

const policyFor = ({ policies }: RunLedger, { email, addresses, zone }: Connection) =>
  policies.of({ email, addresses, zone: zone ?? 'Etc/UTC' });

/** Ends the execution if the time is up. After any other failure the next run tries again. */
export function hideOf(ledger: RunLedger, person: Connection): RunStep {
  const policy = policyFor(ledger, person);
  if (!policy.ok) return NEXT;
  ledger.unsaved.hasRecords = true;
  const { calendarPorts } = portsOf(ledger, { connection: person, asked: null });
  const hidden = hideCopies(calendarPorts, policy.value);
  if (!hidden.ok) return NEXT;
  if (hidden.value === 'unfinished') {
    ledger.end();
    return { kind: 'yield', afterMs: 0 };
  }
  const { privateEvents } = policy.value;
  ledger.book.put({
    ...person,
    progress: withChoice(person.progress ?? UNFINISHED, privateEvents),
    conflicts: withoutDetails(person.conflicts, ({ isPrivate }) => isPrivate),
  });
  ledger.isSavingDue = true;
  return NEXT;
}
