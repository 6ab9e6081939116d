/**
 * Changes as one batch. Sheets has no conditional write, so a batch first copies each row that it is about to change or delete, and
 * the headings, into the sheet `UNDO`, then writes, and its response returns the copies. They show what was there right before the write.
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate (all requests together or none)
 */
import type { Change } from './change';
import { cellsOfNote, markOf, type Mark, type Note } from './note';
import { ABOUT_UNDO, byColumn } from './sheet-forms';
import type { Batch, Cell, Step } from './spreadsheet';
import { fieldsOf, newRow, type Table } from './table';

/** A cell to copy back. */
export interface Restored {
  readonly column: number;
  /** Its column in the copied row. */
  readonly from: number;
  readonly cell: Cell;
}

/** A change, as places in the sheet as it was read. */
export type Act = { readonly table: Table<string> } & (
  | { readonly kind: 'add'; readonly cells: readonly Cell[] }
  | {
      readonly kind: 'update';
      readonly row: number;
      readonly expected: readonly Mark[];
      readonly cells: ReadonlyMap<number, Cell>;
    }
  | { readonly kind: 'delete'; readonly row: number; readonly expected: readonly Mark[] }
  | {
      readonly kind: 'restore';
      readonly row: number;
      readonly expected: readonly Mark[];
      readonly whole: number;
      readonly cells: readonly Restored[];
    }
  /** A new row with the copied cells. */
  | {
      readonly kind: 'insert';
      readonly row: number;
      readonly whole: number;
      readonly cells: readonly Restored[];
    }
);

export const actOf = (change: Change, table: Table<string>): Act => {
  if (change.kind === 'add') return { kind: 'add', table, cells: newRow(table, change.cells) };
  const place = {
    table,
    row: change.row.at,
    expected: fieldsOf(table.form).map((field) => markOf(change.row.cells[field]!)),
  };
  if (change.kind === 'delete') return { kind: 'delete', ...place };
  const cells = Object.entries(change.cells).map(([field, cell]): [number, Cell] => [
    table.columns[field]!,
    cell!,
  ]);
  return { kind: 'update', ...place, cells: new Map(cells) };
};

export interface BatchPlace {
  readonly serial: number;
  /** The first free row of `UNDO`; 1 means that it is emptied first. */
  readonly note: number;
}

export interface PlannedBatch extends Batch {
  /** The row of `UNDO` with the note of each act. */
  readonly noteOf: ReadonlyMap<Act, number>;
}

/** An act on an existing row, which may be a different one by then. */
type Touching = Act & { readonly kind: 'update' | 'delete' | 'restore' };

const isTouching = (act: Act): act is Touching => 'expected' in act;

export function batchOf(acts: readonly Act[], { serial, note: first }: BatchPlace): PlannedBatch {
  const notes: Note[] = [];
  const noteOf = new Map<Act, number>();
  const keeps: Step[] = [];
  const noted = (note: Note): number => first - 1 + notes.push(note);
  const sheets = new Map(acts.map(({ table }) => [table.form.title, table]));
  const touching = acts.filter(isTouching);
  let whole = first + sheets.size + acts.length;
  for (const [sheet, table] of sheets) {
    keeps.push({
      kind: 'keep',
      sheet,
      row: 0,
      count: 1,
      note: noted(headingsNote(table)),
      whole: null,
    });
    for (const act of acts)
      if (!isTouching(act) && act.table === table) noteOf.set(act, noted(newRowNote(act)));
    for (const act of touching.filter((one) => one.table === table).sort(byRow)) {
      const at = noted(touchNote(act, whole));
      noteOf.set(act, at);
      keeps.push({ kind: 'keep', sheet, row: act.row, count: 1, note: at, whole });
      whole += 1;
    }
  }
  const rows = notes.map((note) => cellsOfNote(note, serial));
  const steps: Step[] = [
    ...(first === 1 ? [{ kind: 'clear' } as const] : []),
    { kind: 'note', note: 0, rows: [[serial, ABOUT_UNDO]] },
    ...(rows.length > 0 ? [{ kind: 'note', note: first, rows } as const] : []),
    ...inRuns(keeps),
    ...acts.flatMap(inPlace),
    ...fromTheLast(acts),
    ...appends(acts),
  ];
  return { serial, steps, noteOf, undoRows: whole, answerRows: first + notes.length };
}

const byRow = (one: Touching, other: Touching): number => one.row - other.row;

const headingsNote = ({ form, columns }: Table<string>): Note => ({
  kind: 'headings',
  sheet: form.title,
  row: 0,
  whole: null,
  expected: fieldsOf(form).map((field) => columns[field]!),
  written: [],
});

