/** What the calendar sync needs from outside. Rooms that implement any of it import only this file. */
import type { Failure } from '../kit/failure';
import type { AddressedPerson, Person } from '../kit/person';
import type { Result } from '../kit/result';
import type { Activity, ActivityContent } from './entry/activity';
import type { GoogleEvent, GoogleEventBody } from './entry/google-event';
import type { Slot } from './entry/entry';
import type { Connection } from './connection';
import type { Link, LinkChanges } from './entry/link';
import type { Journal, PastRun, PastWrite } from './journal-port';
import type { ActivityType, CalendarSettings } from './settings';

export type {
  CalendarWrite,
  Conflict,
  Journal,
  PastRun,
  PastWrite,
  ToldConflict,
  Undisclosed,
} from './journal-port';
export type { Connected, Connection, Pending, Progress } from './connection';
export type { Activity, ActivityContent } from './entry/activity';
export type { Entry, Field, Side, Slot } from './entry/entry';
export type { GoogleEvent, GoogleEventBody } from './entry/google-event';
export type { Link, LinkChanges } from './entry/link';
export type { OwnChoices } from './entry/own-choices';
export type { ActivityType, CalendarSettings, SettingWords } from './settings';

/** What a side listed, all pages together: a listing that lost a page is a failure, not a listing. */
export interface Listing<T> {
  /** In no order; one id may come more than once. */
  readonly items: readonly T[];
  /** The cursor from which the next listing goes on. */
  readonly cursor: string | null;
  /** Whether it lists everything, not only changes: what is missing from it may or may not be gone. */
  readonly isFull: boolean;
  /** Whether it leaves out changes of entries that are none of Tandem's business. */
  readonly hasOthers?: boolean;
}

export type GoogleWrite =
  | { readonly kind: 'insert'; readonly id: string; readonly body: GoogleEventBody }
  | {
      readonly kind: 'patch';
      readonly id: string;
      /** Null for a date of a series that was never an event of its own: it has had no version to know. */
      readonly etag: string | null;
      readonly body: GoogleEventBody;
    }
  | { readonly kind: 'delete'; readonly id: string; readonly etag: string | null };

export type ListExtent = 'marks';

/** The person's calendar in Google. No write of it ever sends mail to guests. */
export interface GoogleCalendar {
  /**
   * What changed since `cursor`, deletions included; with null, all that ends after `from`. Fails with `sync-token-expired`.
   *
   * @param extent `marks`: only ids, and by which Tandem knows what it made.
   */
  changes(
    cursor: string | null,
    from: string,
    extent?: ListExtent,
  ): Result<Listing<GoogleEvent>, Failure>;
  /** The events in the order of the ids; null for an id that does not exist (any more). */
  get(ids: readonly string[]): Result<readonly (GoogleEvent | null)[], Failure>;
  /** At most 50; outcomes in order, null for a deletion, `stale-etag`, `not-found`, … Fails when no outcome is known. */
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
      /** The id of the event that it is made from, kept if the work system can keep one. */
      readonly externalId: string;
      /** For an exception of a series: the activity that repeats, and the date. */
      readonly slot: Slot | null;
    }
  | {
      readonly kind: 'patch';
      readonly id: string;
      readonly version: string;
      readonly content: Partial<ActivityContent>;
      /** The guests so far, when `content` has new ones: other participants were entered by somebody, and stay. */
      readonly guestsBefore?: readonly string[];
      /** Empty: it no longer counts as made from an event. */
      readonly externalId?: '';
      /** For an exception whose series has another activity now. */
      readonly slot?: Slot;
    }
  | { readonly kind: 'delete'; readonly id: string; readonly version: string };

/** The person's activities in the work system. */
export interface WorkCalendar {
  /** As `GoogleCalendar.changes`; a work system that cannot list changes lists everything each time. */
  changes(cursor: string | null, from: string): Result<Listing<ActivityChange>, Failure>;
  get(ids: readonly string[]): Result<readonly (Activity | null)[], Failure>;
  /** As `GoogleCalendar.write`; fails with `stale-etag` when the activity is no longer at `version`. */
  write(writes: readonly WorkWrite[]): Result<readonly Result<Activity | null, Failure>[], Failure>;
}

export interface Connections {
  load(): Result<readonly Connection[], Failure>;
  /** Saves these, by user id, together with what `CalendarRecords` handed over; all others stay as they are. */
  save(changed: readonly Connection[]): Result<null, Failure>;
}

