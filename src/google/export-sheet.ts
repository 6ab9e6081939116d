/** A sheet (tab) of the open file, which its person gave the app. */
import type { ExportSheet } from '../audit/ports';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { columnRange, quoted, rowsRange } from './a1';
import { sheetValues } from './advanced';
import { call } from './call';
import {
  aboutSheets,
  changeSpreadsheet,
  firstFreeId,
  tabContents,
  tabProperties,
  tabsOf,
  type Tabs,
} from './sheet-tabs';
import { appended } from './batch-requests';

/** @param title of the sheet in the file with this id. Its sheets are asked for once. */
export function exportSheet(fileId: string, title: string): ExportSheet {
  let tabs: Tabs | null = null;

  const all = (): Result<Tabs, Failure> => {
    if (tabs) return ok(tabs);
    const found = tabsOf(fileId);
    if (found.ok) tabs = found.value;
    return found;
  };

  /** What `read` answers, or `otherwise` when there is no such sheet. */
  const ifThere = <T>(
    otherwise: T,
    read: (tab: number) => Result<T, Failure>,
  ): Result<T, Failure> => {
    const known = all();
    if (!known.ok) return known;
    const tab = known.value.get(title);
    return tab === undefined ? ok(otherwise) : read(tab.id);
  };

  const headings = () => ifThere<readonly string[] | null>(null, () => firstRow(fileId, title));

  return {
    headings,
    column: (index) => ifThere<readonly string[]>([], () => readColumn(fileId, title, index)),
    rows: (first, count) =>
      ifThere<readonly (readonly string[])[]>([], () =>
        readTexts(fileId, rowsRange(title, first + 1, count)),
      ),
    ensure(wanted) {
      const there = headings();
      if (!there.ok) return there;
      const form = { title, headings: wanted, widths: widthsOf(wanted) };
      if (there.value === null) {
        const made = addSheet(fileId, form, all());
        tabs = null;
        return made;
      }
      if (there.value.length > 0) return ok(null);
      return ifThere(null, (tab) => changeSpreadsheet(fileId, tabFilled(form, tab)));
    },
    append(rows) {
      if (rows.length === 0) return ok(null);
      const known = all();
      if (!known.ok) return known;
      const tab = known.value.get(title);
      if (tab === undefined) return fail({ kind: 'not-found', id: title });
      return changeSpreadsheet(fileId, [appended(tab.id, rows)]);
    },
  };
}

/** Of the eight columns (H27): dates, names, sentences and addresses are longer than a column of Google's. */
const WIDTHS: readonly (number | null)[] = [180, 200, 140, null, 320, 220, 320, 120];

const widthsOf = (headings: readonly string[]): Readonly<Record<number, number>> =>
  Object.fromEntries(
    headings.flatMap((_, column) => {
      const width = WIDTHS[column] ?? null;
      return width === null ? [] : [[column, width]];
    }),
  );

interface Form {
  readonly title: string;
  readonly headings: readonly string[];
  readonly widths: Readonly<Record<number, number>>;
}

/** An empty sheet of the person's gets headings and a frozen first row, and keeps all else. */
const tabFilled = (form: Form, sheetId: number): GoogleAppsScript.Sheets.Schema.Request[] => [
  {
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
      fields: 'gridProperties.frozenRowCount',
    },
  },
  ...tabContents(form, sheetId),
];

function addSheet(fileId: string, form: Form, tabs: Result<Tabs, Failure>): Result<null, Failure> {
  if (!tabs.ok) return tabs;
  const sheetId = firstFreeId(tabs.value);
  return changeSpreadsheet(fileId, [
    { addSheet: { properties: tabProperties(form, sheetId) } },
    ...tabContents(form, sheetId),
  ]);
}

function firstRow(fileId: string, title: string): Result<readonly string[], Failure> {
  const rows = readTexts(fileId, `${quoted(title)}!1:1`);
  return rows.ok ? ok(rows.value[0] ?? []) : rows;
}

/** Below the heading. */
function readColumn(
  fileId: string,
  title: string,
  index: number,
): Result<readonly string[], Failure> {
  const rows = readTexts(fileId, columnRange(title, index, 1));
  return rows.ok ? ok(rows.value.map(([cell = '']) => cell)) : rows;
}

/** A range beyond the grid is an empty one, as one within it that holds nothing. */
function readTexts(fileId: string, range: string): Result<readonly (readonly string[])[], Failure> {
  const read = call(
    () =>
      sheetValues().get(fileId, range, {
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'FORMATTED_STRING',
        fields: 'values',
      }),
    aboutSheets(fileId),
  );
  if (!read.ok) return read.failure.kind === 'rejected' ? ok([]) : read;
  return ok(((read.value.values ?? []) as unknown[][]).map((row) => row.map(String)));
}
