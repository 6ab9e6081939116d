import type { Repeats } from '../../kit/recurrence/repeats';

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

/**
 * Which date of which series an entry takes the place of: an exception, with content of its own. Google refuses series that
 * repeat more than once a day, so the date names the occurrence.
 */
export interface Slot {
  /** The id of the series on the side that the slot is read from. */
  readonly series: string;
  /** The local date, in the zone of the series, on which it would begin by the rule. */
  readonly date: string;
}

export interface Participant {
  /** In lower case. */
  readonly email: string;
  readonly response: 'needsAction' | 'declined' | 'tentative' | 'accepted';
}

/** What stands before and after a text, blanks and line breaks between them included. */
export type Around = readonly [before: string, after: string];

/** What Tandem adds to an entry's texts in Google. */
export interface Added {
  readonly title: Around;
  readonly notes: Around;
}

export interface Entry {
  readonly title: string;
  readonly when: When;
  /** Null for an entry that happens once, and for an exception of a series. Dates with an exception are not skipped. */
  readonly recurrence: Repeats | null;
  readonly private: boolean;
  /** Whether it blocks the time. */
  readonly busy: boolean;
  readonly location: string;
  /** Plain text. */
  readonly notes: string;
  /** Sorted by address. */
  readonly participants: readonly Participant[];
  readonly status: 'confirmed' | 'tentative';
  /** Who organizes it, if somebody else does: an address or a name. Empty for the person's own entries. */
  readonly organizer: string;
  /** The person's answer to somebody else's invitation; null for their own entries, and when Google does not say. */
  readonly answer: Participant['response'] | null;
  /** What Tandem adds to the title and the notes where they are in Google; absent for nothing. Neither contains it. */
  readonly added?: Added | undefined;
}

export type Field = keyof Entry;

export type Side = 'google' | 'work';

export const otherSide = { google: 'work', work: 'google' } as const;
