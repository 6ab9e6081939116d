/** A sheet (tab) of the open file, which its person gave the app. */
import type { ExportSheet } from '../audit/ports';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { columnRange, quoted } from './a1';
import { sheetValues } from './advanced';
import { call } from './call';
import { aboutSheets, changeSpreadsheet, tabContents, tabProperties, tabsOf } from './sheet-tabs';
import { appendRows } from './spreadsheet';

/** @param title of the sheet in the file with this id. */
export const exportSheet = (fileId: string, title: string): ExportSheet => ({
  headings() {
    const tabs = tabsOf(fileId);
    if (!tabs.ok) return tabs;
    if (!tabs.value.has(title)) return ok(null);
    const read = readRows(fileId, title, { first: 0, count: 1 });
    return read.ok ? ok(read.value[0] ?? []) : read;
  },
  column(index) {
    const tabs = tabsOf(fileId);
    if (!tabs.ok) return tabs;
    return tabs.value.has(title) ? readColumn(fileId, title, index) : ok([]);
  },
  rows: (first, count) => readRows(fileId, title, { first: first + 1, count }),
  ensure(headings) {
    const tabs = tabsOf(fileId);
    if (!tabs.ok) return tabs;
    const tab = tabs.value.get(title);
    if (tab === undefined) return addSheet(fileId, { title, headings }, tabs.value);
    const isEmpty = hasNoHeadings(fileId, title);
    if (!isEmpty.ok) return isEmpty;
    return isEmpty.value
      ? changeSpreadsheet(fileId, tabContents({ title, headings }, tab))
      : ok(null);
  },
  append: (rows) => appendRows(fileId, title, rows),
});

/** Below the heading. */
function readColumn(fileId: string, title: string, index: number): Result<string[], Failure> {
  const read = call(
    () =>
      sheetValues().get(fileId, columnRange(title, index, 1), {
        valueRenderOption: 'UNFORMATTED_VALUE',
        majorDimension: 'COLUMNS',
        fields: 'values',
      }),
    aboutSheets(fileId),
  );
  if (!read.ok) return read;
  const [column = []] = (read.value.values ?? []) as unknown[][];
  return ok(column.map(String));
}

/** Whole rows, counted from 0, the heading row included. */
function readRows(
  fileId: string,
  title: string,
  { first, count }: { readonly first: number; readonly count: number },
): Result<string[][], Failure> {
  const read = call(
    () =>
      sheetValues().get(fileId, `${quoted(title)}!${first + 1}:${first + count}`, {
        valueRenderOption: 'UNFORMATTED_VALUE',
        fields: 'values',
      }),
    aboutSheets(fileId),
  );
  if (!read.ok) return read;
  return ok(((read.value.values ?? []) as unknown[][]).map((row) => row.map(String)));
}

function hasNoHeadings(fileId: string, title: string): Result<boolean, Failure> {
  const read = readRows(fileId, title, { first: 0, count: 1 });
  return read.ok ? ok((read.value[0] ?? []).every((cell) => cell === '')) : read;
}

function addSheet(
  fileId: string,
  form: { readonly title: string; readonly headings: readonly string[] },
  tabs: ReadonlyMap<string, number>,
): Result<null, Failure> {
  const sheetId = Math.max(0, ...tabs.values()) + 1;
  return changeSpreadsheet(fileId, [
    { addSheet: { properties: tabProperties(form, sheetId) } },
    ...tabContents(form, sheetId),
  ]);
}
