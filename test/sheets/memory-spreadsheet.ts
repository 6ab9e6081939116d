import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';
import { SHEET_FORMS } from '../../src/app/workbook-tables';
import {
  UNDO,
  UNDO_COPY_COLUMN,
  UNDO_REMADE,
  type Batch,
  type Cell,
  type Reading,
  type Rows,
  type SheetForm,
  type SheetLook,
  type SheetPart,
  type Spreadsheet,
  type Step,
} from '../../src/sheets/spreadsheet';

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

type Grid = Cell[][];

/** A spreadsheet in memory. Calls are counted by name; a fault may be planned for any of them. */
export class MemorySpreadsheet implements Spreadsheet {
  readonly id = 'memory';
  /** In which it shows dates and times. */
  timeZone = 'Etc/UTC';
  sheets = new Map<string, Grid>();
  readonly calls: string[] = [];
  /** Steps of each batch, by kind. */
  readonly batches: string[][] = [];
  /** How sheets were made to look. */
  readonly dressed: SheetLook[] = [];
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

  read(titles: readonly string[], headings: readonly string[] = []): Result<Reading, Failure> {
    return this.called('read', () => {
      const missing = [...titles, ...headings].find((title) => !this.sheets.has(title));
      if (missing !== undefined) return fail({ kind: 'not-found' as const, id: missing });
      const rows = [
        ...titles.map((title) => trimmed(this.sheets.get(title)!)),
        ...headings.map((title) => trimmed(this.sheets.get(title)!.slice(0, 1))),
      ];
      const undo = this.sheets.get(UNDO);
      return ok({ rows, serial: undo ? Number(undo[0]?.[0] ?? 0) || 0 : null });
    });
  }

  undo(): Result<Rows, Failure> {
    return this.called('undo', () => ok(trimmed(this.sheets.get(UNDO) ?? [])));
  }

  write({ steps, answerRows }: Batch): Result<Rows, Failure> {
    return this.called('write', () => {
      this.batches.push(steps.map(({ kind }) => kind));
      const draft = new Map([...this.sheets].map(([title, rows]) => [title, copyOf(rows)]));
      if (!draft.has(UNDO)) draft.set(UNDO, [[UNDO_REMADE]]);
      for (const step of steps) {
        const sheet = 'sheet' in step ? draft.get(step.sheet) : draft.get(UNDO);
        if (!sheet) return fail({ kind: 'rejected', id: this.id, reason: 'No grid with id' });
        takeStep(step, sheet, draft.get(UNDO)!);
      }
      this.sheets = draft;
      this.revision += 1;
      return ok(trimmed(draft.get(UNDO)!).slice(0, answerRows));
    });
  }

  readPart({ sheet, blocks }: SheetPart): Result<Reading, Failure> {
    return this.called('readPart', () => {
      const grid = this.sheets.get(sheet);
      if (!grid) return fail({ kind: 'not-found' as const, id: sheet });
      const rows = blocks.map((block) =>
        trimmed(
          block.kind === 'rows'
            ? grid.slice(block.row, block.row + block.count)
            : grid.map((row) => [row[block.column] ?? '']),
        ),
      );
      const undo = this.sheets.get(UNDO);
      return ok({ rows, serial: undo ? Number(undo[0]?.[0] ?? 0) || 0 : null });
    });
  }

  zone(): Result<string, Failure> {
    return ok(this.timeZone);
  }

  dress(looks: readonly SheetLook[]): Result<null, Failure> {
    return this.called('dress', () => {
      this.dressed.push(...looks);
      return ok(null);
    });
  }

  addMissing(forms: readonly SheetForm[]): Result<null, Failure> {
    return this.called('addMissing', () => {
      for (const { title, headings, firstRows = [] } of forms)
        if (!this.sheets.has(title))
          this.sheets.set(title, [[...headings], ...firstRows.map((row) => [...row])]);
      return ok(null);
    });
  }

  version(): Result<string, Failure> {
    return this.called('version', () => ok(String(this.revision)));
  }

  /** As a person does it: it is no call, and moves the version. */
  edit(sheet: string, change: (rows: Grid) => void): void {
    change(this.sheets.get(sheet)!);
    this.revision += 1;
  }

  /** All that stands in it, to be put back by `restore`. */
  kept(): ReadonlyMap<string, Rows> {
    return new Map([...this.sheets].map(([title, rows]) => [title, copyOf(rows)]));
  }

  /** As a person does it who restores a version of the file. */
  restore(kept: ReadonlyMap<string, Rows>): void {
    this.sheets = new Map([...kept].map(([title, rows]) => [title, copyOf(rows)]));
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

const copyOf = (rows: Rows): Grid => rows.map((row) => [...row]);

/** One step, on a draft. */
function takeStep(step: Step, sheet: Grid, undo: Grid): void {
  switch (step.kind) {
    case 'clear':
      undo.splice(0, undo.length, ['', '', undo[0]?.[0] ?? '']);
      return;
    case 'note':
      step.rows.forEach((row, index) => put(undo, step.note + index, 0, row));
      return;
    case 'keep':
      for (let index = 0; index < step.count; index += 1) {
        const row = [...(sheet[step.row + index] ?? [])];
        put(undo, step.note + index, UNDO_COPY_COLUMN, row);
        if (step.whole !== null) put(undo, step.whole + index, UNDO_COPY_COLUMN, row);
      }
      return;
    case 'update':
      return put(sheet, step.row, step.column, step.cells);
    case 'restore': {
      const from = UNDO_COPY_COLUMN + step.from;
      const cells = Array.from(
        { length: step.width },
        (_, at) => undo[step.whole]?.[from + at] ?? '',
      );
      return put(sheet, step.row, step.column, cells);
    }
    case 'delete':
      return void sheet.splice(step.row, step.count);
    case 'insert':
      return void sheet.splice(step.row, 0, []);
    case 'append':
      sheet.length = trimmed(sheet).length;
      return void sheet.push(...copyOf(step.rows));
    case 'add-columns':
      for (const row of sheet)
        if (row.length > step.at) row.splice(step.at, 0, ...step.headings.map(() => ''));
      return put(sheet, 0, step.at, step.headings);
  }
}

function put(grid: Grid, row: number, column: number, cells: readonly Cell[]): void {
  while (grid.length <= row) grid.push([]);
  const target = grid[row]!;
  while (target.length < column) target.push('');
  target.splice(column, cells.length, ...cells);
}

/** As Google answers: without empty cells and rows at the ends. */
function trimmed(rows: Rows): Grid {
  const cut = rows.map((row) => {
    let end = row.length;
    while (end > 0 && row[end - 1] === '') end -= 1;
    return row.slice(0, end);
  });
  while (cut.length > 0 && cut[cut.length - 1]!.length === 0) cut.pop();
  return cut;
}