const newRowNote = (act: Act & { readonly kind: 'add' | 'insert' }): Note => ({
  kind: act.kind,
  sheet: act.table.form.title,
  row: act.kind === 'add' ? act.table.sheet.length : act.row,
  whole: act.kind === 'add' ? null : act.whole,
  expected: [],
  written:
    act.kind === 'add'
      ? act.cells.map((cell, column) => [column, markOf(cell)])
      : act.cells.map(({ column, cell }) => [column, markOf(cell)]),
});

const touchNote = (act: Touching, whole: number): Note => ({
  kind: act.kind,
  sheet: act.table.form.title,
  row: act.row,
  whole,
  ...(act.kind === 'restore' && { of: act.whole }),
  expected: act.expected,
  written: writtenBy(act),
});

function writtenBy(act: Touching): Note['written'] {
  if (act.kind === 'update') return [...act.cells].map(([column, cell]) => [column, markOf(cell)]);
  return act.kind === 'restore' ? act.cells.map(({ column, cell }) => [column, markOf(cell)]) : [];
}

/** Copies adjacent rows together. */
function inRuns(keeps: readonly Step[]): Step[] {
  const runs: Step[] = [];
  for (const keep of keeps) {
    const last = runs[runs.length - 1];
    if (
      last?.kind === 'keep' &&
      keep.kind === 'keep' &&
      last.sheet === keep.sheet &&
      last.row + last.count === keep.row &&
      last.note + last.count === keep.note &&
      last.whole !== null &&
      keep.whole === last.whole + last.count
    )
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push(keep);
  }
  return runs;
}

/** Steps that move no row. */
function inPlace(act: Act): Step[] {
  if (act.kind === 'update') return updateSteps(act.table.form.title, act.row, act.cells);
  return act.kind === 'restore' ? restoreSteps(act) : [];
}

/** Writes adjacent cells together, and leaves all others alone. */
function updateSteps(sheet: string, row: number, cells: ReadonlyMap<number, Cell>): Step[] {
  const steps: { kind: 'update'; sheet: string; row: number; column: number; cells: Cell[] }[] = [];
  for (const [column, cell] of [...cells].sort(([one], [other]) => one - other)) {
    const last = steps[steps.length - 1];
    if (last && last.column + last.cells.length === column) last.cells.push(cell);
    else steps.push({ kind: 'update', sheet, row, column, cells: [cell] });
  }
  return steps;
}

function restoreSteps({
  table,
  row,
  whole,
  cells,
}: Act & { readonly kind: 'restore' | 'insert' }): Step[] {
  const steps: (Step & { readonly kind: 'restore' })[] = [];
  const sheet = table.form.title;
  for (const { column, from } of [...cells].sort((one, other) => one.column - other.column)) {
    const last = steps[steps.length - 1];
    if (last && last.column + last.width === column && last.from + last.width === from)
      steps[steps.length - 1] = { ...last, width: last.width + 1 };
    else steps.push({ kind: 'restore', sheet, row, column, whole, from, width: 1 });
  }
  return steps;
}

/** Inserted and deleted rows, last one first, so that none has moved before its turn; adjacent rows together. */
function fromTheLast(acts: readonly Act[]): Step[] {
  const steps: Step[] = [];
  const moving = acts
    .flatMap((act) => (act.kind === 'delete' || act.kind === 'insert' ? [act] : []))
    .sort((one, other) => other.row - one.row || one.kind.localeCompare(other.kind));
  for (const act of moving) {
    const { row } = act;
    const sheet = act.table.form.title;
    const last = steps[steps.length - 1];
    if (act.kind === 'insert') steps.push({ kind: 'insert', sheet, row }, ...restoreSteps(act));
    else if (last?.kind === 'delete' && last.sheet === sheet && last.row === row + 1)
      steps[steps.length - 1] = { ...last, row, count: last.count + 1 };
    else steps.push({ kind: 'delete', sheet, row, count: 1 });
  }
  return steps;
}

function appends(acts: readonly Act[]): Step[] {
  const bySheet = new Map<string, { readonly table: Table<string>; readonly rows: Cell[][] }>();
  for (const act of acts) {
    if (act.kind !== 'add') continue;
    const sheet = act.table.form.title;
    const adding = bySheet.get(sheet) ?? { table: act.table, rows: [] };
    adding.rows.push([...act.cells]);
    bySheet.set(sheet, adding);
  }
  return [...bySheet].map(([sheet, { table, rows }]) => {
    const { formats } = table.form;
    const columnOf = (field: string): number => table.columns[field]!;
    return {
      kind: 'append',
      sheet,
      rows,
      ...(formats ? { formats: byColumn(formats, columnOf) } : {}),
    };
  });
}
