import { refusal } from './errors';
import type { SpreadsheetRecord } from '../state/sheets';

/** @see https://support.google.com/drive/answer/37603 */
export const SHEETS_LIMITS = {
  CELLS_OF_A_SPREADSHEET: 10_000_000,
  COLUMNS: 18_278,
  CHARACTERS_OF_A_CELL: 50_000,
} as const;

/** @throws GoogleError 400 when the grids together have more cells than a spreadsheet may. Empty cells count. */
export function requireRoom({ sheets }: Pick<SpreadsheetRecord, 'sheets'>): void {
  let cells = 0;
  for (const { rowCount, columnCount } of sheets) {
    cells += rowCount * columnCount;
    if (columnCount > SHEETS_LIMITS.COLUMNS)
      throw refusal(
        `This action would increase the number of columns in the sheet above the limit of ${SHEETS_LIMITS.COLUMNS} columns.`,
      );
  }
  if (cells > SHEETS_LIMITS.CELLS_OF_A_SPREADSHEET)
    throw refusal(
      `This action would increase the number of cells in the workbook above the limit of ${SHEETS_LIMITS.CELLS_OF_A_SPREADSHEET} cells.`,
    );
}

/** @throws GoogleError 400 for text that is too long for a cell. */
export function requireFitsCell(text: string): string {
  if (text.length > SHEETS_LIMITS.CHARACTERS_OF_A_CELL)
    throw refusal(
      `Your input contains more than the maximum of ${SHEETS_LIMITS.CHARACTERS_OF_A_CELL} characters in a single cell.`,
    );
  return text;
}
