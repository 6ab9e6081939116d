/** Gives an id to each row that has none of its own: new ones that people typed, and copies that were pasted. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { textOf } from './cells';
import { updateRow, type Change } from './change';
import { carryOut } from './plan';
import type { Sheets } from './sheets';
import type { Cells, Row, Table, TableForm } from './table';

export interface Identifying<F extends string> {
  readonly id: F;
  /** What else a copy must not share with its original; null for nothing. */
  readonly origin: F | null;
  /** Never the same twice; no row's number is in it, for rows move. */
  readonly newId: () => string;
  /** Rows that are to have one. */
  has?(cells: Cells<F>): boolean;
}

/** A sheet in which each row has an id that is durable. A row that somebody moved meanwhile has got none by mistake. */
export function identifiedTable<F extends string>(
  sheets: Sheets,
  form: TableForm<F>,
  identifying: Identifying<F>,
): Result<Table<F>, Failure> {
  const plan = {
    changes() {
      const table = sheets.table(form);
      return table.ok ? ok(missingIds(table.value, identifying)) : table;
    },
  };
  const done = carryOut(sheets, [plan]);
  return done.ok ? sheets.table(form) : done;
}

/** Of rows with one id the first keeps it. */
export function missingIds<F extends string>(
  table: Table<F>,
  { id, origin, newId, has = () => true }: Identifying<F>,
): Change[] {
  const taken = new Set<string>();
  const rows = table.rows.filter(({ cells }) => has(cells));
  const isKeeper = rows.map(({ cells }) => {
    const own = textOf(cells[id]);
    if (own === '' || taken.has(own)) return false;
    return taken.add(own).size > 0;
  });
  if (isKeeper.every((keeps) => keeps)) return [];
  const origins = new Set(
    rows.flatMap(({ cells }, index) =>
      origin !== null && isKeeper[index] ? [textOf(cells[origin])] : [],
    ),
  );
  return rows.flatMap((row: Row<F>, index): Change[] => {
    if (isKeeper[index]) return [];
    const given = { [id]: freeId(newId, taken) } as Partial<Record<F, string>>;
    if (origin !== null) {
      const mark = textOf(row.cells[origin]);
      if (mark !== '' && origins.has(mark)) given[origin] = '';
      origins.add(mark);
    }
    return [updateRow(table.form, row, given as Partial<Cells<F>>)];
  });
}

const MOST_TRIES = 100;

function freeId(newId: () => string, taken: Set<string>): string {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const id = newId();
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
  throw new Error('The ids that are handed in are not new.');
}
