/**
 * The Journal as rows that are only ever added, and removed once they are old. An entry that a later execution notes again is there twice,
 * with the same key: reading the whole journal each time would cost more than such a row.
 */
import { canonicalJson, type Json } from '../kit/canonical';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { shortened } from '../kit/text';
import type { JournalEntry, JournalStore } from '../runs/ports';
import { textOf } from '../sheets/cells';
import { serialAt } from '../sheets/serials';
import { JOURNAL_ROWS } from './forms';
import type { FieldOf } from '../sheets/table';
import type { Sheets } from '../sheets/sheets';
import { addRow } from '../sheets/change';
import { additions, carryOut, type Plan } from '../sheets/plan';
import type { Cells } from '../sheets/table';

/** A cell may hold 50,000 characters. Ours hold fewer, because many rows are read at once. */
export const TEXT_CHARACTERS = 20_000;

/** The most that one request adds: Google recommends staying below 2 MB. */
const ROWS_PER_REQUEST = 500;
const CHARACTERS_PER_REQUEST = 500_000;

/** A row whose time is not yet in the spreadsheet's zone. */
type NotedRow = Omit<Cells<FieldOf<typeof JOURNAL_ROWS>>, 'at' | 'instant'> & {
  readonly instant: string;
};

export interface JournalRows extends JournalStore {
  /** Adds entries to the next plan. One whose key was noted before is ignored. */
  note(entries: readonly JournalEntry[]): void;
  /** A plan that adds what is noted, as much as one request holds; null when nothing is. */
  plan(): Plan | null;
  /** Adds the rows that do not fit into the plan's request, in requests of their own. */
  addSurplus(): Result<null, Failure>;
}

export function journalRows(sheets: Sheets): JournalRows {
  const noted = new Map<string, NotedRow>();
  const added = new Set<string>();

  function note(entries: readonly JournalEntry[]): void {
    for (const entry of entries) if (!added.has(entry.key)) noted.set(entry.key, rowOf(entry));
  }

  function plan(): Plan | null {
    if (noted.size === 0) return null;
    const lot = firstLot([...noted.values()]);
    let adding: Plan | null = null;
    return {
      changes() {
        const zone = sheets.spreadsheet.zone();
        if (!zone.ok) return zone;
        adding ??= additions(lot, (row) =>
          addRow(JOURNAL_ROWS, { ...row, at: serialAt(row.instant, zone.value) }),
        );
        return adding.changes();
      },
      onLanded(change) {
        adding?.onLanded?.(change);
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
      note(entries);
      return addWhile(() => noted.size > 0);
    },
  };
}

/** As many rows as one request should hold. */
function firstLot(rows: readonly NotedRow[]): NotedRow[] {
  const lot: NotedRow[] = [];
  let characters = 0;
  for (const row of rows) {
    characters += `${row.change}${row.before}${row.after}${row.conflict}`.length;
    const isFull = lot.length >= ROWS_PER_REQUEST || characters > CHARACTERS_PER_REQUEST;
    if (isFull && lot.length > 0) break;
    lot.push(row);
  }
  return lot;
}

export const SIDES = { google: 'Google Calendar', work: 'Work system', tandem: 'Tandem' } as const;
export const DONE = { create: 'Created', update: 'Updated', delete: 'Deleted' } as const;

/** The only place where texts are cut to fit a cell; the row then says that it cannot be used to undo the change. */
function rowOf({ at, run, person, key, id, title, change, ...write }: JournalEntry): NotedRow {
  const texts = [write.before, write.after, write.conflict].map((value) =>
    value === null ? '' : canonicalJson(value as Json),
  );
  const [before, after, conflict] = texts.map((text) => shortened(text, TEXT_CHARACTERS)) as [
    string,
    string,
    string,
  ];
  return {
    instant: at,
    run,
    person,
    key,
    id,
    title: shortened(title, TEXT_CHARACTERS),
    change: shortened(change, TEXT_CHARACTERS),
    side: SIDES[write.side],
    operation: write.side === 'tandem' ? 'Decided' : DONE[write.operation],
    fields: write.operation === 'update' ? write.fields.join(', ') : '',
    before,
    after,
    conflict,
    isCut: texts.some((text) => text.length > TEXT_CHARACTERS),
    pair: write.pair ?? '',
  };
}
