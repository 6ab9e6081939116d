import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { JournalEntry, JournalStore, Write } from './ports';

/** Entries that are added in one call. */
export const ENTRIES_PER_CALL = 500;

/** One write, as the code that made it describes it. */
export type Told = Pick<Write, 'side' | 'operation' | 'id' | 'before' | 'after'> &
  Partial<Pick<JournalEntry, 'title' | 'fields' | 'change' | 'person' | 'at'>>;

export interface Journal {
  /** Notes a write that was made. Adds to the store once enough have been noted, and fails as that does. */
  note(write: Told): Result<null, Failure>;
  /** Adds what was noted. Call before a run's point is saved. What could not be added is kept for the next call. */
  flush(): Result<null, Failure>;
}

/** The journal of one run. */
export function journal(store: JournalStore, run: string, clock: Clock): Journal {
  let noted: JournalEntry[] = [];

  function flush(): Result<null, Failure> {
    if (noted.length === 0) return ok(null);
    const added = store.append(noted);
    if (added.ok) noted = [];
    return added;
  }

  return {
    flush,
    note(write) {
      const flushed = noted.length >= ENTRIES_PER_CALL ? flush() : ok(null);
      const { at = instantAt(clock.now()) } = write;
      const key = [at, run, write.side, write.operation, write.id].join(' ');
      const blank = { title: '', fields: [], change: '', person: '' };
      noted.push({ ...blank, ...write, conflict: null, key, at, run });
      return flushed;
    },
  };
}
