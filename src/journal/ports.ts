/** What the upkeep of the Journal and of Runs needs of an organization's records. */
import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import type { Journal } from '../runs/journal';

/** For how many days rows stay in the workbook. */
export interface Retention {
  readonly journalDays: number;
  readonly runsDays: number;
}

/** Something that an administrator decided, until a run writes it into the Journal. */
export interface Decision {
  readonly id: string;
  readonly at: string;
  /** The address of whoever decided. */
  readonly by: string;
  /** What it is about, such as `Calendar settings`. */
  readonly title: string;
  /** What was decided, in whole sentences: `Private events: Copy everything → Leave out.` */
  readonly change: string;
}

export interface RetentionBook {
  load(): Result<Retention, Failure>;
  /** Fails with `busy` while a run writes. */
  save(retention: Retention): Result<null, Failure>;
}

/** Rows of the workbook that go when they are old. */
export type Aging = 'journal' | 'runs' | 'links';

export interface Removed {
  readonly removed: number;
  /** Whether nothing old is left. */
  readonly isDone: boolean;
}

export interface JournalRunPorts {
  readonly clock: Clock;
  /** The organization's, whoever its sync account is. */
  readonly store: StringStore;
  /** When the organization was set up: nothing is old on the first day. */
  readonly begunAt: string;
  readonly retention: Pick<RetentionBook, 'load'>;
  /** Of this run. */
  readonly journal: Journal;
  readonly decisions: {
    /** Those that wait, the oldest first. */
    list(): readonly Decision[];
    remove(decisions: readonly Decision[]): void;
  };
  /** What people changed in the sheet Settings since the last look, if this execution has read it anyway. */
  readonly byHand: {
    list(): readonly Decision[];
    /** They are in the Journal. */
    noteSeen(): Result<null, Failure>;
  };
  /**
   * Removes what is older, as much as one batch holds; the rest by the next call. A row that somebody edits meanwhile stays until then.
   *
   * @param since the last time that all old rows were removed.
   */
  removeOld(kind: Aging, before: string, since: string): Result<Removed, Failure>;
}

/** What the page Journal shows and changes. */
export interface JournalDesk {
  readonly retention: RetentionBook;
  /** The sheet Journal; null where it cannot be opened. */
  readonly workbookUrl: string | null;
}

export interface JournalPorts {
  /** The desk of the caller's own organization. */
  desk(): Result<JournalDesk, Failure>;
}
