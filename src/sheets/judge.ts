/** What the copies in `UNDO` say of a batch: which of its writes met the row that they were planned for. */
import type { Landing } from './change';
import { isMarked, type Mark, type Note, type Noted } from './note';
import type { Cell } from './spreadsheet';
import { fieldsOf, plainHeading, type TableForm } from './table';

/** A write with what it met. */
export interface Judged extends Noted {
  readonly landing: Landing;
  readonly form: TableForm<string>;
  /** Of the sheet, as the batch found them. */
  readonly headings: readonly Cell[];
}

/** @param noted of any number of batches. Those of sheets that nobody knows any more are left out. */
export function judge(noted: readonly Noted[], forms: readonly TableForm<string>[]): Judged[] {
  const byTitle = new Map(forms.map((form) => [form.title, form]));
  const headings = new Map(
    noted.filter(({ note }) => note.kind === 'headings').map((one) => [sheetKey(one), one]),
  );
  return noted.flatMap((one) => {
    const form = byTitle.get(one.note.sheet);
    const found = headings.get(sheetKey(one));
    if (one.note.kind === 'headings' || !form || !found) return [];
    // A batch of a version of Tandem that knew other columns: nobody can tell any more what it was planned for.
    if (found.note.expected.length !== fieldsOf(form).length) return [];
    const landing = isMoved(form, found) || !isMet(one, form, found.note) ? 'undone' : 'landed';
    return [{ ...one, form, headings: found.copy, landing }];
  });
}

const sheetKey = ({ note: { sheet }, serial }: Noted): string => `${serial} ${sheet}`;

/** Whether a column of ours was somewhere else, or gone. */
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
  // Rows that have no key, or are given another, are told apart by all that they say.
  // What we wrote is given back wherever it stands.
  const isKeyed =
    note.kind === 'restore' ||
    fields.some(({ isKey, column, mark }) => isKey && mark !== '' && !written.has(column));
  return fields.every(({ isKey, column, mark }) => {
    const matters = note.kind === 'delete' || !isKeyed || isKey || written.has(column);
    return !matters || isMarked(copy[column], mark);
  });
}
