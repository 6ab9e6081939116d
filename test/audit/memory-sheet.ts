import type { ExportSheet } from '../../src/audit/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';
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

  headings() {
    return ok(this.grid && trimmed(this.grid[0] ?? []));
  }

  column(index: number) {
    return ok(this.below().map((row) => row[index] ?? ''));
  }

  rows(first: number, count: number) {
    return ok(
      this.below()
        .slice(first, first + count)
        .map(trimmed),
    );
  }

  ensure(headings: readonly string[]) {
    this.grid ??= [];
    if ((this.grid[0] ?? []).every((cell) => cell === '')) this.grid[0] = [...headings];
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
