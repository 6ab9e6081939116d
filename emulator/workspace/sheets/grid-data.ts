import type { JsonObject } from '../api-method';
import { within, type FieldTree } from '../drive/field-mask';
import { cellData } from './cell-data';
import type { Block } from '../spreadsheet/grid';
import { valueAt } from '../spreadsheet/grid';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';
import { styleAt } from '../spreadsheet/styles';

const ROW_PIXELS = 21;
const COLUMN_PIXELS = 100;

/** A GridData: the non-empty cells of a block, and their rows and columns. */
export function gridData(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  block: Block,
  fields: FieldTree,
): JsonObject {
  const { startRow, endRow, startColumn, endColumn } = block;
  const rowData = within(fields, 'rowData') ? rowsOf(spreadsheet, sheet, block) : [];
  return {
    ...(startRow > 0 && { startRow }),
    ...(startColumn > 0 && { startColumn }),
    ...(rowData.length > 0 && { rowData }),
    ...(within(fields, 'rowMetadata') && {
      rowMetadata: metadata(sheet.rowProperties, startRow, endRow, ROW_PIXELS),
    }),
    ...(within(fields, 'columnMetadata') && {
      columnMetadata: metadata(sheet.columnProperties, startColumn, endColumn, COLUMN_PIXELS),
    }),
  };
}

function rowsOf(spreadsheet: SpreadsheetRecord, sheet: SheetRecord, block: Block): JsonObject[] {
  const rows: JsonObject[] = [];
  const end = Math.min(block.endRow, Math.max(sheet.cells.length, sheet.styles.length));
  for (let row = block.startRow; row < end; row++) {
    const width = Math.max(sheet.cells[row]?.length ?? 0, sheet.styles[row]?.length ?? 0);
    const values: JsonObject[] = [];
    for (let column = block.startColumn; column < Math.min(block.endColumn, width); column++) {
      values.push(
        cellData(valueAt(sheet.cells, row, column), styleAt(spreadsheet, sheet, row, column)),
      );
    }
    rows.push(values.length > 0 ? { values } : {});
  }
  return rows;
}

const metadata = (
  properties: Readonly<Record<string, JsonObject>>,
  start: number,
  end: number,
  pixelSize: number,
): JsonObject[] =>
  Array.from({ length: end - start }, (_, at) => ({
    pixelSize,
    ...structuredClone(properties[String(start + at)] ?? {}),
  }));
