/** Removes old rows: finds them by one column, then deletes them in lots, from the last row up, so that no deletion moves another old row. */
import type { Removed } from '../journal/ports';
import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { instantOrNull, textOf } from '../sheets/cells';
import { deleteRow, type Change } from '../sheets/change';
import { inLots } from '../sheets/plan';
import type { Sheets } from '../sheets/sheets';
import type { Cell } from '../sheets/spreadsheet';
import type { Row, TableForm } from '../sheets/table';
import { CONNECTIONS, LINKS } from './forms';

/** A batch copies what it deletes, and its response contains the copies. */
export const OLD_ROWS = {
  ROWS_PER_BATCH: 1_000,
  CHARACTERS_PER_BATCH: 1_000_000,
  RUNS: 50,
} as const;

/** After this many batches that met somebody's edits, the rest is left to the next day. */
const MOST_MISSES = 5;

interface RowRun {
  readonly row: number;
  readonly count: number;
}

/**
 * The last rows that are older than `before`, as many as one batch takes, as runs of adjacent rows, first to last.
 *
 * @param instants the cells of one column, including the heading. A cell without an instant that Tandem wrote does not count as old.
 */
export function lastOldRuns(instants: readonly Cell[], before: string): readonly RowRun[] {
  const runs: RowRun[] = [];
  let rows = 0;
  for (let at = instants.length - 1; at > 0 && rows < OLD_ROWS.ROWS_PER_BATCH; at -= 1) {
    if (!isOld(instants[at]!, before)) continue;
    const last = runs[runs.length - 1];
    if (last && last.row === at + 1) runs[runs.length - 1] = { row: at, count: last.count + 1 };
    else if (runs.length === OLD_ROWS.RUNS) break;
    else runs.push({ row: at, count: 1 });
    rows += 1;
  }
  return runs.reverse();
}

const isOld = (cell: Cell, before: string): boolean => {
  const instant = instantOrNull(cell);
  return instant !== null && msOf(instant) < msOf(before);
};

/** Removes old rows of one sheet, one batch a call. An execution reads the column once, and again after somebody moved rows. */
export function oldRows<F extends string>(sheets: Sheets, form: TableForm<F>, field: F) {
  let known: Cell[] | null = null;
  let misses = 0;

  return function removeOld(before: string): Result<Removed, Failure> {
    const column = known === null ? sheets.column(form, field) : ok(known);
    if (!column.ok) return column;
    known = [...column.value];
    const runs = lastOldRuns(known, before);
    if (runs.length === 0) return ok({ removed: 0, isDone: true });
    const found = sheets.rowsAt(form, runs);
    if (!found.ok) return found;
    const old = withinBatch(found.value.filter(({ cells }) => isOld(cells[field], before)));
    const landings = sheets.write(old.map((row) => deleteRow(form, row)));
    if (!landings.ok) return landings;
    const removed = landings.value.filter((landing) => landing === 'landed').length;
    const isSteady = removed === old.length && old.length > 0;
    if (isSteady) for (const { at } of [...old].reverse()) known.splice(at, 1);
    else known = null;
    misses = isSteady ? 0 : misses + 1;
    return ok({ removed, isDone: misses === MOST_MISSES });
  };
}

/** The last rows, as many as one response holds; at least one. */
function withinBatch<F extends string>(rows: readonly Row<F>[]): readonly Row<F>[] {
  let characters = 0;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    characters += Object.values<Cell>(rows[index]!.cells).join('').length;
    if (characters > OLD_ROWS.CHARACTERS_PER_BATCH)
      return rows.slice(Math.min(index + 1, rows.length - 1));
  }
  return rows;
}

/**
 * Removes the links of people who turned their sync off before `before`. Connections are checked first: links are read only if somebody
 * passed that limit since the last check.
 */
export function removeLinksOfOff(
  sheets: Sheets,
  before: string,
  since: string,
): Result<Removed, Failure> {
  const connections = sheets.table(CONNECTIONS);
  if (!connections.ok) return connections;
  const gone = new Set(
    connections.value.rows.flatMap(({ cells }) => {
      const offAt = textOf(cells.offAt);
      const isOff = textOf(cells.state).toLowerCase() !== 'on';
      return isOff && offAt !== '' && offAt >= since && offAt < before
        ? [textOf(cells.userId)]
        : [];
    }),
  );
  if (gone.size === 0) return ok({ removed: 0, isDone: true });
  let removed = 0;
  const done = inLots(sheets, () => {
    const links = sheets.table(LINKS);
    if (!links.ok) return links;
    const rows = links.value.rows.filter(({ cells }) => gone.has(textOf(cells.userId)));
    removed = Math.max(removed, rows.length);
    return ok(rows.map((row): Change => deleteRow(LINKS, row)));
  });
  return done.ok ? ok({ removed, isDone: true }) : done;
}
