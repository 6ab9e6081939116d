import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import type { Change } from './change';
import type { Cell } from './spreadsheet';
import { newRow, tableOf, type Table } from './table';

/** A sheet as our changes leave it, without reading it again: if somebody changed it as well, the next batch finds out. */
export function tableAfter(
  table: Table<string>,
  changes: readonly Change[],
): Result<Table<string>, Failure> {
  const sheet = table.sheet.map((row): readonly Cell[] | null => row);
  for (const change of changes) {
    if (change.kind === 'add') sheet.push(newRow(table, change.cells));
    else if (change.kind === 'delete') sheet[change.row.at] = null;
    else sheet[change.row.at] = changed(table, sheet[change.row.at] ?? [], change.cells);
  }
  const rows = sheet.filter((row): row is readonly Cell[] => row !== null);
  while (rows.length > 1 && rows[rows.length - 1]!.every((cell) => cell === '')) rows.pop();
  return tableOf(table.form, rows);
}

function changed(
  { columns }: Table<string>,
  row: readonly Cell[],
  cells: Readonly<Partial<Record<string, Cell>>>,
): Cell[] {
  const after = [...row];
  for (const [field, cell] of Object.entries(cells)) {
    const column = columns[field]!;
    while (after.length < column) after.push('');
    after[column] = cell!;
  }
  return after;
}
