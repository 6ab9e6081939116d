/**
 * Decodes the event object that Google hands to a function of the side panel. Google promises none of its fields, so
 * what cannot be read counts as absent.
 */
import {
  array,
  boolean,
  fallback,
  number,
  object,
  optional,
  parse,
  record,
  string,
  unknown,
  type InferOutput,
} from 'valibot';
import type { Inputs } from '../card/action';
import { ACTION_PARAMETER } from '../card/door-names';

export interface CardEvent {
  /** The action of the button that was pressed; empty when the panel was opened. */
  readonly action: string;
  readonly inputs: Inputs;
  /** Null when Google does not say, or in another host. */
  readonly host: 'calendar' | 'sheets' | null;
  /** Null when none is open. */
  readonly openEvent: OpenEvent | null;
  /** Null when none is open, or in another host. */
  readonly openFile: OpenFile | null;
}

export interface OpenEvent {
  readonly calendarId: string;
  /** Empty until the event is saved for the first time. */
  readonly eventId: string;
}

export interface OpenFile {
  /** Empty until the person has given the app the file. */
  readonly id: string;
  readonly title: string;
  readonly isGiven: boolean;
}

const text = fallback(optional(string(), ''), '');

const input = object({
  stringInputs: fallback(optional(object({ value: array(string()) })), undefined),
  dateTimeInput: fallback(optional(object({ msSinceEpoch: string() })), undefined),
  dateInput: fallback(optional(object({ msSinceEpoch: string() })), undefined),
  timeInput: fallback(optional(object({ hours: number(), minutes: number() })), undefined),
});

const event = object({
  commonEventObject: fallback(
    optional(
      object({
        hostApp: text,
        parameters: fallback(optional(record(string(), string()), {}), {}),
        formInputs: fallback(optional(record(string(), unknown()), {}), {}),
      }),
      {},
    ),
    { hostApp: '', parameters: {}, formInputs: {} },
  ),
  calendar: fallback(optional(object({ id: text, calendarId: text })), undefined),
  sheets: fallback(
    optional(
      object({
        id: text,
        title: text,
        addonHasFileScopePermission: fallback(optional(boolean(), false), false),
      }),
    ),
    undefined,
  ),
});

/** @see https://developers.google.com/workspace/add-ons/concepts/event-objects */
export function cardEventOf(raw: unknown): CardEvent {
  const { commonEventObject, calendar, sheets } = parse(fallback(event, EMPTY), raw);
  const { [ACTION_PARAMETER]: action = '', ...parameters } = commonEventObject.parameters;
  return {
    action,
    inputs: { ...typedInputs(commonEventObject.formInputs), ...asLists(parameters) },
    host: HOSTS[commonEventObject.hostApp] ?? null,
    openEvent: calendar?.calendarId
      ? { calendarId: calendar.calendarId, eventId: calendar.id }
      : null,
    openFile: sheets
      ? { id: sheets.id, title: sheets.title, isGiven: sheets.addonHasFileScopePermission }
      : null,
  };
}

const EMPTY = {
  commonEventObject: { hostApp: '', parameters: {}, formInputs: {} },
  calendar: undefined,
  sheets: undefined,
};

const HOSTS: Readonly<Record<string, CardEvent['host']>> = {
  CALENDAR: 'calendar',
  SHEETS: 'sheets',
};

const asLists = (parameters: Readonly<Record<string, string>>): Inputs =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [value]]));

/**
 * In the form in which the Admin page sends them: dates in milliseconds, times as `HH:MM`. What cannot be read is an
 * empty list.
 */
const typedInputs = (formInputs: Readonly<Record<string, unknown>>): Inputs =>
  Object.fromEntries(
    Object.entries(formInputs).map(([name, sent]) => [
      name,
      valuesOf(parse(fallback(input, {}), sent)),
    ]),
  );

function valuesOf({
  stringInputs,
  dateTimeInput,
  dateInput,
  timeInput,
}: InferOutput<typeof input>): readonly string[] {
  if (stringInputs) return stringInputs.value;
  if (timeInput) return [[timeInput.hours, timeInput.minutes].map(twoDigits).join(':')];
  const date = dateTimeInput ?? dateInput;
  return date ? [date.msSinceEpoch] : [];
}

const twoDigits = (count: number): string => String(count).padStart(2, '0');
