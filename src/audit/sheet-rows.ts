/** The sheet as rows of eight cells, wherever people have moved its columns. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { dateOf, HEADINGS, type Row } from './row';
import type { ExportSheet } from './ports';

/** How far down the headings are looked for: people put titles and blank rows above them. */
const TOP_ROWS = 20;

/** How often the sheet is read anew when somebody edits it at the same time. */
const READINGS = 3;

export interface SheetRows {
  /** Whether there is no row yet. */
  readonly isEmpty: boolean;
  /** Whether the sheet was made, or was empty, just now. */
  readonly isNew: boolean;
  /**
   * Rows dated from one instant to another, both inclusive; null for no bound. Reads no others where rows are sorted
   * by date. Fails with `stale-etag` when somebody moves rows all the time.
   */
  between(from: string | null, to: string | null): Result<readonly Row[], Failure>;
  append(rows: readonly Row[]): Result<null, Failure>;
  /** All application names in the rows. */
  appNames(): Result<readonly string[], Failure>;
}

export type OpenedRows =
  | { readonly kind: 'rows'; readonly rows: SheetRows }
  | {
      readonly kind: 'other-headings';
      readonly missing: readonly string[];
      readonly twice: readonly string[];
    };

/** Makes the sheet if there is none. A sheet counts as empty only when Google says so: a failed reading is a failure. */
export function openRows(sheet: ExportSheet): Result<OpenedRows, Failure> {
  const top = sheet.top(TOP_ROWS);
  if (!top.ok) return top;
  const found = top.value ?? [];
  if (found.every(isBlank)) {
    const made = sheet.make(HEADINGS);
    if (!made.ok) return made;
    const form = { firstRow: 1, columns: HEADINGS.map((_, index) => index) };
    return ok({ kind: 'rows', rows: new Rows(sheet, { form, dates: [] }, true) });
  }
  const form = formOf(found);
  if (form === null) return ok({ kind: 'other-headings', ...faultsOf(found) });
  const dates = datesOf(sheet, form);
  if (!dates.ok) return dates;
  return ok({ kind: 'rows', rows: new Rows(sheet, { form, dates: dates.value }, false) });
}

/** Where the rows and their cells are. */
interface Form {
  /** The row below the headings. */
  readonly firstRow: number;
  /** The place of each of the eight columns. */
  readonly columns: readonly number[];
}

type Cells = readonly string[];

const isBlank = (row: Cells): boolean => row.every((cell) => cell.trim() === '');

const sameHeading = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.toLowerCase();

const places = (row: Cells, heading: string): number[] =>
  row.flatMap((cell, index) => (sameHeading(cell, heading) ? [index] : []));

/** Null when no row has each of the eight headings once. */
function formOf(top: readonly Cells[]): Form | null {
  for (const [index, row] of top.entries()) {
    const found = HEADINGS.map((heading) => places(row, heading));
    if (found.every(({ length }) => length === 1))
      return { firstRow: index + 1, columns: found.map(([place]) => place!) };
  }
  return null;
}

/** What is wrong with the row that has most of the headings. */
function faultsOf(top: readonly Cells[]): { missing: string[]; twice: string[] } {
  const faults = top.map((row) => ({
    missing: HEADINGS.filter((heading) => places(row, heading).length === 0),
    twice: HEADINGS.filter((heading) => places(row, heading).length > 1),
  }));
  return faults.reduce((best, one) => (one.missing.length < best.missing.length ? one : best));
}

function datesOf(sheet: ExportSheet, { firstRow, columns }: Form): Result<Cells, Failure> {
  const dates = sheet.column(columns[0]!, firstRow);
  return dates.ok ? ok(dates.value.map((date) => date.trim())) : dates;
}

interface Reading {
  readonly form: Form;
  /** The dates of all rows, in the sheet's order. */
  readonly dates: Cells;
}

class Rows implements SheetRows {
  /** The rows that this execution added since the sheet was read. */
  private readonly added: Row[] = [];

  constructor(
    private readonly sheet: ExportSheet,
    private reading: Reading,
    readonly isNew: boolean,
  ) {}

  get isEmpty(): boolean {
    return this.reading.dates.every((date) => date === '') && this.added.length === 0;
  }

  between(from: string | null, to: string | null): Result<readonly Row[], Failure> {
    const isWithin = (date: string): boolean =>
      date !== '' && (from === null || date >= from) && (to === null || date <= to);
    for (let reading = 1; ; reading += 1) {
      const read = this.readWithin(isWithin);
      if (!read.ok) return read;
      if (read.value !== null)
        return ok([...read.value, ...this.added.filter((row) => isWithin(dateOf(row)))]);
      if (reading === READINGS) return fail({ kind: 'stale-etag', id: 'the sheet' });
      const again = this.readAgain();
      if (!again.ok) return again;
    }
  }

  /** Null when the rows are no longer where they were: somebody sorted or moved them. */
  private readWithin(isWithin: (date: string) => boolean): Result<readonly Row[] | null, Failure> {
    const { dates, form } = this.reading;
    const wanted = dates.flatMap((date, index) => (isWithin(date) ? [index] : []));
    if (wanted.length === 0) return ok([]);
    const first = wanted[0]!;
    const count = wanted[wanted.length - 1]! - first + 1;
    const read = this.sheet.rows(form.firstRow + first, count);
    if (!read.ok) return read;
    const rows = Array.from({ length: count }, (_, index) =>
      form.columns.map((column) => read.value[index]?.[column] ?? ''),
    );
    const isMoved = rows.some((row, index) => dateOf(row) !== dates[first + index]);
    return ok(isMoved ? null : rows.filter((row) => isWithin(dateOf(row))));
  }

  private readAgain(): Result<null, Failure> {
    const top = this.sheet.top(TOP_ROWS);
    if (!top.ok) return top;
    const form = formOf(top.value ?? []);
    if (form === null) return fail({ kind: 'stale-etag', id: 'the sheet' });
    const dates = datesOf(this.sheet, form);
    if (!dates.ok) return dates;
    this.reading = { form, dates: dates.value };
    this.added.length = 0;
    return ok(null);
  }

  append(rows: readonly Row[]): Result<null, Failure> {
    const appended = this.sheet.append(rows.map((row) => this.laidOut(row)));
    if (appended.ok) this.added.push(...rows);
    return appended;
  }

  appNames(): Result<readonly string[], Failure> {
    const { firstRow, columns } = this.reading.form;
    return this.sheet.column(columns[HEADINGS.indexOf('Application name')]!, firstRow);
  }

  private laidOut(row: Row): string[] {
    const { columns } = this.reading.form;
    const cells = new Array<string>(Math.max(...columns) + 1).fill('');
    columns.forEach((column, index) => (cells[column] = row[index]!));
    return cells;
  }
}
