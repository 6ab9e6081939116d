import type { PageTable } from '../../card/page-table';
import type { Row } from './view';

/** Spreadsheets run a text that begins with one of these as a formula (CWE-1236). */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as RFC 4180: with its headings, and with no text that a spreadsheet would run. */
export const csvOf = ({ columns }: PageTable, rows: readonly Row[]): string =>
  [columns.map(({ title }) => title), ...rows]
    .map((row) => `${row.map(fieldOf).join(',')}\r\n`)
    .join('');

function fieldOf(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
