/** A sheet (tab) of the open file, which the person has given the app. */
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
import { appendRequest } from './batch-requests';

/** @param title title of the sheet in the file with this id. The file's sheets are listed once. */
export function exportSheet(fileId: string, title: string): ExportSheet {
  let tabs: Tabs | null = null;

  const all = (): Result<Tabs, Failure> => {
    if (tabs) return ok(tabs);
    const found = tabsOf(fileId);
    if (found.ok) tabs = found.value;
    return found;
  };

  /** The result of `read`, or `otherwise` when there is no such sheet. */
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
      return ifThere(null, (tab) => changeSpreadsheet(fileId, fillRequests(form, tab)));
    },
    append(rows) {
      if (rows.length === 0) return ok(null);
      const known = all();
      if (!known.ok) return known;
      const tab = known.value.get(title);
      if (tab === undefined) return fail({ kind: 'not-found', id: title });
      return changeSpreadsheet(fileId, [appendRequest(tab.id, rows)]);
    },
  };
}

/**
 * Widths of the eight columns (H27): dates, names, sentences and addresses do not fit into Google's default. Null
 * keeps it.
 */
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

/** Gives a person's empty sheet headings and a frozen first row, and leaves everything else. */
const fillRequests = (form: Form, sheetId: number): GoogleAppsScript.Sheets.Schema.Request[] => [
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

/** Reads the cells below the heading. */
function readColumn(
  fileId: string,
  title: string,
  index: number,
): Result<readonly string[], Failure> {
  const rows = readTexts(fileId, columnRange(title, index, 1));
  return rows.ok ? ok(rows.value.map(([cell = '']) => cell)) : rows;
}

/** A range beyond the grid counts as empty, like a range of empty cells. */
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
