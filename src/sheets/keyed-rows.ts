/** Records as rows found by a key: changed ones are written in place, new ones are added. */
import { ok } from '../kit/result';
import { addRow, deleteRow, updateRow, type Change } from './change';
import type { Plan } from './plan';
import type { Sheets } from './sheets';
import { comparable, fieldsOf, type Cells, type Table, type TableForm } from './table';

/** The wanted cells by key; null for a record to delete. */
export type Wanted<F extends string> = ReadonlyMap<string, Cells<F> | null>;

/** The key of a row; null for an unreadable row, which is left alone. */
export type KeyOf<F extends string> = (cells: Cells<F>) => string | null;

/**
 * The changes that bring a sheet to the wanted state: only cells that differ. Records that are not named stay as they are; a second
 * row with a named key is deleted.
 */
export function changesFor<F extends string>(
  table: Table<F>,
  keyOf: KeyOf<F>,
  wanted: Wanted<F>,
): Change[] {
  const { form } = table;
  const changes: Change[] = [];
  const met = new Set<string>();
  for (const row of table.rows) {
    const key = keyOf(row.cells);
    const next = key === null ? undefined : wanted.get(key);
    if (key === null || next === undefined) continue;
    if (next === null || met.has(key)) changes.push(deleteRow(form, row));
    else {
      const cells = differing(table, row.cells, next);
      if (cells) changes.push(updateRow(form, row, cells));
    }
    met.add(key);
  }
  for (const [key, next] of wanted)
    if (next !== null && !met.has(key)) changes.push(addRow(form, next));
  return changes;
}

/** Null when nothing differs. */
function differing<F extends string>(
  { form }: Table<F>,
  now: Cells<F>,
  next: Partial<Cells<F>>,
): Partial<Cells<F>> | null {
  const fields = fieldsOf(form).filter(
    (field) => next[field] !== undefined && comparable(next[field]!) !== comparable(now[field]),
  );
  if (fields.length === 0) return null;
  return Object.fromEntries(fields.map((field) => [field, next[field]])) as Partial<Cells<F>>;
}

export const keyedPlan = <F extends string>(
  sheets: Sheets,
  form: TableForm<F>,
  keyOf: KeyOf<F>,
  wanted: () => Wanted<F>,
): Plan => ({
  changes() {
    const table = sheets.table(form);
    return table.ok ? ok(changesFor(table.value, keyOf, wanted())) : table;
  },
});
