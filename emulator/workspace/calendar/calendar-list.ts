import {
  flagParam,
  requiredParam,
  textParam,
  type ApiMethods,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import { GoogleError, notFound } from '../google-error';
import type { Workspace } from '../workspace';
import { isAtLeast, openCalendarById, requireCalendarUser, roleOf } from './access';
import {
  calendarIdOf,
  customerOf,
  findCalendar,
  ownerAddress,
  personKey,
  primaryCalendar,
  summaryOf,
} from './calendars';
import { calendarColor, nearestColorId } from './colors';
import { mergePatch } from './json-merge';
import { readOverrides } from './reminders';
import { etagOf, nextStamp } from './stamps';
import type { CalendarRecord, ListEntry, PersonRecord, Role } from '../state/calendar';
import { listSynced } from './synced-list';
import { personOf } from './user-settings';

/** The fields of an entry that a person writes; the rest is the calendar's. */
const WRITABLE = [
  'summaryOverride',
  'colorId',
  'backgroundColor',
  'foregroundColor',
  'selected',
  'hidden',
  'defaultReminders',
  'notificationSettings',
];
/** Colors that new calendars get, in turn. */
const FIRST_COLOR = 14;

/** The reminders of a primary calendar until its person chooses others. */
const FIRST_REMINDERS: JsonObject[] = [{ method: 'popup', minutes: 10 }];

/** The reminders of events that set none of their own, for one person on one calendar. */
export function defaultReminders(
  workspace: Workspace,
  person: string,
  calendar: CalendarRecord,
): JsonObject[] {
  const own = personOf(workspace, person).list[calendar.key]?.own;
  const isOwn = calendar.kind === 'primary' && calendar.owner === person;
  return structuredClone(
    (own?.defaultReminders ?? (own || !isOwn ? [] : FIRST_REMINDERS)) as JsonObject[],
  );
}

/** Adds a calendar to a person's list. */
export function addToList(
  workspace: Workspace,
  owner: string,
  calendar: CalendarRecord,
  own: JsonObject = {},
): ListEntry {
  const person = personOf(workspace, owner);
  const isOwn = calendar.kind === 'primary' && calendar.owner === owner;
  const colorId = String(((FIRST_COLOR - 1 + Object.keys(person.list).length) % 24) + 1);
  const entry: ListEntry = {
    calendarKey: calendar.key,
    own: {
      colorId,
      ...calendarColor(colorId),
      ...((isOwn || calendar.owner === owner) && { selected: true }),
      ...(isOwn && { defaultReminders: structuredClone(FIRST_REMINDERS) }),
      ...own,
    },
    stamp: nextStamp(workspace),
    revision: ++person.listRevision,
  };
  return (person.list[calendar.key] = entry);
}

/** The caller's list, with their primary calendar on it. @throws GoogleError 403 without Calendar */
export function listOf(workspace: Workspace, caller: Caller): PersonRecord {
  requireCalendarUser(workspace, caller);
  const key = personKey(caller.principal);
  const primary = primaryCalendar(workspace, caller.principal);
  const person = personOf(workspace, key);
  if (!person.list[primary.key]) addToList(workspace, key, primary);
  return person;
}

/** Makes a change appear in the next increment. */
function change(workspace: Workspace, person: PersonRecord, entry: ListEntry): void {
  entry.stamp = nextStamp(workspace);
  entry.revision = ++person.listRevision;
}

function entryAnswer(workspace: Workspace, caller: Caller, entry: ListEntry): JsonObject {
  const calendar = workspace.state.calendar.calendars[entry.calendarKey]!;
  const base = {
    kind: 'calendar#calendarListEntry',
    etag: etagOf(entry.stamp),
    id: calendarIdOf(workspace, calendar),
  };
  if (entry.deleted) return { ...base, deleted: true };
  const isPrimary = calendar.kind === 'primary' && calendar.owner === personKey(caller.principal);
  return {
    ...base,
    summary: summaryOf(workspace, calendar),
    ...(calendar.description !== undefined && { description: calendar.description }),
    ...(calendar.location !== undefined && { location: calendar.location }),
    timeZone: calendar.timeZone,
    ...(calendar.kind === 'secondary' && { dataOwner: ownerAddress(workspace, calendar) }),
    accessRole: roleOf(workspace, calendar, caller),
    defaultReminders: [],
    ...structuredClone(entry.own),
    ...(isPrimary && { primary: true }),
    conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
  };
}

/** @throws GoogleError 404 */
function requireEntry(request: ApiRequest, caller: Caller, workspace: Workspace) {
  const person = listOf(workspace, caller);
  const calendar = findCalendar(workspace, requiredParam(request, 'calendarId'), caller);
  const entry = calendar && person.list[calendar.key];
  if (!calendar || !entry || entry.deleted || roleOf(workspace, calendar, caller) === 'none')
    throw notFound();
  return { person, calendar, entry };
}

/** The fields of an entry that a request writes. @throws GoogleError 400 */
function readOwn(request: ApiRequest, body: JsonObject): JsonObject {
  const own = Object.fromEntries(Object.entries(body).filter(([name]) => WRITABLE.includes(name)));
  const byRgb = flagParam(request, 'colorRgbFormat');
  if (byRgb && typeof own.backgroundColor === 'string')
    own.colorId = nearestColorId(own.backgroundColor);
  else if (typeof own.colorId === 'string') Object.assign(own, calendarColor(own.colorId));
  if (own.defaultReminders)
    own.defaultReminders = readOverrides(own.defaultReminders as JsonObject[]);
  if (own.hidden !== true) delete own.hidden;
  return structuredClone(own);
}

export const calendarListMethods: ApiMethods = {
  'calendar.calendarList.get'(request, caller, workspace) {
    return entryAnswer(workspace, caller, requireEntry(request, caller, workspace).entry);
  },
  'calendar.calendarList.insert'(request, caller, workspace) {
    const person = listOf(workspace, caller);
    const body = request.body ?? {};
    if (typeof body.id !== 'string') throw new GoogleError(400, 'required', 'Missing calendar id.');
    const { calendar } = openCalendarById(body.id, caller, workspace, 'freeBusyReader');
    const known = person.list[calendar.key];
    if (known && !known.deleted) return entryAnswer(workspace, caller, known);
    const own = readOwn(request, body);
    return entryAnswer(
      workspace,
      caller,
      addToList(workspace, personKey(caller.principal), calendar, own),
    );
  },
  'calendar.calendarList.update'(request, caller, workspace) {
    const { person, entry } = requireEntry(request, caller, workspace);
    const { colorId, backgroundColor, foregroundColor } = entry.own;
    const colors = { colorId, backgroundColor, foregroundColor } as JsonObject;
    entry.own = { ...colors, ...readOwn(request, request.body ?? {}) };
    change(workspace, person, entry);
    return entryAnswer(workspace, caller, entry);
  },
  'calendar.calendarList.patch'(request, caller, workspace) {
    const { person, entry } = requireEntry(request, caller, workspace);
    const body = request.body ?? {};
    const own = readOwn(request, mergePatch(entry.own, body));
    if (!flagParam(request, 'colorRgbFormat') && body.colorId === undefined) {
      for (const name of ['backgroundColor', 'foregroundColor', 'colorId'] as const)
        own[name] = entry.own[name] ?? null;
    }
    entry.own = own;
    change(workspace, person, entry);
    return entryAnswer(workspace, caller, entry);
  },
  'calendar.calendarList.delete'(request, caller, workspace) {
    const { person, calendar, entry } = requireEntry(request, caller, workspace);
    if (calendar.owner === personKey(caller.principal) && calendar.kind === 'primary')
      throw new GoogleError(
        400,
        'cannotUnsubscribePrimaryCalendar',
        'Cannot unsubscribe from the primary calendar.',
        {
          domain: 'calendar',
        },
      );
    entry.deleted = true;
    change(workspace, person, entry);
    return undefined;
  },
  'calendar.calendarList.list': listEntries,
};

function listEntries(request: ApiRequest, caller: Caller, workspace: Workspace): JsonObject {
  const person = listOf(workspace, caller);
  const { calendars } = workspace.state.calendar;
  const least = textParam(request, 'minAccessRole') as Role | undefined;
  const ownOnly = flagParam(request, 'showOwnOrganizationOnly');
  const increment = textParam(request, 'syncToken') !== undefined;
  const customerId = caller.principal.kind === 'user' ? caller.principal.customerId : null;
  const isShown = ({ calendarKey, own, deleted }: ListEntry): boolean => {
    const calendar = calendars[calendarKey]!;
    const role = roleOf(workspace, calendar, caller);
    if (!increment && own.hidden === true && !flagParam(request, 'showHidden')) return false;
    if (!deleted && role === 'none') return false;
    return (
      (!least || isAtLeast(role, least)) &&
      (!ownOnly || customerOf(workspace, calendar) === customerId)
    );
  };
  return {
    kind: 'calendar#calendarList',
    ...listSynced(request, workspace, {
      name: `calendarList ${personKey(caller.principal)}`,
      revision: person.listRevision,
      epoch: 0,
      forbidden: ['minAccessRole', ...(ownOnly ? ['showOwnOrganizationOnly'] : [])],
      rows: Object.values(person.list)
        .filter(isShown)
        .map((entry) => ({
          revision: entry.revision,
          isDeleted: entry.deleted === true,
          toItem: () => entryAnswer(workspace, caller, entry),
        })),
    }),
  };
}

/** Removes a deleted calendar from every list. */
export function removeFromLists(workspace: Workspace, { key }: CalendarRecord): void {
  for (const person of Object.values(workspace.state.calendar.people)) {
    const entry = person.list[key];
    if (!entry || entry.deleted) continue;
    entry.deleted = true;
    change(workspace, person, entry);
  }
}
