import type { Rule } from './rule';

/** How an entry repeats. Dates are local dates in the series' zone, sorted, without doubles. */
export interface Repeats {
  /** Null: only `extra`. */
  readonly rule: Rule | null;
  readonly extra: readonly string[];
  readonly skipped: readonly string[];
}

/** The first occurrence of a series. Every occurrence begins at the same time of day, so its date names it. */
export interface SeriesStart {
  /** `YYYY-MM-DD`, in `zone`. */
  readonly date: string;
  /** `HH:MM:SS`; null for all-day. */
  readonly time: string | null;
  /** An IANA name; empty for all-day. */
  readonly zone: string;
}

/**
 * Why a recurrence is left to Google: several rules; a rule of exceptions; more than one occurrence a day, or a rule with a
 * time of day of its own; an extra date at another time of day or of another length; too long to be meant; not readable.
 */
export type Unsaid =
  | 'several-rules'
  | 'exception-rule'
  | 'finer-than-days'
  | 'extra-times'
  | 'too-many-parts'
  | 'unreadable-rule';

/** Values of a rule. BYYEARDAY may name every day of a year. */
export const MOST_VALUES = 400;
/** Extra and skipped dates of a series. */
export const MOST_DATES = 1000;
