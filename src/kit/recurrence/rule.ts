/** What a recurrence rule says: the parts of RFC 5545 that tell days apart. Times of day belong to the series' start. */

export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** In the order of ISO 8601. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** BYDAY: a weekday, or the `nth` one of the month or year; negative counts from the end. */
export interface RuleDay {
  readonly day: Weekday;
  readonly nth: number | null;
}

/**
 * A rule of a series that repeats once a day at most. An empty list is a part that is not given. Negative numbers count from
 * the end.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export interface Rule {
  readonly frequency: 'daily' | 'weekly' | 'monthly' | 'yearly';
  /** At least 1. */
  readonly interval: number;
  readonly days: readonly RuleDay[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly yearDays: readonly number[];
  /** Numbers of weeks; week 1 has at least four days in the year. */
  readonly weeks: readonly number[];
  /** BYSETPOS: which of the days that the other parts name in each period. */
  readonly positions: readonly number[];
  /** Null: Monday. */
  readonly weekStart: Weekday | null;
  /** A number of days that the rule names, or its last date, inclusive, in the series' zone. Null: no end. */
  readonly end: null | { readonly count: number } | { readonly until: string };
}

/** A rule of which only the frequency is given. */
export const plainRule = (frequency: Rule['frequency'], interval = 1): Rule => ({
  frequency,
  interval,
  days: [],
  monthDays: [],
  months: [],
  yearDays: [],
  weeks: [],
  positions: [],
  weekStart: null,
  end: null,
});
