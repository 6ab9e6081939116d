import type { Area, ExportSheet, Texts } from '../../src/audit/ports';
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
  /** Called before each change. */
  beforeChange: (change: 'append' | 'addColumn' | 'erase' | 'takeBack') => void = () => undefined;
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
    return this.reading(() => this.grid && this.grid.slice(0, count).map(trimmed));
  }

  read(areas: readonly Area[]) {
    return this.reading(() => areas.map((area) => this.areaOf(area)));
  }

  private areaOf({ firstRow, rowCount = Infinity, column }: Area): Texts {
    const rows = (this.grid ?? []).slice(firstRow, firstRow + rowCount);
    return rows.map((row) => trimmed(column === undefined ? row : [row[column] ?? '']));
  }

  private reading<T>(cells: () => T): Result<T, Failure> {
    this.readings += 1;
    this.beforeReading(this.readings);
    const isRefused = this.readRefusal?.reading === this.readings;
    return isRefused ? fail(this.readRefusal!.failure) : ok(cells());
  }

  make(headings: readonly string[], hidden: string) {
    this.grid ??= [];
    this.grid[0] = [...headings, hidden];
    return ok(null);
  }

  append(rows: Texts) {
    this.beforeChange('append');
    this.appends += 1;
    const isKilled = this.kill?.append === this.appends;
    if (isKilled && this.kill?.when === 'before') throw new Killed();
    const refused = this.refusal?.append === this.appends ? this.refusal : null;
    if (!this.grid) throw new Error('There is no such sheet.');
    if (!refused || refused.happens) this.grid.push(...rows.map((row) => [...row]));
    if (isKilled) throw new Killed();
    return refused ? fail(refused.failure) : ok(null);
  }

  addColumn(heading: string, headingRow: number, texts: ReadonlyMap<number, string>) {
    this.beforeChange('addColumn');
    const grid = this.grid ?? [];
    const at = Math.max(...grid.map(({ length }) => length));
    for (const [row, text] of new Map([...texts, [headingRow, heading]])) grid[row]![at] = text;
    this.grid = grid.map((row) => Array.from(row, (cell = '') => cell));
    return ok(null);
  }

  erase(texts: readonly string[]) {
    this.beforeChange('erase');
    for (const row of this.grid ?? [])
      row.forEach((cell, index) => texts.includes(cell) && (row[index] = ''));
    return ok(null);
  }

  takeBack(rows: readonly { readonly at: number; readonly text: string }[]) {
    this.beforeChange('takeBack');
    const grid = this.grid ?? [];
    const isOurs = (row: readonly string[]) => rows.some(({ text }) => row.includes(text));
    const taken = rows.flatMap(({ at }) => grid[at] ?? []);
    const foreign = rows.flatMap(({ at }) => (grid[at] && !isOurs(grid[at]) ? [grid[at]] : []));
    if (taken.length > 0)
      this.grid = [...grid.filter((_, at) => rows.every((row) => row.at !== at)), ...foreign];
    return ok(null);
  }

  /** The eight cells of each row, without its key. */
  below(): string[][] {
    const [headings = [], ...rows] = this.grid ?? [];
    const key = headings.indexOf('Log entry id');
    return key < 0 ? rows : rows.map((row) => row.filter((_, index) => index !== key));
  }
}

function trimmed(row: readonly string[]): string[] {
  const end = row.reduce((last, cell, index) => (cell === '' ? last : index + 1), 0);
  return row.slice(0, end);
}
