/** A spreadsheet through the Sheets API, with the running person's own rights to files of this app. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Cell, RowUpdate, Rows, Spreadsheet } from '../worksystem/workbook/spreadsheet';
import { columnRange, quoted, rowRange } from './a1';
import { driveFiles, sheetValues } from './advanced';
import { call } from './call';
import { aboutDrive, aboutSheets, changeSpreadsheet, tabsOf } from './sheet-tabs';

/**
 * Nothing is repeated here: appending and deleting rows twice is not what doing it once is. The first deletion of an
 * execution asks for the sheets' ids first.
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest
 */
export function spreadsheet(id: string): Spreadsheet {
  let tabs: ReadonlyMap<string, number> | null = null;
  const tabOf = (title: string): Result<number, Failure> => {
    const known = tabs?.get(title);
    if (known !== undefined) return ok(known);
    const found = tabsOf(id);
    if (!found.ok) return found;
    tabs = found.value;
    const tab = tabs.get(title);
    return tab === undefined ? fail({ kind: 'not-found', id: title }) : ok(tab);
  };

  return {
    id,
    read: (sheets) => readSheets(id, sheets),
    append: (sheet, rows) => appendRows(id, sheet, rows),
    update: (updates) => updateRows(id, updates),
    deleteRows(sheet, rows) {
      if (rows.length === 0) return ok(null);
      const tab = tabOf(sheet);
      return tab.ok ? changeSpreadsheet(id, deletions(tab.value, rows)) : tab;
    },
    version: () => versionOf(id),
  };
}

function readSheets(id: string, sheets: readonly string[]): Result<Rows[], Failure> {
  if (sheets.length === 0) return ok([]);
  const read = call(
    () =>
      sheetValues().batchGet(id, {
        ranges: sheets.map(quoted),
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
        fields: 'valueRanges/values',
      }),
    aboutSheets(id),
  );
  if (!read.ok) return read;
  const ranges = read.value.valueRanges ?? [];
  return ok(sheets.map((_, index) => (ranges[index]?.values ?? []) as Cell[][]));
}

/**
 * Below the last row that has something in the first column: a note that somebody wrote at the side, or an empty row in
 * between, moves nothing. Rows are inserted, so that nothing below is written over.
 */
export function appendRows(id: string, sheet: string, rows: Rows): Result<null, Failure> {
  if (rows.length === 0) return ok(null);
  const done = call(
    () =>
      sheetValues().append({ values: mutable(rows) }, id, columnRange(sheet, 0), {
        valueInputOption: 'RAW',
        insertDataOption: 'INSERT_ROWS',
        fields: 'spreadsheetId',
      }),
    aboutSheets(id),
  );
  return done.ok ? ok(null) : done;
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

const mutable = (rows: Rows): Cell[][] => rows.map((row) => [...row]);
