/** The sheets as one execution saw them: each is read at most once, and again after we wrote to it. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { RowUpdate, Rows, Spreadsheet } from './spreadsheet';
import { tableOf, type Table, type TableForm } from './table';

export class Sheets {
  private readonly known = new Map<string, Result<Table<string>, Failure>>();
  private readonly headed = new Map<string, Result<Table<string>, Failure>>();
  /** Whether anything was written, or may have been. */
  hasWritten = false;

  /** @param together what is read in one request when the first of it is asked for. */
  constructor(
    readonly spreadsheet: Spreadsheet,
    private readonly together: readonly TableForm<string>[] = [],
  ) {}

  /** A sheet as it was when it was first asked for, or after our last write to it. */
  table<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    const known = this.known.get(form.title);
    if (known) return known as unknown as Result<Table<F>, Failure>;
    const isTogether = this.together.some(({ title }) => title === form.title);
    const fresh = this.fresh(
      isTogether
        ? this.together.filter(({ title }) => !this.known.has(title))
        : [form as TableForm<string>],
    );
    return fresh.ok ? (this.known.get(form.title) as unknown as Result<Table<F>, Failure>) : fresh;
  }

  /** The headings alone, as they were first: for a sheet that only grows. */
  headings<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    const known = this.known.get(form.title) ?? this.headed.get(form.title);
    if (known) return known as unknown as Result<Table<F>, Failure>;
    const read = this.spreadsheet.headings(form.title);
    if (!read.ok) return read;
    const table = tableOf(form, [read.value]);
    this.headed.set(form.title, table);
    return table;
  }

  /** As it is now. */
  tableNow<F extends string>(form: TableForm<F>): Result<Table<F>, Failure> {
    this.known.delete(form.title);
    const fresh = this.fresh([form as TableForm<string>]);
    return fresh.ok ? this.table(form) : fresh;
  }

  /** Reads sheets as they are now, in one request. Fails when the spreadsheet does; a damaged sheet fails where it is asked for. */
  fresh(forms: readonly TableForm<string>[]): Result<null, Failure> {
    const answer = this.spreadsheet.read(forms.map(({ title }) => title));
    if (!answer.ok) return answer;
    forms.forEach((form, index) =>
      this.known.set(form.title, tableOf(form, answer.value[index] ?? [])),
    );
    return ok(null);
  }

  append(sheet: string, rows: Rows): Result<null, Failure> {
    return this.written([sheet], () => this.spreadsheet.append(sheet, rows));
  }

  update(updates: readonly RowUpdate[]): Result<null, Failure> {
    return this.written(
      updates.map(({ sheet }) => sheet),
      () => this.spreadsheet.update(updates),
    );
  }

  deleteRows(sheet: string, rows: readonly number[]): Result<null, Failure> {
    return this.written([sheet], () => this.spreadsheet.deleteRows(sheet, rows));
  }

  /** A write that failed may have been done all the same. */
  private written(
    sheets: readonly string[],
    write: () => Result<null, Failure>,
  ): Result<null, Failure> {
    this.hasWritten = true;
    for (const sheet of sheets) this.known.delete(sheet);
    return write();
  }
}
