import { dateFromSerial, dateToSerial, parseValue } from 'numfmt';
import { requireFitsCell } from './limits';
import type { Cell } from '../state/sheets';
import type { NumberFormat } from './styles';

/** What becomes of something typed into a cell: its value, and the format the typing suggests. */
export interface Entered {
  readonly cell: Cell;
  readonly numberFormat?: NumberFormat;
}

/**
 * Takes text as a person types it (`USER_ENTERED`): `=` begins a formula, and so do `+` and `-` unless a number follows;
 * `'` keeps what follows as text; numbers, percentages, amounts, dates, times and booleans are recognised as an English
 * (United States) spreadsheet does, whatever the spreadsheet's locale: other locales' forms stay text.
 *
 * @param year what a date without a year means.
 * @param keepsText the cell is formatted as plain text.
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

/** Words that numbers, dates and times are written with. Any other word makes a text: a quick answer for most of them. */
const WORDS = new Set(
  'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december sun mon tue wed thu fri sat sunday monday tuesday wednesday thursday friday saturday am pm a p e true false'.split(
    ' ',
  ),
);

const LONGEST_NUMBER = 64;

const mayBeNumber = (text: string): boolean =>
  text.length <= LONGEST_NUMBER &&
  (text.match(/\p{L}+/gu) ?? []).every((word) => WORDS.has(word.toLowerCase()));

/** The same day of another year: the parser takes the machine's. */
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
