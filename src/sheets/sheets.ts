/**
 * The sheets as one execution sees them: each is read at most once and changed by writes that cannot land beside their row. Nothing is
 * planned from a sheet before the outcome of the last batch is known.
 */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { actOf, type Act } from './batch';
import { Batches, RESTLESS, type BatchesPorts } from './batches';
import type { Change, Landing } from './change';
import { tableAfter } from './known-table';
import { lookOfTable, sheetForms } from './sheet-forms';
import type { Cell, Rows, SheetLook, SheetPart, Spreadsheet } from './spreadsheet';
import { columnsToAdd, rowsOf, tableOf } from './table';
import type { AddedColumns, Row, Table, TableForm } from './table';

/** Sheets that are read in one request. */
export interface ReadTogether {
  readonly tables: readonly TableForm<string>[];
  /** Sheets that only grow. */
  readonly headings: readonly TableForm<string>[];
}

export interface SheetsPorts extends BatchesPorts {
  /** What to read in one request with the sheet of this title; null for nothing else. */
  together(title: string): ReadTogether | null;
}

/** After this many tries somebody keeps editing, and reading fails. */
const MOST_ROUNDS = 5;

type Known = Result<Table<string>, Failure>;

export class Sheets {
  private readonly known = new Map<string, Known>();
  private readonly headed = new Map<string, Known>();
  private readonly batches: Batches;
  /** Set when the spreadsheet was put back: it is neither read nor written then. */
  private refusal: Failure | null = null;
  /** Whether anything was written, or may have been. */
  hasWritten = false;

  constructor(private readonly ports: SheetsPorts) {
    this.batches = new Batches(ports);
  }

  get spreadsheet(): Pick<Spreadsheet, 'id' | 'version' | 'zone'> {
    return this.ports.spreadsheet;
  }

