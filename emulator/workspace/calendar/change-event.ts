import type { ApiMethod, JsonObject } from '../api-method';
import { findPrincipal } from '../directory/accounts';
import { GoogleError } from '../google-error';
import { ownEntry } from './attendee-answer';
import { entryOf, readAttendees } from './attendees';
import { changeAsGuest } from './change-as-guest';
import { CONFERENCE_MS } from './conference';
import { removeEvent } from './delete-event';
import { toEventResource, type EventFields } from './event-fields';
import {
  answerOf,
  checkSequence,
  eventToWrite,
  fieldsOf,
  requireMayInvite,
  writeRequest,
  type EventRequest,
} from './event-request';
import { checkChange, typeRestriction } from './event-types';
import { isDeleted, isOrganizers, requireUnchanged, type EventView } from './event-view';
import { EventWrite } from './event-write';
import { copyHere, coreToWrite, storeShared, updateAllCopies } from './exceptions';
import { sendUpdatesOf } from './guest-mail';
import { mergePatch, sameJson } from './json-merge';
import { isOwnAddress } from './calendars';
import { respond } from './respond';
import { changedNames, movesInTime } from './shared-changes';
import { etagOf } from './stamps';
import { tellOfChange } from './tell-change';
import type { Attendee, EventCore, PrivateFields, SharedFields } from '../state/calendar';

/** `calendar.events.update`: fields that the resource leaves out are cleared. */
export const updateEvent: ApiMethod = (request, caller, workspace) => {
  const req = writeRequest(request, caller, workspace);
  return changeEvent(req, (view) => withoutOmitted(request.body ?? {}, view));
};

/** `calendar.events.patch`: fields that the resource leaves out stay. */
export const patchEvent: ApiMethod = (request, caller, workspace) => {
  const req = writeRequest(request, caller, workspace);
  return changeEvent(req, (view) => {
    const now = {
      ...toEventResource(view, view.calendar),
      ...(isDeleted(view) && { status: 'cancelled' }),
    };
    return withoutOmitted(mergePatch(now, request.body ?? {}), view);
  });
};

/** A body with `attendeesOmitted` speaks for its own calendar only: the other guests stay. */
function withoutOmitted(body: JsonObject, view: EventView): JsonObject {
  if (body.attendeesOmitted !== true) return body;
  const given = readAttendees(body.attendees);
  const attendees = (view.shared.attendees ?? []).map(
    (guest) => entryOf(given, guest.email) ?? guest,
  );
  return { ...body, attendees: attendees as unknown as JsonObject[] };
}

function changeEvent(req: EventRequest, toBody: (view: EventView) => JsonObject): JsonObject {
  const { caller, workspace, request } = req;
  const view = eventToWrite(req);
  requireUnchanged(etagOf(view.copy.stamp), request.ifMatch);
  const body = toBody(view);
  if (view.instance) delete body.recurrence;
  if (body.eventType !== undefined && body.eventType !== view.core.eventType)
    throw typeRestriction('The type of an event cannot be changed.');
  checkSequence(body, view.core);
  const fields = keepSource(req, view, fieldsOf(req, body, view));
  const write = new EventWrite(workspace, caller, sendUpdatesOf(request, workspace));
  applyChange(write, view, fields, body);
  write.finish(req.calendar);
  return answerOf(req, view.id);
}

/** Only an event's creator sees or changes its source. */
function keepSource(
  { caller, workspace }: EventRequest,
  { core, shared }: EventView,
  fields: EventFields,
): EventFields {
  const { principal } = caller;
  const creator = findPrincipal(workspace.state.directory, core.creator.email)?.userId;
  if (
    core.creator.email === principal.email ||
    (principal.kind === 'user' && principal.userId === creator)
  )
    return fields;
  const { source: _, ...plain } = fields.shared.plain;
  const { source } = shared.plain;
  return {
    ...fields,
    shared: { ...fields.shared, plain: { ...plain, ...(source && { source }) } },
  };
}

function applyChange(
  write: EventWrite,
  view: EventView,
  { shared, own }: EventFields,
  body: JsonObject,
): void {
  if (shared.status === 'cancelled' && !isDeleted(view)) return removeEvent(write, view);
  if (shared.status !== 'cancelled' && isDeleted(view)) requireMayRestore(write, view);
  if (isOrganizers(view)) changeAsOrganizer(write, view, shared, body);
  else changeAsGuest(write, view, shared);
  changeOwn(write, view, own);
}

