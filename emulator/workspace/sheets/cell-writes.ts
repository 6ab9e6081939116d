import type { JsonObject } from '../api-method';
import { assignFields, isMeant, within, type FieldTree } from '../drive/field-mask';
import { cellOf } from './cell-data';
import { putRow } from '../spreadsheet/grid';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';
import { styleAt, styleIndex } from '../spreadsheet/styles';

/** Fields of CellData that are stored beside the value. The rest is computed or not stored here. */
const STYLE_FIELDS = [
  'userEnteredFormat',
  'note',
  'dataValidation',
  'textFormatRuns',
  'chipRuns',
] as const;

/** Writes the selected fields of CellData into the cells of one row. */
export function putCellData(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  {
    row,
    column,
    cells,
    mask,
    memo,
  }: {
    readonly row: number;
    readonly column: number;
    readonly cells: readonly JsonObject[];
    readonly mask: FieldTree;
    /** For writing the same cell again and again: the new style for each old one. */
    readonly memo?: Map<JsonObject, number | null>;
  },
): void {
  if (isMeant(mask, 'userEnteredValue'))
    putRow(
      sheet.cells,
      row,
      column,
      cells.map((cell) => cellOf(cell['userEnteredValue'])),
    );
  const styleMask = styleFields(mask);
  if (styleMask.size === 0 || cells.length === 0) return;
  const indexes = cells.map((cell, at) => {
    const old = styleAt(spreadsheet, sheet, row, column + at);
    const known = memo?.get(old);
    if (known !== undefined) return known;
    const style = assignFields(old, cell, styleMask) as JsonObject;
    const index = styleIndex(spreadsheet, withoutEmpty(style));
    memo?.set(old, index);
    return index;
  });
  putRow(sheet.styles, row, column, indexes);
}

function styleFields(mask: FieldTree): ReadonlyMap<string, FieldTree> {
  const meant = new Map<string, FieldTree>();
  for (const name of STYLE_FIELDS) {
    const inner = within(mask, name);
    if (inner !== undefined) meant.set(name, inner);
  }
  return meant;
}

function withoutEmpty(style: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const [name, value] of Object.entries(style)) {
    const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    if (!empty && value !== '') kept[name] = value;
  }
  return kept;
}
