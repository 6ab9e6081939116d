/**
 * The times of an activity as cells: date-times as the clocks of the row's zone show them, and the last of whole days. A spreadsheet keeps a
 * date and its midnight as one number, so dates on both sides are whole days; midnight to midnight is written as text.
 */
import type { ActivityContent } from '../../calendar/ports';
import { FIRST_YEAR, LAST_YEAR, LONGEST_DAYS } from '../../kit/calendar-years';
import { zoneNamed } from '../../kit/zone-names';
import { instantMsOf, isTimeZone, localAt } from '../../kit/zoned-time';
import { flagOf, textOf } from '../../sheets/cells';
import type { Cell } from '../../sheets/spreadsheet';
import { addDays, DAY_MS, isDay, serialOf, spotOf, type Spot } from './spots';

export type Times = Pick<ActivityContent, 'isAllDay' | 'start' | 'end' | 'zone'>;

export type TimeCells = Readonly<Record<keyof Times, Cell>>;

/** What is wrong with a row's times. Each of these except `box` leaves the row out. */
export type TimeProblem =
  | 'start'
  | 'end'
  | 'no-start'
  | 'no-end'
  | 'start-without-time'
  | 'end-without-time'
  | 'end-before-start'
  | 'year'
  | 'too-long'
  | 'zone'
  /** All day is no, but there are no times of day: the row counts as whole days. */
  | 'box';

export interface TimesRead {
  /** Text that cannot be read is passed on unchanged, so that the engine leaves the activity out. */
  readonly times: Times;
  readonly problem: TimeProblem | null;
  /** Times of day in a row whose box "All day" is ticked; null in all other rows. */
  readonly besideBox: Times | null;
}

/** The times of a row, and what is wrong with them. The box "All day" counts if the cells allow it; otherwise the cells count. */
export function timesOfCells(cells: TimeCells): TimesRead {
  const start = spotOf(cells.start);
  const end = spotOf(cells.end);
  const box = flagOf(cells.isAllDay);
  const hasDatesAlone = isWholeDays(start, end, cells.end);
  if (box === true && !hasDatesAlone) {
    const { problem, ...beside } = timed(cells, start, end);
    const { problem: wrong, ...times } = wholeDays(cells, start, end);
    return { times, problem: wrong, besideBox: problem === null ? beside : null };
  }
  const { problem, ...times } = hasDatesAlone
    ? wholeDays(cells, start, end)
    : timed(cells, start, end);
  const isAgainst = box === false && hasDatesAlone;
  return { times, problem: problem ?? (isAgainst ? 'box' : null), besideBox: null };
}

type Read = Times & { readonly problem: TimeProblem | null };

/** Whether no time of day is written. */
const isWholeDays = (start: Spot | null, end: Spot | null, endCell: Cell): boolean =>
  start !== null &&
  start.date !== null &&
  start.time === null &&
  (end ? end.time === null : textOf(endCell) === '');

function wholeDays(cells: TimeCells, start: Spot | null, end: Spot | null): Read {
  const first = start?.date ?? null;
  const last = textOf(cells.end) === '' ? first : (end?.date ?? (end && first));
  if (first === null) return unreadable(cells, textOf(cells.start) === '' ? 'no-start' : 'start');
  if (last === null) return unreadable(cells, 'end');
  if (!isInYears(first) || !isInYears(last)) return unreadable(cells, 'year');
  const days = { isAllDay: true, start: first, end: addDays(last, 1), zone: '' };
  if (last < first) return { ...days, end: last, problem: 'end-before-start' };
  return { ...days, problem: isTooLong(first, last) ? 'too-long' : null };
}

