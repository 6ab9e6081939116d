import type { Span } from './event-span';
import { addDays, dayOf, wallMs } from './wall-time';

const dateIn = (wall: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(wallMs(wall)).toLocaleDateString('en-US', { timeZone: 'UTC', ...options });

/** `9:00am`, or `09:00` where a person prefers 24 hours. */
export function timeWords(wall: string, hour24: boolean): string {
  const text = new Date(wallMs(wall)).toLocaleTimeString('en-US', {
    timeZone: 'UTC',
    hour: hour24 ? '2-digit' : 'numeric',
    minute: '2-digit',
    hourCycle: hour24 ? 'h23' : 'h12',
  });
  return hour24 ? text : text.replace(/\s?([AP])M/, (_, half: string) => `${half.toLowerCase()}m`);
}

/** `Monday, March 2 · 9:00am – 10:00am`. */
export function spanWords({ allDay, start, end }: Span, hour24: boolean): string {
  const day = (wall: string) => dateIn(wall, { weekday: 'long', month: 'long', day: 'numeric' });
  const short = (wall: string) => dateIn(wall, { month: 'short', day: 'numeric', year: 'numeric' });
  if (allDay) {
    const last = addDays(end, -1);
    return last <= start ? day(start) : `${short(start)} – ${short(last)}`;
  }
  const [from, to] = [timeWords(start, hour24), timeWords(end, hour24)];
  return dayOf(start) === dayOf(end)
    ? `${day(start)} · ${from} – ${to}`
    : `${short(start)}, ${from} – ${short(end)}, ${to}`;
}

/** `March 2026`, `Feb – Mar 2026`, `March 2, 2026`: a view's heading. */
export function periodWords(
  view: 'day' | 'week' | 'month',
  date: string,
  weekStart: number,
): string {
  if (view === 'month') return dateIn(date, { month: 'long', year: 'numeric' });
  if (view === 'day') return dateIn(date, { month: 'long', day: 'numeric', year: 'numeric' });
  const weekday = new Date(wallMs(date)).getUTCDay();
  const first = addDays(date, -((weekday - weekStart + 7) % 7));
  const last = addDays(first, 6);
  if (first.slice(0, 7) === last.slice(0, 7))
    return dateIn(first, { month: 'long', year: 'numeric' });
  const year: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric' };
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${dateIn(first, sameYear ? { month: 'short' } : year)} – ${dateIn(last, year)}`;
}
