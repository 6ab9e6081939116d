import type { Frequency, RecurrenceRule } from './recurrence-rule';

const SECOND = 1000;
const DAY = 86_400_000;

/** The last year that Google writes: there every rule ends, also one that never names a day (30 February). */
const LAST_YEAR = 2200;

/**
 * The wall times of a rule, ascending, from `start` on. Wall times are milliseconds as if local time were UTC, so
 * that clock changes cannot shift them. COUNT and UNTIL are left to the caller.
 */
export function* ruleOccurrences(rule: RecurrenceRule, start: number): Generator<number> {
  for (const set of periods(rule, start)) {
    for (const at of atPositions(set, rule.bySetPos)) if (at >= start) yield at;
  }
}

function atPositions(set: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return set;
  const chosen = positions.map((position) => set.at(position > 0 ? position - 1 : position));
  return [...new Set(chosen)].filter((at) => at !== undefined).sort((a, b) => a - b);
}

/** One ascending set per year, month, week or day. */
function* periods(rule: RecurrenceRule, start: number): Generator<readonly number[]> {
  const times = timesOfDay(rule, start);
  const daysOf = PERIODS[rule.freq];
  for (let index = 0; ; index++) {
    const days = daysOf(rule, start, index * rule.interval);
    if (days === null) return;
    yield days.flatMap((day) => times.map((time) => day + time));
  }
}

/** Offsets into the day: from the rule's parts, or the start's own time. */
function timesOfDay(rule: RecurrenceRule, start: number): readonly number[] {
  const own = new Date(start);
  const orOwn = (list: readonly number[], value: number) => (list.length > 0 ? list : [value]);
  const times: number[] = [];
  for (const hour of orOwn(rule.byHour, own.getUTCHours()))
    for (const minute of orOwn(rule.byMinute, own.getUTCMinutes()))
      for (const second of orOwn(rule.bySecond, own.getUTCSeconds()))
        times.push(((hour * 60 + minute) * 60 + second) * SECOND);
  return times;
}

type DaysOf = (rule: RecurrenceRule, start: number, step: number) => readonly number[] | null;

/** The days of the period `step` periods after the start's own; null past the last year. */
const PERIODS: Readonly<Record<Frequency, DaysOf>> = {
  YEARLY: (rule, start, step) => {
    const year = new Date(start).getUTCFullYear() + step;
    return year > LAST_YEAR ? null : daysOfYear(rule, start, year);
  },
  MONTHLY: (rule, start, step) => {
    const months = new Date(start).getUTCMonth() + step;
    const year = new Date(start).getUTCFullYear() + Math.floor(months / 12);
    return year > LAST_YEAR ? null : daysOfMonth(rule, start, year, months % 12);
  },
  WEEKLY: (rule, start, step) => {
    const monday = weekStart(dayOf(start), rule.wkst) + step * 7 * DAY;
    if (isTooLate(monday)) return null;
    const days = rule.byDay.length > 0 ? rule.byDay.map(({ day }) => day) : [weekday(start)];
    const inWeek = days.map((day) => monday + ((day - rule.wkst + 7) % 7) * DAY);
    return unique(inWeek).filter((day) => hasMonth(rule, day));
  },
  DAILY: (rule, start, step) => {
    const day = dayOf(start) + step * DAY;
    if (isTooLate(day)) return null;
    return hasMonth(rule, day) && hasMonthDay(rule, day) && hasWeekday(rule, day) ? [day] : [];
  },
};

function daysOfYear(rule: RecurrenceRule, start: number, year: number): readonly number[] {
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule;
  if (byWeekNo.length > 0) return daysOfWeeks(rule, start, year);
  const selects = byYearDay.length + byMonthDay.length > 0;
  if (byDay.some(({ nth }) => nth !== 0) && byMonth.length === 0 && !selects)
    return numberedDays(rule, utc(year, 0, 1), utc(year + 1, 0, 1));
  if (!selects && byDay.length === 0) {
    const months = byMonth.length > 0 ? byMonth : [new Date(start).getUTCMonth() + 1];
    return months.flatMap((month) => monthDays(year, month - 1, [new Date(start).getUTCDate()]));
  }
  const days: number[] = [];
  for (let month = 0; month < 12; month++) {
    if (byMonth.length > 0 && !byMonth.includes(month + 1)) continue;
    days.push(...daysNamedInMonth(rule, year, month));
  }
  return days;
}

const daysOfMonth = (
  rule: RecurrenceRule,
  start: number,
  year: number,
  month: number,
): readonly number[] => {
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month + 1)) return [];
  return rule.byDay.length + rule.byMonthDay.length > 0
    ? daysNamedInMonth(rule, year, month)
    : monthDays(year, month, [new Date(start).getUTCDate()]);
};

