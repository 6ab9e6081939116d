import type { ExportSheet } from '../../src/audit/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';
import { Killed } from '../kit/memory-store';

/** A tab of a spreadsheet. Like Google's, it leaves out empty cells at the end of a row. */
export class MemorySheet implements ExportSheet {
  /** Headings first; null while there is no such sheet. */
  grid: string[][] | null = null;
  appends = 0;
  /** Ends the execution before or after an append, by its number from 1 on. */
  kill: { readonly append: number; readonly when: 'before' | 'after' } | null = null;
  /**
   * What the append with this number fails with. With `happens`, it is carried out all the same, as after a time-out.
   */
  refusal: {
    readonly append: number;
    readonly failure: Failure;
    readonly happens: boolean;
  } | null = null;

  /** What the reading with this number, from 1 on, fails with. */
  readRefusal: { readonly reading: number; readonly failure: Failure } | null = null;
  /** Called before each reading of cells: somebody may edit the sheet. */
  beforeReading: (number: number) => void = () => undefined;
  /** What `file` fails with. */
  fileRefusal: Failure | null = null;
  isHidden = false;
  isFiltered = false;
  isShared = false;
  zone = 'Etc/UTC';
  readings = 0;

  file() {
    if (this.fileRefusal) return fail(this.fileRefusal);
    const { zone, isShared, isHidden, isFiltered } = this;
    return ok({ zone, isShared, sheet: this.grid && { id: 7, isHidden, isFiltered } });
  }

  top(count: number) {
    return this.read(() => this.grid && this.grid.slice(0, count).map(trimmed));
  }

  column(index: number, fromRow: number) {
    return this.read(() => (this.grid ?? []).slice(fromRow).map((row) => row[index] ?? ''));
  }

  rows(first: number, count: number) {
    return this.read(() => (this.grid ?? []).slice(first, first + count).map(trimmed));
  }

  private read<T>(cells: () => T): Result<T, Failure> {
    this.readings += 1;
    this.beforeReading(this.readings);
    const isRefused = this.readRefusal?.reading === this.readings;
    return isRefused ? fail(this.readRefusal!.failure) : ok(cells());
  }

  make(headings: readonly string[]) {
    this.grid ??= [];
    this.grid[0] = [...headings];
    return ok(null);
  }

  append(rows: readonly (readonly string[])[]) {
    this.appends += 1;
    const isKilled = this.kill?.append === this.appends;
    if (isKilled && this.kill?.when === 'before') throw new Killed();
    const refused = this.refusal?.append === this.appends ? this.refusal : null;
    if (!this.grid) throw new Error('There is no such sheet.');
    if (!refused || refused.happens) this.grid.push(...rows.map((row) => [...row]));
    if (isKilled) throw new Killed();
    return refused ? fail(refused.failure) : ok(null);
  }

  below(): string[][] {
    return this.grid?.slice(1) ?? [];
  }
}

function trimmed(row: readonly string[]): string[] {
  const end = row.reduce((last, cell, index) => (cell === '' ? last : index + 1), 0);
  return row.slice(0, end);
}
