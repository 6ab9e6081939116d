import { act } from '../../shell/workspace-client';
import { cellText } from './audit-table';
import type { LogRow } from './log-row';
import type { Attribute, Log } from './logs';

const ROWS_AT_ONCE = 5000;
const TAB = 'Log events';

/** A header and the rows, as text. Dates as they are in the log: UTC. */
export const exportedRows = (
  log: Log,
  columns: readonly Attribute[],
  rows: readonly LogRow[],
): string[][] => [
  columns.map(({ title }) => title),
  ...rows.map((row) =>
    columns.map((column) =>
      column.id === 'date' ? row.activity.id.time : cellText(log, column, row),
    ),
  ),
];

/** "Export all": a new spreadsheet for this person. Values are stored unchanged: nothing in a log becomes a formula. */
export async function exportToSheet(
  account: string,
  title: string,
  values: readonly (readonly string[])[],
): Promise<string> {
  const { spreadsheetId } = await act<{ spreadsheetId: string }>(
    account,
    'sheets.spreadsheets.create',
    {},
    { properties: { title }, sheets: [{ properties: sheetProperties(values) }] },
  );
  for (let at = 0; at < values.length; at += ROWS_AT_ONCE)
    await act(
      account,
      'sheets.spreadsheets.values.update',
      { spreadsheetId, range: `'${TAB}'!A${at + 1}`, valueInputOption: 'RAW' },
      { values: values.slice(at, at + ROWS_AT_ONCE) },
    );
  return spreadsheetId;
}

const sheetProperties = (values: readonly (readonly string[])[]) => ({
  title: TAB,
  gridProperties: {
    rowCount: values.length,
    columnCount: values[0]?.length ?? 1,
    ...(values.length > 1 && { frozenRowCount: 1 }),
  },
});

/** RFC 4180. */
export const csvOf = (values: readonly (readonly string[])[]): string =>
  values.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');

const csvField = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