  /** A sheet as it was when it was first read, with our writes since. Fails with `workbook-restored`. */
  table<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    const { title } = form;
    if (!this.known.has(title)) {
      const together = this.ports.together(title);
      const isAmong = together?.tables.some((one) => one.title === title) ?? false;
      const alone = { tables: [form as TableForm<string>], headings: [] };
      const read = this.read(isAmong ? together! : alone);
      if (!read.ok) return read;
    }
    return this.known.get(title) as unknown as Result<Table<F>, Failure>;
  }

  /** Only the headings, for a sheet that only grows. */
  headings<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    const { title } = form;
    const there = (): Known | undefined => this.known.get(title) ?? this.headed.get(title);
    const alone = { tables: [], headings: [form as TableForm<string>] };
    const read = there() ? ok(null) : this.read(this.ports.together(title) ?? alone);
    return (read.ok ? there() : read) as unknown as Result<Table<F>, Failure>;
  }

  /** A sheet if this execution has read it; otherwise null. */
  tableIfRead<F extends string>(form: TableForm<F>): Table<F> | null {
    const known = this.known.get(form.title);
    return known?.ok ? (known.value as unknown as Table<F>) : null;
  }

  /** The sheet, read anew. */
  tableNow<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    this.forget([form.title]);
    return this.table(form);
  }

  /**
   * Makes changes of any number of sheets in one batch, and takes back at once what met another row than it was planned for, or an
   * edit of what it wrote. Returns how each landed, in order. Fails when the batch was refused, or its outcome is unknown;
   * the next reading finds out then.
   */
  write(changes: readonly Change[]): Result<readonly Landing[], Failure> {
    if (changes.length === 0) return ok([]);
    const acts: Act[] = [];
    for (const change of changes) {
      const { form } = change;
      const table = this.known.get(form.title) ?? this.headings(form);
      if (!table.ok) return table;
      acts.push(actOf(change, table.value));
    }
    this.hasWritten = true;
    const made = this.batches.make(acts);
    if (!made.ok) {
      this.forget(changes.map(({ form }) => form.title));
      return this.refused(made.failure);
    }
    const { landings, fresh } = made.value;
    for (const title of new Set(changes.map(({ form }) => form.title))) {
      const table = this.known.get(title);
      const own = changes.filter(({ form }) => form.title === title);
      if (table?.ok) this.known.set(title, tableAfter(table.value, own));
    }
    for (const [title, table] of fresh) {
      this.headed.delete(title);
      this.known.set(title, ok(table));
    }
    return ok(landings);
  }

  /** Adds the sheets that a workbook of an earlier version of Tandem lacks. */
  addMissingSheets(forms: readonly TableForm<string>[]): Result<null, Failure> {
    this.hasWritten = true;
    return this.ports.spreadsheet.addMissing(sheetForms(forms));
  }

  /** Adds the columns that a sheet of an earlier version of Tandem lacks, each beside the one that it follows in the form. */
  addMissingColumns<F extends string>(form: TableForm<F>): Result<null, Failure> {
    return this.addColumns(form.title, (headings) => columnsToAdd(form, headings));
  }

  /** @param missing the columns to add, by the headings that are there. */
  addColumns(
    title: string,
    missing: (headings: readonly Cell[]) => readonly AddedColumns[],
  ): Result<null, Failure> {
    const read = this.ports.spreadsheet.read([], [title]);
    const added = read.ok ? missing(read.value.rows[0]?.[0] ?? []) : [];
    if (added.length === 0) return read.ok ? ok(null) : read;
    this.forget([title]);
    this.hasWritten = true;
    return this.batches.addColumns(title, added);
  }

  /** Gives existing sheets the formats of new ones. */
  dress(forms: readonly TableForm<string>[]): Result<null, Failure> {
    const looks: SheetLook[] = [];
    for (const form of forms) {
      const table = this.known.get(form.title) ?? this.headings(form);
      if (!table.ok) return table;
      looks.push(lookOfTable({ ...table.value, form }));
    }
    this.hasWritten = true;
    return this.ports.spreadsheet.dress(looks);
  }

  /** The cells of one column, by row, including the heading row. */
  column<F extends string>(form: TableForm<F>, field: F): Result<readonly Cell[], Failure> {
    const table = this.headings(form);
    if (!table.ok) return table;
    const read = this.readPart({
      sheet: form.title,
      blocks: [{ kind: 'column', column: table.value.columns[field] }],
    });
    return read.ok ? ok((read.value[0] ?? []).map(([cell = '']) => cell)) : read;
  }

  /** Some rows of a sheet, by runs of adjacent rows, without empty ones. */
  rowsAt<F extends string>(
    form: TableForm<F>,
    runs: readonly { readonly row: number; readonly count: number }[],
  ): Result<readonly Row<F>[], Failure> {
    const table = this.headings(form);
    if (!table.ok) return table;
    const read = this.readPart({
      sheet: form.title,
      blocks: runs.map((run) => ({ kind: 'rows', ...run })),
    });
    if (!read.ok) return read;
    return ok(runs.flatMap(({ row }, index) => rowsOf(table.value, read.value[index] ?? [], row)));
  }

  private readPart(part: SheetPart): Result<readonly Rows[], Failure> {
    if (this.refusal) return fail(this.refusal);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const answer = this.ports.spreadsheet.readPart(part);
      if (!answer.ok) return answer;
      const isSettled = this.batches.settle(answer.value.serial);
      if (!isSettled.ok) return this.refused(isSettled.failure);
      if (isSettled.value) return ok(answer.value.rows);
    }
    return fail(RESTLESS);
  }

  /** Empties the hidden copies of what the last batch found, which are not needed any more once it was judged. */
  dropCopies(): Result<null, Failure> {
    return this.batches.dropCopies();
  }

  /** Goes on with a spreadsheet that was put back to an earlier version. */
  acceptRestored(): Result<null, Failure> {
    this.forget([...this.known.keys(), ...this.headed.keys()]);
    this.refusal = null;
    return this.batches.accept();
  }

  private read({ tables, headings }: ReadTogether): Result<null, Failure> {
    if (this.refusal) return fail(this.refusal);
    const whole = tables.filter(({ title }) => !this.known.has(title));
    const first = headings.filter(({ title }) => !this.headed.has(title));
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const answer = this.ports.spreadsheet.read(
        whole.map(({ title }) => title),
        first.map(({ title }) => title),
      );
      if (!answer.ok) return answer;
      const { rows, serial } = answer.value;
      const isSettled = this.batches.settle(serial);
      if (!isSettled.ok) return this.refused(isSettled.failure);
      if (!isSettled.value) continue;
      this.batches.saw(
        [...whole, ...first].map(({ title }) => title),
        serial,
      );
      whole.forEach((form, index) => this.known.set(form.title, tableOf(form, rows[index] ?? [])));
      first.forEach((form, index) =>
        this.headed.set(form.title, tableOf(form, rows[whole.length + index] ?? [])),
      );
      return ok(null);
    }
    return fail(RESTLESS);
  }

  private refused(failure: Failure): Result<never, Failure> {
    if (failure.kind === 'workbook-restored') {
      this.refusal = failure;
      this.forget([...this.known.keys(), ...this.headed.keys()]);
    }
    return fail(failure);
  }

  private forget(titles: readonly string[]): void {
    for (const title of titles) {
      this.known.delete(title);
      this.headed.delete(title);
    }
  }
}