function timed(cells: TimeCells, start: Spot | null, end: Spot | null): Read {
  if (start === null || start.date === null)
    return unreadable(cells, textOf(cells.start) === '' ? 'no-start' : 'start');
  if (end === null) return unreadable(cells, textOf(cells.end) === '' ? 'no-end' : 'end');
  if (start.time === null && typeof cells.start === 'string')
    return unreadable(cells, 'start-without-time');
  const zone = textOf(cells.zone);
  const known = zone === '' ? '' : zoneNamed(zone);
  if (known === null) return unreadable(cells, 'zone');
  const [from, to] = spanOf({ ...start, date: start.date }, end, known);
  if (!isInYears(from) || !isInYears(to)) return unreadable(cells, 'year');
  const lastsMs = msBetween(from, to, known);
  const isWithoutTime = end.time === null && (typeof cells.end === 'string' || lastsMs <= 0);
  if (isWithoutTime) return unreadable(cells, 'end-without-time');
  const times = { isAllDay: false, start: from, end: to, zone: known };
  if (lastsMs < 0) return { ...times, problem: 'end-before-start' };
  return { ...times, problem: isTooLong(from, to) ? 'too-long' : null };
}

/** An end without a date is on the day of the start, or the midnight at its end. */
function spanOf(start: Spot & { date: string }, end: Spot, zone: string): [string, string] {
  const isMidnight = end.time === '00:00:00' && (start.time ?? '') > '00:00:00';
  const date = end.date ?? (isMidnight ? addDays(start.date, 1) : start.date);
  // Without a zone the owner's zone counts, which is unknown here, so one offset has to serve for both.
  const offset = zone === '' ? [start.offset || end.offset, end.offset || start.offset] : null;
  return [
    localText(start, start.date, offset?.[0] ?? start.offset),
    localText(end, date, offset?.[1] ?? end.offset),
  ];
}

const localText = ({ time }: Spot, date: string, offset: string): string =>
  time === '24:00:00'
    ? `${addDays(date, 1)}T00:00:00${offset}`
    : `${date}T${time ?? '00:00:00'}${offset}`;

/** Times without offsets are compared as written, even on the night when clocks skip an hour. */
function msBetween(from: string, to: string, zone: string): number {
  const isLocal = from.length === 19 && to.length === 19;
  const msOf = (text: string): number => {
    if (text.length > 19) return Date.parse(text);
    return isLocal ? Date.parse(`${text}Z`) : instantMsOf({ local: text, zone });
  };
  return msOf(to) - msOf(from);
}

const isInYears = (text: string): boolean => {
  const year = Number(text.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

const isTooLong = (from: string, to: string): boolean =>
  Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10)) > LONGEST_DAYS * DAY_MS;

const unreadable = (cells: TimeCells, problem: TimeProblem): Read => ({
  isAllDay: false,
  start: textOf(cells.start),
  end: textOf(cells.end),
  zone: textOf(cells.zone),
  problem,
});

/** Times as cells that will be read as the same times again. */
export function cellsOfTimes({ isAllDay, start, end, zone }: Times): TimeCells {
  if (isAllDay) {
    const [first, until] = [start.slice(0, 10), end.slice(0, 10)];
    if (!isDay(first) || !isDay(until)) return { isAllDay, start, end, zone };
    const last = until > first ? addDays(until, -1) : first;
    return { isAllDay, start: serialOf(first), end: serialOf(last), zone };
  }
  const cells = [cellOfTime(start, zone), cellOfTime(end, zone)] as const;
  const [from, to] = cells.every(Number.isInteger) ? cells.map(midnightText) : cells;
  return { isAllDay, start: from!, end: to!, zone };
}

const midnightText = (serial: Cell): string => `${spotOf(serial)?.date ?? ''} 00:00`;

/** A number if the local time is unambiguous in its zone; text if clocks show it twice, or the zone is unknown. */
function cellOfTime(text: string, zone: string): Cell {
  const spot = spotOf(text);
  if (!spot || spot.date === null) return text;
  if (spot.offset === '') return serialOf(localText(spot, spot.date, ''));
  if (!isTimeZone(zone)) return text;
  const ms = Math.floor(Date.parse(text) / 1000) * 1000;
  if (Number.isNaN(ms)) return text;
  const local = localAt(ms, zone);
  return isDay(local.slice(0, 10)) && instantMsOf({ local, zone }) === ms ? serialOf(local) : text;
}
