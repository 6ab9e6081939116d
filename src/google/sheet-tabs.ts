/** The sheets (tabs) of a spreadsheet: what there is, and how new ones are made. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { spreadsheets } from './advanced';
import { call } from './call';
import type { Cell, SheetForm } from '../sheets/spreadsheet';
import type { About } from './refusal';

type Request = GoogleAppsScript.Sheets.Schema.Request;

const FILE_SCOPE = 'https://www.googleapis.com/auth/drive.file';

export const aboutSheets = (id: string): About => ({ api: 'sheets', id, scopes: [FILE_SCOPE] });
export const aboutDrive = (id = ''): About => ({ api: 'drive', id, scopes: [FILE_SCOPE] });

/** Google's id of each sheet by its title. */
export function tabsOf(id: string): Result<ReadonlyMap<string, number>, Failure> {
  const found = call(
    () => spreadsheets().get(id, { fields: 'sheets(properties(sheetId,title))' }),
    aboutSheets(id),
  );
  if (!found.ok) return found;
  const tabs = (found.value.sheets ?? []).map(
    ({ properties }) => [properties?.title ?? '', properties?.sheetId ?? 0] as const,
  );
  return ok(new Map(tabs));
}

/** All or nothing. */
export function changeSpreadsheet(id: string, requests: Request[]): Result<null, Failure> {
  if (requests.length === 0) return ok(null);
  const done = call(() => spreadsheets().batchUpdate({ requests }, id), aboutSheets(id));
  return done.ok ? ok(null) : done;
}

/** Few rows: unused ones count among the workbook's ten million cells. */
const ROWS_AT_FIRST = 100;

export const tabProperties = (
  { title, headings, isHidden = false }: SheetForm,
  sheetId: number,
) => ({
  sheetId,
  title,
  hidden: isHidden,
  gridProperties: {
    rowCount: ROWS_AT_FIRST,
    columnCount: headings.length,
    frozenRowCount: 1,
  },
});

/**
 * Headings in bold with the first rows below, the widths and the number formats of whole columns: rows that are inserted take over
 * those above them.
 */
export const tabContents = (
  { headings, firstRows = [], formats = {}, widths = {} }: SheetForm,
  sheetId: number,
): Request[] => [
  {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [
        { values: headings.map((heading) => ({ ...cellOf(heading), ...BOLD })) },
        ...firstRows.map((cells) => ({ values: cells.map(cellOf) })),
      ],
      fields: 'userEnteredValue,userEnteredFormat.textFormat.bold',
    },
  },
  ...Object.entries(widths).map(([column, pixelSize]) => ({
    updateDimensionProperties: {
      range: {
        sheetId,
        dimension: 'COLUMNS',
        startIndex: Number(column),
        endIndex: Number(column) + 1,
      },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  })),
  ...Object.entries(formats).map(([column, pattern]) => ({
    repeatCell: {
      range: {
        sheetId,
        startColumnIndex: Number(column),
        endColumnIndex: Number(column) + 1,
      },
      cell: { userEnteredFormat: { numberFormat: { type: formatType(pattern), pattern } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  })),
];

const BOLD = { userEnteredFormat: { textFormat: { bold: true } } };

function cellOf(value: Cell): GoogleAppsScript.Sheets.Schema.CellData {
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
}

/** What a pattern is of, in Google's words. */
function formatType(pattern: string): string {
  if (!/[ymdhs]/i.test(pattern)) return 'NUMBER';
  if (!/[hs]/i.test(pattern)) return 'DATE';
  return /[yd]/i.test(pattern) ? 'DATE_TIME' : 'TIME';
}
