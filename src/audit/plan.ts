/** Which rows are missing from a sheet. */
import { comparable } from './cell-text';
import type { LogEvent } from './log-event';
import { rowOf, type Row } from './row';

/**
 * The columns by which a row is matched with an event, strictest first. A row still matches when a person changed its
 * description or scopes, or when an earlier release worded them differently. Date, application, event, user and
 * address must be unchanged; the application and the event keep exports with different filters apart.
 */
const LIKENESSES: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7],
  [0, 1, 2, 3, 5, 6, 7],
  [0, 1, 2, 3, 5, 7],
];

/**
 * The rows that the sheet lacks, in the order of the events. The sheet has no column for Google's id of an event
 * (H27), so rows are counted: when n events look alike and the sheet has m such rows, n − m are missing.
 */
export function missingRows(events: readonly LogEvent[], present: readonly Row[]): Row[] {
  let missing: readonly Row[] = events.map(rowOf);
  let left = present;
  for (const columns of LIKENESSES) ({ missing, left } = pair(missing, left, columns));
  return [...missing];
}

interface Unpaired {
  readonly missing: readonly Row[];
  readonly left: readonly Row[];
}

/** What is left on both sides when each row of the sheet is paired with a row like it. */
function pair(missing: readonly Row[], left: readonly Row[], columns: readonly number[]): Unpaired {
  if (missing.length === 0 || left.length === 0) return { missing, left };
  const counts = countsOf(left, columns);
  const stillMissing = missing.filter((row) => !take(counts, likeness(row, columns)));
  const unused = left.filter((row) => take(counts, likeness(row, columns)));
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

/** Takes one row of a kind; false when none is left. */
function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

const likeness = (row: Row, columns: readonly number[]): string =>
  JSON.stringify(columns.map((column) => comparable(row[column] ?? '')));
