/**
 * The Journal as rows that are only ever added. An entry told again by a later execution stands there twice, with the same key: reading
 * the whole journal each time would cost more than such a row does.
 */
import type { JournalEntry as CalendarEntry } from '../calendar/ports';
import { canonicalJson, type Json } from '../kit/canonical';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { shortened } from '../kit/text';
import { JOURNAL } from '../runs/journal';
import type { JournalEntry, JournalStore } from '../runs/ports';
import { textOf } from '../sheets/cells';
import { JOURNAL_ROWS } from './forms';
import type { FieldOf } from '../sheets/table';
import type { Sheets } from '../sheets/sheets';
import { addRow } from '../sheets/change';
import { additions, carryOut, type Plan } from '../sheets/plan';
import type { Cells } from '../sheets/table';

export type NotedRow = Cells<FieldOf<typeof JOURNAL_ROWS>>;

export interface JournalRows extends JournalStore {
  /** Keeps rows for the next plan. One whose key was noted before is not kept again. */
  note(rows: readonly NotedRow[]): void;
  /** Adds what is noted, as much as one request holds; null for nothing. */
  plan(): Plan | null;
  /** Adds by themselves the rows that are more than one request holds. */
  addSurplus(): Result<null, Failure>;
}

export function journalRows(sheets: Sheets): JournalRows {
  const noted = new Map<string, NotedRow>();
  const added = new Set<string>();

  function note(rows: readonly NotedRow[]): void {
    for (const row of rows) if (!added.has(textOf(row.key))) noted.set(textOf(row.key), row);
  }

  function plan(): Plan | null {
    if (noted.size === 0) return null;
    const adding = additions(firstLot([...noted.values()]), (row) => addRow(JOURNAL_ROWS, row));
    return {
      ...adding,
      onLanded(change) {
        adding.onLanded?.(change);
        const key = textOf(change.kind === 'add' ? change.cells['key']! : '');
        noted.delete(key);
        added.add(key);
      },
    };
  }

  function addWhile(isLeft: () => boolean): Result<null, Failure> {
    while (isLeft()) {
      const next = carryOut(sheets, [plan()!]);
      if (!next.ok) return next;
    }
    return ok(null);
  }

  return {
    note,
    plan,
    addSurplus: () => addWhile(() => firstLot([...noted.values()]).length < noted.size),
    append(entries) {
      note(entries.map(rowOfEntry));
      return addWhile(() => noted.size > 0);
    },
  };
}

/** No request above what Google advises. */
function firstLot(rows: readonly NotedRow[]): NotedRow[] {
  const lot: NotedRow[] = [];
  let characters = 0;
  for (const row of rows) {
    characters += `${row.before}${row.after}${row.conflict}`.length;
    const isFull =
      lot.length >= JOURNAL.ENTRIES_PER_CALL || characters > JOURNAL.CHARACTERS_PER_CALL;
    if (isFull && lot.length > 0) break;
    lot.push(row);
  }
  return lot;
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