/** Deleted events can be restored on the organizer's calendar; invitations only if the guest removed them. */
function requireMayRestore(write: EventWrite, view: EventView): void {
  const { calendar, core, copy, id, shared } = view;
  const isOrganizersOwn = isOrganizers(view) && copy.gone === undefined;
  if (!isOrganizersOwn && (copy.gone !== 'removed' || shared.status === 'cancelled'))
    throw new GoogleError(403, 'forbidden', 'Forbidden');
  if (copy.gone === 'removed') delete copy.gone;
  write.touch(calendar, copy);
  write.log('restore_event', { calendar, core, id, shared });
}

function changeAsOrganizer(
  write: EventWrite,
  view: EventView,
  next: SharedFields,
  body: JsonObject,
): void {
  const shared = withSeriesPrivacy(write, view, next);
  const changed = changedNames(view.shared, shared);
  if (changed.length === 0) return;
  if (changed.includes('attendees') && shared.attendees) requireMayInvite(write.caller);
  checkChange(view.core.eventType, changed, shared);
  const answer = changed.length === 1 ? ownAnswer(write, view, shared) : undefined;
  if (answer) return respond(write, view, answer);
  const core = coreToWrite(write, view);
  if (view.isPlain) copyHere(write, view, core);
  if (changed.includes('conferenceData')) core.conferenceReadyAt = write.now + CONFERENCE_MS;
  storeShared(write, core, shared);
  raiseSequence(core, body, changed);
  updateAllCopies(write, core);
  tellOfChange(write, view, core, shared);
}

/** The organizer's own entry, when nothing else differs among the guests. */
function ownAnswer(write: EventWrite, view: EventView, next: SharedFields): Attendee | undefined {
  const isOwn = ({ email }: Attendee): boolean =>
    isOwnAddress(write.workspace, view.calendar, email);
  const others = (list: readonly Attendee[] = []) => list.filter((guest) => !isOwn(guest));
  if (!ownEntry(view, write) || !sameJson(others(view.shared.attendees), others(next.attendees)))
    return undefined;
  return next.attendees?.find(isOwn);
}

function raiseSequence(
  core: EventCore,
  { sequence }: JsonObject,
  changed: readonly string[],
): void {
  if (typeof sequence === 'number' && sequence > core.sequence) core.sequence = sequence;
  else if (movesInTime(changed)) core.sequence++;
}

/** From open to closed. */
const PRIVACY: Readonly<Record<string, number>> = {
  public: 0,
  default: 1,
  private: 2,
  confidential: 2,
};

/** Making one occurrence more private makes the whole series so; making it less private changes nothing. */
function withSeriesPrivacy(write: EventWrite, view: EventView, next: SharedFields): SharedFields {
  if (!view.instance) return next;
  const before = view.shared.visibility ?? 'default';
  const after = next.visibility ?? 'default';
  if (before === after) return next;
  const { visibility: _, ...rest } = next;
  const kept = { ...rest, ...(before !== 'default' && { visibility: before }) };
  if (PRIVACY[after]! <= PRIVACY[before]!) return kept;
  const { cores } = write.workspace.state.calendar;
  const series = view.isPlain ? view.core : cores[view.core.exception!.series]!;
  storeShared(write, series, { ...series.shared, visibility: after });
  updateAllCopies(write, series);
  return { ...rest, visibility: after };
}

/** Changes a copy's own reminders, color, label and private properties. Reminders alone do not count as an update. */
function changeOwn(write: EventWrite, view: EventView, next: PrivateFields): void {
  const names = (['reminders', 'colorId', 'eventLabelId', 'privateProperties'] as const).filter(
    (name) => !sameJson(view.own[name] ?? UNSAID_OWN[name], next[name] ?? UNSAID_OWN[name]),
  );
  if (names.length === 0) return;
  const core = coreToWrite(write, view);
  const copy = view.instance ? copyHere(write, view, core) : view.copy;
  const own: PrivateFields = { ...copy.own };
  for (const name of names) {
    if (next[name] === undefined) delete own[name];
    else Object.assign(own, { [name]: next[name] });
  }
  copy.own = own;
  if (names.some((name) => name !== 'reminders')) copy.updated = write.now;
  write.touch(view.calendar, copy);
}

const UNSAID_OWN: Readonly<Record<string, unknown>> = { reminders: { useDefault: true } };
