import type { JsonObject } from '../api-method';
import type { Caller, UserPrincipal } from '../caller';
import type { Workspace } from '../workspace';
import { calendarIdOf, findCalendar, newCalendar, setAclRule } from './calendars';
import { readEventFields } from './event-fields';
import { readEventTime } from './event-time';
import { findEvent, instanceId } from './event-view';
import { EventWrite } from './event-write';
import { copyHere, coreToWrite, storeShared, updateAllCopies } from './exceptions';
import { putEvent } from './insert-event';
import { newEventId } from './stamps';
import type { CalendarRecord } from '../state/calendar';

/**
 * Adds events to a calendar as if they had always been there: no mail, no log, no trigger, no permission checks. Guests
 * of this Workspace get their copies. For seeds and loaders.
 *
 * @param bodies Event resources. `id`, `iCalUID`, `eventType` (also `fromGmail`) and `sequence` are used as given. One
 *   with `recurringEventId` and `originalStartTime` becomes an exception of a series that came before it; with status
 *   `cancelled` a cancelled occurrence.
 * @returns the ids, in order.
 * @throws GoogleError for a body that Google would refuse.
 */
export function seedEvents(
  workspace: Workspace,
  calendarId: string,
  bodies: readonly JsonObject[],
): readonly string[] {
  const calendar = findCalendar(workspace, calendarId);
  if (!calendar) throw new Error(`There is no calendar ${calendarId}.`);
  const write = new EventWrite(workspace, ownerOf(workspace, calendar), 'none');
  return bodies.map((body) => seedEvent(write, calendar, body));
}

function seedEvent(write: EventWrite, calendar: CalendarRecord, body: JsonObject): string {
  const { workspace } = write;
  if (body.recurringEventId && body.originalStartTime) return seedException(write, calendar, body);
  const id = typeof body.id === 'string' ? body.id : newEventId(workspace);
  if (Object.hasOwn(calendar.events, id)) throw new Error(`The event ${id} exists already.`);
  const type = typeof body.eventType === 'string' ? body.eventType : 'default';
  putEvent(write, calendar, { id, type, body, fields: fieldsOf(workspace, calendar, body) });
  return id;
}

function seedException(write: EventWrite, calendar: CalendarRecord, body: JsonObject): string {
  const { workspace } = write;
  const original = readEventTime(body.originalStartTime, 'start');
  const id = instanceId(String(body.recurringEventId), original);
  const view = findEvent(workspace, calendar, id);
  if (!view?.instance)
    throw new Error(`The series ${String(body.recurringEventId)} does not take place then.`);
  const fields = body.start ? fieldsOf(workspace, calendar, body) : null;
  const core = coreToWrite(write, view);
  const copy = copyHere(write, view, core);
  if (fields) copy.own = fields.own;
  const shared = fields?.shared ?? view.shared;
  storeShared(
    write,
    core,
    body.status === 'cancelled' ? { ...shared, status: 'cancelled' } : shared,
  );
  updateAllCopies(write, core);
  return id;
}

const fieldsOf = (workspace: Workspace, calendar: CalendarRecord, body: JsonObject) =>
  readEventFields(body, {
    workspace,
    calendar,
    conferenceDataVersion: 1,
    eventLabelVersion: 0,
    supportsAttachments: true,
    previous: null,
  });

/** The calendar's own person, on whose behalf a seed acts. */
function ownerOf(workspace: Workspace, calendar: CalendarRecord): Caller {
  const user = workspace.state.directory.users[calendar.owner];
  const principal: UserPrincipal = {
    kind: 'user',
    userId: calendar.owner,
    email: user?.primaryEmail ?? calendarIdOf(workspace, calendar),
    customerId: user?.customerId ?? null,
  };
  return {
    principal,
    scopes: new Set(),
    clientId: 'google',
    projectNumber: null,
    applicationName: 'Google',
    impersonated: false,
    cause: 'person',
    ipAddress: null,
  };
}

/** Adds a room: a calendar that answers invitations automatically, and whose free time everybody in the organization sees. */
export function addRoom(
  workspace: Workspace,
  room: {
    /** `c_…@resource.calendar.google.com` */
    readonly id: string;
    readonly name: string;
    readonly domain: string;
    readonly timeZone: string;
    readonly autoAccept: boolean;
  },
): void {
  const calendar = newCalendar(workspace, {
    key: room.id,
    kind: 'resource',
    id: room.id,
    owner: room.domain,
    createdBy: 'google',
    summary: room.name,
    timeZone: room.timeZone,
  });
  calendar.autoAcceptInvitations = room.autoAccept;
  setAclRule(workspace, calendar, { type: 'domain', value: room.domain }, 'freeBusyReader');
  workspace.state.calendar.calendars[room.id] = calendar;
}
