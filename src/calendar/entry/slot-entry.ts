/** One occurrence of a series as its rule has it. */
import type { Entry, When } from './entry';
import { addDays, momentOf } from './moments';

/** The entry that an exception on this date would be without being changed. */
export const slotEntry = (series: Entry, date: string): Entry => ({
  ...series,
  recurrence: null,
  when: whenOn(series.when, date),
});

/** Clocks show the same times on each date, so that a night when they change is longer or shorter. */
function whenOn(when: When, date: string): When {
  if (when.kind === 'all-day') {
    const days = (Date.parse(when.end) - Date.parse(when.start)) / 86_400_000;
    return { kind: 'all-day', start: date, end: addDays(date, days) };
  }
  const { start, end } = when;
  const lasts = Date.parse(`${end.local}Z`) - Date.parse(`${start.local}Z`);
  const from = `${date}T${start.local.slice(11)}`;
  const to = new Date(Date.parse(`${from}Z`) + lasts).toISOString().slice(0, 19);
  return {
    kind: 'timed',
    start: momentOf(from, start.zone, start.zone)!,
    end: momentOf(to, start.zone, start.zone)!,
  };
}
