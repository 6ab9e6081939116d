/** What both sides can express about one calendar entry. Google events and activities are converted to it where they come in. */

/** A time as clocks in its zone show it, and its instant. When clocks show a time twice, the instant says which one is meant. */
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

/** One occurrence of a series that differs from the rule. */
export interface Override {
  /** When it would be by the rule: an instant, or a date in an all-day series. */
  readonly originalStart: string;
  /** Null when the occurrence was deleted. */
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
  /** Sorted by address. */
  readonly participants: readonly Participant[];
  readonly status: 'confirmed' | 'tentative';
}

export type Field = keyof Entry;

export type Side = 'google' | 'work';

export const otherSide = { google: 'work', work: 'google' } as const;
