/**
 * Wall times are text, `2026-03-02T09:00:00`, and dates `2026-03-02`: what a clock in some time zone shows. Calculations
 * treat them as UTC, so that no time zone of this browser can interfere.
 */

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

export const wallMs = (wall: string): number =>
  Date.parse(`${wall.length === 10 ? `${wall}T00:00:00` : wall}Z`);

export const wallOf = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

export const dayOf = (wall: string): string => wall.slice(0, 10);

export const clockOf = (wall: string): string => wall.slice(11, 16);

export const laterBy = (wall: string, ms: number): string => wallOf(wallMs(wall) + ms);

export const addDays = (date: string, days: number): string =>
  dayOf(wallOf(wallMs(date) + days * DAY_MS));

/** Sunday is 0. */
export const weekdayOf = (date: string): number => new Date(wallMs(dayOf(date))).getUTCDay();

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formats.set(zone, format);
  }
  return format;
}

/** What the clocks in a zone show at an instant (RFC 3339 text or milliseconds). */
export function wallIn(instant: string | number, zone: string): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant);
  return formatIn(zone).format(ms).replace(' ', 'T');
}

/** When the clocks in a zone show this; of two such moments the earlier, if there is none the one after the gap. */
export function instantOf(wall: string, zone: string): number {
  const asUtc = wallMs(wall);
  const offset = (at: number) => wallMs(wallIn(at, zone)) - at;
  const guesses = [offset(asUtc - DAY_MS), offset(asUtc + DAY_MS)].map((by) => asUtc - by);
  return guesses.find((at) => at + offset(at) === asUtc) ?? Math.max(...guesses);
}

/** A zone's offset from UTC at an instant in readable form: `GMT+02:00`. */
export const offsetName = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';
