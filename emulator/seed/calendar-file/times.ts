import ICAL from 'ical.js';
import type { JsonObject } from '../../workspace/api-method';
import { dateMs, dateOf, readEventTime } from '../../workspace/calendar/event-time';
import type { Property } from './properties';
import { instantUnder, type Zones } from './zones';

/** An event that cannot be read; the message is a clause for a report. */
export class UnreadableEvent extends Error {}

/** An EventDateTime of the Calendar API. */
export type EventDateTime =
  { readonly date: string } | { readonly dateTime: string; readonly timeZone: string };

const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(?:::|(\d\d:\d\d:\d\d)(Z)?))?$/;

/**
 * A DATE or DATE-TIME value of a property. A time under the file's own rules, which follow no zone of the world, becomes
 * an instant.
 *
 * @throws UnreadableEvent
 */
export function timeOf(property: Property, value: unknown, zones: Zones): EventDateTime {
  const [, date, clock, utc] = WRITTEN.exec(String(value)) ?? [];
  const wall = dateMs(date ?? '') + (clock === undefined ? 0 : clockMs(clock));
  if (date === undefined || Number.isNaN(wall))
    throw new UnreadableEvent(`${property.name.toUpperCase()} is not a date or time`);
  if (clock === undefined) return { date };
  if (utc) return { dateTime: `${date}T${clock}Z`, timeZone: 'UTC' };
  const { tzid } = property.parameters;
  if (tzid === undefined) return { dateTime: `${date}T${clock}`, timeZone: zones.floating };
  const zone = zones.of(tzid);
  if (!zone)
    throw new UnreadableEvent(`its time zone "${tzid}" is unknown and the file does not define it`);
  return zone.kind === 'named'
    ? { dateTime: `${date}T${clock}`, timeZone: zone.name }
    : { dateTime: instantText(instantUnder(zone.rules, wall)), timeZone: 'UTC' };
}

/** Milliseconds of `10:30:00`; NaN for a time that no clock shows. A leap second counts as the one before. */
function clockMs(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  if (hours > 23 || minutes > 59 || seconds > 60) return NaN;
  return ((hours * 60 + minutes) * 60 + Math.min(seconds, 59)) * 1000;
}

export const instantText = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When an event ends: DTEND, else DTSTART plus DURATION; without both a day later, or at once.
 *
 * @throws UnreadableEvent
 */
export function endOf(
  start: EventDateTime,
  { dtend, duration }: { readonly dtend: Property | undefined; readonly duration?: string },
  zones: Zones,
): EventDateTime {
  if (dtend) return timeOf(dtend, dtend.values[0], zones);
  if (duration !== undefined) return laterBy(start, durationOf(duration));
  return 'date' in start ? nextDay(start) : start;
}

const nextDay = ({ date }: { readonly date: string }): EventDateTime => ({
  date: dateOf(dateMs(date) + DAY_MS),
});

/** A length in calendar days, and milliseconds by the clock. */
interface Length {
  readonly days: number;
  readonly ms: number;
}

function durationOf(text: string): Length {
  if (!/^[+-]?P(\d+W|(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/.test(text) || text.endsWith('P'))
    throw new UnreadableEvent('DURATION is not a length of time');
  const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(text);
  const sign = isNegative ? -1 : 1;
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return { days: sign * (weeks * 7 + days), ms: sign * ms };
}

function laterBy(start: EventDateTime, { days, ms }: Length): EventDateTime {
  if ('date' in start) {
    const whole = days + Math.ceil(ms / DAY_MS);
    return { date: dateOf(dateMs(start.date) + whole * DAY_MS) };
  }
  const { dateTime, timeZone } = start;
  const day = dateOf(dateMs(dateTime.slice(0, 10)) + days * DAY_MS);
  const at = instantOfTime({ dateTime: day + dateTime.slice(10), timeZone });
  return { dateTime: instantText(at + ms), timeZone };
}

/** A time in milliseconds since 1970; for a date, its beginning in UTC. */
export function instantOfTime(time: EventDateTime): number {
  const read = readEventTime(time as JsonObject, 'start');
  return 'date' in read ? dateMs(read.date) : read.at;
}
