/** What both sides can say of one calendar entry. Google events and activities become this at the rim, whole. */

/** A time as clocks show it in its zone, and the instant it is: of a time shown twice the instant says which. */
export interface Moment {
  /** `YYYY-MM-DDTHH:MM:SS`. */
  readonly local: string;
  /** An IANA name. */
  readonly zone: string;
  /** The same in UTC, ISO 8601 with milliseconds. */
  readonly instant: string;
}

/** `end` is exclusive. Dates are `YYYY-MM-DD` and belong to no zone. */
export type When =
  | { readonly kind: 'timed'; readonly start: Moment; readonly end: Moment }
  | { readonly kind: 'all-day'; readonly start: string; readonly end: string };

/** One occurrence of a series that is not as the rule says. */
export interface Override {
  /** Where the rule had put it: an instant, or a date in an all-day series. */
  readonly originalStart: string;
  /** Null when it was taken out. */
  readonly entry: Entry | null;
}

export interface Recurrence {
  /** RRULE, EXRULE, RDATE and EXDATE lines, in Google's order. */
  readonly rules: readonly string[];
  readonly overrides: readonly Override[];
}

export interface Participant {
  /** In lower case. */
  readonly email: string;
  readonly response: 'needsAction' | 'declined' | 'tentative' | 'accepted';
}

export interface Entry {
  readonly title: string;
  readonly when: When;
  /** Null for an entry that happens once. */
  readonly recurrence: Recurrence | null;
  readonly private: boolean;
  /** Whether it blocks the time. */
  readonly busy: boolean;
  readonly location: string;
  /** Plain text. */
  readonly notes: string;
  /** By address, ascending. */
  readonly participants: readonly Participant[];
  readonly status: 'confirmed' | 'tentative';
}

export type Field = keyof Entry;

export type Side = 'google' | 'work';

export const otherSide = { google: 'work', work: 'google' } as const;
