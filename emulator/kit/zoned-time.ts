/** What a wall clock in a time zone shows. Months count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a zone that is not in the tz database. */
export function toWallTime(instantMs: number, timeZone: string): WallTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instantMs))
    parts[type] = Number(value);
  const { year, month, day, hour, minute, second } = parts as unknown as WallTime;
  return { year, month, day, hour, minute, second };
}

/**
 * The instant at which a zone's clocks show a wall time. A time that is skipped in spring counts on from the hour before;
 * of a time that occurs twice in autumn, the first is meant. Days and hours beyond their range roll over.
 */
export function toInstant(wall: WallTime, timeZone: string): number {
  const asUtc = utc(wall);
  const before = asUtc - offsetMs(asUtc - DAY_MS, timeZone);
  const after = asUtc - offsetMs(asUtc + DAY_MS, timeZone);
  const shows = (instant: number) => utc(toWallTime(instant, timeZone)) === asUtc;
  if (shows(before)) return before;
  return shows(after) ? after : before;
}

/** How far a zone is ahead of UTC at an instant. */
export const offsetMs = (instantMs: number, timeZone: string): number =>
  utc(toWallTime(instantMs, timeZone)) - Math.floor(instantMs / 1000) * 1000;

const DAY_MS = 86_400_000;

const utc = ({ year, month, day, hour, minute, second }: WallTime): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}
