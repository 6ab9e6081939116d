/** Judges a batch by its copies in `UNDO`: which of its writes met the row that they were planned for. */
import type { Landing } from './change';
import { isMarked, type Mark, type Note, type Noted } from './note';
import type { Cell } from './spreadsheet';
import { fieldsOf, plainHeading, type TableForm } from './table';

/** A write with what it met. */
export interface Judged extends Noted {
  readonly landing: Landing;
  readonly form: TableForm<string>;
  /** The sheet's headings, as the batch found them. */
  readonly headings: readonly Cell[];
}

/** @param noted notes of any number of batches. Those about unknown sheets are ignored. */
export function judge(noted: readonly Noted[], forms: readonly TableForm<string>[]): Judged[] {
  const byTitle = new Map(forms.map((form) => [form.title, form]));
  const headings = new Map(
    noted.filter(({ note }) => note.kind === 'headings').map((one) => [sheetKey(one), one]),
  );
  return noted.flatMap((one) => {
    const form = byTitle.get(one.note.sheet);
    const found = headings.get(sheetKey(one));
    if (one.note.kind === 'headings' || !form || !found) return [];
    // An earlier version of Tandem with other columns made this batch: what it was planned for is no longer known.
    if (found.note.expected.length !== fieldsOf(form).length) return [];
    const landing = isMoved(form, found) || !isMet(one, form, found.note) ? 'undone' : 'landed';
    return [{ ...one, form, headings: found.copy, landing }];
  });
}

const sheetKey = ({ note: { sheet }, serial }: Noted): string => `${serial} ${sheet}`;

/** Whether one of our columns was somewhere else, or gone. */
const isMoved = (form: TableForm<string>, { note, copy }: Noted): boolean =>
  fieldsOf(form).some(
    (field, index) =>
      plainHeading(copy[Number(note.expected[index])] ?? '') !==
      plainHeading(form.headings[field]!),
  );

function isMet(
  { note, copy }: Noted,
  form: TableForm<string>,
  { expected: columns }: Note,
): boolean {
  if (note.kind === 'add' || note.kind === 'insert') return true;
  const key: readonly string[] = form.key ?? [];
  const written = new Set(note.written.map(([column]) => column));
  const fields = fieldsOf(form).map((field, index) => ({
    isKey: key.includes(field),
    column: Number(columns[index]),
    mark: note.expected[index] as Mark,
  }));
  // Rows without a key, or whose key is being changed, are told apart by all their cells.
  // What we wrote is taken back wherever it is now.
  const isKeyed =
    note.kind === 'restore' ||
    fields.some(({ isKey, column, mark }) => isKey && mark !== '' && !written.has(column));
  return fields.every(({ isKey, column, mark }) => {
    const matters = note.kind === 'delete' || !isKeyed || isKey || written.has(column);
    return !matters || isMarked(copy[column], mark);
  });
}
