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

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/**
 * `2026-03-03` as `Tue 3 Mar 2026`: for lists, where the full name of the month takes too much room.
 *
 * @param near a date or time that was shown before: in the same year, the year is left out.
 */
export function shortDay(date: string, near = ''): string {
  const day = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  const month = (MONTHS[Number(date.slice(5, 7)) - 1] ?? '').slice(0, 3);
  const words = `${day} ${Number(date.slice(8, 10))} ${month}`;
  const year = date.slice(0, 4);
  return near.startsWith(year) ? words : `${words} ${year}`;
}

/** A local time, `2026-03-03T10:00:00`, as `Tue 3 Mar 2026 10:00`; of the same day as `near`, the time of day alone. */
export function shortMoment(local: string, near = ''): string {
  const [day, time] = [local.slice(0, 10), local.slice(11, 16)];
  return near.startsWith(day) ? time : `${shortDay(day, near)} ${time}`;
}
