/** The sheet as rows of eight cells with their keys, wherever people have moved its columns. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { KeyedRow, PresentRow } from './plan';
import type { ExportSheet, TakenRow } from './ports';
import { dateOf, HEADINGS } from './row';
import { isKey, KEY_HEADING, timeOfKey } from './row-key';
import { isOdd, keyIn, readMarks, type Reading, type RowMark } from './sheet-reading';
import {
  faultsOf,
  formOf,
  hasSameColumns,
  isBlank,
  laidOut,
  NEW_FORM,
  TOP_ROWS,
  type Cells,
} from './sheet-form';

/** How often the sheet is read anew when somebody edits it at the same time. */
const READINGS = 3;

const BUSY: Failure = { kind: 'stale-etag', id: 'the sheet' };

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
    const made = sheet.make(HEADINGS, KEY_HEADING);
    if (!made.ok) return made;
    const reading = { form: NEW_FORM, marks: [] };
    return ok({ kind: 'rows', rows: new SheetRows(sheet, reading, true) });
  }
  const form = formOf(found);
  if (form === null) return ok({ kind: 'other-headings', ...faultsOf(found) });
  const marks = readMarks(sheet, form);
  if (!marks.ok) return marks;
  return ok({ kind: 'rows', rows: new SheetRows(sheet, { form, marks: marks.value }, false) });
}

type IsWithin = (instant: string) => boolean;

/** Whether a cell, in the column counted from 0, makes its row one of ours. */
type IsOurs = (cell: string, column: number) => boolean;

export class SheetRows {
  /** The rows that this execution added since the sheet was read. */
  private readonly added: PresentRow[] = [];
  /** Whether there were rows, but not the column with their keys. */
  readonly lackedKeys: boolean;

  constructor(
    private readonly sheet: ExportSheet,
    private reading: Reading,
    /** Whether the sheet was made, or was empty, just now. */
    readonly isNew: boolean,
  ) {
    this.lackedKeys = !this.hasKeys && !this.isEmpty;
  }

  /** Whether there is no row yet. */
  get isEmpty(): boolean {
    const { marks } = this.reading;
    return marks.every(({ date, key }) => date + key === '') && this.added.length === 0;
  }

  /** Whether the column with the keys is there. Without it, nothing can be appended. */
  get hasKeys(): boolean {
    return this.reading.form.keyColumn !== null;
  }

  /**
   * Rows of events from one instant to another, both inclusive; null for no bound. Reads no others where rows are
   * sorted by date. Fails with `stale-etag` when somebody moves rows all the time.
   */
  between(from: string | null, to: string | null): Result<readonly PresentRow[], Failure> {
    const isWithin: IsWithin = (instant) =>
      instant !== '' && (from === null || instant >= from) && (to === null || instant <= to);
    for (let reading = 1; ; reading += 1) {
      const read = this.readWithin(isWithin);
      if (!read.ok) return read;
      if (read.value !== null)
        return ok([...read.value, ...this.added.filter((row) => isWithin(dateOf(row.cells)))]);
      if (reading === READINGS) return fail(BUSY);
      const again = this.readAgain();
      if (!again.ok) return again;
    }
  }

  /**
   * Null when the rows are no longer where they were, because somebody sorted or moved them, or when some of ours were
   * beside their columns and have been taken back.
   */
  private readWithin(isWithin: IsWithin): Result<readonly PresentRow[] | null, Failure> {
    const { marks, form } = this.reading;
    const isWanted = (mark: RowMark): boolean =>
      isWithin(timeOfKey(mark.key) ?? mark.date) || isOdd(mark);
    const wanted = marks.flatMap((mark, index) => (isWanted(mark) ? [index] : []));
    if (wanted.length === 0) return ok([]);
    const first = wanted[0]!;
    const rowCount = wanted[wanted.length - 1]! - first + 1;
    const firstRow = form.firstRow + first;
    const read = this.sheet.read([{ firstRow, rowCount }]);
    if (!read.ok) return read;
    const [found = []] = read.value;
    const rows = Array.from({ length: rowCount }, (_, index) =>
      this.rowOf(found[index] ?? [], firstRow + index),
    );
    const isMoved = rows.some(({ cells, key }, index) => {
      const mark = marks[first + index]!;
      return dateOf(cells) !== mark.date || key !== mark.key;
    });
    if (isMoved) return ok(null);
    const astray = this.astray(
      found,
      firstRow,
      (cell, column) => form.columns.includes(column) && isKey(cell),
    );
    if (astray.length === 0) return ok(rows.filter((_, index) => isWanted(marks[first + index]!)));
    const taken = this.sheet.takeBack(astray);
    return taken.ok ? ok(null) : taken;
  }

