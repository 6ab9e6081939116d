import type { Json, JsonObject } from '../api-method';
import type { Workspace } from '../workspace';
import { updatedAt } from './event-answer';
import { isAllDay } from './event-time';
import { isCancelled, spanOf } from './event-store';
import { isDeleted, type EventView } from './event-view';
import { matchesProperties } from './extended-properties';
import type { ListQuery } from './list-query';
import { occurrences } from './series';
import type { CalendarRecord, SharedFields } from '../state/calendar';

/** Whether a listing leaves out an event that is in its window: it still takes a place on the page. */
export function isLeftOut(view: EventView, query: ListQuery): boolean {
  if (view.copy.hidden && !query.showHiddenInvitations) return true;
  if (query.eventTypes.length > 0 && !query.eventTypes.includes(view.core.eventType)) return true;
  return false;
}

/** Whether an event is deleted and the full listing did not ask for such. */
export function isDeletedAndUnasked(
  workspace: Workspace,
  view: EventView,
  query: ListQuery,
): boolean {
  if (!isDeleted(view) || query.showDeleted === true || query.updatedMin !== null) return false;
  return !isCancelledException(workspace, view) || query.singleEvents;
}

/** A cancelled occurrence of an existing series: a full listing of series includes it, so that clients can hide it. */
function isCancelledException(workspace: Workspace, view: EventView): boolean {
  const { instance, calendar, copy } = view;
  if (!instance || copy.gone === 'dropped') return false;
  const series = calendar.events[instance.seriesId];
  return series === undefined || !isCancelled(workspace, series);
}

/** Whether an event meets every condition of the query that is about the event itself. */
export function matches(view: EventView, query: ListQuery, calendar: CalendarRecord): boolean {
  const { shared, own, core } = view;
  if (query.iCalUID !== undefined && core.iCalUID !== query.iCalUID) return false;
  if (query.updatedMin !== null && updatedAt(view) < query.updatedMin) return false;
  if (!matchesProperties(own.privateProperties, query.privateProperties)) return false;
  if (!matchesProperties(shared.sharedProperties, query.sharedProperties)) return false;
  if (query.q !== '' && !hasWords(view, query.q)) return false;
  return isInWindow(shared, query, calendar);
}

/** An event is in a window when it ends after the window's start and begins before its end; a series when an occurrence is. */
export function isInWindow(
  shared: Pick<SharedFields, 'start' | 'end' | 'recurrence'>,
  { timeMin, timeMax }: Pick<ListQuery, 'timeMin' | 'timeMax'>,
  { timeZone }: CalendarRecord,
): boolean {
  if (timeMin === null && timeMax === null) return true;
  if (!shared.recurrence) return overlaps(spanOf(shared, timeZone), timeMin, timeMax);
  const margin = isAllDay(shared.start) ? 2 * 86_400_000 : 0;
  const to = timeMax === null ? Infinity : timeMax + margin;
  for (const occurrence of occurrences(shared, to, timeMin ?? -Infinity)) {
    if (overlaps(spanOf(occurrence, timeZone), timeMin, timeMax)) return true;
  }
  return false;
}

const overlaps = (
  [start, end]: readonly [number, number],
  timeMin: number | null,
  timeMax: number | null,
): boolean =>
  (timeMin === null || end > timeMin || (start === end && start >= timeMin)) &&
  (timeMax === null || start < timeMax);

/** Titles that Calendar gives to status events, by type. Google matches every translation; here only English ones. */
const KEYWORDS: Readonly<Record<string, string>> = {
  outOfOffice: 'out of office',
  focusTime: 'focus time',
  homeOffice: 'home',
  officeLocation: 'office',
};

function hasWords({ shared, core }: EventView, q: string): boolean {
  const { summary, description, location, workingLocationProperties } = shared.plain;
  const place = (workingLocationProperties ?? {}) as Record<string, Json>;
  const office = (place.officeLocation ?? {}) as JsonObject;
  const custom = (place.customLocation ?? {}) as JsonObject;
  const guests = shared.attendees?.flatMap(({ email, displayName }) => [email, displayName]) ?? [];
  const text = [
    summary,
    description,
    location,
    ...guests,
    core.organizer.email,
    core.organizer.displayName,
    office.buildingId,
    office.deskId,
    office.label,
    custom.label,
    KEYWORDS[core.eventType],
    KEYWORDS[String(place.type)],
  ]
    .filter((value) => typeof value === 'string')
    .join('\n')
    .toLowerCase();
  return q.split(/\s+/).every((word) => text.includes(word));
}
