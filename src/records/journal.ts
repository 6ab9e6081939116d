/**
 * The Journal as rows that are only ever added. What an append left unseen is looked for before it is added again, within
 * one execution; an entry told again by a later one stands there twice, with the same key. Reading the whole journal each
 * time would cost more than such a row does.
 */
import type { JournalEntry as CalendarEntry } from '../calendar/ports';
import { canonicalJson, type Json } from '../kit/canonical';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { ok, type Result } from '../kit/result';
import { shortened } from '../kit/text';
import { JOURNAL } from '../runs/journal';
import type { JournalEntry, JournalStore } from '../runs/ports';
import { textOf } from '../sheets/cells';
import { JOURNAL_ROWS } from './forms';
import type { FieldOf } from '../sheets/table';
import type { Sheets } from '../sheets/sheets';
import { newRow, type Cells } from '../sheets/table';

export type NotedRow = Cells<FieldOf<typeof JOURNAL_ROWS>>;

export interface JournalRows extends JournalStore {
  /** As `append`, with what only calendars know. */
  add(rows: readonly NotedRow[]): Result<null, Failure>;
}

export function journalRows(sheets: Sheets): JournalRows {
  const added = new Set<string>();
  let isUnsure = false;

  function tried(rows: readonly NotedRow[]): Result<null, Failure> {
    const table = isUnsure ? sheets.tableNow(JOURNAL_ROWS) : sheets.headings(JOURNAL_ROWS);
    if (!table.ok) return table;
    if (isUnsure) for (const { cells } of table.value.rows) added.add(textOf(cells.key));
    for (const batch of inLots(rows.filter((row) => !added.has(textOf(row.key))))) {
      const appended = sheets.append(
        JOURNAL_ROWS.title,
        batch.map((row) => newRow(table.value, row)),
      );
      isUnsure = !appended.ok;
      if (!appended.ok) return appended;
      for (const { key } of batch) added.add(textOf(key));
    }
    return ok(null);
  }

  /** What is not noted now is never noted: once more, where that may help. */
  function add(rows: readonly NotedRow[]): Result<null, Failure> {
    const first = tried(rows);
    return first.ok || traitsOf(first.failure).retry !== 'soon' ? first : tried(rows);
  }

  return { add, append: (entries) => add(entries.map(rowOfEntry)) };
}

/** No request above what Google advises. */
function inLots(rows: readonly NotedRow[]): NotedRow[][] {
  const lots: NotedRow[][] = [];
  let characters = 0;
  for (const row of rows) {
    const size = `${row.before}${row.after}${row.conflict}`.length;
    const last = lots[lots.length - 1];
    characters += size;
    if (last && last.length < JOURNAL.ENTRIES_PER_CALL && characters <= JOURNAL.CHARACTERS_PER_CALL)
      last.push(row);
    else {
      lots.push([row]);
      characters = size;
    }
  }
  return lots;
}

const SIDES = { google: 'Google Calendar', work: 'Work system' } as const;
const DONE = { create: 'Created', update: 'Updated', delete: 'Deleted' } as const;

const rowOfEntry = ({ side, operation, ...entry }: JournalEntry): NotedRow => ({
  ...entry,
  side: side === 'google' ? 'Google' : SIDES.work,
  operation: DONE[operation],
  person: '',
  title: '',
  fields: '',
  conflict: '',
});

/** A write of somebody's calendar sync. */
export function rowOfWrite(
  entry: CalendarEntry,
  told: { readonly at: string; readonly run: string; readonly person: string },
): NotedRow {
  const [before, after, conflict] = [entry.before, entry.after, entry.conflict].map((value) =>
    value === null ? '' : canonicalJson(value as unknown as Json),
  ) as [string, string, string];
  const cut = (text: string): string => shortened(text, JOURNAL.TEXT_CHARACTERS);
  return {
    ...told,
    key: `${told.person} ${entry.key}`,
    id: entry.id,
    side: SIDES[entry.side],
    operation: DONE[entry.action],
    title: (entry.after ?? entry.before)?.title ?? '',
    fields: entry.action === 'update' ? entry.fields.join(', ') : '',
    before: cut(before),
    after: cut(after),
    conflict: cut(conflict),
    isCut: [before, after, conflict].some((text) => text.length > JOURNAL.TEXT_CHARACTERS),
  };
}