  private rowOf(cells: Cells, at: number): PresentRow {
    const { columns, keyColumn } = this.reading.form;
    return {
      at,
      cells: columns.map((column) => cells[column] ?? ''),
      key: keyColumn === null ? '' : keyIn(cells[keyColumn]),
    };
  }

  /**
   * Rows that were laid out for columns which had been moved meanwhile: their key is not in its column. Somebody who
   * gave that column another heading has it in none of the eight columns.
   */
  private astray(rows: readonly Cells[], firstRow: number, isOurs: IsOurs): TakenRow[] {
    const { keyColumn } = this.reading.form;
    return rows.flatMap((cells, index) => {
      const text = cells.find(isOurs);
      const isInPlace = keyColumn !== null && isKey(cells[keyColumn] ?? '');
      return text === undefined || isInPlace ? [] : [{ at: firstRow + index, text }];
    });
  }

  private readAgain(): Result<null, Failure> {
    const top = this.sheet.top(TOP_ROWS);
    if (!top.ok) return top;
    const form = formOf(top.value ?? []);
    if (form === null) return fail(BUSY);
    const marks = readMarks(this.sheet, form);
    if (!marks.ok) return marks;
    this.reading = { form, marks: marks.value };
    this.added.length = 0;
    return ok(null);
  }

  /**
   * Adds rows below the others, and looks where they landed. `moved`: somebody moved a column at that very moment, so
   * that they were taken back: the sheet is to be compared again.
   */
  append(rows: readonly KeyedRow[]): Result<'landed' | 'moved', Failure> {
    const { form, marks } = this.reading;
    const appended = this.sheet.append(rows.map(({ cells, key }) => laidOut(cells, key, form)));
    if (!appended.ok) return appended;
    const below = form.firstRow + marks.length + this.added.length;
    const landed = this.sheet.read([
      { firstRow: 0, rowCount: TOP_ROWS },
      { firstRow: below, column: form.keyColumn! },
    ]);
    if (!landed.ok) return landed;
    const [top = [], cells = []] = landed.value;
    const now = formOf(top);
    const keys = new Set(cells.map(([cell]) => cell));
    if (now !== null && hasSameColumns(now, form) && rows.every(({ key }) => keys.has(key))) {
      this.added.push(...rows.map((row) => ({ ...row, at: NaN })));
      return ok('landed');
    }
    return this.takeBackAstray(rows);
  }

  /** Finds rows that did not land as planned, wherever they are by now. */
  private takeBackAstray(rows: readonly KeyedRow[]): Result<'landed' | 'moved', Failure> {
    const keys = new Set(rows.map(({ key }) => key));
    const again = this.readAgain();
    const all = this.sheet.read([{ firstRow: 0 }]);
    if (!all.ok) return all;
    const astray = this.astray(all.value[0] ?? [], 0, (text) => keys.has(text));
    if (astray.length === 0) return again.ok ? ok('landed') : again;
    const taken = this.sheet.takeBack(astray);
    if (!taken.ok) return taken;
    const afterwards = this.readAgain();
    return afterwards.ok ? ok('moved') : afterwards;
  }

  /**
   * Adds the hidden column, with the keys of rows that were recognized by their cells. A row that turns out to be
   * another by now loses its key again.
   */
  addKeys(recognized: readonly PresentRow[]): Result<null, Failure> {
    const { firstRow } = this.reading.form;
    const texts = new Map(recognized.map(({ at, key }) => [at, key]));
    const added = this.sheet.addColumn(KEY_HEADING, firstRow - 1, texts);
    const again = added.ok ? this.readAgain() : added;
    if (!again.ok) return again;
    const dates = new Map(recognized.map(({ key, cells }) => [key, dateOf(cells)]));
    const wrong = this.reading.marks
      .filter(({ key, date }) => key !== '' && dates.get(key) !== date)
      .map(({ key }) => key);
    if (wrong.length === 0) return again;
    const erased = this.sheet.erase(wrong);
    return erased.ok ? this.readAgain() : erased;
  }

  /** All application names in the rows. */
  appNames(): Result<readonly string[], Failure> {
    const { firstRow, columns } = this.reading.form;
    const column = columns[HEADINGS.indexOf('Application name')]!;
    const read = this.sheet.read([{ firstRow, column }]);
    return read.ok ? ok((read.value[0] ?? []).map(([name = '']) => name)) : read;
  }
}
