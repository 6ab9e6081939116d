/** What availability needs from Google, from the work system and from Tandem's records. */
import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import type { Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import type { ProblemStore } from '../runs/ports';
import type { Span, TimeOfEvent } from './events';

export type { Span, TimeOfEvent } from './events';

/** Somebody whose calendar sync is on. */
export interface Syncing extends Person {
  /** An IANA name; null until Google has said it. */
  readonly zone: string | null;
  /** All addresses by which the work system may know them. */
  readonly addresses: readonly string[];
  /** A text that changes whenever the calendar sync has carried over a change of either side. */
  readonly state: string;
  /** Whether their sync does not work right now, so that `state` does not tell of changes. */
  readonly isBehind: boolean;
}

export interface CalendarAsk {
  readonly person: Person;
  /** `primary`, or the address of another calendar that the person can see. */
  readonly calendarId: string;
  readonly span: Span;
}

export interface CalendarTimes {
  /** Occurrences of series apart. */
  readonly events: readonly TimeOfEvent[];
  /** The calendar's zone, an IANA name. */
  readonly zone: string;
}

/** Times in people's calendars, read in their own names. Titles never leave Google. */
export interface CalendarsInTime {
  /** In the order of the asks, as many as possible in parallel. */
  read(asks: readonly CalendarAsk[]): readonly Result<CalendarTimes, Failure>[];
}

/** What the work system says about somebody who takes appointments. */
export interface AppointmentTaker {
  readonly isMarked: boolean;
  /** Their own working hours as written; null where the organization's count. */
  readonly hours: string | null;
  /** Addresses of further calendars whose events take their time. */
  readonly calendars: readonly string[];
}

export interface AppointmentTakers {
  /** Null for somebody whom the work system does not know. */
  find(person: Syncing): Result<AppointmentTaker | null, Failure>;
}

export interface Booking {
  readonly name: string;
  /** Null for whole days, for times that cannot be read, and for what was an event first. The first date of what repeats. */
  readonly span: Span | null;
  /** The dates in the window of what repeats, in order; absent for what happens once. */
  readonly dates?: readonly Span[];
}

/** Bookings: activities of certain types. */
export interface Bookings {
  /** By activity id. @param types names of activity types. @param window in which the dates of series are wanted. */
  of(
    person: Syncing,
    types: readonly string[],
    window: Span,
  ): Result<ReadonlyMap<string, Booking>, Failure>;
}

/** A row of the feed. */
export interface FeedRow extends Span {
  /** In words. */
  readonly why: string;
}

export interface FedPerson extends Person {
  readonly zone: string;
  readonly rows: readonly FeedRow[];
}

/** Where the work system, or whatever books for clients, reads when people are not available. */
export interface AvailabilityFeed {
  /**
   * Brings the rows of these people to what is given, and removes the rows of everybody who is not in `everybody`. Writes only what
   * differs; returns how many rows were written.
   *
   * @param everybody user ids.
   */
  write(
    people: readonly FedPerson[],
    everybody: ReadonlySet<string>,
  ): Result<{ readonly written: number }, Failure>;
}

/** Settings as texts, by name. */
export interface SettingTexts {
  /** Settings that nobody has written are missing. */
  load(): Result<Readonly<Record<string, string>>, Failure>;
  save(rows: readonly SettingRow[]): Result<null, Failure>;
}

export interface SettingRow {
  readonly name: string;
  readonly value: string;
  /** What can be written, in words. */
  readonly meaning: string;
}

export interface AvailabilityRunPorts {
  readonly customer: string;
  /** Whether calendars are synced at all. */
  readonly isOn: boolean;
  readonly clock: Clock;
  people(): Result<readonly Syncing[], Failure>;
  readonly takers: AppointmentTakers;
  readonly bookings: Bookings;
  readonly calendars: CalendarsInTime;
  readonly feed: AvailabilityFeed;
  readonly settings: Pick<SettingTexts, 'load'>;
  readonly problems: ProblemStore;
  /** The organization's own part of the script's properties. */
  readonly store: StringStore;
  /** May lose everything: then everybody is looked at again. */
  readonly cache: StringStore;
}

/** What administrators see and change; only the sync account reaches it. */
export interface AvailabilityDesk {
  readonly settings: SettingTexts;
  people(): Result<readonly Syncing[], Failure>;
  readonly takers: AppointmentTakers;
  readonly workbookUrl: string;
}

export interface AvailabilityPorts {
  readonly clock: Clock;
  readonly cache: StringStore;
  /** Null until the organization is set up. */
  readonly customer: string | null;
  desk(): Result<AvailabilityDesk, Failure>;
}
