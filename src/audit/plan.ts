/** Which rows are missing from a sheet. */
import { comparable } from './cell-text';
import type { LogEvent } from './log-event';
import { rowOf, type Row } from './row';

/**
 * The columns by which a row is taken for an event, strictest first. A row whose description or scopes a person changed,
 * or that an earlier release worded differently, is still that event's. Date, application, event, user and address
 * have to stand as they were; the application's name and the event among them keep exports with other filters apart.
 */
const LIKENESSES: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7],
  [0, 1, 2, 3, 5, 6, 7],
  [0, 1, 2, 3, 5, 7],
];

/**
 * Rows of the events that the sheet has no row of, in the order of the events. The sheet has no room for Google's id of
 * an event (H27), so rows are counted: of n events that look alike, as many are missing as the sheet has fewer than n.
 */
export function missingRows(events: readonly LogEvent[], present: readonly Row[]): Row[] {
  let missing: readonly Row[] = events.map(rowOf);
  let left = present;
  for (const columns of LIKENESSES) ({ missing, left } = paired(missing, left, columns));
  return [...missing];
}

interface Unpaired {
  readonly missing: readonly Row[];
  readonly left: readonly Row[];
}

/** What remains when every row of the sheet has taken one like it. */
function paired(
  missing: readonly Row[],
  left: readonly Row[],
  columns: readonly number[],
): Unpaired {
  if (missing.length === 0 || left.length === 0) return { missing, left };
  const counts = countsOf(left, columns);
  const stillMissing = missing.filter((row) => !took(counts, likeness(row, columns)));
  const unused = left.filter((row) => took(counts, likeness(row, columns)));
  return { missing: stillMissing, left: unused };
}

function countsOf(rows: readonly Row[], columns: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = likeness(row, columns);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Takes one of a kind; false when there is none left. */
function took(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

const likeness = (row: Row, columns: readonly number[]): string =>
  JSON.stringify(columns.map((column) => comparable(row[column] ?? '')));
