import ICAL from 'ical.js';
import { readEventTime } from '../../workspace/calendar/event-time';
import { occurrences } from '../../workspace/calendar/series';
import type { Property } from './properties';
import { instantOfTime, instantText, timeOf, UnreadableEvent, type EventDateTime } from './times';
import type { Zones } from './zones';

type Properties = ReadonlyMap<string, readonly Property[]>;

/**
 * The lines of Event.recurrence: rules as they are written, dates in zones that the Calendar API knows.
 *
 * @throws UnreadableEvent
 */
export function recurrenceOf(properties: Properties, start: EventDateTime, zones: Zones): string[] {
  const all = (name: string): readonly Property[] => properties.get(name) ?? [];
  return [
    ...[...all('rrule'), ...all('exrule')].map((property) => ruleLine(property, start)),
    ...[...all('rdate'), ...all('exdate')].flatMap((property) => dateLines(property, zones)),
  ];
}

/** A rule as it is written; of one with COUNT and UNTIL, which Calendar refuses, what ends it first. */
function ruleLine({ name, values: [value] }: Property, start: EventDateTime): string {
  const whole = ICAL.Recur.fromData(value as object).toString();
  const line = (rule: string): string => `${name.toUpperCase()}:${rule}`;
  const count = /(?:^|;)COUNT=(\d+)/.exec(whole)?.[1];
  if (count === undefined || !/(^|;)UNTIL=/.test(whole)) return line(whole);
  const byUntil = without(whole, 'COUNT');
  const time = readEventTime({ ...start }, 'start');
  const timing = { start: time, end: time, recurrence: [`RRULE:${byUntil}`] };
  let left = Number(count);
  for (const _ of occurrences(timing)) if (left-- === 0) return line(without(whole, 'UNTIL'));
  return line(byUntil);
}

const without = (rule: string, part: string): string =>
  rule
    .split(';')
    .filter((one) => !one.startsWith(`${part}=`))
    .join(';');

/** One line per date: dates of one property may be of different kinds once their zones are resolved. */
function dateLines(property: Property, zones: Zones): string[] {
  const name = property.name.toUpperCase();
  return property.values.map((value) => {
    const [first, second] = [value].flat() as unknown[];
    if (first === undefined || first === null)
      throw new UnreadableEvent(`${name} is not a list of dates`);
    const [from, to = second] = String(first).split('/');
    const start = timeOf(property, from, zones);
    const isPeriod = to !== undefined && !('date' in start);
    return `${name}${isPeriod ? periodText(start, String(to), property, zones) : dateText(start)}`;
  });
}

/** A period keeps its own length: its end, or its duration as it is written. */
function periodText(
  start: EventDateTime,
  second: string,
  property: Property,
  zones: Zones,
): string {
  const end = /^\+?P/i.test(second) ? second : instantOf(timeOf(property, second, zones));
  return `;VALUE=PERIOD:${instantOf(start)}/${end}`;
}

const instantOf = (time: EventDateTime): string => basic(instantText(instantOfTime(time)));

function dateText(time: EventDateTime): string {
  if ('date' in time) return `;VALUE=DATE:${basic(time.date)}`;
  const { dateTime, timeZone } = time;
  return dateTime.endsWith('Z') ? `:${instantOf(time)}` : `;TZID=${timeZone}:${basic(dateTime)}`;
}

const basic = (text: string): string => text.replaceAll(/[-:]/g, '');
