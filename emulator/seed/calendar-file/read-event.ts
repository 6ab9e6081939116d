import type { JsonObject } from '../../workspace/api-method';
import type { Component } from './components';
import { guestOf, organizerOf } from './guests';
import { mendLines } from './mended-lines';
import { propertiesOf, textOf, type Property } from './properties';
import { recurrenceOf } from './recurrence';
import { endOf, timeOf, UnreadableEvent, type EventDateTime } from './times';
import type { Zones } from './zones';

/** A VEVENT in the form of the Calendar API's Event resource. */
export interface ReadEvent {
  readonly line: number;
  readonly uid: string;
  /** The occurrence of the series with this UID that it replaces. */
  readonly original: EventDateTime | null;
  /** Whether it replaces all occurrences after that one too. */
  readonly isForFollowing: boolean;
  /** Null when it names none: then it is the calendar's own. */
  readonly organizer: { readonly email: string; readonly displayName?: string } | null;
  readonly body: JsonObject;
  /** Which of several versions it is: the higher number counts, then the later stamp. */
  readonly revision: { readonly sequence: number; readonly stamp: number };
  /** Parts that were read differently from how they are written. */
  readonly notes: readonly string[];
}

type Properties = ReadonlyMap<string, readonly Property[]>;

/**
 * Reads a VEVENT.
 *
 * @throws UnreadableEvent, or the parser's Error, whose message says why.
 */
export function readEvent(component: Component, zones: Zones): ReadEvent {
  if (component.problem !== undefined) throw new UnreadableEvent(component.problem);
  const { lines, notes: mended } = mendLines(component.lines);
  const properties = propertiesOf(lines);
  const start = required(properties, 'dtstart');
  const uid = textOf(properties, 'uid');
  const notes = [...mended];
  if (uid === undefined) notes.push('it had no UID and was given one');
  const organizer = properties.get('organizer')?.[0];
  const guests = guestsOf(properties, notes);
  return {
    line: component.line,
    uid: uid ?? `line-${component.line}@tandem.invalid`,
    original: originalOf(properties, zones),
    isForFollowing: properties.get('recurrence-id')?.[0]?.parameters.range !== undefined,
    organizer: organizer ? organizerOf(organizer) : null,
    body: {
      ...textsOf(properties),
      ...spanOf(properties, timeOf(start, start.values[0], zones), zones),
      ...statesOf(properties, notes),
      ...(guests.length > 0 && { attendees: guests }),
    },
    revision: revisionOf(properties),
    notes: [...notes, ...driftNotes(properties, start, zones)],
  };
}

function required(properties: Properties, name: string): Property {
  const property = properties.get(name)?.[0];
  if (!property) throw new UnreadableEvent(`it has no ${name.toUpperCase()}`);
  return property;
}

function originalOf(properties: Properties, zones: Zones): EventDateTime | null {
  const property = properties.get('recurrence-id')?.[0];
  if (!property) return null;
  const { range } = property.parameters;
  if (range !== undefined && range.toUpperCase() !== 'THISANDFUTURE')
    throw new UnreadableEvent(`a RECURRENCE-ID with RANGE=${range} is not read`);
  return timeOf(property, property.values[0], zones);
}

function textsOf(properties: Properties): JsonObject {
  const texts = ['summary', 'description', 'location'].map((name) => [
    name,
    textOf(properties, name),
  ]);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined)) as JsonObject;
}

function spanOf(properties: Properties, start: EventDateTime, zones: Zones): JsonObject {
  const duration = textOf(properties, 'duration');
  const dtend = properties.get('dtend')?.[0];
  const recurrence = recurrenceOf(properties, start, zones);
  return {
    start: { ...start },
    end: { ...endOf(start, { dtend, ...(duration !== undefined && { duration }) }, zones) },
    ...(recurrence.length > 0 && { recurrence }),
  };
}

const STATUSES: Readonly<Record<string, string>> = {
  TENTATIVE: 'tentative',
  CANCELLED: 'cancelled',
};

/** CLASS:PUBLIC is how programs write "nothing special", so it does not become a visibility of Google's. */
const VISIBILITIES: Readonly<Record<string, string>> = {
  PRIVATE: 'private',
  CONFIDENTIAL: 'confidential',
};

function statesOf(properties: Properties, notes: string[]): JsonObject {
  const upper = (name: string): string => textOf(properties, name)?.trim().toUpperCase() ?? '';
  const status = STATUSES[upper('status')];
  const visibility = VISIBILITIES[upper('class')];
  const { sequence } = revisionOf(properties);
  const fits = sequence <= LARGEST_SEQUENCE;
  if (!fits) notes.push(`its SEQUENCE ${sequence} is larger than Calendar's and was left out`);
  return {
    ...(status !== undefined && { status }),
    ...(visibility !== undefined && { visibility }),
    ...(upper('transp') === 'TRANSPARENT' && { transparency: 'transparent' }),
    ...(fits && sequence > 0 && { sequence }),
  };
}

/** Event.sequence is an int32. */
const LARGEST_SEQUENCE = 2 ** 31 - 1;

/** @see https://www.rfc-editor.org/rfc/rfc5546#section-2.1.5 */
function revisionOf(properties: Properties): ReadEvent['revision'] {
  const sequence = Number(textOf(properties, 'sequence') ?? 0);
  const stamp = Date.parse(textOf(properties, 'dtstamp') ?? '');
  return {
    sequence: Number.isInteger(sequence) && sequence > 0 ? sequence : 0,
    stamp: Number.isNaN(stamp) ? 0 : stamp,
  };
}

function guestsOf(properties: Properties, notes: string[]): JsonObject[] {
  const guests = (properties.get('attendee') ?? []).map(guestOf);
  const unreachable = guests.filter((guest) => guest === null).length;
  if (unreachable > 0) notes.push(`${unreachable} of its guests have no e-mail address`);
  return guests.filter((guest) => guest !== null);
}

/** A series under the file's own rules continues in UTC: only its start is right. */
function driftNotes(properties: Properties, { parameters }: Property, zones: Zones): string[] {
  const { tzid } = parameters;
  if (tzid === undefined || zones.of(tzid)?.kind !== 'rules') return [];
  return [
    `its time zone "${tzid}" matches no known time zone, so its times are stored in UTC${
      properties.has('rrule') ? ' and its series ignores clock changes' : ''
    }`,
  ];
}
