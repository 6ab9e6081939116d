/** What the sync of one person's calendar needs of the world. */
import type { Deadline } from '../kit/deadline';
import type { Failure, FailureKind } from '../kit/failure';
import type { Result } from '../kit/result';
import type { Activity, ActivityContent } from './entry/activity';
import type { Entry, Field, Side } from './entry/entry';
import type { Sha256 } from './sync/event-id';
import type { GoogleEvent, GoogleEventBody } from './entry/google-event';
import type { Link, LinkChanges } from './sync/link';
import type { Conflict } from './sync/operations';

/** What a side said at once, all pages together: a listing that lost a page is a failure, not a listing. */
export interface Listing<T> {
  /** In no order; one id may come more than once. */
  readonly items: readonly T[];
  /** Where the next listing goes on. */
  readonly cursor: string | null;
  /** Everything there is, not only what changed: what is missing here may be gone, and may not. */
  readonly isFull: boolean;
}

export type GoogleWrite =
  | { readonly kind: 'insert'; readonly id: string; readonly body: GoogleEventBody }
  | {
      readonly kind: 'patch';
      readonly id: string;
      readonly etag: string;
      readonly body: GoogleEventBody;
    }
  | { readonly kind: 'delete'; readonly id: string; readonly etag: string };

/** The person's calendar in Google. No write of it ever sends mail to guests. */
export interface GoogleCalendar {
  /**
   * What changed since `cursor`, deleted events included; with null, everything that ends after `from`. Fails with
   * `sync-token-expired`.
   */
  changes(cursor: string | null, from: string): Result<Listing<GoogleEvent>, Failure>;
  /** In the order of the ids; null for an id that there never was, or no longer is. */
  get(ids: readonly string[]): Result<readonly (GoogleEvent | null)[], Failure>;
  /**
   * At most 50 at once; outcomes in the order of the writes, null for a deletion. Outcomes fail with `stale-etag`,
   * `already-exists`, `not-found`, `gone`, … The whole fails when no outcome is known.
   */
  write(
    writes: readonly GoogleWrite[],
  ): Result<readonly Result<GoogleEvent | null, Failure>[], Failure>;
}

export type ActivityChange =
  | { readonly kind: 'activity'; readonly activity: Activity }
  | { readonly kind: 'deleted'; readonly id: string };

export type WorkWrite =
  | {
      readonly kind: 'insert';
      readonly content: ActivityContent;
      readonly owner: string;
      /** The id of the event it is made from, kept where the work system can keep one. */
      readonly externalId: string;
    }
  | {
      readonly kind: 'patch';
      readonly id: string;
      readonly version: string;
      readonly content: Partial<ActivityContent>;
    }
  | { readonly kind: 'delete'; readonly id: string; readonly version: string };

/** The person's activities in the work system. */
export interface WorkCalendar {
  /** As `GoogleCalendar.changes`; a system that knows no changes lists everything each time. */
  changes(cursor: string | null, from: string): Result<Listing<ActivityChange>, Failure>;
  get(ids: readonly string[]): Result<readonly (Activity | null)[], Failure>;
  /** As `GoogleCalendar.write`; `stale-etag` when the activity is not at `version` any more. */
  write(writes: readonly WorkWrite[]): Result<readonly Result<Activity | null, Failure>[], Failure>;
}

/** A pair, or half of one, that failed: it is read again by the next run, for no cursor tells of it a second time. */
export interface Pending {
  readonly google: string | null;
  readonly work: string | null;
  readonly tries: number;
  readonly failure: FailureKind;
}

/** How far a person's sync has come. */
export interface Progress {
  readonly google: string | null;
  readonly work: string | null;
  /** The policy it came so far with: under another, everything is read again. */
  readonly policy: string;
  readonly pending: readonly Pending[];
}

/** Where a person's links are kept. */
export interface Links {
  load(): Result<{ readonly links: readonly Link[]; readonly progress: Progress | null }, Failure>;
  save(changes: LinkChanges): Result<null, Failure>;
  saveProgress(progress: Progress): Result<null, Failure>;
}

/** One write as it was done, for people who ask, and for taking it back. */
export interface JournalEntry {
  /** The same for the same write, should it be told twice. */
  readonly key: string;
  readonly side: Side;
  readonly action: 'create' | 'update' | 'delete';
  readonly id: string;
  readonly before: Entry | null;
  readonly after: Entry | null;
  readonly fields: readonly Field[];
  readonly conflict: Conflict | null;
}

export interface Journal {
  append(entries: readonly JournalEntry[]): Result<null, Failure>;
}

export interface CalendarPorts {
  readonly google: GoogleCalendar;
  readonly work: WorkCalendar;
  readonly links: Links;
  readonly journal: Journal;
  readonly deadline: Deadline;
  /** For the ids of the events we create. */
  readonly ids: { readonly tenant: string; readonly sha256: Sha256 };
}
