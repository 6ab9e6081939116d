import { flagParam, type ApiRequest, type Json } from '../api-method';
import { formatRange } from '../spreadsheet/a1-notation';
import type { SpreadsheetRecord } from '../state/sheets';
import { valueRange, type Reading } from './values-read';
import type { PlannedWrite } from './planned-write';

/** An UpdateValuesResponse. */
export const updateAnswer = (
  spreadsheet: SpreadsheetRecord,
  planned: PlannedWrite,
  reading: Reading | null,
): object => ({
  spreadsheetId: spreadsheet.spreadsheetId,
  ...updatedCells(spreadsheet, planned, reading),
});

/** How many cells were written, and where. */
export function updatedCells(
  spreadsheet: SpreadsheetRecord,
  { sheet, block, prepared, updatedCells: count }: PlannedWrite,
  reading: Reading | null,
): object {
  const rows = prepared.cells.length;
  const shown = {
    ...block,
    endRow: Math.max(block.endRow, block.startRow + 1),
    endColumn: Math.max(block.endColumn, block.startColumn + 1),
  };
  return {
    updatedRange: formatRange(sheet.title, shown),
    ...(count > 0 && {
      updatedRows: rows,
      updatedColumns: block.endColumn - block.startColumn,
      updatedCells: count,
    }),
    ...(reading && { updatedData: valueRange(spreadsheet, sheet, shown, reading) }),
  };
}

/** The totals of a BatchUpdateValuesResponse over all of its writes. */
export function totals(planned: readonly PlannedWrite[]): object {
  const rows = new Set<string>();
  const columns = new Set<string>();
  const sheets = new Set<number>();
  let cells = 0;
  for (const { sheet, block, updatedCells } of planned) {
    if (updatedCells === 0) continue;
    cells += updatedCells;
    sheets.add(sheet.sheetId);
    for (let row = block.startRow; row < block.endRow; row++) rows.add(`${sheet.sheetId} ${row}`);
    for (let at = block.startColumn; at < block.endColumn; at++)
      columns.add(`${sheet.sheetId} ${at}`);
  }
  if (cells === 0) return {};
  return {
    totalUpdatedRows: rows.size,
    totalUpdatedColumns: columns.size,
    totalUpdatedCells: cells,
    totalUpdatedSheets: sheets.size,
  };
}

/** How the written values are returned; null when they are not. */
export function responseReading(
  request: ApiRequest,
  from: Readonly<Record<string, Json | readonly string[] | undefined>> | ApiRequest['params'],
): Reading | null {
  const asked =
    flagParam(request, 'includeValuesInResponse') || from['includeValuesInResponse'] === true;
  if (!asked) return null;
  const values = from['responseValueRenderOption'];
  return {
    majorDimension: 'ROWS',
    rendering: {
      values: values === 'UNFORMATTED_VALUE' || values === 'FORMULA' ? values : 'FORMATTED_VALUE',
      dates:
        from['responseDateTimeRenderOption'] === 'FORMATTED_STRING'
          ? 'FORMATTED_STRING'
          : 'SERIAL_NUMBER',
    },
  };
}
