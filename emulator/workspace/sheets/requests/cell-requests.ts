import type { Json, JsonObject } from '../../api-method';
import { isMeant, type FieldTree } from '../../drive/field-mask';
import { putCellData } from '../cell-writes';
import type { RequestHandler } from '../draft';
import { refusal } from '../../spreadsheet/errors';
import { clearBlock, type Block } from '../../spreadsheet/grid';
import { requireRoom } from '../../spreadsheet/limits';
import { requireUnprotected } from '../protection';
import { requireSheet } from '../../spreadsheet/ranges';
import { beyondGrid } from '../../spreadsheet/ranges';
import type { SheetRecord } from '../../state/sheets';
import { editableBlockIn } from './block-of-request';
import { maskOf } from './mask';

/** Requests that write cells from CellData. */
export const CELL_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  updateCells(request, draft) {
    const mask = maskOf(request);
    const rows = rowsIn(request);
    const { sheet, block } = request['start']
      ? fromStart(draft.spreadsheet.sheets, request['start'] as JsonObject, rows)
      : editableBlockIn(request['range'], draft);
    requireUnprotected(draft.workspace, draft, sheet, block);
    if (rows.length === 0 && isMeant(mask, 'userEnteredValue')) clearBlock(sheet.cells, block);
    const width = block.endColumn - block.startColumn;
    for (let row = block.startRow; row < lastRow(sheet, block, rows); row++) {
      const given = rows[row - block.startRow] ?? [];
      const cells = Array.from(
        { length: request['start'] ? given.length : width },
        (_, at) => given[at] ?? {},
      );
      putCellData(draft.spreadsheet, sheet, { row, column: block.startColumn, cells, mask });
    }
  },

  repeatCell(request, draft) {
    const mask = maskOf(request);
    const { sheet, block } = editableBlockIn(request['range'], draft);
    const cells = new Array<JsonObject>(Math.max(0, block.endColumn - block.startColumn)).fill(
      (request['cell'] ?? {}) as JsonObject,
    );
    const memo = new Map<JsonObject, number | null>();
    for (let row = block.startRow; row < block.endRow; row++)
      putCellData(draft.spreadsheet, sheet, { row, column: block.startColumn, cells, mask, memo });
  },

  appendCells(request, draft) {
    const mask = maskOf(request);
    const sheet = requireSheet(draft.spreadsheet, request['sheetId']);
    const rows = rowsIn(request);
    const start = sheet.cells.length;
    const width = Math.max(0, ...rows.map(({ length }) => length));
    sheet.rowCount = Math.max(sheet.rowCount, start + rows.length);
    sheet.columnCount = Math.max(sheet.columnCount, width);
    requireRoom(draft.spreadsheet);
    const block = {
      startRow: start,
      endRow: start + rows.length,
      startColumn: 0,
      endColumn: width,
    };
    requireUnprotected(draft.workspace, draft, sheet, block);
    for (const [at, cells] of rows.entries())
      putCellData(draft.spreadsheet, sheet, { row: start + at, column: 0, cells, mask });
  },

  setDataValidation(request, draft) {
    const { sheet, block } = editableBlockIn(request['range'], draft);
    const rule = request['rule'] as JsonObject | undefined;
    const cell: JsonObject = rule ? { dataValidation: rule } : {};
    const mask: FieldTree = new Map([['dataValidation', true as const]]);
    const cells = new Array<JsonObject>(block.endColumn - block.startColumn).fill(cell);
    const memo = new Map<JsonObject, number | null>();
    for (let row = block.startRow; row < block.endRow; row++)
      putCellData(draft.spreadsheet, sheet, { row, column: block.startColumn, cells, mask, memo });
  },
};

/** A request's RowData as lists of CellData. */
const rowsIn = ({ rows }: JsonObject): JsonObject[][] =>
  (Array.isArray(rows) ? rows : []).map((row) => {
    const values = (row as JsonObject | null)?.['values'] as Json[] | undefined;
    return (values ?? []).map((value) => (value ?? {}) as JsonObject);
  });

/** Cells of a range that rows do not reach are cleared, as far as there are any. */
function lastRow(sheet: SheetRecord, block: Block, rows: readonly unknown[]): number {
  const used = Math.max(sheet.cells.length, sheet.styles.length);
  return Math.min(block.endRow, Math.max(used, block.startRow + rows.length));
}

function fromStart(
  sheets: readonly SheetRecord[],
  start: JsonObject,
  rows: readonly (readonly JsonObject[])[],
): { sheet: SheetRecord; block: Block } {
  const sheet = sheets.find(({ sheetId }) => sheetId === (start['sheetId'] ?? 0));
  if (!sheet) throw refusal(`No grid with id: ${String(start['sheetId'] ?? 0)}`);
  const startRow = Number(start['rowIndex'] ?? 0);
  const startColumn = Number(start['columnIndex'] ?? 0);
  const endRow = startRow + rows.length;
  const endColumn = startColumn + Math.max(0, ...rows.map(({ length }) => length));
  const area = { startRow, startColumn, endRow, endColumn };
  if (endRow > sheet.rowCount || endColumn > sheet.columnCount) {
    if (startRow >= sheet.rowCount || startColumn >= sheet.columnCount)
      throw beyondGrid({ sheet, area });
    const past =
      endRow > sheet.rowCount ? `row: ${sheet.rowCount}` : `column: ${sheet.columnCount}`;
    const last =
      endRow > sheet.rowCount
        ? `last row: ${sheet.rowCount - 1}`
        : `last column: ${sheet.columnCount - 1}`;
    throw refusal(`Attempting to write ${past}, beyond the last requested ${last} of the sheet.`);
  }
  return { sheet, block: area };
}
