/** How far back an initial sync looks (S33, S34). */
import { wallTimeAt } from '../../kit/zoned-time';
import type { Entry, Recurrence } from './entry';
import { addDays, endInstant, startOfDay } from './moments';

export const LOOK_BACK_DAYS = 30;

export interface SyncWindow {
  /** The first day that is still in, as a date in the person's zone. */
  readonly from: string;
  /** The instant at which that day begins. */
  readonly fromInstant: string;
  /** The instant from which an occurrence is still to come. */
  readonly now: string;
  readonly zone: string;
}

/** Whole days of the person's zone: a day of 23 or 25 hours moves no edge. */
export function syncWindow(now: string, zone: string): SyncWindow {
  const today = wallTimeAt(now, zone).local.slice(0, 10);
  const from = addDays(today, -LOOK_BACK_DAYS);
  return { from, fromInstant: startOfDay(from, zone), now, zone };
}

/** Older than the window is what ended before it; a series is in while it has occurrences to come. */
export const isInWindow = ({ when, recurrence }: Entry, window: SyncWindow): boolean =>
  endInstant(when, window.zone) > window.fromInstant ||
  startOf(when, window.zone) >= window.fromInstant ||
  (recurrence !== null && mayStillOccur(recurrence, window));

const startOf = (when: Entry['when'], zone: string): string =>
  when.kind === 'timed' ? when.start.instant : startOfDay(when.start, zone);

/** False only where every rule says when it ended: one that counts may go on for longer than can be told without expanding it. */
function mayStillOccur({ rules }: Recurrence, { now }: SyncWindow): boolean {
  const repeating = rules.filter((rule) => /^R(RULE|DATE)/i.test(rule));
  return repeating.some((rule) => {
    const until = /UNTIL=(\d{4})(\d\d)(\d\d)/i.exec(rule);
    return until === null || `${until[1]}-${until[2]}-${until[3]}` >= now.slice(0, 10);
  });
}
