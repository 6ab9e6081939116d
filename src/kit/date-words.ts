/** Dates and times as people read them. */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * `2026-03-27` as `27 March 2026`.
 *
 * @param near a date or time of the same year, beside which the year need not be said.
 */
export function dateWords(date: string, near = ''): string {
  const year = date.slice(0, 4);
  const words = `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
  return near.startsWith(year) ? words : `${words} ${year}`;
}

/** A local time, `2026-03-27T21:45:00`, as `27 March 2026, 21:45`; an instant says that it is UTC's; a date is a date. */
export const timeWords = (time: string, near = ''): string =>
  time.length === 10
    ? dateWords(time, near)
    : `${dateWords(time, near)}, ${time.slice(11, 16)}${time.endsWith('Z') ? ' UTC' : ''}`;
