/** The times of an activity as cells: date-times as the clocks of the row's zone show them, and the last of whole days. */
import type { ActivityContent } from '../../calendar/ports';
import { instantMsOf, isTimeZone, localAt } from '../../kit/zoned-time';
import { flagOf, textOf } from '../../sheets/cells';
import type { Cell } from '../../sheets/spreadsheet';

export type Times = Pick<ActivityContent, 'isAllDay' | 'start' | 'end' | 'zone'>;

export type TimeCells = Readonly<Record<keyof Times, Cell>>;

/** What is wrong with a row's times. */
export type TimeProblem = 'start' | 'end' | 'end-before-start' | 'zone';

const DAY_MS = 86_400_000;
/** Serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569;
/** Serial numbers of the years 1000 to 9999. */
const [FIRST_SERIAL, LAST_SERIAL] = [-328_716, 2_958_465];

/** A cell read as a time: a date alone, a time of day alone, or both. */
interface Spot {
  readonly date: string | null;
  readonly time: string | null;
  /** `Z`, `+02:00`, or nothing. */
  readonly offset: string;
}

/** The times of a row, and what is wrong with them. What cannot be read is told as it stands, for the engine to leave out. */
export function timesOfCells(cells: TimeCells): Times & { readonly problem: TimeProblem | null } {
  const start = spotOf(cells.start);
  const end = spotOf(cells.end);
  const isAllDay = flagOf(cells.isAllDay) ?? isWholeDays(start, end, cells.end);
  return isAllDay ? wholeDays(cells, start, end) : timed(cells, start, end);
}

/** Nobody said so, but no time of day is written either. */
const isWholeDays = (start: Spot | null, end: Spot | null, endCell: Cell): boolean =>
  start !== null && start.time === null && (end ? end.time === null : textOf(endCell) === '');

function wholeDays(cells: TimeCells, start: Spot | null, end: Spot | null) {
  const first = start?.date ?? null;
  const last = textOf(cells.end) === '' ? first : (end?.date ?? null);
  if (first === null || last === null)
    return unreadable(cells, first === null ? 'start' : 'end', true);
  const isBackwards = last < first;
  return {
    isAllDay: true,
    start: first,
    end: isBackwards ? last : addDay(last, 1),
    zone: '',
    problem: isBackwards ? ('end-before-start' as const) : null,
  };
}

function timed(cells: TimeCells, start: Spot | null, end: Spot | null) {
  if (!start || start.date === null) return unreadable(cells, 'start', false);
  if (!end) return unreadable(cells, 'end', false);
  const from = localText(start, start.date);
  const to = localText(end, end.date ?? start.date);
  const zone = textOf(cells.zone);
  const isBackwards = start.offset === end.offset && to < from;
  const isStrange = zone !== '' && !isTimeZone(zone);
  const problem = isBackwards
    ? ('end-before-start' as const)
    : isStrange
      ? ('zone' as const)
      : null;
  return { isAllDay: false, start: from, end: to, zone, problem };
}

const unreadable = (cells: TimeCells, problem: TimeProblem, isAllDay: boolean) => ({
  isAllDay,
  start: textOf(cells.start),
  end: textOf(cells.end),
  zone: textOf(cells.zone),
  problem,
});

const localText = ({ time, offset }: Spot, date: string): string =>
  `${date}T${time ?? '00:00:00'}${offset}`;

const spotOf = (cell: Cell): Spot | null =>
  typeof cell === 'number'
    ? spotOfSerial(cell)
    : typeof cell === 'string'
      ? spotOfText(cell)
      : null;

/** Days since 1899-12-30; below one day it is a time of day, as a cell that says 10:00 is. */
function spotOfSerial(serial: number): Spot | null {
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1)) return null;
  const seconds = Math.round(serial * 86_400);
  const iso = new Date(seconds * 1000 - EPOCH_SERIAL * DAY_MS).toISOString();
  const time = seconds % 86_400 === 0 ? null : iso.slice(11, 19);
  return { date: serial > 0 && serial < 1 ? null : iso.slice(0, 10), time, offset: '' };
}

const TEXT =
  /^(\d{4}-\d\d-\d\d)?(?:(?:^|[T ]\s*)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

function spotOfText(text: string): Spot | null {
  const [whole, date, hour, minute, second = '00', offset = ''] = TEXT.exec(text.trim()) ?? [];
  if (!whole || (date !== undefined && !isDay(date))) return null;
  if (hour === undefined || minute === undefined) return { date: date ?? null, time: null, offset };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`;
  return { date: date ?? null, time, offset: offset.toUpperCase() };
}

const isDay = (date: string): boolean =>
  date >= '1000' && !Number.isNaN(Date.parse(date)) && addDay(date, 0) === date;

const addDay = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Cells for times, such that they are read as the same times again. */
export function cellsOfTimes({ isAllDay, start, end, zone }: Times): TimeCells {
  if (isAllDay) {
    const [first, until] = [start.slice(0, 10), end.slice(0, 10)];
    if (!isDay(first) || !isDay(until)) return { isAllDay, start, end, zone };
    const last = until > first ? addDay(until, -1) : first;
    return { isAllDay, start: serialOf(first), end: serialOf(last), zone };
  }
  return { isAllDay, start: cellOfTime(start, zone), end: cellOfTime(end, zone), zone };
}

/** A number where the zone's clocks say it all; the text where they show a time twice, or where no zone is known. */
function cellOfTime(text: string, zone: string): Cell {
  const spot = spotOfText(text);
  if (!spot || spot.date === null) return text;
  if (spot.offset === '') return serialOf(localText(spot, spot.date));
  if (!isTimeZone(zone)) return text;
  const ms = Math.floor(Date.parse(text) / 1000) * 1000;
  if (Number.isNaN(ms)) return text;
  const local = localAt(ms, zone);
  return isDay(local.slice(0, 10)) && instantMsOf({ local, zone }) === ms ? serialOf(local) : text;
}

/** Of a date, or of a local date and time. */
const serialOf = (local: string): number =>
  (Date.parse(local.length === 10 ? local : `${local}Z`) + EPOCH_SERIAL * DAY_MS) / DAY_MS;
