/** The sheets (tabs) of a spreadsheet: lists them and adds new ones. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { quoted } from './a1';
import { sheetValues, spreadsheets } from './advanced';
import { call } from './call';
import { changeUnprotected } from './protection';
import {
  UNDO,
  UNDO_REMADE,
  type Cell,
  type SheetForm,
  type SheetLook,
} from '../sheets/spreadsheet';
import type { About } from './refusal';

type Request = GoogleAppsScript.Sheets.Schema.Request;

const FILE_SCOPE = 'https://www.googleapis.com/auth/drive.file';

export const aboutSheets = (id: string): About => ({ api: 'sheets', id, scopes: [FILE_SCOPE] });
export const aboutDrive = (id = ''): About => ({ api: 'drive', id, scopes: [FILE_SCOPE] });

export interface Tab {
  /** Google's id, which stays when the sheet is renamed. */
  readonly id: number;
  /** The number of columns in its grid, empty ones included. */
  readonly columns: number;
}

/** By title. */
export type Tabs = ReadonlyMap<string, Tab>;

/** The sheets of a spreadsheet, and the time zone in which it shows dates and times. */
export interface Outline {
  readonly tabs: Tabs;
  readonly zone: string;
}

export function tabsOf(id: string): Result<Tabs, Failure> {
  const found = outlineOf(id);
  return found.ok ? ok(found.value.tabs) : found;
}

export function outlineOf(id: string): Result<Outline, Failure> {
  const found = call(
    () =>
      spreadsheets().get(id, {
        fields: 'properties.timeZone,sheets(properties(sheetId,title,gridProperties.columnCount))',
      }),
    aboutSheets(id),
  );
  if (!found.ok) return found;
  const tabs = (found.value.sheets ?? []).map(({ properties }): [string, Tab] => [
    properties?.title ?? '',
    {
      id: properties?.sheetId ?? 0,
      columns: properties?.gridProperties?.columnCount ?? 0,
    },
  ]);
  return ok({ tabs: new Map(tabs), zone: found.value.properties?.timeZone ?? '' });
}

/** An id for a new sheet. */
export const firstFreeId = (tabs: Tabs): number =>
  Math.max(0, ...[...tabs.values()].map(({ id }) => id)) + 1;

/** Adds the hidden sheet again after somebody deleted it. */
export function addUndo(id: string, tabs: Tabs): Result<Tabs, Failure> {
  const sheetId = firstFreeId(tabs);
  const properties = { sheetId, title: UNDO, hidden: true };
  const rows = [{ values: [{ userEnteredValue: { numberValue: UNDO_REMADE } }] }];
  const start = { sheetId, rowIndex: 0, columnIndex: 0 };
  const added = changeSpreadsheet(id, [
    { addSheet: { properties } },
    { updateCells: { start, rows, fields: 'userEnteredValue' } },
  ]);
  return added.ok ? ok(new Map([...tabs, [UNDO, { id: sheetId, columns: 0 }]])) : added;
}

/** Adds sheets that somebody deleted, or that an older version of Tandem did not have. */
export function addMissingSheets(id: string, forms: readonly SheetForm[]): Result<null, Failure> {
  const tabs = tabsOf(id);
  if (!tabs.ok) return tabs;
  const missing = forms.filter(({ title }) => !tabs.value.has(title));
  if (missing.length === forms.length) {
    const isBlank = isBlankFile(id, tabs.value);
    if (!isBlank.ok) return isBlank;
    if (isBlank.value) return changeSpreadsheet(id, firstRequests(forms));
  }
  const first = firstFreeId(tabs.value);
  return changeSpreadsheet(
    id,
    missing.flatMap((form, index) => addRequests(form, first + index)),
  );
}

const addRequests = (form: SheetForm, sheetId: number): Request[] => [
  { addSheet: { properties: tabProperties(form, sheetId) } },
  ...tabContents(form, sheetId),
];

/** Google's id of the only sheet in a new file. */
const BLANK_ID = 0;

