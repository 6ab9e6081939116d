/** A sheet as rows found by heading: people may move columns, add their own, and leave rows empty. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Cell, Rows } from './spreadsheet';

/** The columns of a sheet, by the names we use for them; in the order in which they are made. */
export interface TableForm<F extends string> {
  readonly title: string;
  readonly headings: Readonly<Record<F, string>>;
  /** The fields that identify a row; empty for a sheet that only grows. */
  readonly key?: readonly NoInfer<F>[];
  readonly formats?: Readonly<Partial<Record<F, string>>>;
  /** In pixels; others are as wide as Google makes them. */
  readonly widths?: Readonly<Partial<Record<F, number>>>;
  /** Columns that people do not need to see. */
  readonly hidden?: readonly NoInfer<F>[];
  /** Whether its headings have a filter. */
  readonly isFiltered?: boolean;
  /** The first rows of a new sheet, below the headings. */
  readonly firstRows?: Rows;
  /** Whether the sheet is hidden, because it is not meant for people. */
  readonly isHidden?: boolean;
}

/** Infers the fields of a form from its headings. */
export const tableForm = <F extends string>(form: TableForm<F>): TableForm<F> => form;

export type FieldOf<T> = T extends TableForm<infer F> ? F : never;

/** The cells of a row in our columns. A missing cell is an empty text. */
export type Cells<F extends string> = Readonly<Record<F, Cell>>;

export interface Row<F extends string> {
  /** Counted from 0, the heading row included. */
  readonly at: number;
  readonly cells: Cells<F>;
}

export interface Table<F extends string> {
  readonly form: TableForm<F>;
  /** Where each column is. */
  readonly columns: Readonly<Record<F, number>>;
  /** All rows that are not empty. */
  readonly rows: readonly Row<F>[];
  /** Everything that was read, including people's own columns; the first row has the headings. */
  readonly sheet: Rows;
}

export const fieldsOf = <F extends string>({ headings }: TableForm<F>): readonly F[] =>
  Object.keys(headings) as F[];

/**
 * The rows of a sheet by our columns. Fails with `column-missing` when one is missing, because its cells would look as if people
 * had emptied them; and with `column-twice` when two have its heading, because it is unknown in which of them people write.
 */
export function tableOf<F extends string>(
  form: TableForm<F>,
  sheet: Rows,
): Result<Table<F>, Failure> {
  const columns = columnsOf(form, sheet[0] ?? []);
  if (!columns.ok) return columns;
  const rows = rowsOf({ form, columns: columns.value }, sheet.slice(1), 1);
  return ok({ form, columns: columns.value, rows, sheet });
}

/** @param first the first row's place in its sheet. Empty rows are left out. */
export function rowsOf<F extends string>(
  { form, columns }: Pick<Table<F>, 'form' | 'columns'>,
  rows: Rows,
  first: number,
): Row<F>[] {
  const fields = fieldsOf(form);
  const found: Row<F>[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const cells = cellsOf(rows[index]!, fields, columns);
    if (cells) found.push({ at: first + index, cells });
  }
  return found;
}

/** New columns with their headings, before the column that is at `at` now. */
export interface AddedColumns {
  readonly at: number;
  readonly headings: readonly string[];
}

/** The columns that a sheet lacks, each after the one that it follows in the form; from the last to the first, so that none moves another. */
export function columnsToAdd<F extends string>(
  form: TableForm<F>,
  headings: readonly Cell[],
): readonly AddedColumns[] {
  const there = headings.map(plainHeading);
  const byPlace = new Map<number, string[]>();
  let at = there.length;
  for (const field of fieldsOf(form)) {
    const found = there.indexOf(plainHeading(form.headings[field]));
    if (found >= 0) at = found + 1;
    else byPlace.set(at, [...(byPlace.get(at) ?? []), form.headings[field]]);
  }
  return [...byPlace]
    .map(([place, added]) => ({ at: place, headings: added }))
    .sort((one, other) => other.at - one.at);
}

/**
 * The columns of these fields at the end of a sheet in which people work; none if it has all of them. If it has some, those are columns
 * of people's own, and reading the sheet fails with `column-twice` until they are renamed.
 */
export function columnsAtEnd(
  { headings }: TableForm<string>,
  fields: readonly string[],
  there: readonly Cell[],
): readonly AddedColumns[] {
  const added = fields.map((field) => headings[field]!);
  const known = new Set(there.map(plainHeading));
  return added.every((heading) => known.has(plainHeading(heading)))
    ? []
    : [{ at: there.length, headings: added }];
}

/** Where each of our columns is. */
function columnsOf<F extends string>(
  form: TableForm<F>,
  headings: readonly Cell[],
): Result<Readonly<Record<F, number>>, Failure> {
  const places = new Map<string, number[]>();
  headings.forEach((heading, column) => {
    const name = plainHeading(heading);
    places.set(name, [...(places.get(name) ?? []), column]);
  });
  const columns = {} as Record<F, number>;
  for (const field of fieldsOf(form)) {
    const column = form.headings[field];
    const found = places.get(plainHeading(column)) ?? [];
    if (found.length !== 1)
      return fail({
        kind: found.length === 0 ? 'column-missing' : 'column-twice',
        sheet: form.title,
        column,
      });
    columns[field] = found[0]!;
  }
  return ok(columns);
}

/** Letter case and spaces do not matter. */
export const plainHeading = (heading: Cell): string =>
  String(heading).trim().replace(/\s+/g, ' ').toLowerCase();

/** Null for an empty row; boxes that are not ticked count as empty. */
function cellsOf<F extends string>(
  row: readonly Cell[],
  fields: readonly F[],
  columns: Readonly<Record<F, number>>,
): Cells<F> | null {
  const cells = {} as Record<F, Cell>;
  let isBlank = true;
  for (const field of fields) {
    const cell = row[columns[field]] ?? '';
    cells[field] = cell;
    if (isBlank && cell !== false && (typeof cell !== 'string' || cell.trim() !== ''))
      isBlank = false;
  }
  return isBlank ? null : cells;
}

/** A new row in the sheet's own order of columns; people's own columns stay empty. */
export function newRow<F extends string>(
  { form, columns }: Table<F>,
  cells: Partial<Cells<F>>,
): Cell[] {
  const fields = fieldsOf(form);
  const row = new Array<Cell>(Math.max(...fields.map((field) => columns[field])) + 1).fill('');
  for (const field of fields) row[columns[field]] = cells[field] ?? '';
  return row;
}

/**
 * The content of cells as one text, to tell versions apart: a spreadsheet may return a number with other last digits, and
 * text with other line breaks.
 */
export const textOfCells = <F extends string>(cells: Cells<F>, fields: readonly F[]): string =>
  JSON.stringify(fields.map((field) => comparable(cells[field])));

/** A cell in the form in which cells are compared. A second is 1.2e-5 of a day. */
export function comparable(cell: Cell): Cell {
  if (typeof cell === 'number') return Math.round(cell * 1e7) / 1e7;
  return typeof cell === 'string' && cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
}
