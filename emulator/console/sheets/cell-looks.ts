import { criteriaOf } from './basic-filter';
import { isInside } from './cell-address';
import { blockOf, type Sheet, type Table } from './sheet-resources';

/** Marks of cells for the style sheet: a filter's headings, a table's headings and rows. */
export function looksOf(sheet: Sheet): (row: number, column: number) => string {
  const { basicFilter: filter, tables = [] } = sheet;
  const filtered = filter && blockOf(filter.range, sheet);
  const criteria = filter && criteriaOf(filter);
  const blocks = tables.map(({ range }) => blockOf(range, sheet));
  if (!filtered && blocks.length === 0) return () => '';
  return (row, column) => {
    const block = blocks.find((one) => isInside({ row, column }, one));
    const looks: string[] = [];
    if (block) looks.push(row === block.startRow ? 'table-head' : 'table-row');
    if (block && (row - block.startRow) % 2 === 0) looks.push('even');
    if (filtered?.startRow === row && isInside({ row, column }, filtered))
      looks.push(criteria?.has(column) ? 'filter filtering' : 'filter');
    return looks.join(' ');
  };
}

/** The table that contains a cell. */
export const tableAt = (sheet: Sheet, row: number, column: number): Table | undefined =>
  sheet.tables?.find(({ range }) => isInside({ row, column }, blockOf(range, sheet)));
