/** Gives an id to each row that has none of its own: new ones that people typed, and copies that were pasted. */
import type { RowUpdate } from './spreadsheet';
import { updatesOf, type Cells, type Row, type Table } from './table';
import { textOf } from './cells';

export interface Identifying<F extends string> {
  readonly id: F;
  /** What else a copy must not share with its original; null for nothing. */
  readonly origin: F | null;
  /** Never the same twice; no row's number is in it, for rows move. */
  readonly newId: () => string;
}

export interface Identified<F extends string> {
  readonly table: Table<F>;
  /** To be written before an id is used. */
  readonly updates: readonly RowUpdate[];
}

/** Of rows with one id the first keeps it. */
export function identified<F extends string>(
  table: Table<F>,
  { id, origin, newId }: Identifying<F>,
): Identified<F> {
  const taken = new Set<string>();
  const isKeeper = table.rows.map(({ cells }) => {
    const own = textOf(cells[id]);
    if (own === '' || taken.has(own)) return false;
    return taken.add(own).size > 0;
  });
  if (isKeeper.every((keeps) => keeps)) return { table, updates: [] };
  const origins = new Set(
    table.rows.flatMap(({ cells }, index) =>
      origin !== null && isKeeper[index] ? [textOf(cells[origin])] : [],
    ),
  );
  const updates: RowUpdate[] = [];
  const rows = table.rows.map((row, index): Row<F> => {
    if (isKeeper[index]) return row;
    const given = { [id]: freeId(newId, taken) } as Partial<Record<F, string>>;
    if (origin !== null) {
      const mark = textOf(row.cells[origin]);
      if (mark !== '' && origins.has(mark)) given[origin] = '';
      origins.add(mark);
    }
    updates.push(...updatesOf(table, row.at, given as Partial<Cells<F>>));
    return { at: row.at, cells: { ...row.cells, ...given } };
  });
  return { table: { ...table, rows }, updates };
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
