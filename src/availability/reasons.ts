/** Why clients cannot book a time. */

/**
 * In the order of precedence: of several reasons for one moment, the first counts. `tentative`: answered with maybe, or not at all.
 * `not-yet`: further ahead than Tandem looks. The last two are those of teams: `hand-over` has no length. Cards remember the places, so
 * new reasons come last.
 */
export const REASONS = [
  'unknown',
  'out-of-office',
  'busy',
  'all-day',
  'focus-time',
  'tentative',
  'buffer',
  'outside-hours',
  'not-yet',
  'nobody-free',
  'hand-over',
] as const;

export type Reason = (typeof REASONS)[number];

/** On cards and in the sheet Availability: never a title or anything else of an event. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  unknown: 'Unknown',
  'out-of-office': 'Out of office',
  busy: 'Busy',
  'all-day': 'Busy all day',
  'focus-time': 'Focus time',
  tentative: 'Tentative',
  buffer: 'Buffer',
  'outside-hours': 'Outside working hours',
  'not-yet': 'Not checked yet',
  'nobody-free': 'Nobody is free',
  'hand-over': 'Somebody else takes over',
};

/** Reasons that are something in the person's calendar: a booking over them is a double booking. */
const TAKEN: ReadonlySet<Reason> = new Set([
  'out-of-office',
  'busy',
  'all-day',
  'focus-time',
  'tentative',
]);

export const isTaken = (reason: Reason): boolean => TAKEN.has(reason);
