import type { Block } from './grid';
import { renderedValue, type Rendering } from './rendered-value';
import { styleAt } from './styles';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';

/** A cell's value in an answer. */
export type Rendered = string | number | boolean;

/** The cells of a block as an answer returns them, cut off where only empty ones follow. */
export function renderedRows(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  { startRow, endRow, startColumn, endColumn }: Block,
  rendering: Rendering,
): Rendered[][] {
  const rows: Rendered[][] = [];
  let filled = 0;
  for (let row = startRow; row < Math.min(endRow, sheet.cells.length); row++) {
    const cells = sheet.cells[row]!;
    const values: Rendered[] = [];
    for (let column = startColumn; column < Math.min(endColumn, cells.length); column++) {
      const cell = cells[column]!;
      values.push(
        typeof cell === 'string'
          ? cell
          : renderedValue(cell, styleAt(spreadsheet, sheet, row, column), rendering),
      );
    }
    while (values.length > 0 && values[values.length - 1] === '') values.pop();
    rows.push(values);
    if (values.length > 0) filled = rows.length;
  }
  rows.length = filled;
  return rows;
}
