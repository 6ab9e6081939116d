/** Adds the rows that a slice of the log lacks in the sheet, however often somebody disturbs that. */
import { batchesOf } from '../kit/batches';
import type { Deadline } from '../kit/deadline';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { LogEvent } from './log-event';
import { planRows, type KeyedRow } from './plan';
import type { SheetRows } from './sheet-rows';

/** 45,000 cells: Google carries out such a request in a few seconds. */
const CHUNK_ROWS = 5_000;

/** How often the sheet is compared anew after somebody moved its columns while rows were added. */
const ATTEMPTS = 4;

export interface EventsOfSlice {
  /** Oldest first. */
  readonly events: readonly LogEvent[];
  /** The slice; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface AddedRows {
  readonly written: readonly KeyedRow[];
  /** How many of the events had their row already. */
  readonly present: number;
  readonly end:
    | { readonly kind: 'done' }
    | { readonly kind: 'no-time' }
    | { readonly kind: 'failed'; readonly failure: Failure };
}

/** Afterwards, if `done`, each of the events has one row. */
export function addRows(rows: SheetRows, deadline: Deadline, slice: EventsOfSlice): AddedRows {
  const written: KeyedRow[] = [];
  let present = 0;
  const ended = (end: AddedRows['end']): AddedRows => ({ written, present, end });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = missingRows(rows, slice);
    if (!found.ok) return ended({ kind: 'failed', failure: found.failure });
    const { missing, isReady } = found.value;
    if (!isReady) continue;
    present = slice.events.length - missing.length - written.length;
    const end = append(missing, { rows, deadline, written });
    if (end.kind !== 'moved') return ended(end);
  }
  return ended({ kind: 'failed', failure: { kind: 'stale-etag', id: 'the sheet' } });
}

interface Missing {
  readonly missing: readonly KeyedRow[];
  /** Whether rows can be appended: false while there is no column for their keys. */
  readonly isReady: boolean;
}

/** Compares the slice with the sheet. A sheet without keys gets them first, for the rows that are recognized. */
function missingRows(
  rows: SheetRows,
  { events, from, to }: EventsOfSlice,
): Result<Missing, Failure> {
  const present = rows.between(from, to);
  if (!present.ok) return present;
  const { missing, recognized } = planRows(events, present.value);
  if (rows.hasKeys) return ok({ missing, isReady: true });
  const added = rows.addKeys(recognized);
  return added.ok ? ok({ missing, isReady: false }) : added;
}

interface Appending {
  readonly rows: SheetRows;
  readonly deadline: Deadline;
  /** Gets what has been written. */
  readonly written: KeyedRow[];
}

function append(
  missing: readonly KeyedRow[],
  { rows, deadline, written }: Appending,
): AddedRows['end'] | { readonly kind: 'moved' } {
  for (const [index, chunk] of batchesOf(missing, CHUNK_ROWS).entries()) {
    if (index > 0 && deadline.left() === 0) return { kind: 'no-time' };
    const appended = rows.append(chunk);
    if (!appended.ok) return { kind: 'failed', failure: appended.failure };
    if (appended.value === 'moved') return { kind: 'moved' };
    written.push(...chunk);
  }
  return { kind: 'done' };
}
