/** Gives an id to each row that lacks one of its own: new rows that people typed, and pasted copies. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { textOf } from './cells';
import { updateRow, type Change } from './change';
import { carryOut } from './plan';
import type { Sheets } from './sheets';
import type { Cells, Row, Table, TableForm } from './table';

export interface Identifying<F extends string> {
  readonly id: F;
  /** A field besides the id that a copy must not share with its original; null when there is none. */
  readonly origin: F | null;
  /** Returns a new id each time. It must not contain the row's number, because rows move. */
  readonly newId: () => string;
  /** Which rows need an id. */
  has?(cells: Cells<F>): boolean;
}

/** The sheet once every row has a saved id. No row gets another row's id, even if somebody moves rows meanwhile. */
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
