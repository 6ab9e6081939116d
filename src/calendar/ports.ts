/**
 * What the calendar sync needs of the world: of one person's calendars, and of an organization's records. Rooms that offer
 * any of it import from here alone.
 */
import type { Failure, FailureKind } from '../kit/failure';
import type { AddressedPerson, Person } from '../kit/person';
import type { Result } from '../kit/result';
import type { Activity, ActivityContent } from './entry/activity';
import type { GoogleEvent, GoogleEventBody } from './entry/google-event';
import type { Link, LinkChanges } from './entry/link';
import type { Journal } from './journal-port';
import type { ActivityType, CalendarSettings } from './settings';
import type { ToldConflict } from './boards/told-conflict';

export type { CalendarWrite, Conflict, Journal, Undisclosed } from './journal-port';
export type { Activity, ActivityContent } from './entry/activity';
export type { Entry, Field, Side } from './entry/entry';
export type { GoogleEvent, GoogleEventBody } from './entry/google-event';
export type { Link, LinkChanges } from './entry/link';
export { toldConflictsForm, type ToldConflict } from './boards/told-conflict';
export { SETTING_WORDS } from './settings';
export type { ActivityType, CalendarSettings } from './settings';

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
  /** Activities of pairs that the last look did not find, or found to be another's: the next look decides. */
  readonly missing: readonly string[];
}

/** One person's calendar sync, as Tandem's records keep it. An address may be anybody's tomorrow; the id is theirs for good. */
export interface Connection extends AddressedPerson {
  readonly state: 'on' | 'off';
  /** When the person said yes, and to which version of the text. */
  readonly consentedAt: string;
  readonly consentVersion: number;
  /** IANA; null until Google told it. */
  readonly zone: string | null;
  /** The work system's state that was last carried over: `WorkCalendars.stateOf`; null for none. */
  readonly workState: string | null;
  readonly lastRunAt: string | null;
  /** Everything that was so at this instant has been carried over. Looks that found nothing are told to the status board alone. */
  readonly freshAt: string | null;
  readonly failure: FailureKind | null;
  /** Null before the first run that was done. */
  readonly progress: Progress | null;
  /** Those that the person has not dismissed, the newest first. */
  readonly conflicts: readonly ToldConflict[];
}

export interface Connections {
  load(): Result<readonly Connection[], Failure>;
  /** Keeps these, by user id, and with them what `CalendarRecords` handed over; all others stay as they are. */
  save(changed: readonly Connection[]): Result<null, Failure>;
}

/** Calendars of people, reached in their name. */
export interface GoogleCalendars {
  /**
   * Which addresses these people have now, by user id, as the directory says it in this very execution: of those alone for
   * whom a new token has to be made, for a token that is kept is its account's under any address. Null for the others. A
   * person fails with `unknown-subject` (there is no such account) or `suspended-subject`. The whole fails when the
   * directory cannot be read.
   *
   * @param extent `anyway`: who is to be looked up though a token is kept; `later`: how many more people this execution
   *   will ask about.
   */
  lookUp(
    people: readonly Person[],
    extent: { readonly anyway: (person: Person) => boolean; readonly later: number },
  ): Result<ReadonlyMap<string, Result<AddressedPerson | null, Failure>>, Failure>;
  of(person: Person): GoogleCalendar;
  /** The zone of the person's calendar. */
  zoneOf(person: Person): Result<string, Failure>;
  /** The same as a listing of this execution showed it, at no call of its own; null where none did. */
  zoneSeen(person: Person): string | null;
  /**
   * Reads for many people at once what `of(person).changes(cursor, from)` will be asked, tokens and listings in parallel: the answer waits for
   * that one question. What fails, fails there.
   */
  prefetch(
    asks: readonly {
      readonly person: Person;
      readonly cursor: string | null;
      readonly from: string;
    }[],
  ): void;
}

/** Activities of a person whose address changed. */
export interface Readdressing {
  readonly ids: readonly string[];
  /** In lower case: addresses that the person had. */
  readonly from: readonly string[];
  readonly to: string;
}

/** Everybody's activities in the work system. An activity is a person's when its owner is one of their addresses. */
export interface WorkCalendars {
  of(person: AddressedPerson): WorkCalendar;
  /** Differs when anything of the person's activities does. Null when it is not known without reading them. */
  stateOf(person: AddressedPerson): Result<string | null, Failure>;
  /**
   * What the writes of this execution made of the state that it was told first, edits of others left out; null when that is not known.
   * Whoever carried over the first has carried over this one.
   */
  stateAfterWrites?(person: AddressedPerson): string | null;
  types(): Result<readonly ActivityType[], Failure>;
  /** Who can read people's activities there, in sentences; absent where the work system cannot say. */
  audience?(): Result<readonly string[], Failure>;
  /**
   * Gives those of the activities whose owner is still one of `from` to the address `to`, all people's at once or none: two
   * people may have swapped their addresses. All others stay as they are. A work system that knows people by an id of its
   * own has nothing to do.
   */
  readdress(moves: readonly Readdressing[]): Result<null, Failure>;
}

/** What an organization decided about calendars. */
export interface CalendarSettingsBook {
  load(): Result<CalendarSettings, Failure>;
  save(settings: CalendarSettings): Result<null, Failure>;
}

/** The pairs of one person. What is saved is kept in memory until the records are flushed. */
export interface LinkBook {
  /** Reads everybody's at most once an execution. */
  load(): Result<readonly Link[], Failure>;
  save(changes: LinkChanges): Result<null, Failure>;
}

/** Links and journals of everybody. */
export interface CalendarRecords {
  linksOf(userId: string): LinkBook;
  /** The user id of whoever's pair this activity is half of; null for nobody's. */
  linkedTo(activityId: string): Result<string | null, Failure>;
  /** The address is for whoever reads the journal. */
  journalOf(person: Person): Journal;
  /** Hands everything over to `Connections.save`, which is to follow and makes it durable, all together. */
  flush(): Result<null, Failure>;
}

/** Who works here, as the work system knows them. */
export interface Staff {
  /**
   * By Google's user id; one who is known by no id, by any of their addresses. Null for nobody it knows, also where one of
   * the addresses is that of another user id (S7).
   */
  find(person: AddressedPerson): Result<{ readonly isActive: boolean } | null, Failure>;
  /** Whether it knows anybody at this address, whoever they are. */
  isKnown(address: string): Result<boolean, Failure>;
}
