/** The first occurrence of a series, and the ids that Google gives to the others. */
import type { SeriesStart } from '../../kit/recurrence/repeats';
import { instantOfSlot, sameRepeats, startsByRule as startsBy } from '../../kit/recurrence/dates';
import type { Entry, When } from './entry';

export const seriesStart = (when: When): SeriesStart =>
  when.kind === 'all-day'
    ? { date: when.start, time: null, zone: '' }
    : {
        date: when.start.local.slice(0, 10),
        time: when.start.local.slice(11),
        zone: when.start.zone,
      };

/**
 * Google's id of one occurrence: that of the series, and when the occurrence would begin by the rule.
 *
 * @param when when the series begins.
 * @see https://developers.google.com/workspace/calendar/api/guides/recurringevents
 */
export const instanceId = (seriesId: string, when: When, date: string): string =>
  `${seriesId}_${instantOfSlot(date, seriesStart(when)).replace(/[-:]|\.000/g, '')}`;

/** Whether the occurrences of two series begin at the same time of day, in the same zone: then those of a date have the same id. */
export function isAtSameTimes(one: Entry, other: Entry): boolean {
  const [start, its] = [seriesStart(one.when), seriesStart(other.when)];
  return start.time === its.time && start.zone === its.zone;
}

/** Whether both repeat by the same rule, whatever dates of it they skip. */
export const sameRule = (one: Entry, other: Entry): boolean =>
  one.recurrence !== null &&
  other.recurrence !== null &&
  sameRepeats(
    { ...one.recurrence, skipped: [] },
    seriesStart(one.when),
    { ...other.recurrence, skipped: [] },
    seriesStart(other.when),
  );

/** Whether a series begins on a date of its own rule. Google shows any other start as one more date. */
export const startsByRule = ({ recurrence, when }: Entry): boolean =>
  recurrence === null || startsBy(recurrence, seriesStart(when));

/** The series, skipping these dates as well. */
export const withSkipped = (entry: Entry, dates: readonly string[]): Entry =>
  dates.length === 0 || !entry.recurrence
    ? entry
    : {
        ...entry,
        recurrence: {
          ...entry.recurrence,
          skipped: [...new Set([...entry.recurrence.skipped, ...dates])].sort(),
        },
      };
