import type { JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { isoInstant } from '../../kit/clock';
import { findPrincipal } from '../directory/accounts';
import { jsonCopy } from '../directory/json-copy';
import type { Workspace } from '../workspace';
import { isAtLeast } from './access';
import { answeredAttendees } from './attendee-answer';
import { calendarIdOf, isOwnAddress } from './calendars';
import { answeredConference } from './conference';
import { toEventDateTime } from './event-time';
import { isDeleted, isOrganizers, type EventView } from './event-view';
import type { Reader } from './reader';
import { etagOf } from './stamps';

/** An Event resource: what this reader may see of an event on this calendar. */
export function eventAnswer(view: EventView, reader: Reader): JsonObject {
  if (isDeleted(view) && isBare(view, reader)) return bareAnswer(view, reader);
  if (!isAtLeast(reader.role, 'reader'))
    return { ...bareAnswer(view, reader), ...busyTimes(view, reader) };
  if (isPrivateTo(view, reader))
    return {
      ...bareAnswer(view, reader),
      ...busyTimes(view, reader),
      updated: isoInstant(updatedAt(view)),
      visibility: 'private',
      iCalUID: view.core.iCalUID,
    };
  return fullAnswer(view, reader);
}

/** When an event last changed on its calendar; reminders do not count. */
export const updatedAt = ({ core, copy }: EventView): number =>
  Math.max(core.updated, copy.updated ?? 0);

/** Whether a reader sees only that somebody is busy. */
export function isPrivateTo(view: EventView, { workspace, caller, role }: Reader): boolean {
  const visibility = view.own.visibility ?? view.shared.visibility;
  if ((visibility !== 'private' && visibility !== 'confidential') || isAtLeast(role, 'writer'))
    return false;
  const { principal } = caller;
  return !view.shared.attendees?.some(
    ({ email }) =>
      email === principal.email ||
      (principal.kind === 'user' &&
        findPrincipal(workspace.state.directory, email)?.userId === principal.userId),
  );
}

/**
 * Only the organizer's calendar and people who removed an invitation keep the details; other readers do not get them, nor
 * do increments, nor cancelled occurrences.
 */
function isBare(view: EventView, { bareDeletions }: Reader): boolean {
  const { copy, instance } = view;
  if (bareDeletions || instance || copy.gone === 'left' || copy.gone === 'dropped') return true;
  if (copy.gone === 'removed') return false;
  return !isOrganizers(view);
}

function bareAnswer(view: EventView, reader: Reader): JsonObject {
  const { instance } = view;
  const answer: JsonObject = {
    kind: 'calendar#event',
    etag: etagOf(view.copy.stamp),
    id: view.id,
    status: isDeleted(view) ? 'cancelled' : view.shared.status,
  };
  if (!instance) return answer;
  answer.recurringEventId = instance.seriesId;
  answer.originalStartTime = toEventDateTime(instance.original, zonesOf(view, reader));
  return answer;
}

function zonesOf(
  { calendar }: EventView,
  { timeZone }: Reader,
): { answer: string; calendar: string } {
  return { answer: timeZone ?? calendar.timeZone, calendar: calendar.timeZone };
}

/** What everybody with free/busy access sees. */
function busyTimes(view: EventView, reader: Reader): JsonObject {
  const { shared, own, core } = view;
  const zones = zonesOf(view, reader);
  const transparency = own.transparency ?? shared.transparency;
  return {
    start: toEventDateTime(shared.start, zones),
    end: toEventDateTime(shared.end, zones),
    ...(shared.recurrence && { recurrence: [...shared.recurrence] }),
    ...(transparency === 'transparent' && { transparency }),
    eventType: core.eventType,
  };
}

/** Assigned field by field for speed: one listing makes ten thousand of these. */
function fullAnswer(view: EventView, reader: Reader): JsonObject {
  const { core, shared, own } = view;
  const { workspace } = reader;
  const visibility = own.visibility ?? shared.visibility;
  const answer = bareAnswer(view, reader);
  answer.htmlLink = htmlLink(view, workspace);
  answer.created = isoInstant(core.created);
  answer.updated = isoInstant(updatedAt(view));
  addPlainFields(answer, view, reader);
  if (own.colorId !== undefined) answer.colorId = own.colorId;
  if (own.eventLabelId !== undefined) answer.eventLabelId = own.eventLabelId;
  answer.creator = person(view, workspace, core.creator);
  answer.organizer = person(view, workspace, core.organizer);
  Object.assign(answer, busyTimes(view, reader));
  if (visibility !== undefined && visibility !== 'default') answer.visibility = visibility;
  answer.iCalUID = core.iCalUID;
  answer.sequence = core.sequence;
  if (shared.attendees) Object.assign(answer, answeredAttendees(view, reader));
  addExtendedProperties(answer, view);
  if (core.privateCopy) answer.privateCopy = true;
  answer.reminders = jsonCopy(own.reminders ?? { useDefault: true });
  return answer;
}

function addPlainFields(answer: JsonObject, view: EventView, { workspace, caller }: Reader): void {
  for (const [name, value] of Object.entries(view.shared.plain)) {
    if (name === 'conferenceData')
      Object.assign(
        answer,
        answeredConference(jsonCopy(value) as JsonObject, view.core, workspace),
      );
    else if (name !== 'source' || isCreator(view, workspace, caller))
      answer[name] = jsonCopy(value);
  }
}

const isCreator = ({ core }: EventView, { state }: Workspace, { principal }: Caller): boolean =>
  core.creator.email === principal.email ||
  (principal.kind === 'user' &&
    findPrincipal(state.directory, core.creator.email)?.userId === principal.userId);

function addExtendedProperties(answer: JsonObject, { shared, own }: EventView): void {
  const { sharedProperties } = shared;
  const { privateProperties } = own;
  const some = (properties: object | undefined): boolean =>
    properties !== undefined && Object.keys(properties).length > 0;
  if (!some(sharedProperties) && !some(privateProperties)) return;
  answer.extendedProperties = {
    ...(some(privateProperties) && { private: { ...privateProperties } }),
    ...(some(sharedProperties) && { shared: { ...sharedProperties } }),
  };
}

function person(
  { calendar }: EventView,
  workspace: Workspace,
  { email, displayName }: { readonly email: string; readonly displayName?: string },
): JsonObject {
  const answer: JsonObject = { email };
  if (displayName !== undefined) answer.displayName = displayName;
  if (isOwnAddress(workspace, calendar, email)) answer.self = true;
  return answer;
}

const htmlLink = ({ id, calendar }: EventView, workspace: Workspace): string =>
  `https://www.google.com/calendar/event?eid=${Buffer.from(`${id} ${calendarIdOf(workspace, calendar)}`).toString('base64url')}`;
