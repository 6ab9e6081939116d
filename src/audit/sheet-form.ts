/** Where the headings of the export are in a sheet whose columns people may have moved. */
import { HEADINGS } from './row';
import { KEY_HEADING } from './row-key';

/** How far down the headings are looked for: people put titles and blank rows above them. */
export const TOP_ROWS = 20;

export type Cells = readonly string[];

/** Where the rows and their cells are. Rows and columns are counted from 0. */
export interface Form {
  /** The row below the headings. */
  readonly firstRow: number;
  /** The place of each of the eight columns. */
  readonly columns: readonly number[];
  /** Null where the hidden column was deleted, or in a sheet from before there was one. */
  readonly keyColumn: number | null;
}

/** A sheet as Tandem makes it. */
export const NEW_FORM: Form = {
  firstRow: 1,
  columns: HEADINGS.map((_, index) => index),
  keyColumn: HEADINGS.length,
};

export const isBlank = (row: Cells): boolean => row.every((cell) => cell.trim() === '');

const sameHeading = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.toLowerCase();

const places = (row: Cells, heading: string): number[] =>
  row.flatMap((cell, index) => (sameHeading(cell, heading) ? [index] : []));

/** Null when no row has each of the eight headings once. */
export function formOf(top: readonly Cells[]): Form | null {
  for (const [index, row] of top.entries()) {
    const found = HEADINGS.map((heading) => places(row, heading));
    if (found.every(({ length }) => length === 1))
      return {
        firstRow: index + 1,
        columns: found.map(([place]) => place!),
        keyColumn: places(row, KEY_HEADING)[0] ?? null,
      };
  }
  return null;
}

/** Whether a row that was laid out for one form is right in the other, wherever its headings are. */
export const hasSameColumns = (one: Form, other: Form): boolean =>
  one.keyColumn === other.keyColumn &&
  one.columns.every((column, index) => column === other.columns[index]);

/** The headings that are missing or there twice, in the row that has most of them. */
export function faultsOf(top: readonly Cells[]): { missing: string[]; twice: string[] } {
  const faults = top.map((row) => ({
    missing: HEADINGS.filter((heading) => places(row, heading).length === 0),
    twice: HEADINGS.filter((heading) => places(row, heading).length > 1),
  }));
  return faults.reduce((best, one) => (one.missing.length < best.missing.length ? one : best));
}

/** A row's cells in the columns of a form that has one for the key. */
export function laidOut(cells: Cells, key: string, { columns, keyColumn }: Form): string[] {
  const laid = new Array<string>(Math.max(...columns, keyColumn!) + 1).fill('');
  columns.forEach((column, index) => (laid[column] = cells[index]!));
  laid[keyColumn!] = key;
  return laid;
}
