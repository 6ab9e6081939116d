/** Records kept as rows that are found by a key: what changed is written in place, what is new is added. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Sheets } from './sheets';
import type { Cell, RowUpdate } from './spreadsheet';
import { newRow, textOfCells, updatesOf, fieldsOf, type Cells, type Table } from './table';

/** Wanted cells by key; null for a record that is to be no more. */
export type Wanted<F extends string> = ReadonlyMap<string, Cells<F> | null>;

export interface RowChanges {
  readonly updates: readonly RowUpdate[];
  readonly added: readonly (readonly Cell[])[];
  /** Rows of records that are no more, and second rows of those that are. */
  readonly surplus: readonly number[];
}

/**
 * What to write so that a sheet holds what is wanted. Records that are not named stay as they are.
 *
 * @param keyOf null for a row that nobody can read, which is left alone.
 */
export function rowChanges<F extends string>(
  table: Table<F>,
  keyOf: (cells: Cells<F>) => string | null,
  wanted: Wanted<F>,
): RowChanges {
  const updates: RowUpdate[] = [];
  const surplus: number[] = [];
  const met = new Set<string>();
  for (const { at, cells } of table.rows) {
    const key = keyOf(cells);
    const next = key === null ? undefined : wanted.get(key);
    if (key === null || next === undefined) continue;
    if (next === null || met.has(key)) surplus.push(at);
    else if (!isSame(table, cells, next)) updates.push(...updatesOf(table, at, next));
    met.add(key);
  }
  const added = [...wanted].flatMap(([key, next]) =>
    next === null || met.has(key) ? [] : [newRow(table, next)],
  );
  return { updates, added, surplus };
}

const isSame = <F extends string>(
  { form }: Table<F>,
  one: Partial<Cells<F>>,
  other: Partial<Cells<F>>,
): boolean => {
  const fields = fieldsOf(form).filter((field) => other[field] !== undefined);
  return textOfCells(one as Cells<F>, fields) === textOfCells(other as Cells<F>, fields);
};

/** At most three requests: updates, new rows, and last the rows to delete, so that what fails between leaves too much. */
export function written(
  sheets: Sheets,
  sheet: string,
  { updates, added, surplus }: RowChanges,
): Result<null, Failure> {
  const updated = updates.length > 0 ? sheets.update(updates) : ok(null);
  if (!updated.ok) return updated;
  const appended = added.length > 0 ? sheets.append(sheet, added) : ok(null);
  if (!appended.ok || surplus.length === 0) return appended;
  return sheets.deleteRows(sheet, surplus);
}
