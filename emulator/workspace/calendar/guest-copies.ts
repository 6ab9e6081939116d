import { findGroup, findPrincipal } from '../directory/accounts';
import type { Workspace } from '../workspace';
import { entryOf } from './attendees';
import { isCalendarOff, isOwnAddress, primaryCalendar } from './calendars';
import { addCopy, coreOf, decliningCopies, effective, seriesOf, spanOf } from './event-store';
import type { EventWrite } from './event-write';
import { instanceId } from './event-view';
import { usersOfGroup } from './group-members';
import { newEventId } from './stamps';
import type { Attendee, CalendarRecord, EventCopy, EventCore } from '../state/calendar';
import { hidesInvitations } from './user-settings';

/**
 * Brings the copies of an event in line with its guests: adds it to new guests' calendars, removes it from those of
 * people who are no longer invited, and gives every copy a new etag. An imported event stays on its one calendar.
 */
export function updateCopies(write: EventWrite, core: EventCore): void {
  const { workspace } = write;
  const { calendars } = workspace.state.calendar;
  if (core.privateCopy) return write.touchAll(core);
  const { attendees } = effective(workspace, core);
  const home = core.organizerKey === null ? undefined : calendars[core.organizerKey];
  const wanted = new Set([...(home ? [home] : []), ...guestCalendars(workspace, attendees)]);
  const series = seriesOf(workspace, core);
  const places = new Set([...Object.keys(core.copies), ...Object.keys(series?.copies ?? {})]);
  for (const calendar of wanted) putCopy(write, core, calendar);
  for (const key of places) {
    const calendar = calendars[key];
    if (calendar && !wanted.has(calendar)) takeOff(write, core, calendar);
  }
}

/** The calendars of guests that have one here; a group stands for everybody in it. */
export function guestCalendars(
  workspace: Workspace,
  attendees: readonly Attendee[] | undefined,
): Set<CalendarRecord> {
  const { directory, calendar } = workspace.state;
  const found = new Set<CalendarRecord>();
  for (const { email } of attendees ?? []) {
    const principal = findPrincipal(directory, email);
    const resource = calendar.calendars[email];
    const group = principal || resource ? undefined : findGroup(directory, email);
    if (principal && !isCalendarOff(workspace, principal))
      found.add(primaryCalendar(workspace, principal));
    if (resource?.kind === 'resource') found.add(resource);
    for (const { id, primaryEmail, customerId, servicesOff } of group
      ? usersOfGroup(directory, group)
      : []) {
      if (servicesOff.includes('calendar')) continue;
      found.add(
        primaryCalendar(workspace, { kind: 'user', userId: id, email: primaryEmail, customerId }),
      );
    }
  }
  return found;
}

function putCopy(write: EventWrite, core: EventCore, calendar: CalendarRecord): void {
  const known = core.copies[calendar.key];
  const copy = known === undefined ? undefined : calendar.events[known];
  if (!copy) return newGuestCopy(write, core, calendar);
  if (copy.gone === 'left') delete copy.gone;
  if (copy.gone === undefined) write.touch(calendar, copy);
}

function newGuestCopy(write: EventWrite, core: EventCore, calendar: CalendarRecord): void {
  const { workspace } = write;
  const id = freeId(workspace, core, calendar);
  const entry = effective(workspace, core).attendees?.find(({ email }) =>
    isOwnAddress(workspace, calendar, email),
  );
  answerByItself(write, core, calendar, entry);
  const hidden = entry?.responseStatus === 'needsAction' && hidesInvitations(workspace, calendar);
  addCopy(calendar, core, { id, stamp: write.stamp, own: {}, ...(hidden && { hidden }) });
  write.change(calendar);
}

/** The same id as on the organizer's calendar, unless it was used here for something else. */
function freeId(workspace: Workspace, core: EventCore, calendar: CalendarRecord): string {
  const id = homeId(workspace, core, calendar);
  return Object.hasOwn(calendar.events, id) ? newEventId(workspace) : id;
}

/** An event's id on a calendar that it is not on yet. */
export function homeId(workspace: Workspace, core: EventCore, calendar: CalendarRecord): string {
  const series = seriesOf(workspace, core);
  if (series)
    return instanceId(
      series.copies[calendar.key] ?? homeId(workspace, series, calendar),
      core.exception!.original,
    );
  return core.copies[core.organizerKey ?? ''] ?? Object.values(core.copies)[0]!;
}

/** Removes an event from the calendar of somebody who is no longer invited; a bare tombstone stays. */
function takeOff(write: EventWrite, core: EventCore, calendar: CalendarRecord): void {
  if (core.copies[calendar.key] === undefined)
    return void addCopy(calendar, core, {
      id: freeId(write.workspace, core, calendar),
      stamp: write.stamp,
      own: {},
      gone: 'left',
    });
  const copy = calendar.events[core.copies[calendar.key]!];
  if (!copy || copy.gone !== undefined) return;
  copy.gone = 'left';
  write.touch(calendar, copy);
}

/** Rooms answer by themselves, and people who are out of office or in focus time may let Calendar decline. */
function answerByItself(
  write: EventWrite,
  core: EventCore,
  calendar: CalendarRecord,
  entry: Attendee | undefined,
): void {
  if (!entry || entry.responseStatus !== 'needsAction' || core.exception) return;
  const blocking = blockingCopy(write.workspace, core, calendar);
  if (calendar.kind === 'resource') {
    if (calendar.autoAcceptInvitations) entry.responseStatus = blocking ? 'declined' : 'accepted';
  } else if (blocking) {
    entry.responseStatus = 'declined';
    const message = declineMessage(write.workspace, blocking);
    if (message) entry.comment = message;
  }
  if (entry.responseStatus === 'needsAction') return;
  write.log(
    'change_event_guest_response_auto',
    {
      calendar,
      core,
      id: homeId(write.workspace, core, calendar),
      shared: effective(write.workspace, core),
    },
    { event_guest: entry.email, event_response_status: entry.responseStatus },
  );
}

/** What blocks an invitation: for a room any event, for a person a declining one. Series are not checked. */
function blockingCopy(
  workspace: Workspace,
  core: EventCore,
  calendar: CalendarRecord,
): EventCopy | undefined {
  const isRoom = calendar.kind === 'resource';
  const [start, end] = spanOf(effective(workspace, core), calendar.timeZone);
  for (const copy of isRoom ? Object.values(calendar.events) : decliningCopies(calendar)) {
    const other = effective(workspace, coreOf(workspace, copy));
    if (copy.gone !== undefined || other.status === 'cancelled') continue;
    if (isRoom && entryOf(other.attendees, calendar.id ?? '')?.responseStatus === 'declined')
      continue;
    const [from, to] = spanOf(other, calendar.timeZone);
    if (from < end && to > start) return copy;
  }
  return undefined;
}

function declineMessage(workspace: Workspace, copy: EventCopy): string | undefined {
  const { plain } = coreOf(workspace, copy).shared;
  const properties = (plain.outOfOfficeProperties ?? plain.focusTimeProperties) as
    { declineMessage?: string } | undefined;
  return properties?.declineMessage;
}
