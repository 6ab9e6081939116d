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

/** Something that an administrator decided. It waits until a run writes it into the Journal. */
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

/** Sheets whose old rows are removed. */
export type Aging = 'journal' | 'runs' | 'links';

export interface Removed {
  readonly removed: number;
  /** Whether nothing old is left. */
  readonly isDone: boolean;
}

export interface JournalRunPorts {
  readonly clock: Clock;
  /** Where the job keeps its own notes: one for the organization, whichever account runs it. */
  readonly store: StringStore;
  /** When the organization was set up. Nothing can be old on the first day. */
  readonly begunAt: string;
  readonly retention: Pick<RetentionBook, 'load'>;
  /** What this run writes into the Journal. */
  readonly journal: Journal;
  readonly decisions: {
    /** The decisions that wait, oldest first. */
    list(): readonly Decision[];
    remove(decisions: readonly Decision[]): void;
  };
  /** What people changed in the sheet Settings since the last look; empty when this execution has not read the sheet. */
  readonly byHand: {
    list(): readonly Decision[];
    /** Call once they are in the Journal. */
    noteSeen(): Result<null, Failure>;
  };
  /**
   * Removes rows older than `before`, as many as one batch holds; the next call removes more. A row that somebody edits meanwhile waits for it too.
   *
   * @param since what was `before` the last time that all old rows were removed.
   */
  removeOld(kind: Aging, before: string, since: string): Result<Removed, Failure>;
}

/** A row of the Journal, as people read it. */
export interface NotedChange {
  /** RFC 3339. */
  readonly at: string;
  readonly person: string;
  readonly where: string;
  readonly what: string;
  readonly title: string;
  readonly change: string;
}

/** What the page Journal shows and changes. */
export interface JournalDesk {
  /** Newest first. */
  newest(most: number): Result<readonly NotedChange[], Failure>;
  readonly retention: RetentionBook;
  /** The sheet Journal; null where it cannot be opened. */
  readonly workbookUrl: string | null;
}

export interface JournalPorts {
  /** Opens the desk of the caller's own organization. */
  desk(): Result<JournalDesk, Failure>;
}
