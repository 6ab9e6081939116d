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
 * @param near a date or time shown beside it: in the same year, the year is left out.
 */
export function dateWords(date: string, near = ''): string {
  const year = date.slice(0, 4);
  const words = `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;
  return near.startsWith(year) ? words : `${words} ${year}`;
}

/**
 * A local time, `2026-03-27T21:45:00`, as `27 March 2026, 21:45`; an instant is marked as UTC; a date stays without a
 * time.
 */
export const timeWords = (time: string, near = ''): string =>
  time.length === 10
    ? dateWords(time, near)
    : `${dateWords(time, near)}, ${time.slice(11, 16)}${time.endsWith('Z') ? ' UTC' : ''}`;
