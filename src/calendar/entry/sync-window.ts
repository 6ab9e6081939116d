/** How far back an initial sync looks (S33, S34). */
import { wallTimeAt } from '../../kit/zoned-time';
import type { Entry, Recurrence } from './entry';
import { addDays, endInstant, startOfDay } from './moments';

export const LOOK_BACK_DAYS = 30;

export interface SyncWindow {
  /** The first day of the window, as a date in the person's zone. */
  readonly from: string;
  /** The instant at which that day begins. */
  readonly fromInstant: string;
  /** The instant after which an occurrence counts as still to come. */
  readonly now: string;
  readonly zone: string;
}

/** Counts whole days in the person's zone, so that days of 23 or 25 hours do not shift the window. */
export function syncWindow(now: string, zone: string): SyncWindow {
  const today = wallTimeAt(now, zone).local.slice(0, 10);
  const from = addDays(today, -LOOK_BACK_DAYS);
  return { from, fromInstant: startOfDay(from, zone), now, zone };
}

/** Entries that ended before the window are outside it; a series is inside while it has occurrences to come. */
export const isInWindow = ({ when, recurrence }: Entry, window: SyncWindow): boolean =>
  endInstant(when, window.zone) > window.fromInstant ||
  startOf(when, window.zone) >= window.fromInstant ||
  (recurrence !== null && mayStillOccur(recurrence, window));

const startOf = (when: Entry['when'], zone: string): string =>
  when.kind === 'timed' ? when.start.instant : startOfDay(when.start, zone);

/** False only if every rule has an end date in the past: the end of a rule with a COUNT is not known without expanding it. */
function mayStillOccur({ rules }: Recurrence, { now }: SyncWindow): boolean {
  const repeating = rules.filter((rule) => /^R(RULE|DATE)/i.test(rule));
  return repeating.some((rule) => {
    const until = /UNTIL=(\d{4})(\d\d)(\d\d)/i.exec(rule);
    return until === null || `${until[1]}-${until[2]}-${until[3]}` >= now.slice(0, 10);
  });
}
