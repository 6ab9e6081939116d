import { BASE36 } from '../../kit/random';
import { flagParam, requiredParam, type ApiMethods, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { findPrincipal } from '../directory/accounts';
import { GoogleError, invalid, notFound } from '../google-error';
import type { Workspace } from '../workspace';
import { openCalendar } from './access';
import { addToList, listOf, removeFromLists } from './calendar-list';
import {
  calendarIdOf,
  customerOf,
  findCalendar,
  newCalendar,
  ownerAddress,
  personKey,
  primaryCalendar,
  setAclRule,
  summaryOf,
} from './calendars';
import { calendarChange, logCalendar } from './event-audit';
import { coreOf, isCancelled } from './event-store';
import { requireUnchanged, viewOf } from './event-view';
import { EventWrite } from './event-write';
import { removeEvent } from './delete-event';
import { mergePatch } from './json-merge';
import { etagOf, nextStamp } from './stamps';
import type { CalendarRecord } from '../state/calendar';
import { isTimeZone } from './time-zones';
import { requireUseLeft } from './use-limits';
import { storeSetting } from './user-settings';

/** The log's name for a change of each field. */
const LOGGED: Readonly<Record<string, string>> = {
  summary: 'change_calendar_title',
  description: 'change_calendar_description',
  location: 'change_calendar_location',
  timeZone: 'change_calendar_timezone',
};

function calendarAnswer(workspace: Workspace, calendar: CalendarRecord): JsonObject {
  const { description, location, labelProperties, autoAcceptInvitations } = calendar;
  return {
    kind: 'calendar#calendar',
    etag: etagOf(calendar.stamp),
    id: calendarIdOf(workspace, calendar),
    summary: summaryOf(workspace, calendar),
    ...(description !== undefined && { description }),
    ...(location !== undefined && { location }),
    timeZone: calendar.timeZone,
    ...(calendar.kind === 'secondary' && { dataOwner: ownerAddress(workspace, calendar) }),
    ...(labelProperties && { labelProperties: structuredClone(labelProperties) }),
    ...(autoAcceptInvitations !== undefined && { autoAcceptInvitations }),
    conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
  };
}

/** Changes a calendar's own fields and logs the change. @throws GoogleError 400 */
function change(
  workspace: Workspace,
  caller: Caller,
  calendar: CalendarRecord,
  body: JsonObject,
): JsonObject {
  const before = { ...calendar };
  store(workspace, calendar, body);
  const changed = Object.keys(LOGGED).filter(
    (name) => before[name as 'summary'] !== calendar[name as 'summary'],
  );
  if (changed.includes('timeZone') && calendar.kind === 'primary')
    storeSetting(workspace, calendar.owner, 'timezone', calendar.timeZone);
  logCalendar(
    workspace,
    caller,
    calendar,
    changed.map((name) => calendarChange(workspace, caller, LOGGED[name]!, calendar)),
  );
  return calendarAnswer(workspace, calendar);
}

/** @throws GoogleError 400 */
function store(workspace: Workspace, calendar: CalendarRecord, body: JsonObject): void {
  const { summary, description, location, timeZone, labelProperties } = body;
  if (typeof summary !== 'string' || summary === '')
    throw new GoogleError(400, 'required', 'Missing summary.');
  if (timeZone !== undefined && (typeof timeZone !== 'string' || !isTimeZone(timeZone)))
    throw invalid('Invalid time zone.');
  if (summary !== summaryOf(workspace, calendar)) calendar.summary = summary;
  for (const [name, value] of Object.entries({ description, location })) {
    if (typeof value === 'string') calendar[name as 'description'] = value;
    else delete calendar[name as 'description'];
  }
  if (typeof timeZone === 'string') calendar.timeZone = timeZone;
  if (labelProperties) calendar.labelProperties = structuredClone(labelProperties) as JsonObject;
  calendar.stamp = nextStamp(workspace);
}

function insertCalendar(workspace: Workspace, caller: Caller, body: JsonObject): JsonObject {
  listOf(workspace, caller);
  const own = primaryCalendar(workspace, caller.principal);
  requireUseLeft(workspace, own, caller);
  const owner = personKey(caller.principal);
  const id = `c_${workspace.random.text(64, BASE36)}@group.calendar.google.com`;
  const calendar = newCalendar(workspace, {
    key: id,
    kind: 'secondary',
    id,
    owner,
    createdBy: caller.clientId,
    summary: null,
    timeZone: own.timeZone,
  });
  store(workspace, calendar, body);
  workspace.state.calendar.calendars[id] = calendar;
  setAclRule(workspace, calendar, { type: 'user', value: caller.principal.email }, 'owner');
  addToList(workspace, owner, calendar);
  logCalendar(workspace, caller, calendar, [
    calendarChange(workspace, caller, 'create_calendar', calendar),
  ]);
  return calendarAnswer(workspace, calendar);
}

/** Deletes every event of a calendar as its owner would, without notifying anybody. */
function clearCalendar(workspace: Workspace, caller: Caller, calendar: CalendarRecord): void {
  const write = new EventWrite(workspace, caller, 'none');
  for (const copy of Object.values(calendar.events)) {
    if (isCancelled(workspace, copy) || coreOf(workspace, copy).exception) continue;
    removeEvent(write, viewOf(workspace, calendar, copy));
  }
  write.finish(calendar);
}

export const calendarMethodsOfCalendars: ApiMethods = {
  'calendar.calendars.get'(request, caller, workspace) {
    return calendarAnswer(
      workspace,
      openCalendar(request, caller, workspace, 'freeBusyReader').calendar,
    );
  },
  'calendar.calendars.insert': (request, caller, workspace) =>
    insertCalendar(workspace, caller, request.body ?? {}),
  'calendar.calendars.update'(request, caller, workspace) {
    const { calendar } = openCalendar(request, caller, workspace, 'owner');
    requireUnchanged(etagOf(calendar.stamp), request.ifMatch);
    return change(workspace, caller, calendar, request.body ?? {});
  },
  'calendar.calendars.patch'(request, caller, workspace) {
    const { calendar } = openCalendar(request, caller, workspace, 'owner');
    requireUnchanged(etagOf(calendar.stamp), request.ifMatch);
    return change(
      workspace,
      caller,
      calendar,
      mergePatch(calendarAnswer(workspace, calendar), request.body ?? {}),
    );
  },
  'calendar.calendars.delete'(request, caller, workspace) {
    const { calendar } = openCalendar(request, caller, workspace, 'owner');
    if (calendar.kind === 'primary')
      throw new GoogleError(400, 'cannotDeletePrimaryCalendar', 'Cannot delete primary calendar.', {
        domain: 'calendar',
      });
    clearCalendar(workspace, caller, calendar);
    logCalendar(workspace, caller, calendar, [
      calendarChange(workspace, caller, 'delete_calendar', calendar),
    ]);
    calendar.deleted = true;
    removeFromLists(workspace, calendar);
    return undefined;
  },
  'calendar.calendars.clear'(request, caller, workspace) {
    const { calendar } = openCalendar(request, caller, workspace, 'owner');
    if (calendar.kind !== 'primary') throw invalid('Only a primary calendar can be cleared.');
    clearCalendar(workspace, caller, calendar);
    return undefined;
  },
  'calendar.calendars.transferOwnership': (request, caller, workspace) =>
    transferOwnership(request, caller, workspace),
};

/** Transfers a secondary calendar to another person of the organization, on behalf of an administrator. */
const transferOwnership: ApiMethods[string] = (request, caller, workspace) => {
  const { principal } = caller;
  if (!flagParam(request, 'useAdminAccess'))
    throw invalid('Invalid value for: useAdminAccess', 'useAdminAccess');
  const calendar = findCalendar(workspace, requiredParam(request, 'calendarId'), caller);
  const next = findPrincipal(workspace.state.directory, requiredParam(request, 'newDataOwner'));
  const customerId = principal.kind === 'user' ? principal.customerId : null;
  const isAdmin =
    principal.kind === 'user' &&
    workspace.state.directory.users[principal.userId]?.isAdmin === true;
  if (!isAdmin) throw new GoogleError(403, 'forbidden', 'Forbidden');
  if (!calendar || calendar.kind !== 'secondary' || customerOf(workspace, calendar) !== customerId)
    throw notFound();
  if (!next || next.customerId !== customerId) throw invalid('Invalid data owner.', 'newDataOwner');
  calendar.owner = next.userId;
  calendar.stamp = nextStamp(workspace);
  setAclRule(workspace, calendar, { type: 'user', value: next.email }, 'owner');
  addToList(workspace, next.userId, calendar);
  return undefined;
};
