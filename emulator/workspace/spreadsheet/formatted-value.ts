import { format, isDateFormat } from 'numfmt';
import type { NumberFormat } from './styles';

/** Google's formats for types without a pattern, in en_US. @see https://developers.google.com/workspace/sheets/api/guides/formats */
const PATTERNS: Readonly<Record<string, string>> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'm/d/yyyy',
  TIME: 'h:mm:ss AM/PM',
  DATE_TIME: 'm/d/yyyy h:mm:ss',
  SCIENTIFIC: '0.00E+00',
  TEXT: '@',
};

/** Dates count from 30 December 1899, without Lotus's leap day. */
const OPTIONS = { leap1900: false, throws: false } as const;

/** A value as the sheet displays it. */
export function formattedValue(
  value: string | number | boolean,
  numberFormat: NumberFormat | undefined,
): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const pattern = numberFormat && patternOf(numberFormat);
  return pattern === undefined || pattern === '' || pattern === '@'
    ? automatic(value)
    : format(toNumfmt(pattern), value, OPTIONS);
}

export const patternOf = ({ pattern, type = '' }: NumberFormat): string | undefined =>
  pattern ?? PATTERNS[type];

/** Whether a format displays numbers as dates or times. */
export const showsDates = (numberFormat: NumberFormat | undefined): boolean => {
  const pattern = numberFormat && patternOf(numberFormat);
  return pattern !== undefined && pattern !== '' && isDateFormat(toNumfmt(pattern));
};

/** Sheets writes `am/pm` where other spreadsheets write `AM/PM`, and its `+` after `yyyy` has no meaning. */
const toNumfmt = (pattern: string): string =>
  pattern.replace(/am\/pm|a\/p/gi, (marker) => marker.toUpperCase());

/** Ten significant digits; whole numbers in full up to fifteen. */
function automatic(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-9)) return scientific(value);
  return String(Number(value.toPrecision(10)));
}

function scientific(value: number): string {
  const [mantissa, exponent] = value.toExponential(5).split('e') as [string, string];
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${Number(mantissa)}E${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}
