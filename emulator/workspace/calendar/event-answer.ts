import type { JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { isoInstant } from '../../runtime/clock';
import { findPrincipal } from '../directory/accounts';
import type { Workspace } from '../workspace';
import { isAtLeast } from './access';
import { answeredAttendees } from './attendee-answer';
import { calendarIdOf, isOwnAddress } from './calendars';
import { answeredConference } from './conference';
import { toEventDateTime } from './event-time';
import { isDeleted, isOrganizers, type EventView } from './event-view';
import { etagOf } from './stamps';
import type { Role } from './state';

/** Who reads, and how they asked for the answer. */
export interface Reader {
  readonly workspace: Workspace;
  readonly caller: Caller;
  readonly role: Role;
  /** The answer's zone; the calendar's when left out. */
  readonly timeZone?: string | undefined;
  readonly maxAttendees?: number | undefined;
  /** Show deleted events without their details, as increments do. */
  readonly bareDeletions?: boolean;
}

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

/** When an event last changed for its calendar; reminders do not count. */
export const updatedAt = ({ core, copy }: EventView): number =>
  Math.max(core.updated, copy.updated ?? 0);

/** True when a reader sees only that somebody is busy. */
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
 * The organizer's calendar and people who removed an invitation keep the details; everybody else does not, nor do
 * increments, nor cancelled occurrences.
 */
function isBare(view: EventView, { bareDeletions }: Reader): boolean {
  const { copy, instance } = view;
  if (bareDeletions || instance || copy.gone === 'left' || copy.gone === 'dropped') return true;
  if (copy.gone === 'removed') return false;
  return !isOrganizers(view);
}

function bareAnswer(view: EventView, reader: Reader): JsonObject {
  return {
    kind: 'calendar#event',
    etag: etagOf(view.copy.stamp),
    id: view.id,
    status: isDeleted(view) ? 'cancelled' : view.shared.status,
    ...instanceFields(view, reader),
  };
}

function zonesOf(
  { calendar }: EventView,
  { timeZone }: Reader,
): { answer: string; calendar: string } {
  return { answer: timeZone ?? calendar.timeZone, calendar: calendar.timeZone };
}

function instanceFields(view: EventView, reader: Reader): JsonObject {
  const { instance } = view;
  if (!instance) return {};
  return {
    recurringEventId: instance.seriesId,
    originalStartTime: toEventDateTime(instance.original, zonesOf(view, reader)),
  };
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

function fullAnswer(view: EventView, reader: Reader): JsonObject {
  const { core, shared, own } = view;
  const visibility = own.visibility ?? shared.visibility;
  return {
    ...bareAnswer(view, reader),
    htmlLink: htmlLink(view, reader.workspace),
    created: isoInstant(core.created),
    updated: isoInstant(updatedAt(view)),
    ...plainFields(view, reader),
    ...(own.colorId !== undefined && { colorId: own.colorId }),
    ...(own.eventLabelId !== undefined && { eventLabelId: own.eventLabelId }),
    creator: person(view, reader.workspace, core.creator),
    organizer: person(view, reader.workspace, core.organizer),
    ...busyTimes(view, reader),
    ...(visibility !== undefined && visibility !== 'default' && { visibility }),
    iCalUID: core.iCalUID,
    sequence: core.sequence,
    ...answeredAttendees(view, reader),
    ...extendedProperties(view),
    ...(core.privateCopy && { privateCopy: true }),
    reminders: structuredClone(own.reminders ?? { useDefault: true }),
  };
}

function plainFields(view: EventView, { workspace, caller }: Reader): JsonObject {
  const { source, conferenceData, ...rest } = structuredClone(view.shared.plain);
  return {
    ...rest,
    ...(source && isCreator(view, workspace, caller) && { source }),
    ...(conferenceData && answeredConference(conferenceData as JsonObject, view.core, workspace)),
  };
}

const isCreator = ({ core }: EventView, { state }: Workspace, { principal }: Caller): boolean =>
  core.creator.email === principal.email ||
  (principal.kind === 'user' &&
    findPrincipal(state.directory, core.creator.email)?.userId === principal.userId);

function extendedProperties({ shared, own }: EventView): JsonObject {
  const { sharedProperties = {} } = shared;
  const { privateProperties = {} } = own;
  const some = (properties: Record<string, string>): boolean => Object.keys(properties).length > 0;
  if (!some(sharedProperties) && !some(privateProperties)) return {};
  return {
    extendedProperties: {
      ...(some(privateProperties) && { private: { ...privateProperties } }),
      ...(some(sharedProperties) && { shared: { ...sharedProperties } }),
    },
  };
}

const person = (
  { calendar }: EventView,
  workspace: Workspace,
  { email, displayName }: { readonly email: string; readonly displayName?: string },
): JsonObject => ({
  email,
  ...(displayName !== undefined && { displayName }),
  ...(isOwnAddress(workspace, calendar, email) && { self: true }),
});

const htmlLink = ({ id, calendar }: EventView, workspace: Workspace): string =>
  `https://www.google.com/calendar/event?eid=${Buffer.from(`${id} ${calendarIdOf(workspace, calendar)}`).toString('base64url')}`;
