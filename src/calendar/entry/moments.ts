import { FIRST_YEAR, LAST_YEAR, LONGEST_DAYS } from '../../kit/calendar-years';
import { instantMsOf, localAt, offsetMsAt } from '../../kit/zoned-time';
import { zoneNamed } from '../../kit/zone-names';
import type { Moment, When } from './entry';

/** A day more at both ends, because the year begins at different times in different zones. */
const FIRST_MS = Date.UTC(FIRST_YEAR, 0, 0);
const END_MS = Date.UTC(LAST_YEAR + 1, 0, 2);

export type BadTime =
  'no-start' | 'no-end' | 'unreadable-time' | 'unknown-zone' | 'end-before-start' | 'too-long';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * A time in a zone, from RFC 3339 with an offset (which decides the instant) or from local time; null when it is neither.
 * An unknown zone is read as `fallbackZone`; where the text may be local, callers have to rule that out first.
 */
export function momentOf(
  text: string,
  zone: string | undefined,
  fallbackZone: string,
): Moment | null {
  const known = (zone && zoneNamed(zone)) || fallbackZone;
  const isInstant = INSTANT.test(text);
  const ms = isInstant ? Date.parse(text) : localMs(text, known);
  if (Number.isNaN(ms) || !isWithinYears(ms)) return null;
  const whole = Math.floor(ms / 1000) * 1000;
  const isTold = isInstant && offsetMsOf(text) === offsetMsAt(whole, known);
  const local = isTold ? text.slice(0, 19) : localAt(whole, known);
  return { local, zone: known, instant: new Date(whole).toISOString() };
}

/** The offset in a text that has seconds and an offset; otherwise NaN. */
function offsetMsOf(text: string): number {
  if (text.length === 20) return 0;
  if (text.length !== 25) return NaN;
  const minutes = Number(text.slice(20, 22)) * 60 + Number(text.slice(23));
  return (text[19] === '-' ? -minutes : minutes) * 60_000;
}

function localMs(text: string, zone: string): number {
  if (!LOCAL.test(text)) return NaN;
  try {
    return instantMsOf({ local: text.length === 16 ? `${text}:00` : text, zone });
  } catch {
    return NaN;
  }
}

const isWithinYears = (ms: number): boolean => ms >= FIRST_MS && ms < END_MS;

/** RFC 3339 with the offset at that time. The zone sent beside it says what was meant; the offset, which of two equal times. */
export function withOffset({ local, instant }: Moment): string {
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(instant)) / 60_000);
  if (minutes === 0) return `${local}Z`;
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A span of time, or what is wrong with it. Start and end may be equal. */
export function timedWhen(start: Moment | null, end: Moment | null): When | BadTime {
  if (start === null || end === null) return 'unreadable-time';
  return checkedSpan({ kind: 'timed', start, end }, start.instant, end.instant);
}

/** @param end exclusive; when it is not after the start, the entry takes that one day. */
export function allDayWhen(start: string, end: string): When | BadTime {
  if (!isDate(start) || !isDate(end)) return 'unreadable-time';
  const last = end === start ? addDays(start, 1) : end;
  return checkedSpan({ kind: 'all-day', start, end: last }, start, last);
}

/**
 * The same for times written without offsets. A start that the clocks skip is moved later by the gap. If that puts it at or after the
 * end, the end is moved to keep the written length.
 */
export function localWhen(
  [from, to]: readonly [string, string],
  zone: string,
  fallbackZone: string,
): When | BadTime {
  const start = momentOf(from, zone, fallbackZone);
  const end = momentOf(to, zone, fallbackZone);
  const isGap =
    start !== null && end !== null && isLocal(from) && isLocal(to) && end.instant <= start.instant;
  const lastsMs = isGap ? Date.parse(`${to}Z`) - Date.parse(`${from}Z`) : 0;
  if (lastsMs <= 0) return timedWhen(start, end);
  const until = new Date(Date.parse(start!.instant) + lastsMs).toISOString();
  return timedWhen(start, momentOf(until, zone, fallbackZone));
}

const isLocal = (text: string): boolean => LOCAL.test(text);

/** Instants in the same form can be compared as text, and so can dates. */
function checkedSpan(when: When, start: string, end: string): When | BadTime {
  if (end < start) return 'end-before-start';
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
  return days > LONGEST_DAYS + 1 ? 'too-long' : when;
}

/** Whether a text is an existing date in a year that is accepted. */
export const isDate = (text: string): boolean =>
  DATE.test(text) && isWithinYears(Date.parse(text)) && addDays(text, 0) === text;

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** The instant at which a local day begins in a zone. */
export const startOfDay = (date: string, zone: string): string =>
  new Date(instantMsOf({ local: `${date}T00:00:00`, zone })).toISOString();

/** The instant at which an entry ends; all-day entries are days in `zone`. */
export const endInstant = (when: When, zone: string): string =>
  when.kind === 'timed' ? when.end.instant : startOfDay(when.end, zone);
