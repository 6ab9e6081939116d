import { exception } from '../../runtime/realm/bridge';
import { Action } from './realm-actions';
import { a, INTEGER, NUMBER, STRING, type Kind } from './realm-kinds';
import type { Json } from './realm-message';
import { messageClass, type Setter } from './realm-message-class';
import { field, without } from './realm-setters';
import { asWidget, Widget } from './realm-widget';

const PICKER: Readonly<Record<string, Setter>> = {
  setFieldName: field('name', STRING),
  setTitle: field('label', STRING),
  setOnChangeAction: field('onChangeAction', a(Action)),
};

/** A number of milliseconds as a string, as Google's JSON writes 64-bit integers. */
const MS_TEXT: Kind = {
  accepts: (value) => typeof value === 'string' && /^-?\d+$/.test(value),
  json: (value) => value,
};
const MS: Kind = { accepts: NUMBER.accepts, json: (value: number) => String(Math.trunc(value)) };

const setValueInMsSinceEpoch: Setter = {
  takes: [[MS], [MS_TEXT]],
  change: (json, valueMsEpoch) => ({ ...json, valueMsEpoch }),
};

/** @see https://developers.google.com/apps-script/reference/card-service/date-picker */
export const DatePicker = messageClass('DatePicker', {
  base: Widget,
  asWidget: asWidget('dateTimePicker'),
  begins: { type: 'DATE_ONLY' },
  setters: { ...PICKER, setValueInMsSinceEpoch },
});

/** @see https://developers.google.com/apps-script/reference/card-service/date-time-picker */
export const DateTimePicker = messageClass('DateTimePicker', {
  base: Widget,
  asWidget: asWidget('dateTimePicker'),
  begins: { type: 'DATE_AND_TIME' },
  setters: {
    ...PICKER,
    setValueInMsSinceEpoch,
    setTimeZoneOffsetInMins: field('timezoneOffsetDate', INTEGER),
  },
  missing: 'setHostAppDataSource',
});

const upTo = (name: string, most: number): Setter => ({
  takes: [[INTEGER]],
  change(json, value) {
    if ((value as number) < 0 || (value as number) > most)
      throw exception(`Invalid argument: ${name}`);
    return { ...json, [name]: value };
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/time-picker */
export const TimePicker = messageClass('TimePicker', {
  base: Widget,
  asWidget: asWidget('dateTimePicker'),
  begins: { type: 'TIME_ONLY' },
  finish: timeOfDay,
  setters: { ...PICKER, setHours: upTo('hours', 23), setMinutes: upTo('minutes', 59) },
});

/** Card JSON has the time of day in milliseconds. */
function timeOfDay(json: Json): Json {
  const { hours, minutes } = json as { hours?: number; minutes?: number };
  if (hours === undefined && minutes === undefined) return json;
  return {
    ...without(json, ['hours', 'minutes']),
    valueMsEpoch: String(((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000),
  };
}