/** BYYEARDAY, BYMONTHDAY and BYDAY together, within one month. */
function daysNamedInMonth(rule: RecurrenceRule, year: number, month: number): readonly number[] {
  const from = utc(year, month, 1);
  const to = utc(year, month + 1, 1);
  let days =
    rule.byMonthDay.length > 0
      ? monthDays(year, month, rule.byMonthDay)
      : Array.from({ length: (to - from) / DAY }, (_, index) => from + index * DAY);
  if (rule.byYearDay.length > 0) days = days.filter((day) => hasYearDay(rule, day));
  if (rule.byDay.length === 0) return days;
  const named = new Set(
    rule.freq === 'YEARLY' && rule.byMonth.length === 0
      ? numberedDays(rule, utc(year, 0, 1), utc(year + 1, 0, 1))
      : numberedDays(rule, from, to),
  );
  return days.filter((day) => named.has(day));
}

function daysOfWeeks(rule: RecurrenceRule, start: number, year: number): readonly number[] {
  const first = firstWeek(year, rule.wkst);
  const weeks = Math.round((firstWeek(year + 1, rule.wkst) - first) / (7 * DAY));
  const numbers = new Set(rule.byWeekNo.map((week) => (week > 0 ? week : weeks + 1 + week)));
  const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ day }) => day) : [weekday(start)];
  const days: number[] = [];
  for (const week of [...numbers].sort((a, b) => a - b)) {
    if (week < 1 || week > weeks) continue;
    for (let index = 0; index < 7; index++) {
      const day = first + ((week - 1) * 7 + index) * DAY;
      if (weekdays.includes(weekday(day)) && hasMonth(rule, day)) days.push(day);
    }
  }
  return days.filter((day) => hasMonthDay(rule, day) && hasYearDay(rule, day));
}

/** The days in [from, to) that BYDAY names: every such weekday, or the nth one from either end. */
function numberedDays({ byDay }: RecurrenceRule, from: number, to: number): readonly number[] {
  const days: number[] = [];
  for (const { day, nth } of byDay) {
    const first = from + ((day - weekday(from) + 7) % 7) * DAY;
    const all: number[] = [];
    for (let at = first; at < to; at += 7 * DAY) all.push(at);
    if (nth === 0) days.push(...all);
    else days.push(...[all.at(nth > 0 ? nth - 1 : nth)].filter((at) => at !== undefined));
  }
  return unique(days);
}

const monthDays = (year: number, month: number, numbers: readonly number[]): number[] => {
  const length = (utc(year, month + 1, 1) - utc(year, month, 1)) / DAY;
  const days = numbers.map((number) => (number > 0 ? number : length + 1 + number));
  return unique(
    days.filter((day) => day >= 1 && day <= length).map((day) => utc(year, month, day)),
  );
};

const names = (list: readonly number[], value: number): boolean =>
  list.length === 0 || list.includes(value);

const hasMonth = ({ byMonth }: RecurrenceRule, day: number): boolean =>
  names(byMonth, new Date(day).getUTCMonth() + 1);

const hasWeekday = ({ byDay }: RecurrenceRule, at: number): boolean =>
  byDay.length === 0 || byDay.some(({ day }) => day === weekday(at));

function hasMonthDay({ byMonthDay }: RecurrenceRule, at: number): boolean {
  if (byMonthDay.length === 0) return true;
  const date = new Date(at);
  const length = new Date(utc(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return byMonthDay.some((day) => (day > 0 ? day : length + 1 + day) === date.getUTCDate());
}

function hasYearDay({ byYearDay }: RecurrenceRule, at: number): boolean {
  if (byYearDay.length === 0) return true;
  const year = new Date(at).getUTCFullYear();
  const number = (dayOf(at) - utc(year, 0, 1)) / DAY + 1;
  const length = (utc(year + 1, 0, 1) - utc(year, 0, 1)) / DAY;
  return byYearDay.some((day) => (day > 0 ? day : length + 1 + day) === number);
}

/** The start of week 1: the first with at least four days in the year. */
function firstWeek(year: number, wkst: number): number {
  return weekStart(utc(year, 0, 4), wkst);
}

const weekStart = (day: number, wkst: number): number =>
  day - ((weekday(day) - wkst + 7) % 7) * DAY;
const weekday = (at: number): number => new Date(at).getUTCDay();
const dayOf = (at: number): number => Math.floor(at / DAY) * DAY;
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month, day);
/** Also past what a Date can hold. */
const isTooLate = (at: number): boolean => !(new Date(at).getUTCFullYear() <= LAST_YEAR);
const unique = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => a - b);
