/** Dates and times as iCalendar writes them: `20261102`, `20261102T100000`, `20261102T080000Z`. */
import { instantMsOf } from '../zoned-time';
import { addDays, dateOf, dayOf } from './days';
import { instantOfSlot, slotOfInstant } from './dates';
import type { SeriesStart } from './repeats';

const WRITTEN = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/i;

/** A date, or null for one that does not exist. Years begin at 1000. */
export function realDate(date: string): string | null {
  const day = /^[1-9]\d{3}-\d\d-\d\d$/.test(date) ? dayOf(date) : NaN;
  return Number.isNaN(day) || dateOf(day) !== date ? null : date;
}

/** The occurrence that a written date or time names; `other-time` if none of the series begins then, null if unreadable. */
export function writtenSlot(
  written: string,
  zone: string,
  start: SeriesStart,
): string | 'other-time' | null {
  const time = readTime(written);
  if (time === null) return null;
  if (start.time === null || time.clock === null) return time.date;
  const instant = instantAt(time, zone);
  const slot = slotOfInstant(instant, start);
  return instantOfSlot(slot, start) === instant ? slot : 'other-time';
}

/** The last date on which an occurrence begins at or before a written UNTIL; null if unreadable. */
export function writtenUntil(written: string, start: SeriesStart): string | null {
  const time = readTime(written);
  if (time === null || start.time === null || time.clock === null || time.date > '9000')
    return time && time.date;
  const instant = instantAt(time, start.zone);
  const date = slotOfInstant(instant, start);
  return instantOfSlot(date, start) <= instant ? date : addDays(date, -1);
}

interface WrittenTime {
  readonly date: string;
  /** `HH:MM:SS`; null for a date alone. */
  readonly clock: string | null;
  readonly isUtc: boolean;
}

function readTime(written: string): WrittenTime | null {
  const [, year, month, day, hour, minute, second, utc] = WRITTEN.exec(written) ?? [];
  const date = realDate(`${year}-${month}-${day}`);
  if (date === null) return null;
  if (hour === undefined) return { date, clock: null, isUtc: false };
  const clock = `${hour}:${minute}:${second}`;
  return clock < '24' && Number(minute) < 60 && Number(second) < 60
    ? { date, clock, isUtc: utc !== undefined }
    : null;
}

function instantAt({ date, clock, isUtc }: WrittenTime, zone: string): string {
  const local = `${date}T${clock}`;
  const instantMs = isUtc ? Date.parse(`${local}Z`) : instantMsOf({ local, zone });
  return new Date(instantMs).toISOString();
}

/** `2026-11-02` as `20261102`. */
export const basicDate = (date: string): string => date.replace(/-/g, '');

/** An ISO instant as `20261102T080000Z`. */
export const basicInstant = (instant: string): string =>
  `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
