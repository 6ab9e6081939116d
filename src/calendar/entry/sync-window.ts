/** How far back an initial sync looks (S33, S34). */
import { lastDate } from '../../kit/recurrence/dates';
import { wallTimeAt } from '../../kit/zoned-time';
import type { Entry } from './entry';
import { addDays, endInstant, startOfDay } from './moments';
import { seriesStart } from './series-start';

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

/** Entries that ended before the window are outside it; a series is inside until its last occurrence is outside. */
export const isInWindow = ({ when, recurrence }: Entry, window: SyncWindow): boolean =>
  endInstant(when, window.zone) > window.fromInstant ||
  startOf(when, window.zone) >= window.fromInstant ||
  (recurrence !== null && goesOn({ when, recurrence }, window.from));

const startOf = (when: Entry['when'], zone: string): string =>
  when.kind === 'timed' ? when.start.instant : startOfDay(when.start, zone);

/** Whether a series has dates in the window or still to come. The time of day is not looked at: a day too many does no harm. */
function goesOn({ when, recurrence }: Pick<Entry, 'when' | 'recurrence'>, from: string): boolean {
  const last = lastDate(recurrence!, seriesStart(when));
  return last === null || last >= from;
}
