/** The sheet as rows of eight cells, wherever people have moved the columns. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { dateOf, HEADINGS, type Row } from './row';
import type { ExportSheet } from './ports';

/** The place of each of the eight columns in the sheet. */
type Layout = readonly number[];

export interface SheetRows {
  /** Whether there is no row yet. */
  readonly isEmpty: boolean;
  /**
   * Rows dated from one instant to another, both inclusive; null for no bound. Reads no others where rows are sorted
   * by date.
   */
  between(from: string | null, to: string | null): Result<readonly Row[], Failure>;
  append(rows: readonly Row[]): Result<null, Failure>;
}

/** Null when the sheet's headings are not those of an export. Makes the sheet if there is none. */
export function sheetRows(sheet: ExportSheet): Result<SheetRows | null, Failure> {
  const headings = sheet.headings();
  if (!headings.ok) return headings;
  const isNew = (headings.value ?? []).every((heading) => heading.trim() === '');
  if (isNew) {
    const made = sheet.ensure(HEADINGS);
    if (!made.ok) return made;
  }
  const layout = isNew ? HEADINGS.map((_, index) => index) : layoutOf(headings.value ?? []);
  if (layout === null) return ok(null);
  const dates = sheet.column(layout[0]!);
  return dates.ok
    ? ok(
        new Rows(
          sheet,
          layout,
          dates.value.map((date) => date.trim()),
        ),
      )
    : dates;
}

function layoutOf(headings: readonly string[]): Layout | null {
  const layout = HEADINGS.map((heading) =>
    headings.findIndex((found) => found.trim().toLowerCase() === heading.toLowerCase()),
  );
  return layout.includes(-1) ? null : layout;
}

class Rows implements SheetRows {
  /** The rows that this execution added. */
  private readonly added: Row[] = [];

  constructor(
    private readonly sheet: ExportSheet,
    private readonly layout: Layout,
    private readonly dates: readonly string[],
  ) {}

  get isEmpty(): boolean {
    return this.dates.every((date) => date === '') && this.added.length === 0;
  }

  between(from: string | null, to: string | null): Result<readonly Row[], Failure> {
    const isWithin = (date: string): boolean =>
      date !== '' && (from === null || date >= from) && (to === null || date <= to);
    const places = this.dates.flatMap((date, index) => (isWithin(date) ? [index] : []));
    const added = this.added.filter((row) => isWithin(dateOf(row)));
    if (places.length === 0) return ok(added);
    const first = places[0]!;
    const read = this.sheet.rows(first, places[places.length - 1]! - first + 1);
    if (!read.ok) return read;
    const rows = read.value.map((row) => this.layout.map((column) => row[column] ?? ''));
    return ok([...rows.filter((row) => isWithin(dateOf(row))), ...added]);
  }

  append(rows: readonly Row[]): Result<null, Failure> {
    const appended = this.sheet.append(rows.map((row) => this.laidOut(row)));
    if (appended.ok) this.added.push(...rows);
    return appended;
  }

  private laidOut(row: Row): string[] {
    const cells = new Array<string>(Math.max(...this.layout) + 1).fill('');
    this.layout.forEach((column, index) => (cells[column] = row[index]!));
    return cells;
  }
}
