/** What of a series has already taken place. Somebody worked those hours, so a new rule counts only from the next date on. */
import { wallTimeAt } from '../../kit/zoned-time';
import { cutBefore, datesOf, fromDateOn, lastDate, slotsBetween } from '../../kit/recurrence/dates';
import type { Repeats } from '../../kit/recurrence/repeats';
import type { Entry, When } from './entry';
import { sameField } from './fields';
import { addDays } from './moments';
import { seriesStart } from './series-start';
import { slotEntry } from './slot-entry';
import type { SyncWindow } from './sync-window';

/** The first date on which the series would begin at or after now; what has begun counts as past. */
export function firstComing(when: When, { now, zone }: Pick<SyncWindow, 'now' | 'zone'>): string {
  const isAllDay = when.kind === 'all-day';
  const { local } = wallTimeAt(now, isAllDay ? zone : when.start.zone);
  const today = local.slice(0, 10);
  return !isAllDay && when.start.local.slice(11) >= local.slice(11) ? today : addDays(today, 1);
}

const firstFrom = ({ recurrence, when }: Entry, from: string): string | undefined =>
  datesOf(recurrence!, seriesStart(when), from, 1)[0];

/**
 * Whether the new series would move dates before this one, take them away or add some. A new end, and dates that are skipped or added one
 * by one, count as they were written: they name what is meant. So does an earlier start.
 */
export function changesPast(series: Entry, changed: Entry, before: string): boolean {
  const start = seriesStart(series.when);
  const first = firstFrom(series, start.date);
  if (first === undefined || first >= before) return false;
  const of = (entry: Entry): Entry => slotEntry(entry, first);
  if (!sameField('when', inSeries(of(series)), inSeries(of(changed)))) return true;
  const its = seriesStart(changed.when);
  if (changed.recurrence === null || its.date > first) return true;
  const past = (entry: Entry): string =>
    slotsBetween(onlyRule(entry.recurrence), seriesStart(entry.when), first, before).join();
  return past(series) !== past(changed);
}

/** Times of a series depend on the zone, those of a single entry do not. */
const inSeries = (entry: Entry): Entry => ({ ...entry, recurrence: onlyRule(null) });

const onlyRule = (repeats: Repeats | null): Repeats => ({
  rule: repeats?.rule ? { ...repeats.rule, end: null } : null,
  extra: [],
  skipped: [],
});

/** The series up to the last date before this one; the same if it has ended by then. */
export function endedBefore(series: Entry, date: string): Entry {
  if (firstFrom(series, date) === undefined) return series;
  return { ...series, recurrence: cutBefore(series.recurrence!, seriesStart(series.when), date) };
}

/** What takes place from a date on; null when nothing does. */
export function restFrom(entry: Entry, date: string): Entry | null {
  const start = seriesStart(entry.when);
  if (start.date >= date) return entry;
  const first = entry.recurrence === null ? undefined : firstFrom(entry, date);
  if (first === undefined) return null;
  const recurrence = fromDateOn(entry.recurrence!, start, first);
  return { ...entry, when: slotEntry(entry, first).when, recurrence };
}

/** Whether nothing has happened to a series but that it ended before a date: so a run leaves it that is killed while it splits one. */
export function hasOnlyEnded(now: Entry, before: Entry, date: string): boolean {
  if (!now.recurrence || !before.recurrence) return false;
  if (firstFrom(now, date) !== undefined || firstFrom(before, date) === undefined) return false;
  const last = lastDate(now.recurrence, seriesStart(now.when));
  const ended = last !== null && endedBefore(before, addDays(last, 1));
  return ended && sameField('when', now, ended) && sameField('recurrence', now, ended);
}
