import type { Workspace } from '../workspace';
import { wholeBlock } from './ranges';
import { FORMATTED } from './rendered-value';
import { renderedRows } from './rendered-rows';

/** The first sheet of a spreadsheet as Drive exports it: formatted values, CRLF between rows, quotes where necessary. */
export function separatedText(
  { state: { sheets } }: Workspace,
  id: string,
  separator: ',' | '\t',
): string {
  const spreadsheet = sheets.spreadsheets[id]!;
  const [sheet] = spreadsheet.sheets;
  const rows = renderedRows(spreadsheet, sheet!, wholeBlock(sheet!), FORMATTED);
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  return rows
    .map((row) =>
      Array.from({ length: width }, (_, at) => field(String(row[at] ?? ''), separator)).join(
        separator,
      ),
    )
    .join('\r\n');
}

/** Tab-separated text cannot contain tabs and line breaks: Google writes spaces. */
function field(text: string, separator: ',' | '\t'): string {
  if (separator === '\t') return text.replace(/[\t\r\n]+/g, ' ');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
