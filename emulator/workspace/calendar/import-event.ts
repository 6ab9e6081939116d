import type { ApiMethod, JsonObject } from '../api-method';
import { GoogleError, invalid } from '../google-error';
import { findCalendar, isOwnAddress, organizerOf } from './calendars';
import { EVENT_TYPES } from './event-types';
import { basicForm, readEventTime } from './event-time';
import type { EventFields } from './event-fields';
import {
  answerOf,
  checkSequence,
  fieldsOf,
  writeRequest,
  type EventRequest,
} from './event-request';
import { addCopy, addCore, coresByUid } from './event-store';
import { findEvent, instanceId, viewOf } from './event-view';
import { EventWrite } from './event-write';
import { copyHere, coreToWrite, storeShared, updateAllCopies } from './exceptions';
import { creatorOf, duplicate } from './insert-event';
import { isSubDaily } from './recurrence-rule';
import { base32hex } from './stamps';
import type { EventCore } from '../state/calendar';

/**
 * `calendar.events.import`: a private copy of an event that lives elsewhere. Nobody is notified; nothing propagates.
 * Importing the same iCalUID again writes the same event.
 */
export const importEvent: ApiMethod = (request, caller, workspace) => {
  const req = writeRequest(request, caller, workspace);
  const body = withoutType(request.body ?? {});
  if (typeof body.iCalUID !== 'string' || body.iCalUID === '')
    throw new GoogleError(400, 'required', 'Missing iCalUID.');
  if (body.id !== undefined) throw invalid('Invalid resource id value.');
  // Reported: https://github.com/googleapis/google-api-ruby-client/issues/572
  if ([body.recurrence].flat().some((line) => typeof line === 'string' && isSubDaily(line)))
    throw new GoogleError(500, 'backendError', 'Backend Error');
  const fields = fieldsOf(req, body, null);
  requireParticipant(req, body, fields);
  const write = new EventWrite(workspace, caller, 'none');
  const id = body.originalStartTime
    ? importException(write, req, body, fields)
    : importWhole(write, req, body, fields);
  write.finish(req.calendar);
  return answerOf(req, id);
};

/** Other types become default events and lose their type's fields. */
function withoutType(body: JsonObject): JsonObject {
  const { eventType: _, ...rest } = body;
  for (const type of EVENT_TYPES) delete rest[`${type}Properties`];
  return rest;
}

function requireParticipant(
  { workspace, calendar }: EventRequest,
  { organizer }: JsonObject,
  { shared }: EventFields,
): void {
  const address = (organizer as JsonObject | undefined)?.email;
  if (typeof address !== 'string' || isOwnAddress(workspace, calendar, address)) return;
  if (shared.attendees?.some(({ email }) => isOwnAddress(workspace, calendar, email))) return;
  throw new GoogleError(
    400,
    'participantIsNeitherOrganizerNorAttendee',
    'The owner of the calendar must either be the organizer or an attendee of an event that is imported.',
  );
}

/** The event with this UID on this calendar that is not an exception. */
const known = ({ workspace, calendar }: EventRequest, uid: string): EventCore | undefined =>
  coresByUid(workspace, uid).find(
    ({ copies, exception }) => copies[calendar.key] !== undefined && !exception,
  );

function importWhole(
  write: EventWrite,
  req: EventRequest,
  body: JsonObject,
  fields: EventFields,
): string {
  const { calendar, workspace } = req;
  const core = known(req, body.iCalUID as string);
  if (!core) return importNew(write, req, body, fields);
  if (!core.privateCopy) throw duplicate();
  checkSequence(body, core);
  const copy = calendar.events[core.copies[calendar.key]!]!;
  storeShared(write, core, fields.shared);
  if (typeof body.sequence === 'number') core.sequence = body.sequence;
  copy.own = fields.own;
  delete copy.gone;
  updateAllCopies(write, core);
  write.log('change_event', { calendar, core, id: copy.id, shared: fields.shared });
  return viewOf(workspace, calendar, copy).id;
}

function importNew(
  write: EventWrite,
  req: EventRequest,
  body: JsonObject,
  { shared, own }: EventFields,
): string {
  const { calendar, workspace, caller } = req;
  const iCalUID = body.iCalUID as string;
  const id = `_${base32hex(iCalUID)}`;
  const given = body.organizer as JsonObject | undefined;
  const organizer =
    typeof given?.email === 'string' ? readOrganizer(given) : organizerOf(workspace, calendar);
  const core = addCore(workspace, {
    organizerKey: findCalendar(workspace, organizer.email)?.key ?? null,
    organizer,
    creator: creatorOf(workspace, caller),
    created: write.now,
    updated: write.now,
    sequence: typeof body.sequence === 'number' ? body.sequence : 0,
    iCalUID,
    eventType: 'default',
    privateCopy: true,
    shared,
  });
  addCopy(calendar, core, { id, stamp: write.stamp, own });
  write.change(calendar);
  write.log('create_event', { calendar, core, id, shared });
  return id;
}

const readOrganizer = ({ email, displayName }: JsonObject): EventCore['organizer'] => ({
  email: String(email),
  ...(typeof displayName === 'string' && { displayName }),
});

/** A changed occurrence of an imported series; without its series, an event of its own. */
function importException(
  write: EventWrite,
  req: EventRequest,
  body: JsonObject,
  fields: EventFields,
): string {
  const { calendar, workspace } = req;
  const original = readEventTime(body.originalStartTime, 'start');
  const series = known(req, body.iCalUID as string);
  const seriesId = series?.copies[calendar.key];
  const view =
    seriesId === undefined
      ? undefined
      : findEvent(workspace, calendar, instanceId(seriesId, original));
  if (!view?.instance) {
    const uid = `${body.iCalUID as string}_${basicForm(original)}`;
    return importNew(write, req, { ...body, iCalUID: uid }, fields);
  }
  const core = coreToWrite(write, view);
  copyHere(write, view, core).own = fields.own;
  const { recurrence: _, ...shared } = fields.shared;
  storeShared(write, core, shared);
  updateAllCopies(write, core);
  write.log('change_event', { calendar, core, id: view.id, shared });
  return view.id;
}
