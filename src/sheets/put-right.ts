/**
 * Takes back what a batch did to rows that it was not planned for, using the copies that it made. Every step first checks whether there is
 * anything to take back, so that doing it twice changes nothing more. An edit that somebody has made since stays.
 */
import type { Act, Restored } from './batch';
import type { Judged } from './judge';
import { isMarked, markOf, type Mark } from './note';
import type { Cell } from './spreadsheet';
import { fieldsOf, plainHeading, type Table, type TableForm } from './table';

/**
 * @param judged the writes since the batch, including what has been put right already.
 * @param tables the sheets as they are now.
 * @returns no changes once everything is as if the writes had never happened.
 */
export function putRight(
  judged: readonly Judged[],
  tables: ReadonlyMap<string, Table<string>>,
): Act[] {
  const undone = judged.filter(({ landing }) => landing === 'undone');
  const back = new Set(
    judged.flatMap(({ note, landing }) =>
      note.kind === 'insert' && landing === 'landed' ? [note.whole] : [],
    ),
  );
  const restored = new Set(
    judged.flatMap(({ note, landing }) =>
      note.kind === 'restore' && landing === 'landed' ? [note.of] : [],
    ),
  );
  const taken = new Set<readonly Cell[]>();
  return undone.flatMap((one): Act[] => {
    const table = tables.get(one.form.title);
    const act = table ? actFor(one, table, { taken, back, restored }) : null;
    return act ? [act] : [];
  });
}

interface Round {
  /** Rows that are put right already. */
  readonly taken: Set<readonly Cell[]>;
  /** Copies that were put back as rows. */
  readonly back: ReadonlySet<number | null>;
  /** Copies whose rows have their cells again: what another row says now is not ours, even if it is what we had written here. */
  readonly restored: ReadonlySet<number | null | undefined>;
}

function actFor(one: Judged, table: Table<string>, { taken, back, restored }: Round): Act | null {
  switch (one.note.kind) {
    case 'add':
    case 'insert':
      return addedRow(one, table, taken);
    case 'delete':
      return back.has(one.note.whole) ? null : deletedRow(one, table);
    case 'update':
    case 'restore':
      return restored.has(one.note.whole) ? null : changedRow(one, table, taken);
    case 'headings':
      return null;
  }
}

/** Deletes a row that was added with its cells in the wrong columns, as long as nobody has changed it. */
function addedRow(
  { note, headings }: Judged,
  table: Table<string>,
  taken: Set<readonly Cell[]>,
): Act | null {
  const now = placesNow(headings, table);
  for (let row = table.sheet.length - 1; row > 0; row -= 1) {
    const cells = table.sheet[row]!;
    const isOurs = note.written.every(([column, mark]) => isMarked(cells[now(column)], mark));
    if (!isOurs || taken.has(cells)) continue;
    taken.add(cells);
    return { kind: 'delete', table, row, expected: expectedIn(table, row) };
  }
  return null;
}

/** Puts a deleted row back where it was, unless somebody else has brought it back. */
function deletedRow({ note, copy, headings, form }: Judged, table: Table<string>): Act | null {
  if (note.whole === null || copy.every((cell) => cell === '')) return null;
  const now = placesNow(headings, table);
  const key = keyIn(form, headings, (column) => markOf(copy[column] ?? ''));
  if (key && table.sheet.slice(1).some((cells) => hasKey(table, cells, key))) return null;
  const row = Math.max(1, Math.min(note.row, table.sheet.length));
  const cells = copy.map((cell, from): Restored => ({ column: now(from), from, cell }));
  return { kind: 'insert', table, row, whole: note.whole, cells };
}

