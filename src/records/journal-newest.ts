/** The newest rows of the Journal, for people to read. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { NotedChange } from '../journal/ports';
import { instantOrNull, textOf } from '../sheets/cells';
import type { Sheets } from '../sheets/sheets';
import { JOURNAL_ROWS } from './forms';

/**
 * Reads one column to find the rows, wherever people have sorted them to, and then those alone. Newest first.
 *
 * @param most the most rows to return.
 */
export function newestChanges(
  sheets: Sheets,
  most: number,
): Result<readonly NotedChange[], Failure> {
  const instants = sheets.column(JOURNAL_ROWS, 'instant');
  if (!instants.ok) return instants;
  const newest = instants.value
    .flatMap((cell, row) => {
      const at = row > 0 ? instantOrNull(cell) : null;
      return at === null ? [] : [{ row, at }];
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, most)
    .map(({ row }) => row);
  const rows = newest.length === 0 ? ok([]) : sheets.rowsAt(JOURNAL_ROWS, runsOf(newest));
  if (!rows.ok) return rows;
  const changes = rows.value.map(({ cells }) => ({
    at: textOf(cells.instant),
    person: textOf(cells.person),
    where: textOf(cells.side),
    what: textOf(cells.operation),
    title: textOf(cells.title),
    change: textOf(cells.change),
  }));
  return ok(changes.sort((one, other) => (one.at < other.at ? 1 : -1)));
}

/** Adjacent rows together: each run is a block of the request. */
function runsOf(rows: readonly number[]): { row: number; count: number }[] {
  const runs: { row: number; count: number }[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = runs[runs.length - 1];
    if (last && last.row + last.count === row) last.count += 1;
    else runs.push({ row, count: 1 });
  }
  return runs;
}
