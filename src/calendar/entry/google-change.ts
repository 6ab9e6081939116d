/** What an event means to the sync: whether it is carried over, and if not, why. */
import type { Change } from './change';
import type { Entry } from './entry';
import { entryOfEvent, type GoogleEvent } from './google-event';
import { originOfEvent } from './origin-mark';
import type { Policy } from './policy';
import type { Reason } from './why';

/** An event belongs to its calendar, so none is ever handed over. */
export type EventChange = Exclude<Change, { readonly kind: 'handed-over' }>;

/** An event as a change on Google's side. */
export function changeOfEvent(event: GoogleEvent, policy: Policy): EventChange {
  const { id, etag: version = '', status } = event;
  if (status === 'cancelled' && event.recurringEventId === undefined) return { kind: 'gone', id };
  const special = SPECIAL.has(event.eventType ?? '');
  const reason = reasonAgainst(event, policy);
  if (reason !== null) return { kind: 'left-out', id, version, reason };
  const entry = entryOfEvent(event, policy.person.zone);
  if (typeof entry === 'string') return { kind: 'left-out', id, version, reason: entry };
  return {
    kind: 'present',
    id,
    version,
    entry: special ? masked(entry) : entry,
    origin: originOfEvent(event),
    writable: !special,
    unsent: entry.private && policy.privateEvents === 'leave-out' ? 'private' : null,
    updatedAt: event.updated ?? null,
    createdAt: event.created ?? null,
  };
}

/** Types that say only that the time is taken. */
const SPECIAL: ReadonlySet<string> = new Set(['focusTime', 'outOfOffice']);

const BY_TYPE: ReadonlyMap<string, Reason | null> = new Map([
  ['default', null],
  ['birthday', 'birthday'],
  ['workingLocation', 'working-location'],
  ['fromGmail', 'from-gmail'],
]);

/** The first reason that applies; the most specific ones come first. */
function reasonAgainst(event: GoogleEvent, { specialEvents }: Policy): Reason | null {
  const { eventType = 'default' } = event;
  if (SPECIAL.has(eventType)) {
    if (specialEvents === 'leave-out') return 'special-event';
  } else {
    const reason = BY_TYPE.get(eventType);
    if (reason !== null) return reason ?? 'unknown-event-type';
  }
  if (event.recurringEventId !== undefined) return 'occurrence';
  if (event.attendees?.some(({ self, responseStatus }) => self && responseStatus === 'declined'))
    return 'declined';
  if (event.privateCopy) return 'imported';
  if (event.organizer && !event.organizer.self) return 'others-meeting';
  if (event.locked) return 'locked';
  return event.recurrence?.length ? 'series' : null;
}

export const BUSY_TITLE = 'Busy';

/** An entry without its details: only that the time is taken. */
export const masked = (entry: Entry): Entry => ({
  ...entry,
  title: BUSY_TITLE,
  location: '',
  notes: '',
  participants: [],
});
