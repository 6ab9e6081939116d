import type { Json } from '../api-method';
import type { Workspace } from '../workspace';
import { enteredValue } from '../spreadsheet/entered-value';
import { refusal } from '../spreadsheet/errors';
import type { Block } from '../spreadsheet/grid';
import { requireFitsCell } from '../spreadsheet/limits';
import type { Cell, SheetRecord, SpreadsheetRecord } from '../state/sheets';
import { numberFormatOf, styleAt, styleIndex, type NumberFormat } from '../spreadsheet/styles';

export type InputOption = 'RAW' | 'USER_ENTERED';

/** The values of a request, checked and arranged in rows. `undefined` leaves a cell as it is. */
export type InputRows = readonly (readonly (string | number | boolean | undefined)[])[];

/** @throws GoogleError 400 where it is missing. */
export function inputOption(given: unknown): InputOption {
  if (given === 'RAW' || given === 'USER_ENTERED') return given;
  throw refusal("'valueInputOption' is required but not specified");
}

/**
 * The rows of a ValueRange to be written.
 *
 * @throws GoogleError 400 for anything but a list of lists of plain values.
 */
export function inputRows(values: Json | undefined, majorDimension: Json | undefined): InputRows {
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) throw badValues(values);
  const lists = values.map((list, at) => {
    if (!Array.isArray(list)) throw badValues(list);
    return list.map((value, inner) => inputValue(value, at, inner));
  });
  return majorDimension === 'COLUMNS' ? turned(lists) : lists;
}

const badValues = (value: Json): Error =>
  refusal(
    `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(value)}`,
  );

function inputValue(value: Json, at: number, inner: number): string | number | boolean | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
  throw refusal(`Invalid values[${at}][${inner}]: ${kind} {\n}\n`);
}

function turned<T>(columns: readonly (readonly T[])[]): (T | undefined)[][] {
  const height = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row]));
}

/** The cells to be put into the rows of a block. */
export interface PreparedCells {
  readonly cells: readonly (readonly (Cell | undefined)[])[];
  /** Number formats that the typed text suggests, by position. */
  readonly formats: readonly { row: number; column: number; numberFormat: NumberFormat }[];
}

/** Turns input into cells, as the option says. Nothing is written yet. @throws GoogleError 400 for text that is too long. */
export function prepareCells(
  workspace: Workspace,
  { spreadsheet, sheet }: { readonly spreadsheet: SpreadsheetRecord; readonly sheet: SheetRecord },
  {
    option,
    rows,
    block,
  }: { readonly option: InputOption; readonly rows: InputRows; readonly block: Block },
): PreparedCells {
  if (option === 'RAW') return { cells: rows.map((row) => row.map(rawCell)), formats: [] };
  const formats: { row: number; column: number; numberFormat: NumberFormat }[] = [];
  const year = new Date(workspace.clock.now()).getUTCFullYear();
  const cells = rows.map((values, at) =>
    values.map((value, inner) => {
      if (typeof value !== 'string') return value;
      const row = block.startRow + at;
      const column = block.startColumn + inner;
      const old = numberFormatOf(styleAt(spreadsheet, sheet, row, column));
      const entered = enteredValue(value, year, old?.type === 'TEXT' || old?.pattern === '@');
      if (entered.numberFormat && !old)
        formats.push({ row, column, numberFormat: entered.numberFormat });
      return entered.cell;
    }),
  );
  return { cells, formats };
}

const rawCell = (value: string | number | boolean | undefined): Cell | undefined =>
  typeof value === 'string' ? (value === '' ? null : requireFitsCell(value)) : value;

/** A cell's style after a number format was suggested for it. */
export function withNumberFormat(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  { row, column, numberFormat }: PreparedCells['formats'][number],
): number | null {
  const style = styleAt(spreadsheet, sheet, row, column);
  const userEnteredFormat = { ...(style['userEnteredFormat'] as object), numberFormat };
  return styleIndex(spreadsheet, {
    ...style,
    userEnteredFormat: userEnteredFormat as unknown as Json,
  });
}

/** The width of the widest row. */
export const widthOf = (rows: InputRows): number =>
  rows.reduce((widest, { length }) => Math.max(widest, length), 0);
