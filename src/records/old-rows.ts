/** Rows that go when they are old: found by one column, then read and deleted in lots, the last ones first, so that none moves another. */
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

/** A batch copies what it deletes, and its answer shows the copies. */
export const OLD_ROWS = {
  ROWS_PER_BATCH: 1_000,
  CHARACTERS_PER_BATCH: 1_000_000,
  RUNS: 50,
} as const;

/** Somebody edits without a pause: the rest is left to the next day. */
const MOST_MISSES = 5;

interface RowRun {
  readonly row: number;
  readonly count: number;
}

/**
 * The last of the rows that are older than `before`, as runs of neighbours from the first to the last: as many as go in one batch.
 *
 * @param instants one column, the heading included; what is no instant of ours is not old.
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

/** Removes old rows of one sheet, a batch at each call. One execution reads the column once, and again when somebody moved rows. */
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

/** The last of the rows, as many as one answer holds; one at least. */
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
 * Removes the links of people who turned their sync off longer ago. Connections are looked at first: links are read only where somebody's
 * time came since the last look.
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
