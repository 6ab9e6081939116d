import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';
import { SHEET_FORMS } from '../../src/app/workbook-tables';
import type { Cell, RowUpdate, Rows, SheetForm, Spreadsheet } from '../../src/sheets/spreadsheet';

/** The process ends here. */
export class Crash extends Error {}

/** What happens to a call: it fails, or the process ends, before or after it had its effect. */
export type Fault = 'fail-before' | 'fail-after' | 'crash-before' | 'crash-after';

export const FAULTS: readonly Fault[] = [
  'fail-before',
  'fail-after',
  'crash-before',
  'crash-after',
];

const lost: Failure = { kind: 'timed-out', service: 'sheets' };

/** A spreadsheet in memory. Calls are counted by name; a fault may be planned for any of them. */
export class MemorySpreadsheet implements Spreadsheet {
  readonly id = 'memory';
  readonly sheets = new Map<string, Cell[][]>();
  readonly calls: string[] = [];
  faultAt: (call: number, name: string) => Fault | null = () => null;
  /** Does something just before a call. */
  before: (name: string) => void = () => undefined;
  private revision = 1;

  constructor(
    forms: readonly SheetForm[] = SHEET_FORMS,
    rows: Readonly<Record<string, Rows>> = {},
  ) {
    for (const { title, headings, firstRows } of forms)
      this.sheets.set(title, [
        [...headings],
        ...(rows[title] ?? firstRows ?? []).map((row) => [...row]),
      ]);
  }

  read(titles: readonly string[]): Result<readonly Rows[], Failure> {
    return this.called('read', () => {
      const missing = titles.find((title) => !this.sheets.has(title));
      if (missing !== undefined) return fail({ kind: 'not-found' as const, id: missing });
      return ok(titles.map((title) => trimmed(this.sheets.get(title)!)));
    });
  }

  headings(sheet: string): Result<readonly Cell[], Failure> {
    return this.called('headings', () => ok(trimmed(this.sheets.get(sheet)!)[0] ?? []));
  }

  append(sheet: string, rows: Rows): Result<null, Failure> {
    return this.called('append', () => {
      this.edit(sheet, (all) => {
        all.length = trimmed(all).length;
        all.push(...rows.map((row) => [...row]));
      });
      return ok(null);
    });
  }

  update(updates: readonly RowUpdate[]): Result<null, Failure> {
    return this.called('update', () => {
      for (const { sheet, row, column, cells } of updates)
        this.edit(sheet, (all) => {
          while (all.length <= row) all.push([]);
          const target = all[row]!;
          while (target.length < column) target.push('');
          target.splice(column, cells.length, ...cells);
        });
      return ok(null);
    });
  }

  deleteRows(sheet: string, rows: readonly number[]): Result<null, Failure> {
    return this.called('deleteRows', () => {
      this.edit(sheet, (all) => {
        for (const row of [...new Set(rows)].sort((one, other) => other - one)) all.splice(row, 1);
      });
      return ok(null);
    });
  }

  version(): Result<string, Failure> {
    return this.called('version', () => ok(String(this.revision)));
  }

  /** As a person does it: it is no call, and moves the version. */
  edit(sheet: string, change: (rows: Cell[][]) => void): void {
    change(this.sheets.get(sheet)!);
    this.revision += 1;
  }

  /** Calls since the last asking. */
  asked(): readonly string[] {
    return this.calls.splice(0);
  }

  private called<T>(name: string, work: () => Result<T, Failure>): Result<T, Failure> {
    const fault = this.faultAt(this.calls.length, name);
    this.before(name);
    this.calls.push(name);
    if (fault === 'crash-before') throw new Crash();
    if (fault === 'fail-before') return fail(lost);
    const answer = work();
    if (fault === 'crash-after') throw new Crash();
    return fault === 'fail-after' ? fail(lost) : answer;
  }
}

/** As Google answers: without empty cells and rows at the ends. */
function trimmed(rows: readonly (readonly Cell[])[]): Cell[][] {
  const cut = rows.map((row) => {
    let end = row.length;
    while (end > 0 && row[end - 1] === '') end -= 1;
    return row.slice(0, end);
  });
  while (cut.length > 0 && cut[cut.length - 1]!.length === 0) cut.pop();
  return cut;
}
