/** A sheet as rows found by heading: people may move columns, add their own, and leave rows empty. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Cell, RowUpdate, Rows } from './spreadsheet';

/** The columns of a sheet, by the names we use for them; in the order in which they are made. */
export interface TableForm<F extends string> {
  readonly title: string;
  readonly headings: Readonly<Record<F, string>>;
  readonly formats?: Readonly<Partial<Record<F, string>>>;
  /** In pixels; others are as wide as Google makes them. */
  readonly widths?: Readonly<Partial<Record<F, number>>>;
  /** What stands below the headings of a new sheet. */
  readonly firstRows?: Rows;
  /** Not meant for people. */
  readonly isHidden?: boolean;
}

/** Infers the fields of a form from its headings. */
export const tableForm = <F extends string>(form: TableForm<F>): TableForm<F> => form;

export type FieldOf<T> = T extends TableForm<infer F> ? F : never;

/** The cells of a row that we know. What is not there is an empty text. */
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
  /** Without the empty ones. */
  readonly rows: readonly Row<F>[];
  /** Rows between the others that say nothing in our columns. */
  readonly blanks: readonly number[];
}

export const fieldsOf = <F extends string>({ headings }: TableForm<F>): readonly F[] =>
  Object.keys(headings) as F[];

/**
 * The rows of a sheet by our columns. Fails with `column-missing` when one is not there: its cells would read as emptied
 * by everybody. Of two columns with one heading the first counts.
 */
export function tableOf<F extends string>(
  form: TableForm<F>,
  sheet: Rows,
): Result<Table<F>, Failure> {
  const places = new Map<string, number>();
  (sheet[0] ?? []).forEach((heading, column) => {
    const name = plainHeading(heading);
    if (!places.has(name)) places.set(name, column);
  });
  const fields = fieldsOf(form);
  const missing = fields.find((field) => !places.has(plainHeading(form.headings[field])));
  if (missing !== undefined)
    return fail({ kind: 'column-missing', sheet: form.title, column: form.headings[missing] });
  const columns = Object.fromEntries(
    fields.map((field) => [field, places.get(plainHeading(form.headings[field]))]),
  ) as Record<F, number>;
  const rows: Row<F>[] = [];
  const blanks: number[] = [];
  for (let at = 1; at < sheet.length; at += 1) {
    const row = cellsOf(sheet[at]!, fields, columns);
    if (row) rows.push({ at, cells: row });
    else blanks.push(at);
  }
  return ok({ form, columns, rows, blanks });
}

/** Capitals and spaces are no matter. */
const plainHeading = (heading: Cell): string =>
  String(heading).trim().replace(/\s+/g, ' ').toLowerCase();

/** Null for a row without anything; boxes that nobody ticked are nothing. */
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

/** Writes cells of one row and leaves all others alone: one update for each group of neighbours. */
export function updatesOf<F extends string>(
  { form, columns }: Table<F>,
  at: number,
  cells: Partial<Cells<F>>,
): RowUpdate[] {
  const placed = (Object.keys(cells) as F[])
    .map((field) => ({ column: columns[field], cell: cells[field]! }))
    .sort((one, other) => one.column - other.column);
  const updates: { sheet: string; row: number; column: number; cells: Cell[] }[] = [];
  for (const { column, cell } of placed) {
    const last = updates[updates.length - 1];
    if (last && last.column + last.cells.length === column) last.cells.push(cell);
    else updates.push({ sheet: form.title, row: at, column, cells: [cell] });
  }
  return updates;
}

/** A new row in the sheet's own order of columns; columns of people stay empty. */
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
 * What cells say as one text, to tell versions apart: a spreadsheet may give a number back with other last digits, and
 * other line ends.
 */
export const textOfCells = <F extends string>(cells: Cells<F>, fields: readonly F[]): string =>
  JSON.stringify(fields.map((field) => comparable(cells[field])));

/** A second is 1.2e-5 of a day. */
function comparable(cell: Cell): Cell {
  if (typeof cell === 'number') return Math.round(cell * 1e7) / 1e7;
  return typeof cell === 'string' && cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
}
