/** People whose sync is off, whose copies may show more of private events than the organization allows now. */
import type { Connection } from '../ports';
import { withoutDetails } from '../boards/told-conflict';
import { hideCopies } from '../sync/hide-copies';
import { chosenIn, withChoice } from '../sync/read-under';
import { isStricter } from '../settings';
import { portsOf } from './person-ports';
import { NEXT, type RunLedger, type RunStep } from './run-ledger';

/** Asks about the policy only if somebody is off and may have copies. */
export function peopleToHide(ledger: RunLedger): readonly Connection[] {
  const off = ledger.book
    .all()
    .filter(({ state, progress }) => state === 'off' && progress !== null);
  if (!off[0]) return [];
  const policy = policyFor(ledger, off[0]);
  // Whoever is synced fails for the same reason, and is told.
  if (!policy.ok) return [];
  const { privateEvents } = policy.value;
  return off.filter(({ progress }) => isStricter(privateEvents, chosenIn(progress!) ?? 'full'));
}

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
    progress: withChoice(person.progress!, privateEvents),
    conflicts: withoutDetails(person.conflicts, ({ isPrivate }) => isPrivate),
  });
  ledger.isSavingDue = true;
  return NEXT;
}
