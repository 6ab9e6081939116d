import type { ApiMethod, JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { findGroup } from '../directory/accounts';
import { GoogleError, invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { isAtLeast, requireCalendarUser, roleOf } from './access';
import { findCalendar, isOwnAddress } from './calendars';
import { emptyRange, parseInstant } from './event-time';
import { copiesInOrder, spanOf } from './event-store';
import { viewOf, type EventView } from './event-view';
import { usersOfGroup } from './group-members';
import { isInWindow } from './list-match';
import { plainOccurrences } from './list-rows';
import type { CalendarRecord } from '../state/calendar';
import { inZone, isTimeZone } from './time-zones';

/** @see https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query */
const CALENDARS = 50;
const GROUP_MEMBERS = 100;

interface Window {
  readonly timeMin: number;
  readonly timeMax: number;
}
type Period = readonly [start: number, end: number];

/** `calendar.freebusy.query`: a calendar that cannot be read is reported inside the answer. */
export const queryFreeBusy: ApiMethod = (request, caller, workspace) => {
  requireCalendarUser(workspace, caller);
  const body = request.body ?? {};
  const window = { timeMin: instant(body, 'timeMin'), timeMax: instant(body, 'timeMax') };
  if (window.timeMax <= window.timeMin) throw emptyRange();
  const timeZone = body.timeZone ?? 'UTC';
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone))
    throw invalid('Invalid time zone.', 'timeZone');
  const ids = ((body.items ?? []) as JsonObject[]).map(({ id }) => String(id));
  const groups = groupsOf(workspace, ids, limit(body, 'groupExpansionMax', GROUP_MEMBERS));
  const calendars = [
    ...new Set([
      ...ids.filter((id) => groups[id] === undefined),
      ...Object.values(groups).flatMap((group) => (group.calendars ?? []) as string[]),
    ]),
  ];
  const most = limit(body, 'calendarExpansionMax', CALENDARS);
  return {
    kind: 'calendar#freeBusy',
    timeMin: new Date(window.timeMin).toISOString(),
    timeMax: new Date(window.timeMax).toISOString(),
    ...(Object.keys(groups).length > 0 && { groups }),
    calendars: Object.fromEntries(
      calendars.map((id, index) => [
        id,
        index < most
          ? calendarAnswer(workspace, caller, id, { window, timeZone })
          : failure('tooManyCalendarsRequested'),
      ]),
    ),
  };
};

const failure = (reason: string): JsonObject => ({
  errors: [{ domain: 'global', reason }],
  busy: [],
});

function instant(body: JsonObject, name: string): number {
  const value = body[name];
  if (typeof value !== 'string') throw new GoogleError(400, 'required', `Missing ${name}.`);
  const at = parseInstant(value);
  if (at === null) throw new GoogleError(400, 'badRequest', 'Bad Request');
  return at;
}

/** Google publishes the maximum; that more is refused, not cut, is assumed. @throws GoogleError 400 */
function limit(body: JsonObject, name: string, most: number): number {
  const asked = body[name] ?? most;
  if (typeof asked === 'number' && asked >= 1 && asked <= most) return asked;
  throw invalid(`Invalid value for: ${name}`);
}

function groupsOf(
  workspace: Workspace,
  ids: readonly string[],
  most: number,
): Record<string, JsonObject> {
  const { directory } = workspace.state;
  const groups: Record<string, JsonObject> = {};
  for (const id of ids) {
    const group = findGroup(directory, id);
    if (!group) continue;
    const members = usersOfGroup(directory, group).map(({ primaryEmail }) => primaryEmail);
    groups[id] =
      members.length > most
        ? { errors: [{ domain: 'global', reason: 'groupTooBig' }] }
        : { calendars: members };
  }
  return groups;
}

function calendarAnswer(
  workspace: Workspace,
  caller: Caller,
  id: string,
  { window, timeZone }: { readonly window: Window; readonly timeZone: string },
): JsonObject {
  const calendar = findCalendar(workspace, id, caller);
  if (!calendar || !isAtLeast(roleOf(workspace, calendar, caller), 'freeBusyReader'))
    return failure('notFound');
  return {
    busy: busyPeriods(workspace, calendar, window).map(([start, end]) => ({
      start: inZone(timeZone, start),
      end: inZone(timeZone, end),
    })),
  };
}

/** When a calendar is busy within a window, ascending; adjacent periods are merged and cut to the window. */
export function busyPeriods(
  workspace: Workspace,
  calendar: CalendarRecord,
  window: Window,
): readonly Period[] {
  const periods: Period[] = [];
  for (const view of viewsIn(workspace, calendar, window)) {
    if (isBusy(workspace, view)) periods.push(spanOf(view.shared, calendar.timeZone));
  }
  const cut = periods
    .map(([start, end]): Period => [Math.max(start, window.timeMin), Math.min(end, window.timeMax)])
    .filter(([start, end]) => end > start)
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of cut) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function* viewsIn(
  workspace: Workspace,
  calendar: CalendarRecord,
  window: Window,
): Generator<EventView> {
  for (const copy of copiesInOrder(calendar)) {
    if (copy.gone !== undefined) continue;
    const view = viewOf(workspace, calendar, copy);
    if (!view.shared.recurrence) {
      if (isInWindow(view.shared, window, calendar)) yield view;
    } else if (isBusy(workspace, view)) yield* plainOccurrences(workspace, calendar, copy, window);
  }
}

/** Opaque, not cancelled, and not declined by the calendar's own person. */
function isBusy(workspace: Workspace, { calendar, core, shared, own }: EventView): boolean {
  if (shared.status === 'cancelled' || core.eventType === 'workingLocation') return false;
  if ((own.transparency ?? shared.transparency) === 'transparent') return false;
  const entry = shared.attendees?.find(({ email }) => isOwnAddress(workspace, calendar, email));
  return (own.response ?? entry?.responseStatus) !== 'declined';
}
