/** Which rows are missing from a sheet. */
import { comparable } from './cell-text';
import type { LogEvent } from './log-event';
import { rowOf, type Row } from './row';

/** A row with the key of its event. */
export interface KeyedRow {
  readonly cells: Row;
  /** Empty when it has none: it is from before there were keys, or lost it. */
  readonly key: string;
}

/** A row of the sheet. */
export interface PresentRow extends KeyedRow {
  /** Its place in the sheet, counted from 0. */
  readonly at: number;
}

/**
 * The columns by which a row without a key is matched with an event, strictest first. A row still matches when a person
 * changed its description or scopes, or when an earlier release worded them differently. Date, application, event,
 * user and address must be unchanged; the application and the event keep exports with different filters apart.
 */
const LIKENESSES: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7],
  [0, 1, 2, 3, 5, 6, 7],
  [0, 1, 2, 3, 5, 7],
];

export interface RowPlan {
  /** The rows that the sheet lacks, in the order of the events. */
  readonly missing: readonly KeyedRow[];
  /** The rows that had no key, with those of their events. */
  readonly recognized: readonly PresentRow[];
}

/**
 * A row with a key is its event's, whatever people did to its cells. Rows without one are recognized by their cells,
 * each for one event: when n events look alike and the sheet has m such rows, n − m are missing. Where it is uncertain
 * which of them are missing, all are: a log may have a row twice, and must not lack one.
 */
export function planRows(events: readonly LogEvent[], present: readonly PresentRow[]): RowPlan {
  const keyed = present.filter(({ key }) => key !== '');
  const keys = new Set(keyed.map(({ key }) => key));
  let plan: RowPlan = {
    missing: events
      .filter(({ key }) => !keys.has(key))
      .map((event) => ({ cells: rowOf(event), key: event.key })),
    recognized: [],
  };
  let left = present.filter(({ key }) => key === '');
  // Somebody's copy of a row belongs to the event of that row, and to no other that resembles it.
  const originals = new Set(keyed.map(({ cells }) => likeness(cells)));
  for (const columns of LIKENESSES) {
    if (plan.missing.length === 0 || left.length === 0) break;
    ({ plan, left } = pair(plan, left, columns));
    left = left.filter(({ cells }) => !originals.has(likeness(cells)));
  }
  return plan;
}

/** Pairs each row that is left with a missing one like it. */
function pair(plan: RowPlan, rows: readonly PresentRow[], columns: readonly number[]) {
  const alike = groupBy(rows, ({ cells }) => likeness(cells, columns));
  const wanted = groupBy(plan.missing, ({ cells }) => likeness(cells, columns));
  const certain = new Map(
    [...alike].filter(([like, found]) => !isUncertain(wanted.get(like) ?? [], found.length)),
  );
  const recognized = [...plan.recognized];
  const missing = plan.missing.filter(({ cells, key }) => {
    const row = certain.get(likeness(cells, columns))?.shift();
    if (row) recognized.push({ ...row, key });
    return !row;
  });
  return { plan: { missing, recognized }, left: [...alike.values()].flat() };
}

/** Whether events that can be told apart have fewer rows than there are events. */
function isUncertain(events: readonly KeyedRow[], rows: number): boolean {
  return rows < events.length && groupBy(events, ({ cells }) => likeness(cells)).size > 1;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const likeness = (row: Row, columns: readonly number[] = LIKENESSES[0]!): string =>
  JSON.stringify(columns.map((column) => comparable(row[column] ?? '')));
