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
 * each for one event: when n events look alike and the sheet has m such rows, n − m are missing.
 */
export function planRows(events: readonly LogEvent[], present: readonly PresentRow[]): RowPlan {
  const keys = new Set(present.map(({ key }) => key));
  let plan: RowPlan = {
    missing: events
      .filter(({ key }) => !keys.has(key))
      .map((event) => ({ cells: rowOf(event), key: event.key })),
    recognized: [],
  };
  let left = present.filter(({ key }) => key === '');
  for (const columns of LIKENESSES) {
    if (plan.missing.length === 0 || left.length === 0) break;
    ({ plan, left } = pair(plan, left, columns));
  }
  return plan;
}

/** Pairs each row that is left with a missing one like it. */
function pair(plan: RowPlan, rows: readonly PresentRow[], columns: readonly number[]) {
  const alike = new Map<string, PresentRow[]>();
  for (const row of rows) {
    const like = likeness(row.cells, columns);
    const known = alike.get(like);
    if (known) known.push(row);
    else alike.set(like, [row]);
  }
  const recognized = [...plan.recognized];
  const missing = plan.missing.filter(({ cells, key }) => {
    const row = alike.get(likeness(cells, columns))?.shift();
    if (row) recognized.push({ ...row, key });
    return !row;
  });
  return { plan: { missing, recognized }, left: [...alike.values()].flat() };
}

const likeness = (row: Row, columns: readonly number[]): string =>
  JSON.stringify(columns.map((column) => comparable(row[column] ?? '')));
