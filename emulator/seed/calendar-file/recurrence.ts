import ICAL from 'ical.js';
import type { Property } from './properties';
import { instantOfTime, instantText, timeOf, UnreadableEvent, type EventDateTime } from './times';
import type { Zones } from './zones';

type Properties = ReadonlyMap<string, readonly Property[]>;

/**
 * The lines of Event.recurrence: rules as they are written, dates in zones that the Calendar API knows.
 *
 * @throws UnreadableEvent
 */
export function recurrenceOf(properties: Properties, zones: Zones): string[] {
  const all = (name: string): readonly Property[] => properties.get(name) ?? [];
  return [
    ...[...all('rrule'), ...all('exrule')].map(ruleLine),
    ...[...all('rdate'), ...all('exdate')].flatMap((property) => dateLines(property, zones)),
  ];
}

function ruleLine({ name, values: [value] }: Property): string {
  return `${name.toUpperCase()}:${ICAL.Recur.fromData(value as object).toString()}`;
}

/** One line per date: dates of one property may be of different kinds once their zones are resolved. */
function dateLines(property: Property, zones: Zones): string[] {
  const name = property.name.toUpperCase();
  return property.values.map((value) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (first === undefined || first === null)
      throw new UnreadableEvent(`${name} is not a list of dates`);
    return `${name}${dateText(timeOf(property, String(first).split('/')[0], zones))}`;
  });
}

function dateText(time: EventDateTime): string {
  if ('date' in time) return `;VALUE=DATE:${basic(time.date)}`;
  const { dateTime, timeZone } = time;
  return dateTime.endsWith('Z')
    ? `:${basic(instantText(instantOfTime(time)))}`
    : `;TZID=${timeZone}:${basic(dateTime)}`;
}

const basic = (text: string): string => text.replaceAll(/[-:]/g, '');
