/** Which rows of a table are shown: what is searched for, chosen and sorted by, without a page to show them on. */
import type { PageTable } from '../../card/page-table';

export interface TableView {
  readonly search: string;
  /** The choice made in each column of choices, by the column's index; empty to show everything. */
  readonly chosen: Readonly<Record<number, string>>;
  /** Null for the order in which the rows came. */
  readonly sort: { readonly column: number; readonly descends: boolean } | null;
  /** Counted from 0. */
  readonly page: number;
}

export const FIRST_VIEW: TableView = { search: '', chosen: {}, sort: null, page: 0 };

export const ROWS_PER_PAGE = 50;

export type Row = readonly string[];

/** Upper and lower case, and accents, make no difference: `etienne` finds Étienne. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The rows that have every word of the search somewhere, and what is chosen in its column. */
export function rowsIn({ columns, rows }: PageTable, { search, chosen, sort }: TableView): Row[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const isChosen = Object.entries(chosen).every(
      ([column, value]) => value === '' || row[Number(column)] === value,
    );
    if (!isChosen) return false;
    const text = words.length === 0 ? '' : plain(row.join('\n'));
    return words.every((word) => text.includes(word));
  });
  if (sort === null || !columns[sort.column]) return found;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const sign = sort.descends ? -1 : 1;
  return found.sort((a, b) => sign * compare(a[sort.column] ?? '', b[sort.column] ?? ''));
}

/** The rows of the page that is turned to, and how many there are before it and altogether. */
export function pageIn(rows: readonly Row[], page: number) {
  const last = Math.max(0, Math.ceil(rows.length / ROWS_PER_PAGE) - 1);
  const at = Math.min(page, last);
  const first = at * ROWS_PER_PAGE;
  return {
    rows: rows.slice(first, first + ROWS_PER_PAGE),
    first,
    isFirst: at === 0,
    isLast: at === last,
  };
}

/** What can be chosen in a column, with how many rows have it, in alphabetical order. */
export function choicesIn(
  { rows }: PageTable,
  column: number,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[column] ?? '', (counts.get(row[column] ?? '') ?? 0) + 1);
  return [...counts].filter(([text]) => text !== '').sort(([a], [b]) => a.localeCompare(b));
}
