/** A spreadsheet through the Sheets API, with the running person's own rights to files of this app. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Api, PacedCalls } from '../runs/ports';
import type { Cell, RowUpdate, Rows, Spreadsheet } from '../sheets/spreadsheet';
import { quoted, rowRange, rowsRange } from './a1';
import { driveFiles, sheetValues } from './advanced';
import { call } from './call';
import { aboutDrive, aboutSheets, changeSpreadsheet, tabsOf } from './sheet-tabs';

/**
 * Appending and deleting rows is repeated only when it was refused: doing it twice is not what doing it once is. Both ask for
 * the sheets' ids first, once an execution.
 *
 * Rows are added by `appendCells`, below the last row that holds anything in any column. `values.append` looks for a table
 * instead, and an empty row or a note at the side would send it elsewhere: rows that were read would move.
 *
 * @param calls paces all calls, and repeats what is safe to repeat: reading, and writing to a place. Null does neither.
 * @see https://developers.google.com/workspace/sheets/api/reference/rest
 */
export function spreadsheet(id: string, calls: PacedCalls | null = null): Spreadsheet {
  const again = paced(calls, 'make');
  const once = paced(calls, 'once');
  let tabs: ReadonlyMap<string, number> | null = null;
  const tabOf = (title: string): Result<number, Failure> => {
    const known = tabs?.get(title);
    if (known !== undefined) return ok(known);
    const found = again('sheets-read', () => tabsOf(id));
    if (!found.ok) return found;
    tabs = found.value;
    const tab = tabs.get(title);
    return tab === undefined ? fail({ kind: 'not-found', id: title }) : ok(tab);
  };

  return {
    id,
    read: (sheets) => again('sheets-read', () => readSheets(id, sheets)),
    headings: (sheet) => again('sheets-read', () => readHeadings(id, sheet)),
    append(sheet, rows) {
      if (rows.length === 0) return ok(null);
      const tab = tabOf(sheet);
      return tab.ok
        ? once('sheets-write', () => changeSpreadsheet(id, [appended(tab.value, rows)]))
        : tab;
    },
    update: (updates) => again('sheets-write', () => updateRows(id, updates)),
    deleteRows(sheet, rows) {
      if (rows.length === 0) return ok(null);
      const tab = tabOf(sheet);
      return tab.ok
        ? once('sheets-write', () => changeSpreadsheet(id, deletions(tab.value, rows)))
        : tab;
    },
    version: () => again('sheets-read', () => versionOf(id)),
  };
}

/** Whoever runs is the only person whose quota an execution uses here. */
const OWN = 'own';

const paced =
  (calls: PacedCalls | null, how: keyof PacedCalls) =>
  <T>(api: Api, make: () => Result<T, Failure>): Result<T, Failure> => {
    if (calls === null) return make();
    const attempt = calls[how]({ api, cost: 1, person: OWN }, make);
    return attempt.kind === 'done' ? ok(attempt.value) : fail(attempt.failure);
  };

const readSheets = (id: string, sheets: readonly string[]): Result<Rows[], Failure> =>
  sheets.length === 0 ? ok([]) : readRanges(id, sheets.map(quoted));

function readHeadings(id: string, sheet: string): Result<readonly Cell[], Failure> {
  const read = readRanges(id, [rowsRange(sheet, 0, 1)]);
  return read.ok ? ok(read.value[0]?.[0] ?? []) : read;
}

function readRanges(id: string, ranges: string[]): Result<Rows[], Failure> {
  const read = call(
    () =>
      sheetValues().batchGet(id, {
        ranges,
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
        fields: 'valueRanges/values',
      }),
    aboutSheets(id),
  );
  if (!read.ok) return read;
  const found = read.value.valueRanges ?? [];
  return ok(ranges.map((_, index) => (found[index]?.values ?? []) as Cell[][]));
}

/** Strings stay strings: nothing of a stringValue becomes a formula, a date or a number. */
export const appended = (sheetId: number, rows: Rows): GoogleAppsScript.Sheets.Schema.Request => ({
  appendCells: {
    sheetId,
    rows: rows.map((row) => ({ values: row.map(cellData) })),
    fields: 'userEnteredValue',
  },
});

/** An empty text is an empty cell. */
function cellData(cell: Cell): GoogleAppsScript.Sheets.Schema.CellData {
  if (cell === '') return {};
  if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  return { userEnteredValue: { boolValue: cell } };
}

function updateRows(id: string, updates: readonly RowUpdate[]): Result<null, Failure> {
  const data = updates
    .filter(({ cells }) => cells.length > 0)
    .map(({ sheet, row, column, cells }) => ({
      range: rowRange(sheet, row, column, cells.length),
      values: [[...cells]],
    }));
  if (data.length === 0) return ok(null);
  const done = call(
    () => sheetValues().batchUpdate({ valueInputOption: 'RAW', data }, id),
    aboutSheets(id),
  );
  return done.ok ? ok(null) : done;
}

/** From the last row to the first, so that none moves before it is deleted. */
function deletions(
  sheetId: number,
  rows: readonly number[],
): GoogleAppsScript.Sheets.Schema.Request[] {
  const descending = [...new Set(rows)].sort((one, other) => other - one);
  return [
    // Google refuses to delete all rows that are not frozen: one more keeps the last of them deletable.
    { appendDimension: { sheetId, dimension: 'ROWS', length: 1 } },
    ...descending.map((row) => ({
      deleteDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 },
      },
    })),
  ];
}

function versionOf(id: string): Result<string, Failure> {
  const file = call(() => driveFiles().get(id, { fields: 'version' }), aboutDrive(id));
  return file.ok ? ok(String((file.value as { readonly version?: unknown }).version)) : file;
}
