import { dateFromSerial, dateToSerial, parseValue } from 'numfmt';
import { requireFitsCell } from './limits';
import type { Cell } from '../state/sheets';
import type { NumberFormat } from './styles';

/** The result of typing something into a cell: its value, and the format that the text suggests. */
export interface Entered {
  readonly cell: Cell;
  readonly numberFormat?: NumberFormat;
}

/**
 * Interprets text as typed by a person (`USER_ENTERED`): `=` begins a formula, and so do `+` and `-` unless a number follows;
 * `'` keeps the rest as text; numbers, percentages, amounts, dates, times and booleans are recognized as in an English
 * (United States) spreadsheet, whatever the spreadsheet's locale: other locales' forms stay text.
 *
 * @param year the year that a date without one means.
 * @param keepsText whether the cell is formatted as plain text.
 */
export function enteredValue(text: string, year: number, keepsText: boolean): Entered {
  requireFitsCell(text);
  if (text === '') return { cell: null };
  if (keepsText) return { cell: text };
  if (text.startsWith("'")) return { cell: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { cell: { formula: text } };
  const number = numberIn(text, year);
  if (number) return number;
  if (/^[+-]./s.test(text)) return { cell: { formula: `=${text}` } };
  return { cell: text };
}

function numberIn(text: string, year: number): Entered | null {
  const parsed = mayBeNumber(text) ? parseValue(text.trim()) : null;
  if (!parsed) return null;
  const { v: value, z: pattern } = parsed;
  if (typeof value !== 'number') return typeof value === 'boolean' ? { cell: value } : null;
  if (pattern === undefined) return { cell: value };
  const type = formatType(pattern);
  return {
    cell: type === 'DATE' && !/y/.test(pattern) ? inYear(value, year) : value,
    numberFormat: { type, pattern },
  };
}

/** Words that occur in numbers, dates and times. Any other word means text: a quick answer for most cells. */
const WORDS = new Set(
  'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december sun mon tue wed thu fri sat sunday monday tuesday wednesday thursday friday saturday am pm a p e true false'.split(
    ' ',
  ),
);

const LONGEST_NUMBER = 64;

const mayBeNumber = (text: string): boolean =>
  text.length <= LONGEST_NUMBER &&
  (text.match(/\p{L}+/gu) ?? []).every((word) => WORDS.has(word.toLowerCase()));

/** The same day in another year: the parser uses the machine's. */
function inYear(serial: number, year: number): number {
  const [, month = 1, day = 1] = dateFromSerial(serial);
  return dateToSerial([year, month, day]) as number;
}

function formatType(pattern: string): string {
  if (pattern.includes('%')) return 'PERCENT';
  if (/E\+/.test(pattern)) return 'SCIENTIFIC';
  const date = /[yd]|m{3}/i.test(pattern);
  const time = /[hs]/i.test(pattern);
  if (date && time) return 'DATE_TIME';
  if (date) return 'DATE';
  if (time) return 'TIME';
  return /[$€£¥]/.test(pattern) ? 'CURRENCY' : 'NUMBER';
}
