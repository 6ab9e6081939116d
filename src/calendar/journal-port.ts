/** What the calendar sync writes into the journal. */
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
  /** Only the losing side had changed them, and the person's sync goes one way (TF14). */
  readonly oneWay?: true;
}

/** One write of a person's sync, as it was made. */
export type CalendarWrite = Write<Entry, Conflict>;

/** An earlier write, as the Journal has it. */
export interface PastWrite {
  readonly at: string;
  readonly run: string;
  readonly side: Side;
  readonly operation: CalendarWrite['operation'];
  readonly id: string;
  /** The id of the other half; empty in rows of an earlier version, and where there was none. */
  readonly pair: string;
  readonly title: string;
  readonly change: string;
  readonly fields: readonly Field[];
  /** Null when it did not exist, and when its text was too long for the Journal. */
  readonly before: Entry | null;
  readonly after: Entry | null;
  readonly conflict: Conflict | null;
  readonly isCut: boolean;
}

/** A run of earlier that changed entries. */
export interface PastRun {
  readonly run: string;
  /** The instant of its first write. */
  readonly at: string;
  /** How many entries it changed, those of both sides counted apart. */
  readonly changes: number;
  /** The addresses of the people whose entries they were, in lower case. */
  readonly people: readonly string[];
}

/** The journal entries from which details have to be removed. */
export interface Undisclosed {
  /** Ids of events and activities whose entries are all included, even those from before they were private. */
  readonly ids: readonly string[];
  /** People whose entries about private events are included as well. */
  readonly allPrivate: 'of-nobody' | 'of-the-person' | 'of-everybody';
}

export interface Journal {
  append(writes: readonly CalendarWrite[]): Result<null, Failure>;
  /** Removes titles, notes, places and guests from earlier entries, in the same save as the appended ones. */
  hide(what: Undisclosed): Result<null, Failure>;
}

/** A conflict as the person is told about it. */
export interface ToldConflict {
  /** Unique among the person's conflicts. */
  readonly key: string;
  /** When the run took one of the versions. */
  readonly at: string;
  /** The id of the event. */
  readonly google: string;
  readonly title: string;
  readonly winner: Side;
  /** The fields that both sides had changed. */
  readonly fields: readonly Field[];
  /** The other version's values, in words. */
  readonly lost: string;
  readonly isPrivate: boolean;
  /** `Conflict.oneWay` */
  readonly oneWay?: true | undefined;
}
