import type { Workspace } from '../workspace';
import { wholeBlock } from '../spreadsheet/ranges';
import { FORMATTED } from '../spreadsheet/rendered-value';
import { renderedRows } from '../spreadsheet/rendered-rows';

/**
 * The cells of a sheet as a person sees them, row by row, without empty ones at the end of a row and of the sheet. A
 * formula that is not computed here appears as the formula.
 *
 * @throws Error when there is no such spreadsheet or sheet.
 */
export function cellsOf(
  { state: { sheets } }: Workspace,
  spreadsheetId: string,
  sheetTitle: string,
): string[][] {
  const spreadsheet = sheets.spreadsheets[spreadsheetId];
  const sheet = spreadsheet?.sheets.find(({ title }) => title === sheetTitle);
  if (!spreadsheet || !sheet)
    throw new Error(`There is no sheet ${sheetTitle} in the spreadsheet ${spreadsheetId}.`);
  const shown = renderedRows(spreadsheet, sheet, wholeBlock(sheet), FORMATTED);
  return shown.map((row, rowIndex) =>
    row.map((value, columnIndex) => {
      const cell = sheet.cells[rowIndex]![columnIndex];
      return typeof cell === 'object' && cell !== null ? cell.formula : String(value);
    }),
  );
}

/** The titles of a spreadsheet's sheets, in the order of their tabs. */
export const sheetTitlesOf = ({ state: { sheets } }: Workspace, spreadsheetId: string): string[] =>
  sheets.spreadsheets[spreadsheetId]?.sheets.map(({ title }) => title) ?? [];