/** Whether a file is as Google creates it: with one empty sheet. */
function isBlankFile(id: string, tabs: Tabs): Result<boolean, Failure> {
  const [only, ...others] = [...tabs];
  if (!only || others.length > 0 || only[1].id !== BLANK_ID) return ok(false);
  const found = call(() => sheetValues().get(id, quoted(only[0])), aboutSheets(id));
  return found.ok ? ok((found.value.values ?? []).length === 0) : found;
}

/** Adds our sheets to a blank file, with ids in order: the first one replaces the blank sheet. */
function firstRequests(forms: readonly SheetForm[]): Request[] {
  return [
    { updateSpreadsheetProperties: { properties: { timeZone: 'Etc/UTC' }, fields: 'timeZone' } },
    ...forms.flatMap((form, index): Request[] =>
      index === BLANK_ID
        ? [
            {
              updateSheetProperties: {
                properties: tabProperties(form, BLANK_ID),
                fields: 'title,hidden,gridProperties(rowCount,columnCount,frozenRowCount)',
              },
            },
            ...tabContents(form, BLANK_ID),
          ]
        : addRequests(form, index),
    ),
  ];
}

/** Applies all requests or none. */
export function changeSpreadsheet(id: string, requests: Request[]): Result<null, Failure> {
  if (requests.length === 0) return ok(null);
  const done = changeUnprotected(id, requests, aboutSheets(id), () =>
    spreadsheets().batchUpdate({ requests }, id),
  );
  return done.ok ? ok(null) : done;
}

/** Few, because unused rows count among the workbook's ten million cells. */
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

/** Headings in bold with the first rows below them, and what `lookRequests` adds. */
export const tabContents = (form: SheetForm, sheetId: number): Request[] => [
  headingsRequest(form, sheetId),
  ...lookRequests(form, sheetId),
];

const headingsRequest = ({ headings, firstRows = [] }: SheetForm, sheetId: number): Request => ({
  updateCells: {
    start: { sheetId, rowIndex: 0, columnIndex: 0 },
    rows: [
      { values: headings.map((heading) => ({ ...cellOf(heading), ...BOLD })) },
      ...firstRows.map((cells) => ({ values: cells.map(cellOf) })),
    ],
    fields: 'userEnteredValue,userEnteredFormat.textFormat.bold',
  },
});

const columnRange = (sheetId: number, column: number) => ({
  sheetId,
  dimension: 'COLUMNS',
  startIndex: column,
  endIndex: column + 1,
});

/**
 * The widths and number formats of whole columns (inserted rows inherit the format of the row above), the columns that are hidden, and
 * the filter in the headings.
 */
export const lookRequests = (
  { formats = {}, widths = {}, hidden = [], filtered }: SheetLook,
  sheetId: number,
): Request[] => [
  ...Object.entries(widths).map(([column, pixelSize]) => ({
    updateDimensionProperties: {
      range: columnRange(sheetId, Number(column)),
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  })),
  ...hidden.map((column) => ({
    updateDimensionProperties: {
      range: columnRange(sheetId, column),
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  })),
  ...(filtered === undefined
    ? []
    : [
        {
          setBasicFilter: {
            filter: {
              range: { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: filtered },
            },
          },
        },
      ]),
  ...Object.entries(formats).map(([column, pattern]) => ({
    repeatCell: {
      range: {
        sheetId,
        startColumnIndex: Number(column),
        endColumnIndex: Number(column) + 1,
      },
      cell: { userEnteredFormat: { numberFormat: numberFormat(pattern) } },
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

/** Google's number format for a pattern. */
export const numberFormat = (pattern: string) => ({ type: formatType(pattern), pattern });

/** Google's name for the kind of a number pattern. */
function formatType(pattern: string): string {
  if (!/[ymdhs]/i.test(pattern)) return 'NUMBER';
  if (!/[hs]/i.test(pattern)) return 'DATE';
  return /[yd]/i.test(pattern) ? 'DATE_TIME' : 'TIME';
}
