import type { Json, JsonObject } from '../api-method';
import { GoogleError, invalid } from '../google-error';
import type { EventTime, SharedFields } from '../state/calendar';
import { instantOf, inZone, isTimeZone } from './time-zones';

const DAY = 86_400_000;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d)(:\d\d)?(?:\.\d+)?([Zz]|[+-]\d\d:?\d\d)?$/;

export const isAllDay = (time: EventTime): time is { readonly date: string } => 'date' in time;

/** A `yyyy-mm-dd` in milliseconds as if it began in UTC; NaN when there is no such day. */
export function dateMs(date: string): number {
  const match = DATE.exec(date);
  if (!match) return NaN;
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(at).toISOString().startsWith(date) ? at : NaN;
}

export const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** When a time begins, for a reader in a time zone: an all-day event begins at that zone's midnight. */
export const startsAt = (time: EventTime, timeZone: string): number =>
  isAllDay(time) ? instantOf(timeZone, dateMs(time.date)) : time.at;

/** The length of an event: for all-day ones days in wall time, otherwise milliseconds. */
export const lengthOf = ({ start, end }: Pick<SharedFields, 'start' | 'end'>): number =>
  isAllDay(start)
    ? dateMs((end as { date: string }).date) - dateMs(start.date)
    : (end as { at: number }).at - start.at;

/** The same kind of time, later by a length. */
export const later = (time: EventTime, length: number): EventTime =>
  isAllDay(time) ? { date: dateOf(dateMs(time.date) + length) } : { ...time, at: time.at + length };

/** An EventDateTime as Google returns it: in the reader's zone, together with the zone it was written in. */
export const toEventDateTime = (
  time: EventTime,
  zones: { readonly answer: string; readonly calendar: string },
): JsonObject =>
  isAllDay(time)
    ? { date: time.date }
    : { dateTime: inZone(zones.answer, time.at), timeZone: time.timeZone ?? zones.calendar };

/** An RFC 3339 instant with an offset, in milliseconds since 1970; null when malformed. */
export function parseInstant(text: string): number | null {
  const match = DATE_TIME.exec(text);
  const at = match?.[4] ? Date.parse(isoOf(match, match[4])) : NaN;
  return Number.isNaN(at) ? null : at;
}

const isoOf = (match: RegExpExecArray, zone: string): string =>
  `${match[1]}T${match[2]}${match[3] ?? ':00'}${/^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()}`;

/**
 * Reads an EventDateTime from a request.
 *
 * @throws GoogleError in Google's words when it is incomplete or malformed, or names no known zone.
 */
export function readEventTime(value: Json | undefined, which: 'start' | 'end'): EventTime {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw missing(which);
  const { date, dateTime, timeZone } = value;
  if (date != null && dateTime != null) throw invalid(`Invalid ${which} time.`);
  if (timeZone != null && (typeof timeZone !== 'string' || !isTimeZone(timeZone)))
    throw invalid(`Invalid time zone definition for ${which} time.`);
  if (typeof date === 'string') return readDate(date, which);
  if (typeof dateTime === 'string')
    return readDateTime(dateTime, timeZone as string | undefined, which);
  throw missing(which);
}

const missing = (which: string): GoogleError =>
  new GoogleError(400, 'required', `Missing ${which} time.`);

function readDate(date: string, which: string): EventTime {
  if (Number.isNaN(dateMs(date))) throw invalid(`Invalid ${which} time.`);
  return { date };
}

function readDateTime(text: string, timeZone: string | undefined, which: string): EventTime {
  const match = DATE_TIME.exec(text);
  if (!match || Number.isNaN(dateMs(match[1]!))) throw invalid(`Invalid ${which} time.`);
  const offset = match[4];
  if (!offset && !timeZone)
    throw new GoogleError(400, 'required', `Missing time zone definition for ${which} time.`);
  const read = Date.parse(isoOf(match, offset ?? 'Z'));
  if (Number.isNaN(read)) throw invalid(`Invalid ${which} time.`);
  return {
    at: offset ? read : instantOf(timeZone!, read),
    ...(timeZone && { timeZone }),
  };
}

/**
 * Refuses a start and end that do not form an event. An all-day event that ends on the day it starts is one: it was
 * tried at Google. @see https://github.com/odoo/odoo/issues/87646
 *
 * @throws GoogleError
 */
export function checkSpan(shared: Pick<SharedFields, 'start' | 'end' | 'recurrence'>): void {
  const { start, end } = shared;
  if (isAllDay(start) !== isAllDay(end))
    throw invalid('Start and end times must either both be date or both be dateTime.');
  if (lengthOf(shared) < 0) throw emptyRange();
  if (shared.recurrence && !isAllDay(start) && !start.timeZone)
    throw new GoogleError(400, 'required', 'Missing time zone definition for start time.');
}

export const emptyRange = (): GoogleError =>
  new GoogleError(400, 'timeRangeEmpty', 'The specified time range is empty.', {
    domain: 'calendar',
    locationType: 'parameter',
    location: 'timeMax',
  });

/** `YYYYMMDD` for a date; `YYYYMMDDTHHMMSSZ` for an instant: the end of an instance's id. */
export const basicForm = (time: EventTime): string =>
  isAllDay(time)
    ? time.date.replaceAll('-', '')
    : `${new Date(time.at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

export const sameTime = (a: EventTime, b: EventTime): boolean =>
  isAllDay(a) || isAllDay(b) ? isAllDay(a) && isAllDay(b) && a.date === b.date : a.at === b.at;

export { DAY };
