import type { LocalWorkspace } from '../../local-workspace';
import type { JsonObject } from '../../workspace/api-method';
import { calendarIdOf, findCalendar, isOwnAddress } from '../../workspace/calendar/calendars';
import { coresByUid } from '../../workspace/calendar/event-store';
import { basicForm, readEventTime } from '../../workspace/calendar/event-time';
import { findEvent, instanceId } from '../../workspace/calendar/event-view';
import { seedEvents } from '../../workspace/calendar/seed-events';
import type { CalendarRecord } from '../../workspace/state/calendar';
import { objectsIn } from '../../workspace/directory/json-copy';
import type { ReadEvent } from './read-event';
import type { EventDateTime } from './times';

/** The person whose calendar events are added to. */
export interface Owner {
  readonly workspace: LocalWorkspace;
  readonly calendar: CalendarRecord;
  readonly email: string;
}

/** The person with this address; undefined when they have no calendar here. */
export function ownerOf(workspace: LocalWorkspace, address: string): Owner | undefined {
  const calendar = findCalendar(workspace, address);
  if (calendar?.kind !== 'primary') return undefined;
  return { workspace, calendar, email: calendarIdOf(workspace, calendar) };
}

/** Whether the person organizes an event; an event without an organizer is theirs too. */
export const isOwn = ({ workspace, calendar }: Owner, { organizer }: ReadEvent): boolean =>
  organizer === null || isOwnAddress(workspace, calendar, organizer.email);

/** Whether an event came with somebody else's file, or was there before. */
export const isThere = ({ workspace, calendar }: Owner, { uid }: ReadEvent): boolean =>
  coresByUid(workspace, uid).some(({ copies }) => copies[calendar.key] !== undefined);

/**
 * Adds a single event or a series to the calendar: the person's own as organizer, another's as
 * `calendar.events.import` does.
 *
 * @throws GoogleError for what Google would refuse.
 */
export function putWhole(owner: Owner, event: ReadEvent): void {
  if (isOwn(owner, event)) seed(owner, { ...event.body, iCalUID: event.uid });
  else importCopy(owner, event);
}

/**
 * Adds a changed or cancelled occurrence to its series; without its series, as an event of its own.
 *
 * @param series the event with the same UID without RECURRENCE-ID, when it was added to the calendar.
 * @returns false when it is a cancelled occurrence without a series.
 * @throws GoogleError for what Google would refuse.
 */
export function putOccurrence(
  owner: Owner,
  event: ReadEvent & { readonly original: EventDateTime },
  series: ReadEvent | undefined,
): boolean {
  const original = series ? fitted(event.original, series.body) : event.original;
  const seriesId = series && occurrenceOf(owner, series.uid, original);
  if (seriesId === undefined && event.body.status === 'cancelled') return false;
  const { recurrence: _, ...body } = event.body;
  if (!isOwn(owner, series ?? event)) {
    importCopy(owner, { ...event, body: { ...body, originalStartTime: { ...original } } });
    return true;
  }
  const uid = `${event.uid}_${basicForm(readEventTime({ ...original }, 'start'))}`;
  if (seriesId === undefined) seed(owner, { ...body, iCalUID: uid });
  else seed(owner, { ...body, recurringEventId: seriesId, originalStartTime: { ...original } });
  return true;
}

const seed = ({ workspace, email }: Owner, body: JsonObject): void =>
  void seedEvents(workspace, email, [body]);

/** The id of the occurrence of the series with this UID, when there is one at that time. */
function occurrenceOf(
  { workspace, calendar }: Owner,
  uid: string,
  original: EventDateTime,
): string | undefined {
  const core = coresByUid(workspace, uid).find(
    ({ copies, exception }) => copies[calendar.key] !== undefined && !exception,
  );
  const seriesId = core?.copies[calendar.key];
  if (seriesId === undefined) return undefined;
  const id = instanceId(seriesId, readEventTime({ ...original }, 'start'));
  return findEvent(workspace, calendar, id)?.instance ? seriesId : undefined;
}

/**
 * A RECURRENCE-ID in the form of its series: some programs identify an occurrence of a timed series by its date, or one
 * of an all-day series by a time.
 *
 * @param series the Event resource of the series.
 */
export function fitted(original: EventDateTime, series: JsonObject): EventDateTime {
  const start = series.start as unknown as EventDateTime;
  if ('date' in start && !('date' in original)) return { date: original.dateTime.slice(0, 10) };
  if ('date' in original && !('date' in start))
    return { ...start, dateTime: original.date + start.dateTime.slice(10) };
  return original;
}

/** Whoever has an event on their calendar takes part in it, even where the file forgets to say so. */
function importCopy({ workspace, calendar, email }: Owner, event: ReadEvent): void {
  const guests = objectsIn(event.body.attendees);
  const isGuest = guests.some((guest) => isOwnAddress(workspace, calendar, String(guest.email)));
  const attendees = isGuest ? guests : [...guests, { email, responseStatus: 'accepted' }];
  workspace.act(
    email,
    'calendar.events.import',
    { calendarId: 'primary' },
    { ...event.body, iCalUID: event.uid, organizer: event.organizer, attendees },
  );
}
