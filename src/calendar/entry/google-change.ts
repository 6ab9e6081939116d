/** What an event means to the sync: whether it is carried over, and if not, why. */
import type { Change } from './change';
import type { Entry, Slot } from './entry';
import { entryOfEvent, isPrivate, type GoogleEvent } from './google-event';
import { momentOf } from './moments';
import { originOfEvent } from './origin-mark';
import { choiceIdOf, filterOf, isKeptOut, NO_CHOICES } from './own-choices';
import { leftOutBy } from './own-filter';
import type { Policy } from './policy';
import type { Reason } from './why';

/** An event belongs to its calendar, so none is ever handed over. */
export type EventChange = Exclude<Change, { readonly kind: 'handed-over' }>;

/** An event as a change on Google's side. */
export function changeOfEvent(event: GoogleEvent, policy: Policy): EventChange {
  const { id, etag: version = '', status } = event;
  if (status === 'cancelled') return { kind: 'gone', id };
  const special = SPECIAL.has(event.eventType ?? '');
  const reason = reasonAgainst(event, policy);
  if (reason === 'declined' && !isOwn(event))
    return { kind: 'left-out', id, version, reason, isOthers: true };
  if (reason !== null) return { kind: 'left-out', id, version, reason };
  const entry = entryOfEvent(event, policy.person.zone);
  if (typeof entry === 'string') return { kind: 'left-out', id, version, reason: entry };
  return {
    kind: 'present',
    id,
    version,
    entry: special ? masked(entry) : entry,
    slot: slotOf(event, policy.person.zone),
    origin: originOfEvent(event),
    writable: !special && isOwn(event),
    unsent: unsentBecause(event, entry, policy),
    updatedAt: event.updated ?? null,
    createdAt: event.created ?? null,
  };
}

function unsentBecause(
  event: GoogleEvent,
  entry: Entry,
  { person, privateEvents }: Policy,
): Reason | null {
  if (person.choices?.leftOut.includes(choiceIdOf(event))) return 'chosen';
  // A date of a series goes with its series.
  if (!event.recurringEventId && leftOutBy(event, filterOf(person)) !== null) return 'filtered';
  return entry.private && privateEvents === 'leave-out' ? 'private' : null;
}

/** The date as the event itself says it; its series knows better. */
function slotOf(
  { recurringEventId, originalStartTime: at }: GoogleEvent,
  zone: string,
): Slot | null {
  if (recurringEventId === undefined) return null;
  const date = at?.date ?? momentOf(at?.dateTime ?? '', at?.timeZone ?? undefined, zone)?.local;
  return { series: recurringEventId, date: (date ?? '').slice(0, 10) };
}

/** Meetings that somebody else organizes are never written to (D11). */
const isOwn = ({ organizer }: GoogleEvent): boolean => !organizer || organizer.self === true;

/** Whether the person declined it: it does not take up their time (D8). */
export const isDeclined = ({ attendees }: GoogleEvent): boolean =>
  attendees?.some(({ self, responseStatus }) => self && responseStatus === 'declined') === true;

/** Types that say only that the time is taken. */
const SPECIAL: ReadonlySet<string> = new Set(['focusTime', 'outOfOffice']);

const BY_TYPE: ReadonlyMap<string, Reason | null> = new Map([
  ['default', null],
  ['birthday', 'birthday'],
  ['workingLocation', 'working-location'],
  ['fromGmail', 'from-gmail'],
]);

/**
 * Whether the work system has it as an activity of its organizer: one meeting is one activity. The organizer has none if they declined
 * it or do not want it synced, or if it is left out because it is private. If the guests are hidden, their activity names no participants,
 * and so does not take up this person's time.
 */
function isOfOrganizer(event: GoogleEvent, { person, privateEvents, ...policy }: Policy): boolean {
  const { organizer, attendees, visibility, guestsCanSeeOtherGuests } = event;
  const address = organizer?.email?.toLowerCase() ?? '';
  if (address === '' || organizer?.self || person.addresses.includes(address)) return false;
  if (isPrivate(visibility) && privateEvents === 'leave-out') return false;
  if (guestsCanSeeOtherGuests === false) return false;
  const isOff = attendees?.some(
    ({ email, responseStatus }) =>
      responseStatus === 'declined' && email?.toLowerCase() === address,
  );
  if (isOff || !policy.isSynced(address)) return false;
  return !isKeptOut(event, policy.choicesOf?.(address) ?? NO_CHOICES);
}

/** The first reason that applies; the most specific ones come first. */
function reasonAgainst(event: GoogleEvent, policy: Policy): Reason | null {
  const { specialEvents } = policy;
  const { eventType = 'default' } = event;
  if (SPECIAL.has(eventType)) {
    if (specialEvents === 'leave-out') return 'special-event';
  } else {
    const reason = BY_TYPE.get(eventType);
    if (reason !== null) return reason ?? 'unknown-event-type';
  }
  if (isDeclined(event)) return 'declined';
  if (event.privateCopy) return 'imported';
  if (event.locked) return 'locked';
  return isOfOrganizer(event, policy) ? 'organizer-synced' : null;
}

export const BUSY_TITLE = 'Busy';

/** An entry without its details: only that the time is taken. */
export const masked = ({ added: _, ...entry }: Entry): Entry => ({
  ...entry,
  title: BUSY_TITLE,
  location: '',
  notes: '',
  participants: [],
  organizer: '',
  answer: null,
});
