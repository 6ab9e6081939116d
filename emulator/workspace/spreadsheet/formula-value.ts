/**
 * The displayed value of a formula. Formulas are stored but not computed here. Until a formula is computed it reads, as at
 * Google, `Loading...`, an error value of type LOADING. Only formulas that need no computing have a value: a literal, and
 * HYPERLINK and IMAGE with literal arguments.
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/other#errorvalue
 */
export type FormulaValue =
  | { readonly kind: 'value'; readonly value: string | number | boolean; readonly link?: string }
  | { readonly kind: 'loading' };

export const LOADING = 'Loading...';

const STRING = String.raw`"((?:[^"]|"")*)"`;
const HYPERLINK = new RegExp(
  String.raw`^=\s*HYPERLINK\(\s*${STRING}\s*(?:[,;]\s*${STRING}\s*)?\)\s*$`,
  'i',
);
const IMAGE = new RegExp(String.raw`^=\s*IMAGE\(\s*${STRING}.*\)\s*$`, 'is');
const LITERAL = new RegExp(`^=\\s*(?:${STRING}|(-?\\d+(?:\\.\\d+)?)|(TRUE|FALSE))\\s*$`, 'i');

/** @param formula including its `=`. */
export function formulaValue(formula: string): FormulaValue {
  const link = HYPERLINK.exec(formula);
  if (link) {
    const address = unquoted(link[1]!);
    const label = link[2] === undefined ? address : unquoted(link[2]);
    return { kind: 'value', value: label, link: address };
  }
  if (IMAGE.test(formula)) return { kind: 'value', value: '' };
  const literal = LITERAL.exec(formula);
  if (!literal) return { kind: 'loading' };
  const [, text, number, boolean] = literal;
  if (text !== undefined) return { kind: 'value', value: unquoted(text) };
  if (number !== undefined) return { kind: 'value', value: Number(number) };
  return { kind: 'value', value: boolean!.toUpperCase() === 'TRUE' };
}

const unquoted = (text: string): string => text.replaceAll('""', '"');
