/** Days as whole numbers, counted from 1970-01-01: dates without a zone, to calculate with. */
import { LAST_YEAR } from '../calendar-years';

const DAY_MS = 86_400_000;

/** @param date `YYYY-MM-DD`. */
export const dayOf = (date: string): number => Date.parse(date) / DAY_MS;

export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => dateOf(dayOf(date) + days);

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** @param month 1 to 12. */
export const dayIn = (year: number, month: number, monthDay: number): number =>
  Date.UTC(year, month - 1, monthDay) / DAY_MS;

/** No rule is followed further. */
export const LAST_DAY = dayIn(LAST_YEAR, 12, 31);

/** A day's place in its month and year. Numbers begin at 1. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly monthDay: number;
  readonly monthLength: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days a month has in the years when it has most. */
export const mostDays = (month: number): number => (month === 2 ? 29 : LENGTHS[month - 1]!);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const yearLength = (year: number): number => (isLeap(year) ? 366 : 365);

/**
 * Calculated, because a Date takes ten times as long. Years are counted from March, so that a leap day is the last of one.
 *
 * @see https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
export function partsOf(day: number): DayParts {
  const since = day + 719_468;
  const era = Math.floor(since / 146_097);
  const inEra = since - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  );
  const inYear =
    inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  const monthDay = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const monthLength = month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1]!;
  return { year, month, monthDay, monthLength };
}

/** The first day of the week that a day is in. */
export const weekOf = (day: number, weekStart: number): number =>
  day - ((weekdayOf(day) - weekStart + 7) % 7);