/** Finds a changed row by its present content, and restores the cells that still hold what we wrote. */
function changedRow(
  { note, copy, headings, form }: Judged,
  table: Table<string>,
  taken: Set<readonly Cell[]>,
): Act | null {
  if (note.whole === null) return null;
  const written = new Map(note.written);
  const after = (column: number): Mark => written.get(column) ?? markOf(copy[column] ?? '');
  const now = placesNow(headings, table);
  const key = keyIn(form, headings, after);
  const isKeyWritten = keyColumns(form, headings).some((column) => written.has(column));
  const isAlike = isKeyWritten ? likeness(note, copy, now) : () => true;
  let best: { readonly row: number; readonly differences: number } | null = null;
  for (let row = 1; row < table.sheet.length; row += 1) {
    const cells = table.sheet[row]!;
    const isIt = key
      ? hasKey(table, cells, key) && isAlike(cells)
      : isKeyless(table, cells) &&
        note.written.every(([column, mark]) => isMarked(cells[now(column)], mark));
    if (!isIt || taken.has(cells)) continue;
    const width = Math.max(copy.length, cells.length);
    const columns = Array.from({ length: width }, (_, column) => column);
    const differences = columns.filter(
      (column) => !isMarked(cells[now(column)], after(column)),
    ).length;
    if (best === null || differences < best.differences) best = { row, differences };
  }
  if (best === null) return null;
  const { row } = best;
  taken.add(table.sheet[row]!);
  const cells = note.written.flatMap(([from, mark]): Restored[] => {
    const column = now(from);
    const cell = copy[from] ?? '';
    const isOurs = isMarked(table.sheet[row]![column], mark) && !isMarked(cell, mark);
    return isOurs ? [{ column, from, cell }] : [];
  });
  if (cells.length === 0) return null;
  const expected = expectedIn(table, row);
  return { kind: 'restore', table, row, expected, whole: note.whole, cells };
}

/**
 * Whether a row has at least half of the copied row's cells, not counting those that we wrote. A key alone proves nothing: one that we
 * wrote by mistake may be the rightful key of somebody else's row.
 */
function likeness(
  { written }: Judged['note'],
  copy: readonly Cell[],
  now: (column: number) => number,
): (cells: readonly Cell[]) => boolean {
  const ours = new Set(written.map(([column]) => column));
  const columns = copy.flatMap((cell, column) => (cell === '' || ours.has(column) ? [] : [column]));
  return (cells) => {
    const same = columns.filter((column) => isMarked(cells[now(column)], markOf(copy[column]!)));
    return same.length * 2 >= columns.length;
  };
}

const expectedIn = ({ form, columns, sheet }: Table<string>, row: number): Mark[] =>
  fieldsOf(form).map((field) => markOf(sheet[row]![columns[field]!] ?? ''));

/** Where a column of the copied row is now: found by its heading, if only one column has it. */
function placesNow(
  headings: readonly Cell[],
  { sheet }: Table<string>,
): (column: number) => number {
  const now = (sheet[0] ?? []).map(plainHeading);
  return (column) => {
    const heading = plainHeading(headings[column] ?? '');
    const found = now.indexOf(heading);
    const isOnly = heading !== '' && found >= 0 && found === now.lastIndexOf(heading);
    return isOnly ? found : column;
  };
}

/** Marks of the key's cells in a copied row; null for a row without a key. */
function keyIn(
  form: TableForm<string>,
  headings: readonly Cell[],
  markAt: (column: number) => Mark,
): readonly Mark[] | null {
  const marks = keyColumns(form, headings).map((column) => (column < 0 ? '' : markAt(column)));
  return marks.some((mark) => mark !== '') ? marks : null;
}

/** Where the key stood in a copied row; -1 for what is nowhere. */
function keyColumns(
  { key = [], headings: ours }: TableForm<string>,
  headings: readonly Cell[],
): number[] {
  const plain = headings.map(plainHeading);
  return key.map((field) => plain.indexOf(plainHeading(ours[field]!)));
}

const hasKey = (
  { form, columns }: Table<string>,
  cells: readonly Cell[],
  key: readonly Mark[],
): boolean =>
  (form.key ?? []).every((field, index) => isMarked(cells[columns[field]!], key[index]!));

const isKeyless = ({ form, columns }: Table<string>, cells: readonly Cell[]): boolean =>
  (form.key ?? []).every((field) => (cells[columns[field]!] ?? '') === '');
