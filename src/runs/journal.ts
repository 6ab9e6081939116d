import { canonicalJson, type Json } from '../kit/canonical';
import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { shortened } from '../kit/text';
import type { JournalEntry, JournalStore } from './ports';

export const JOURNAL = {
  /** A cell holds 50,000 characters; ours is less, for a page of the journal is read at once. */
  TEXT_CHARACTERS: 20_000,
  /** Entries and characters added in one call: Google advises to stay below 2 MB. */
  ENTRIES_PER_CALL: 500,
  CHARACTERS_PER_CALL: 500_000,
} as const;

/** One write, as whoever did it tells it. */
export interface Write extends Pick<JournalEntry, 'side' | 'operation' | 'id'> {
  /** Null when there was nothing. */
  readonly before: Json;
  /** Null when nothing is left. */
  readonly after: Json;
}

export interface Journal {
  /** Notes a write that was done. Adds to the store when enough have come together, and fails as that does. */
  note(write: Write): Result<null, Failure>;
  /** Adds what was noted. To be called before a run's point is saved: what fails is kept and added by the next call. */
  flush(): Result<null, Failure>;
}

/** The journal of one run. */
export function journal(store: JournalStore, run: string, clock: Clock): Journal {
  let noted: JournalEntry[] = [];
  let characters = 0;

  function flush(): Result<null, Failure> {
    if (noted.length === 0) return ok(null);
    const added = store.append(noted);
    if (!added.ok) return added;
    noted = [];
    characters = 0;
    return added;
  }

  return {
    flush,
    note(write) {
      const entry = entryOf(write, run, instantAt(clock.now()));
      const size = entry.before.length + entry.after.length;
      const isFull =
        noted.length >= JOURNAL.ENTRIES_PER_CALL || characters + size > JOURNAL.CHARACTERS_PER_CALL;
      const flushed = isFull ? flush() : ok(null);
      noted.push(entry);
      characters += size;
      return flushed;
    },
  };
}

function entryOf(
  { side, operation, id, before, after }: Write,
  run: string,
  at: string,
): JournalEntry {
  const whole = [textOf(before), textOf(after)] as const;
  const kept = whole.map((text) => shortened(text, JOURNAL.TEXT_CHARACTERS));
  return {
    key: [at, run, side, operation, id].join(' '),
    at,
    run,
    side,
    operation,
    id,
    before: kept[0]!,
    after: kept[1]!,
    isCut: whole.some((text) => text.length > JOURNAL.TEXT_CHARACTERS),
  };
}

const textOf = (value: Json): string => (value === null ? '' : canonicalJson(value));
