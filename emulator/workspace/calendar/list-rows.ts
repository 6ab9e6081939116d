import type { Workspace } from '../workspace';
import { basicForm, isAllDay } from './event-time';
import { coreOf, copiesInOrder, sortedRows, spanOf } from './event-store';
import { isDeleted, occurrenceView, viewOf, type EventView } from './event-view';
import { isDeletedAndUnasked, isInWindow, isLeftOut, matches } from './list-match';
import type { ListQuery } from './list-query';
import { isOpenEnded, occurrences, OPEN_ENDED_OCCURRENCES } from './series';
import type { CalendarRecord, EventCopy } from '../state/calendar';

/** One candidate of a listing, and where the listing continues after it. */
export interface Row {
  /** Null for a candidate that takes a place on the page but is not shown. */
  readonly view: EventView | null;
  /** The position of the copy, and how many of its occurrences came before. */
  readonly order: number;
  readonly occurrence: number;
}

/** The position after which a page begins. */
export type Place = Pick<Row, 'order' | 'occurrence'>;

/** Candidates of a full listing from a position onward, in order of creation, occurrences of a series in order of time. */
export function* rowsInOrder(
  workspace: Workspace,
  calendar: CalendarRecord,
  query: ListQuery,
  after: Place,
): Generator<Row> {
  const copies = copiesInOrder(calendar);
  for (let index = firstAtOrAfter(copies, after.order); index < copies.length; index++) {
    const copy = copies[index]!;
    const from = copy.order === after.order ? after.occurrence + 1 : 0;
    yield* rowsOfCopy(workspace, calendar, query, copy, from);
  }
}

function firstAtOrAfter(copies: readonly EventCopy[], order: number): number {
  let [low, high] = [0, copies.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (copies[middle]!.order >= order) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The rows of one copy: the copy itself, or its occurrences; a deleted series' too where deleted events are asked for. */
function* rowsOfCopy(
  workspace: Workspace,
  calendar: CalendarRecord,
  query: ListQuery,
  copy: EventCopy,
  from: number,
): Generator<Row> {
  const view = viewOf(workspace, calendar, copy);
  const { order } = copy;
  if (query.singleEvents && view.shared.recurrence) {
    if (!isDeleted(view) || query.showDeleted === true || query.updatedMin !== null)
      yield* rowsOfSeries(workspace, calendar, query, view, from);
  } else if (from === 0 && copy.gone !== 'dropped' && matches(view, query, calendar)) {
    const shown = !isLeftOut(view, query) && !isDeletedAndUnasked(workspace, view, query);
    yield { view: shown ? view : null, order, occurrence: 0 };
  }
}

function* rowsOfSeries(
  workspace: Workspace,
  calendar: CalendarRecord,
  query: ListQuery,
  series: EventView,
  from: number,
): Generator<Row> {
  const aboutItself = { ...query, timeMin: null, timeMax: null };
  if (!matches(series, aboutItself, calendar)) return;
  const left = isLeftOut(series, query);
  let occurrence = 0;
  for (const view of plainOccurrences(workspace, calendar, series.copy, query)) {
    if (occurrence++ < from) continue;
    yield { view: left ? null : view, order: series.copy.order, occurrence: occurrence - 1 };
  }
}

/**
 * Occurrences of a series on a calendar that have no exception there, within a window. Without an end, as many as Google
 * lists.
 */
export function* plainOccurrences(
  workspace: Workspace,
  calendar: CalendarRecord,
  copy: EventCopy,
  { timeMin, timeMax }: Pick<ListQuery, 'timeMin' | 'timeMax'>,
): Generator<EventView> {
  const core = coreOf(workspace, copy);
  let left = timeMax === null && isOpenEnded(core.shared) ? OPEN_ENDED_OCCURRENCES : Infinity;
  const margin = isAllDay(core.shared.start) ? 2 * 86_400_000 : 0;
  for (const occurrence of occurrences(
    core.shared,
    timeMax === null ? Infinity : timeMax + margin,
    timeMin ?? -Infinity,
  )) {
    if (!isInWindow(occurrence, { timeMin, timeMax }, calendar)) continue;
    if (left-- <= 0) return;
    if (hasException(workspace, calendar, core.exceptions?.[basicForm(occurrence.start)])) continue;
    yield occurrenceView(workspace, calendar, copy, occurrence);
  }
}

/** Whether an exception replaces an occurrence on this calendar. */
export function hasException(
  { state }: Workspace,
  calendar: CalendarRecord,
  key: string | undefined,
): boolean {
  if (key === undefined) return false;
  const copy = calendar.events[state.calendar.cores[key]?.copies[calendar.key] ?? ''];
  return copy !== undefined && copy.gone !== 'dropped';
}

/** Rows of an ordered listing: computed once, sorted, and kept for the following pages. */
export function rowsSorted(
  workspace: Workspace,
  calendar: CalendarRecord,
  query: ListQuery,
  key: string,
): readonly Row[] {
  return sortedRows(calendar, key, () => {
    const rows = [...rowsInOrder(workspace, calendar, query, { order: 0, occurrence: 0 })];
    const keyed = rows.map((row) => ({ row, by: sortKey(row, query, calendar) }));
    return keyed.sort((a, b) => a.by - b.by).map(({ row }) => row);
  });
}

const sortKey = ({ view }: Row, { orderBy }: ListQuery, { timeZone }: CalendarRecord): number => {
  if (!view) return 0;
  return orderBy === 'updated'
    ? Math.max(view.core.updated, view.copy.updated ?? 0)
    : spanOf(view.shared, timeZone)[0];
};
