import { flagParam, numberParam, textParam, type ApiRequest, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { GoogleError, invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { openCalendar, tooLittleAccess, type OpenCalendar } from './access';
import { eventAnswer, isPrivateTo } from './event-answer';
import type { Reader } from './reader';
import { readEventFields, type EventFields } from './event-fields';
import { requireEvent, type EventView } from './event-view';
import type { EventCore } from '../state/calendar';
import { isTimeZone } from './time-zones';
import { requireUseLeft } from './use-limits';

/** One event request: its caller, calendar and authorization. */
export interface EventRequest extends OpenCalendar {
  readonly request: ApiRequest;
  readonly caller: Caller;
  readonly workspace: Workspace;
}

/** Opens the calendar of a reading request. @throws GoogleError */
export const readRequest = (
  request: ApiRequest,
  caller: Caller,
  workspace: Workspace,
): EventRequest => ({
  request,
  caller,
  workspace,
  ...openCalendar(request, caller, workspace, 'freeBusyReader'),
});

/** Opens the calendar of a writing request. @throws GoogleError */
export function writeRequest(
  request: ApiRequest,
  caller: Caller,
  workspace: Workspace,
): EventRequest {
  const open = openCalendar(request, caller, workspace, 'freeBusyReader');
  if (open.role !== 'owner' && open.role !== 'writer' && open.role !== 'writerWithoutPrivateAccess')
    throw tooLittleAccess('writer');
  requireUseLeft(workspace, open.calendar, caller);
  return { request, caller, workspace, ...open };
}

/** The event that a write names and that its caller may see in full. @throws GoogleError */
export function eventToWrite(req: EventRequest): EventView {
  const view = requireEvent(req.workspace, req.calendar, textParam(req.request, 'eventId') ?? '');
  if (isPrivateTo(view, readerOf(req))) throw tooLittleAccess('writer');
  return view;
}

/** How to present the answer. @throws GoogleError 400 for an unknown time zone. */
export function readerOf({ request, caller, workspace, role }: EventRequest): Reader {
  const timeZone = textParam(request, 'timeZone');
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw invalid('Invalid time zone.', 'timeZone');
  return { workspace, caller, role, timeZone, maxAttendees: numberParam(request, 'maxAttendees') };
}

/** The event as it is after a write. */
export const answerOf = (req: EventRequest, id: string): JsonObject =>
  eventAnswer(requireEvent(req.workspace, req.calendar, id), readerOf(req));

/** The Event resource of a request, read and checked. @throws GoogleError 400 */
export const fieldsOf = (
  req: EventRequest,
  body: JsonObject,
  previous: EventFields | null,
): EventFields =>
  readEventFields(body, {
    workspace: req.workspace,
    calendar: req.calendar,
    conferenceDataVersion: numberParam(req.request, 'conferenceDataVersion') ?? 0,
    eventLabelVersion: numberParam(req.request, 'eventLabelVersion') ?? 0,
    supportsAttachments: flagParam(req.request, 'supportsAttachments'),
    previous,
  });

/** @throws GoogleError 400 when a request is based on an older version than the stored one. */
export function checkSequence(body: JsonObject, { sequence }: Pick<EventCore, 'sequence'>): void {
  if (typeof body.sequence === 'number' && body.sequence < sequence)
    throw invalid(
      'Invalid sequence value. The specified sequence number is below the current sequence number of the resource. Re-fetch the resource and use its sequence number on the following request.',
    );
}

/** A service account that acts on its own behalf cannot invite anybody. @throws GoogleError 403 */
export function requireMayInvite({ principal }: Caller): void {
  if (principal.kind === 'service-account')
    throw new GoogleError(
      403,
      'forbiddenForServiceAccounts',
      'Service accounts cannot invite attendees without Domain-Wide Delegation of Authority.',
      { domain: 'calendar' },
    );
}
