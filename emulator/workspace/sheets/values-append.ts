import { requiredParam, textParam, type ApiMethod } from '../api-method';
import { callingAccount } from '../drive/account';
import { formatRange } from '../spreadsheet/a1-notation';
import { noteEdit, openSpreadsheet } from './access';
import { answerFields } from './answer-fields';
import { insertDimension } from './dimensions';
import type { Block } from '../spreadsheet/grid';
import { requireRoom } from '../spreadsheet/limits';
import { requireUnprotected } from './protection';
import { blockOf, resolveRange } from '../spreadsheet/ranges';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';
import { lastTable, rememberTable } from './table-detection';
import { inputOption, inputRows, widthOf } from './values-input';
import { responseReading, updateAnswer } from './update-answer';
import { plannedCells, write } from './values-write';

/**
 * `sheets.spreadsheets.values.append`: after the last row of the last table in the range, from that table's first column on;
 * where there is no table, at the range's start. The grid grows where necessary.
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/append
 */
export const appendValues: ApiMethod = (request, caller, workspace) => {
  const id = requiredParam(request, 'spreadsheetId');
  const { file, spreadsheet } = openSpreadsheet(workspace, caller, id, 'write');
  const option = inputOption(textParam(request, 'valueInputOption'));
  const body = request.body ?? {};
  const rows = inputRows(body['values'], body['majorDimension']);
  const range = resolveRange(spreadsheet, requiredParam(request, 'range'));
  const { sheet } = range;
  const asked = blockOf(range);
  const table = lastTable(sheet.cells, asked);
  const block = blockAfter(table, asked, { height: rows.length, width: widthOf(rows) });
  requireUnprotected(workspace, { file, account: callingAccount(caller) }, sheet, block);
  const planned = plannedCells(workspace, spreadsheet, { sheet, block, option, rows });
  makeRoom(spreadsheet, sheet, block, textParam(request, 'insertDataOption') === 'INSERT_ROWS');
  const atEnd = block.startRow >= sheet.cells.length;
  write(spreadsheet, planned);
  if (table && atEnd) rememberGrown(sheet, table, block);
  if (planned.updatedCells > 0) noteEdit(workspace, caller, file);
  return answerFields(request, {
    spreadsheetId: id,
    ...(table && { tableRange: formatRange(sheet.title, table) }),
    updates: updateAnswer(spreadsheet, planned, responseReading(request, request.params)),
  });
};

function blockAfter(
  table: Block | null,
  asked: Block,
  { height, width }: { readonly height: number; readonly width: number },
): Block {
  const startRow = table ? table.endRow : asked.startRow;
  const { startColumn } = table ?? asked;
  return { startRow, startColumn, endRow: startRow + height, endColumn: startColumn + width };
}

/** @throws GoogleError 400 when the spreadsheet would have too many cells; then nothing has changed. */
function makeRoom(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  block: Block,
  inserting: boolean,
): void {
  const height = block.endRow - block.startRow;
  const inserts = inserting && block.startRow < sheet.rowCount && height > 0;
  const rowCount = inserts ? sheet.rowCount + height : Math.max(sheet.rowCount, block.endRow);
  const columnCount = Math.max(sheet.columnCount, block.endColumn);
  const others = spreadsheet.sheets.filter((other) => other !== sheet);
  requireRoom({ sheets: [...others, { ...sheet, rowCount, columnCount }] });
  if (inserts)
    insertDimension(spreadsheet, sheet, { dimension: 'ROWS', at: block.startRow, count: height });
  sheet.rowCount = rowCount;
  sheet.columnCount = columnCount;
}

/** Rows without gaps directly below a table, no wider than it, belong to the same table. */
function rememberGrown(sheet: SheetRecord, table: Block, block: Block): void {
  if (block.endColumn > table.endColumn || sheet.cells.length !== block.endRow) return;
  for (let row = block.startRow; row < block.endRow; row++) {
    if (sheet.cells[row]!.length === 0) return;
  }
  rememberTable(sheet.cells, { ...table, endRow: block.endRow });
}