/** People's calendars, reached in their name. */
export interface GoogleCalendars {
  /**
   * The addresses that these people have now, by user id, looked up in the directory in this execution. Only people who need a
   * new token are looked up, because a kept token belongs to its account under any address; all others are null. A person
   * fails with `unknown-subject` (there is no such account) or `suspended-subject`. Everything fails when the directory cannot
   * be read.
   *
   * @param extent `anyway`: people to look up even if they have a token; `later`: how many more people this execution will ask
   *   about.
   */
  lookUp(
    people: readonly Person[],
    extent: { readonly anyway: (person: Person) => boolean; readonly later: number },
  ): Result<ReadonlyMap<string, Result<AddressedPerson | null, Failure>>, Failure>;
  of(person: Person): GoogleCalendar;
  /** The time zone of the person's calendar. */
  zoneOf(person: Person): Result<string, Failure>;
  /** The same, from a listing of this execution, without a call of its own; null when no listing has shown it. */
  zoneSeen(person: Person): string | null;
  /**
   * Reads ahead, for many people in parallel, what `of(person).changes(cursor, from)` will return: the result is kept for that one call.
   * What fails, fails there.
   */
  prefetch(
    asks: readonly {
      readonly person: Person;
      readonly cursor: string | null;
      readonly from: string;
      readonly extent?: ListExtent | undefined;
    }[],
  ): void;
}

/** A change of a person's address, which their activities have to follow. */
export interface Readdressing {
  readonly ids: readonly string[];
  /** Addresses that the person had, in lower case. */
  readonly from: readonly string[];
  readonly to: string;
}

/** Everybody's activities in the work system. An activity belongs to a person if its owner is one of their addresses. */
export interface WorkCalendars {
  of(person: AddressedPerson): WorkCalendar;
  /** A text that changes whenever any of the person's activities does. Null when it cannot be known without reading them. */
  stateOf(person: AddressedPerson): Result<string | null, Failure>;
  /**
   * The state that this execution first got, updated by its own writes but not by others' edits; null when it is not known.
   * Whoever has carried over the first state has carried over this one.
   */
  stateAfterWrites?(person: AddressedPerson): string | null;
  types(): Result<readonly ActivityType[], Failure>;
  /** Who can read people's activities there, in sentences; absent when the work system cannot say. */
  audience?(): Result<readonly string[], Failure>;
  /**
   * Changes the owner of activities from one of `from` to `to`, for all people at once or not at all, because two people may have
   * swapped their addresses. Other activities stay as they are. A work system that knows people by ids of its own has nothing
   * to do.
   */
  readdress(moves: readonly Readdressing[]): Result<null, Failure>;
}

/** What an organization decided about calendars. */
export interface CalendarSettingsBook {
  load(): Result<CalendarSettings, Failure>;
  save(settings: CalendarSettings): Result<null, Failure>;
}

/** The pairs of one person. Changes stay in memory until the records are flushed. */
export interface LinkBook {
  /** Reads everybody's at most once an execution. */
  load(): Result<readonly Link[], Failure>;
  save(changes: LinkChanges): Result<null, Failure>;
}

/** Everybody's links and journals. */
export interface CalendarRecords {
  linksOf(userId: string): LinkBook;
  /** The user id of the person whose pair this activity is half of; null when it is in nobody's. */
  linkedTo(activityId: string): Result<string | null, Failure>;
  /** The id under which the Journal notes what this run writes. */
  readonly run: string;
  /** What earlier runs wrote in the calendars of people with these addresses, in lower case; oldest first. Reads the whole Journal. */
  past(addresses: readonly string[]): Result<readonly PastWrite[], Failure>;
  /** The runs that changed anybody's entries, newest first, as far back as the Journal goes. */
  pastRuns(): Result<readonly PastRun[], Failure>;
  /** The journal of one person. Their address is shown to people who read it. */
  journalOf(person: Person): Journal;
  /** Hands everything over to `Connections.save`, which has to follow and saves it all together. */
  flush(): Result<null, Failure>;
}

/** The people whom the work system knows. */
export interface Staff {
  /**
   * Finds somebody by Google's user id; a record without an id, by any of their addresses. Null for somebody unknown, and when one
   * of the addresses belongs to another user id (S7).
   */
  find(person: AddressedPerson): Result<{ readonly isActive: boolean } | null, Failure>;
  /** Whether the work system knows anybody at this address. */
  isKnown(address: string): Result<boolean, Failure>;
}
