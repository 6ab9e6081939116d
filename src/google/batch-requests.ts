/** A batch as the requests of one `spreadsheets.batchUpdate`. */
import {
  UNDO,
  UNDO_COPY_COLUMN,
  type Batch,
  type Cell,
  type Rows,
  type Step,
} from '../sheets/spreadsheet';
import { numberFormat, type Tabs } from './sheet-tabs';

type Request = GoogleAppsScript.Sheets.Schema.Request;

/** Room for columns that somebody adds between our look at the sheets and the copy of a row. */
const SPARE_COLUMNS = 20;
const FEWEST_UNDO_ROWS = 10;

/** @param tabs must contain the sheets that the batch names, and `UNDO`. */
export function requestsOf({ steps, undoRows }: Batch, tabs: Tabs): Request[] {
  const undo = tabs.get(UNDO)!.id;
  const widest = Math.max(...[...tabs.values()].map(({ columns }) => columns));
  const gridProperties = {
    rowCount: Math.max(undoRows, FEWEST_UNDO_ROWS),
    columnCount: UNDO_COPY_COLUMN + widest + SPARE_COLUMNS,
  };
  const fields = 'gridProperties.rowCount,gridProperties.columnCount';
  const shrinking = new Set<string>();
  return [
    { updateSheetProperties: { properties: { sheetId: undo, gridProperties }, fields } },
    ...steps.flatMap((step) => {
      const requests = requestsOfStep(step, undo, tabs);
      if (step.kind !== 'delete' || shrinking.has(step.sheet)) return requests;
      shrinking.add(step.sheet);
      // Google refuses to delete all unfrozen rows: with one more, even the last one can be deleted.
      const { id } = tabs.get(step.sheet)!;
      return [{ appendDimension: { sheetId: id, dimension: 'ROWS', length: 1 } }, ...requests];
    }),
  ];
}

function requestsOfStep(step: Step, undo: number, tabs: Tabs): Request[] {
  switch (step.kind) {
    case 'clear':
      return clearRequests(undo);
    case 'note':
      return [updateRequest({ sheetId: undo, rowIndex: step.note, columnIndex: 0 }, step.rows)];
    case 'keep':
      return keepRequests(step, undo, tabs.get(step.sheet)!.id);
    case 'update': {
      const { id: sheetId } = tabs.get(step.sheet)!;
      const start = { sheetId, rowIndex: step.row, columnIndex: step.column };
      return [updateRequest(start, [step.cells])];
    }
    case 'restore':
      return [restoreRequest(step, undo, tabs.get(step.sheet)!.id)];
    case 'delete':
      return [
        { deleteDimension: { range: rowSpan(step.row, tabs.get(step.sheet)!.id, step.count) } },
      ];
    case 'insert':
      return [
        {
          insertDimension: {
            range: rowSpan(step.row, tabs.get(step.sheet)!.id),
            // A new first row does not get the format of the headings.
            inheritFromBefore: step.row > 1,
          },
        },
      ];
    case 'append':
      return [appendRequest(tabs.get(step.sheet)!.id, step.rows, step.formats)];
    case 'add-columns':
      return columnRequests(step, tabs.get(step.sheet)!.id);
  }
}

function clearRequests(undo: number): Request[] {
  const cell = (column: number) => ({
    sheetId: undo,
    startRowIndex: 0,
    endRowIndex: 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  });
  return [
    { copyPaste: { source: cell(0), destination: cell(2), pasteType: 'PASTE_VALUES' } },
    { updateCells: { range: { sheetId: undo, startRowIndex: 1 }, fields: 'userEnteredValue' } },
  ];
}

/** A destination that is smaller than its source still takes all of it: unbounded rows are copied in full width. */
function keepRequests(
  { row, count, note, whole }: Step & { readonly kind: 'keep' },
  undo: number,
  sheetId: number,
): Request[] {
  const source = { sheetId, startRowIndex: row, endRowIndex: row + count };
  const to = (first: number) => ({
    sheetId: undo,
    startRowIndex: first,
    endRowIndex: first + count,
    startColumnIndex: UNDO_COPY_COLUMN,
    endColumnIndex: UNDO_COPY_COLUMN + 1,
  });
  const values: Request = {
    copyPaste: { source, destination: to(note), pasteType: 'PASTE_VALUES' },
  };
  if (whole === null) return [values];
  return [values, { copyPaste: { source, destination: to(whole), pasteType: 'PASTE_NORMAL' } }];
}

function restoreRequest(
  { row, column, whole, from, width }: Step & { readonly kind: 'restore' },
  undo: number,
  sheetId: number,
): Request {
  const block = (sheet: number, at: number, first: number) => ({
    sheetId: sheet,
    startRowIndex: at,
    endRowIndex: at + 1,
    startColumnIndex: first,
    endColumnIndex: first + width,
  });
  return {
    copyPaste: {
      source: block(undo, whole, UNDO_COPY_COLUMN + from),
      destination: block(sheetId, row, column),
      pasteType: 'PASTE_NORMAL',
    },
  };
}

function columnRequests(
  { at, headings }: Step & { readonly kind: 'add-columns' },
  sheetId: number,
): Request[] {
  const range = { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + headings.length };
  return [
    { insertDimension: { range, inheritFromBefore: at > 0 } },
    // The column before may be hidden.
    {
      updateDimensionProperties: {
        range,
        properties: { hiddenByUser: false },
        fields: 'hiddenByUser',
      },
    },
    updateRequest({ sheetId, rowIndex: 0, columnIndex: at }, [headings]),
  ];
}

const rowSpan = (row: number, sheetId: number, count = 1) => ({
  sheetId,
  dimension: 'ROWS',
  startIndex: row,
  endIndex: row + count,
});

const updateRequest = (
  start: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number },
  rows: Rows,
): Request => ({ updateCells: { start, rows: rowData(rows), fields: 'userEnteredValue' } });

/** Strings stay strings: a stringValue never becomes a formula, a date or a number. */
export const appendRequest = (
  sheetId: number,
  rows: Rows,
  formats: Readonly<Record<number, string>> = {},
): Request => ({
  appendCells: {
    sheetId,
    rows: rowData(rows, formats),
    fields:
      Object.keys(formats).length === 0
        ? 'userEnteredValue'
        : 'userEnteredValue,userEnteredFormat.numberFormat',
  },
});

const rowData = (rows: Rows, formats: Readonly<Record<number, string>> = {}) =>
  rows.map((row) => ({
    values: row.map((cell, column) => {
      const pattern = formats[column];
      return pattern === undefined
        ? cellData(cell)
        : { ...cellData(cell), userEnteredFormat: { numberFormat: numberFormat(pattern) } };
    }),
  }));

/** An empty text is an empty cell. */
function cellData(cell: Cell): GoogleAppsScript.Sheets.Schema.CellData {
  if (cell === '') return {};
  if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  return { userEnteredValue: { boolValue: cell } };
}

/** A cell's value, as reading the values of a range returns it. */
export function cellOfData({ effectiveValue = {} }: GoogleAppsScript.Sheets.Schema.CellData): Cell {
  const { stringValue, numberValue, boolValue, errorValue } = effectiveValue;
  if (errorValue) return ERRORS[errorValue.type ?? ''] ?? '#ERROR!';
  return stringValue ?? numberValue ?? boolValue ?? '';
}

/** @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#errortype */
const ERRORS: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};
