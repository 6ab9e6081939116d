/** What the calendar sync tells the journal. */
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import type { Write } from '../runs/ports';
import type { Entry, Field, Side } from './entry/entry';

/** Both sides changed the same fields of one pair. The losing values are in `lost`. */
export interface Conflict {
  readonly google: string;
  readonly work: string;
  readonly winner: Side;
  readonly fields: readonly Field[];
  readonly lost: Entry;
}

/** One write of a person's sync as it was done. */
export type CalendarWrite = Write<Entry, Conflict>;

/** Which entries of the journal no longer say what they are about. */
export interface Undisclosed {
  /** Ids of events and activities: also what was noted of them before they were private. */
  readonly ids: readonly string[];
  /** Whose entries about what was private when they were noted, besides. */
  readonly allPrivate: 'of-nobody' | 'of-the-person' | 'of-everybody';
}

export interface Journal {
  append(writes: readonly CalendarWrite[]): Result<null, Failure>;
  /** Takes titles, notes, places and guests out of what was noted, in the same saving as what is appended. */
  hide(what: Undisclosed): Result<null, Failure>;
}
