import type { ApiMethod, JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { findUser } from '../directory/accounts';
import { GoogleError, invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { CONFERENCE_MS } from './conference';
import { customerOf, isOwnAddress, organizerOf } from './calendars';
import type { EventFields } from './event-fields';
import {
  answerOf,
  fieldsOf,
  requireMayInvite,
  writeRequest,
  type EventRequest,
} from './event-request';
import {
  addCopy,
  addCore,
  copiesInOrder,
  coreOf,
  coresByUid,
  effective,
  spanOf,
} from './event-store';
import { checkNewEvent } from './event-types';
import { EventWrite } from './event-write';
import { updateCopies } from './guest-copies';
import { sendUpdatesOf } from './guest-mail';
import { newEventId } from './stamps';
import type { EventCore } from '../state/calendar';

const CLIENT_ID = /^[a-v0-9]{5,1024}$/;

/** `calendar.events.insert`. */
export const insertEvent: ApiMethod = (request, caller, workspace) => {
  const req = writeRequest(request, caller, workspace);
  const body = request.body ?? {};
  const id = readNewId(req, body);
  const type = typeof body.eventType === 'string' ? body.eventType : 'default';
  const fields = fieldsOf(req, body, null);
  if (fields.shared.status === 'cancelled') throw invalid('Invalid event status.');
  checkNewEvent(type, fields, req.calendar, customerOf(workspace, req.calendar) === null);
  if (fields.shared.attendees) requireMayInvite(caller);
  const write = new EventWrite(workspace, caller, sendUpdatesOf(request, workspace));
  const core = putEvent(write, req.calendar, { id, type, body, fields });
  logAndInvite(write, req, core, id);
  write.finish(req.calendar);
  return answerOf(req, id);
};

/** The id that the client chose, or a new one. @throws GoogleError 400 for a malformed one, 409 for one ever used here. */
function readNewId({ workspace, calendar }: EventRequest, { id, iCalUID }: JsonObject): string {
  if (typeof iCalUID === 'string' && isUidUsed({ workspace, calendar }, iCalUID)) throw duplicate();
  if (id === undefined || id === null || id === '') return newEventId(workspace);
  if (typeof id !== 'string' || !CLIENT_ID.test(id)) throw invalid('Invalid resource id value.');
  if (Object.hasOwn(calendar.events, id)) throw duplicate();
  return id;
}

const isUidUsed = (
  { workspace, calendar }: Pick<EventRequest, 'workspace' | 'calendar'>,
  uid: string,
): boolean => coresByUid(workspace, uid).some(({ copies }) => copies[calendar.key] !== undefined);

export const duplicate = (): GoogleError =>
  new GoogleError(409, 'duplicate', 'The requested identifier already exists.');

/** Creates an event on its organizer's calendar and copies it to its guests. */
export function putEvent(
  write: EventWrite,
  calendar: EventRequest['calendar'],
  event: {
    readonly id: string;
    readonly type: string;
    readonly body: JsonObject;
    readonly fields: EventFields;
  },
): EventCore {
  const { workspace, caller, now, stamp } = write;
  const { shared, own } = event.fields;
  const { iCalUID, sequence } = event.body;
  const core = addCore(workspace, {
    organizerKey: calendar.key,
    organizer: organizerOf(workspace, calendar),
    creator: creatorOf(workspace, caller),
    created: now,
    updated: now,
    sequence: typeof sequence === 'number' ? sequence : 0,
    iCalUID: typeof iCalUID === 'string' ? iCalUID : `${event.id}@google.com`,
    eventType: event.type,
    shared,
    ...(shared.plain.conferenceData !== undefined && { conferenceReadyAt: now + CONFERENCE_MS }),
  });
  const declines = declineMode(core) !== undefined && declineMode(core) !== 'declineNone';
  addCopy(calendar, core, { id: event.id, stamp, own, ...(declines && { declines }) });
  write.change(calendar);
  updateCopies(write, core);
  if (declineMode(core) === 'declineAllConflictingInvitations')
    declineOverlapping(write, calendar, core);
  return core;
}

/** Whoever creates an event: with their name, as recorded answers have it. */
export function creatorOf({ state }: Workspace, { principal }: Caller): EventCore['creator'] {
  const user = principal.kind === 'user' ? findUser(state.directory, principal.userId) : undefined;
  const { fullName } = (user?.profile['name'] ?? {}) as { readonly fullName?: string };
  return { email: principal.email, ...(fullName !== undefined && { displayName: fullName }) };
}

function declineMode({ shared: { plain }, eventType }: EventCore): string | undefined {
  const properties = plain[`${eventType}Properties`] as { autoDeclineMode?: string } | undefined;
  return eventType === 'outOfOffice' || eventType === 'focusTime'
    ? properties?.autoDeclineMode
    : undefined;
}

/** Declines the invitations, except series, that overlap a new out of office or focus time event. */
function declineOverlapping(
  write: EventWrite,
  calendar: EventRequest['calendar'],
  blocking: EventCore,
): void {
  const [start, end] = spanOf(blocking.shared, calendar.timeZone);
  for (const copy of copiesInOrder(calendar)) {
    const core = coreOf(write.workspace, copy);
    const shared = effective(write.workspace, core);
    if (
      copy.gone ||
      shared.status === 'cancelled' ||
      shared.recurrence ||
      core.organizerKey === calendar.key
    )
      continue;
    const [from, to] = spanOf(shared, calendar.timeZone);
    const entry = shared.attendees?.find(({ email }) =>
      isOwnAddress(write.workspace, calendar, email),
    );
    if (!entry || entry.responseStatus === 'declined' || from >= end || to <= start) continue;
    entry.responseStatus = 'declined';
    write.touchAll(core);
    write.log(
      'change_event_guest_response_auto',
      { calendar, core, id: copy.id, shared },
      {
        event_guest: entry.email,
        event_response_status: 'declined',
      },
    );
  }
}

function logAndInvite(
  write: EventWrite,
  { workspace, calendar }: EventRequest,
  core: EventCore,
  id: string,
): void {
  const { shared } = core;
  write.log('create_event', { calendar, core, id, shared });
  const guests = (shared.attendees ?? []).filter(
    ({ email }) => !isOwnAddress(workspace, calendar, email),
  );
  for (const { email } of guests)
    write.log('add_event_guest', { calendar, core, id, shared }, { event_guest: email });
  write.mail(
    'invitation',
    core,
    shared,
    guests.map(({ email }) => email),
  );
}
