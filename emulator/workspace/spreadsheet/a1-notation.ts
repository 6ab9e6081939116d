import type { Block } from './grid';

/** An area in A1 notation: half-open, from 0; a missing end is open. */
export interface Area {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 0 for `A`, in any letter case. */
export const columnIndex = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const CORNER = String.raw`\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?`;
const AREA = new RegExp(`^${CORNER}(?::${CORNER})?$`);

/** Parses `A1`, `A1:B2`, `A:C`, `2:5`, `A2:B`, corners in any order; null when it is none of these. */
export function parseArea(text: string): Area | null {
  const match = AREA.exec(text);
  if (!match || text === '' || text === ':') return null;
  const [, column1, row1, column2, row2] = match;
  if (!text.includes(':')) return column1 && row1 ? area(column1, row1, column1, row1) : null;
  if (!(column1 ?? row1) || !(column2 ?? row2)) return null;
  return area(column1, row1, column2, row2);
}

function area(
  column1: string | undefined,
  row1: string | undefined,
  column2: string | undefined,
  row2: string | undefined,
): Area {
  const columns = [column1, column2].flatMap((name) => (name ? [columnIndex(name)] : []));
  const rows = [row1, row2].flatMap((row) => (row ? [Number(row) - 1] : []));
  return {
    ...(rows.length > 0 && { startRow: Math.min(...rows) }),
    ...(rows.length === 2 && { endRow: Math.max(...rows) + 1 }),
    ...(columns.length > 0 && { startColumn: Math.min(...columns) }),
    ...(columns.length === 2 && { endColumn: Math.max(...columns) + 1 }),
  };
}

/** An area in A1 notation; open ends stay open: `A2:B`, `AA1:2`. */
export function formatArea({ startRow = 0, endRow, startColumn = 0, endColumn }: Area): string {
  const start = columnName(startColumn) + String(startRow + 1);
  const last =
    (endColumn === undefined ? '' : columnName(endColumn - 1)) +
    (endRow === undefined ? '' : String(endRow));
  return last === '' || last === start ? start : `${start}:${last}`;
}

/** A range as answers write it: `Sheet1!A1:B2`, with the title in quotes where necessary. */
export const formatRange = (title: string, block: Area | Block): string =>
  `${quoteTitle(title)}!${formatArea(block)}`;

/** A title as it appears before the `!`. */
export const quoteTitle = (title: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(title) && !looksLikeCell(title)
    ? title
    : `'${title.replaceAll("'", "''")}'`;

const looksLikeCell = (title: string): boolean =>
  /^[A-Za-z]{1,3}\d+$/.test(title) || /^R\d*C\d*$/i.test(title);

/** Splits `'My sheet'!A1:B2`. `title` is null where the text has none; `quoted` says that it was in quotes. */
export function splitRange(text: string): {
  readonly title: string | null;
  readonly area: string | null;
  readonly quoted: boolean;
} | null {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted) {
    const title = quoted[1]!.replaceAll("''", "'");
    return { title, area: quoted[2] ?? null, quoted: true };
  }
  const at = text.lastIndexOf('!');
  if (at < 0) return { title: null, area: text, quoted: false };
  const title = text.slice(0, at);
  return title === '' || title.startsWith("'")
    ? null
    : { title, area: text.slice(at + 1), quoted: false };
}
