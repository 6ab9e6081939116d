/** Reads one cell as a time, in the common forms that have only one meaning. */
import type { Cell } from '../../sheets/spreadsheet';

export interface Spot {
  /** Null for a time of day without a date. */
  readonly date: string | null;
  /** `HH:MM:SS`, up to 24:00:00; null for a date without a time. A number at midnight counts as a date. */
  readonly time: string | null;
  /** `Z`, `+02:00`, or nothing. */
  readonly offset: string;
}

export const DAY_MS = 86_400_000;
/** Serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569;
/** Serial numbers of the years 1000 to 9999. */
const [FIRST_SERIAL, LAST_SERIAL] = [-328_716, 2_958_465];

/** Null for a cell without a date or time. */
export const spotOf = (cell: Cell): Spot | null =>
  typeof cell === 'number'
    ? spotOfSerial(cell)
    : typeof cell === 'string'
      ? spotOfText(cell)
      : null;

/** A number of days since 1899-12-30. Up to one day it is a time of day, as in a cell with 10:00. */
function spotOfSerial(serial: number): Spot | null {
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1)) return null;
  const seconds = Math.round(serial * 86_400);
  if (seconds === 86_400) return { date: null, time: '24:00:00', offset: '' };
  const iso = new Date(seconds * 1000 - EPOCH_SERIAL * DAY_MS).toISOString();
  const isTimeOfDay = seconds >= 0 && seconds < 86_400;
  const time = seconds % 86_400 === 0 && !isTimeOfDay ? null : iso.slice(11, 19);
  return { date: isTimeOfDay ? null : iso.slice(0, 10), time, offset: '' };
}

/** A date with the year first, or with dots. Other forms mean different days in different countries. */
const DATE =
  /^(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}))(?:$|[T\s,]\s*(?=\d))/i;
const TIME =
  /^(\d{1,2})(?:[:.]([0-5]\d)(?:[:.]([0-5]\d)(?:[.,]\d+)?)?)?\s*(?:([ap])\.?m\.?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

function spotOfText(cell: string): Spot | null {
  const text = cell.trim();
  const found = DATE.exec(text);
  const date = found && dateOf(found);
  if (date !== null && !isDay(date)) return null;
  const rest = text.slice(found?.[0].length ?? 0);
  if (date !== null && rest === '') return { date, time: null, offset: '' };
  const clock = clockOf(rest);
  return clock && { date, ...clock };
}

const dateOf = ([, year, , month, day, ...dotted]: RegExpExecArray): string =>
  year === undefined
    ? [dotted[2]!, two(dotted[1]!), two(dotted[0]!)].join('-')
    : [year, two(month!), two(day!)].join('-');

function clockOf(text: string): Pick<Spot, 'time' | 'offset'> | null {
  const [whole, hour = '', minute, second = '00', half, offset = ''] = TIME.exec(text) ?? [];
  if (whole === undefined || (minute === undefined && half === undefined)) return null;
  const hours = half === undefined ? Number(hour) : hourOfHalf(Number(hour), half);
  const time = `${two(String(hours))}:${minute ?? '00'}:${second}`;
  if (hours < 0 || time > '24:00:00' || !isOffset(offset)) return null;
  return { time, offset: offset.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2') };
}

/** 12 am is midnight, and 12 pm noon. Negative for an hour that does not exist. */
const hourOfHalf = (hour: number, half: string): number =>
  hour < 1 || hour > 12 ? -1 : (hour % 12) + (/p/i.test(half) ? 12 : 0);

/** Clocks differ from UTC by at most 14 hours. */
const isOffset = (offset: string): boolean =>
  offset.length < 2 || (Number(offset.slice(1, 3)) <= 14 && Number(offset.slice(-2)) < 60);

const two = (figures: string): string => figures.padStart(2, '0');

/** Whether a date exists. */
export const isDay = (date: string): boolean =>
  date >= '1000' && !Number.isNaN(Date.parse(date)) && addDays(date, 0) === date;

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Of a date, or of a local date and time. */
export const serialOf = (local: string): number =>
  (Date.parse(local.length === 10 ? local : `${local}Z`) + EPOCH_SERIAL * DAY_MS) / DAY_MS;
