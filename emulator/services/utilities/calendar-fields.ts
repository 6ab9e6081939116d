import type { WallTime } from '../../kit/zoned-time';

/** Fields of a date that follow from year, month and day: weeks begin on Sunday, the first contains 1 January. */
export interface CalendarFields {
  readonly weekYear: number;
  readonly weekOfYear: number;
  readonly weekOfMonth: number;
  readonly dayOfYear: number;
  /** 0 for Sunday. */
  readonly weekDay: number;
}

const DAY_MS = 86_400_000;

const dayNumber = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);

const weekDayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;

export function calendarFields({ year, month, day }: WallTime): CalendarFields {
  const today = dayNumber(year, month, day);
  const weekDay = weekDayOf(today);
  const dayOfYear = today - dayNumber(year, 1, 1) + 1;
  const nextYear = dayNumber(year + 1, 1, 1);
  const isInNext = today - weekDay + 6 >= nextYear;
  const firstOfMonth = weekDayOf(dayNumber(year, month, 1));
  return {
    weekYear: isInNext ? year + 1 : year,
    weekOfYear: isInNext
      ? 1
      : Math.floor((dayOfYear - 1 + weekDayOf(dayNumber(year, 1, 1))) / 7) + 1,
    weekOfMonth: Math.floor((day - 1 + firstOfMonth) / 7) + 1,
    dayOfYear,
    weekDay,
  };
}
