/** The days that a rule names. Walks period by period, and calculates where to begin. */
import {
  dayIn,
  dayOf,
  LAST_DAY,
  partsOf,
  weekdayOf,
  weekOf,
  yearLength,
  type DayParts,
} from './days';
import { WEEKDAYS, type Rule } from './rule';

/** A rule with its implied parts, and where it is counted from. */
export interface Walk {
  readonly rule: Rule;
  readonly startDay: number;
  /** The last day that may be an occurrence. Infinity: no end, or none before the last year that is accepted. */
  readonly endDay: number;
}

/** What a rule leaves to the day that its series starts on. */
export function impliedParts(rule: Rule, startDay: number): Rule {
  const { month, monthDay } = partsOf(startDay);
  const { frequency, days, monthDays, yearDays, weeks, months } = rule;
  const weekday = [{ day: WEEKDAYS[weekdayOf(startDay)]!, nth: null }];
  if (frequency === 'daily' || days.length > 0) return rule;
  if (frequency === 'weekly' || weeks.length > 0) return { ...rule, days: weekday };
  if (monthDays.length + yearDays.length > 0) return rule;
  const ofYear = frequency === 'yearly' && months.length === 0;
  return { ...rule, monthDays: [monthDay], months: ofYear ? [month] : months };
}

/** By the rule as it was given: to find where a count ends takes as long as the series is. */
const walks = new WeakMap<Rule, Walk>();

/** @param given its implied parts are filled in. */
export function walkOf(given: Rule, startDay: number): Walk {
  const known = walks.get(given);
  if (known?.startDay === startDay) return known;
  const rule = impliedParts(given, startDay);
  const walk = { rule, startDay, endDay: endOf(rule, startDay) };
  walks.set(given, walk);
  return walk;
}

/**
 * The days that the rule names, ascending: on or after the start and `from`, up to the rule's end and `to`. Nothing after the
 * last year that is accepted, where a rule that never names a day (31 February) ends, too.
 */
export function* ruleDays(walk: Walk, from = walk.startDay, to = LAST_DAY): Generator<number> {
  const { rule, startDay, endDay } = walk;
  const [low, high] = [Math.max(startDay, from), Math.min(endDay, to, LAST_DAY)];
  for (let index = indexAt(rule, startDay, low); ; index += 1) {
    const first = firstDay(rule, startDay, index);
    // Negated, because a huge interval leads to NaN.
    if (!(first <= high)) return;
    for (const day of daysOfPeriod(rule, startDay, index)) {
      if (day > high) return;
      if (day >= low) yield day;
    }
  }
}

/** The same days in descending order, from the rule's end or `to`. */
export function* ruleDaysBack(walk: Walk, to = LAST_DAY): Generator<number> {
  const { rule, startDay, endDay } = walk;
  const high = Math.min(endDay, to, LAST_DAY);
  for (let index = indexAt(rule, startDay, high); index >= 0; index -= 1) {
    for (const day of [...daysOfPeriod(rule, startDay, index)].reverse())
      if (day <= high && day >= startDay) yield day;
  }
}

/** Whether the rule names the day. */
export const hasDay = (walk: Walk, day: number): boolean =>
  ruleDays(walk, day, day).next().value === day;

/** How many days before this one the rule names. */
export function countBefore(walk: Walk, day: number): number {
  let count = 0;
  for (const _ of ruleDays(walk, walk.startDay, day - 1)) count += 1;
  return count;
}

function endOf(rule: Rule, startDay: number): number {
  if (rule.end === null) return Infinity;
  if ('until' in rule.end) return dayOf(rule.end.until);
  const { count } = rule.end;
  if (isEveryDay(rule)) return beforeTheEnd(startDay + (count - 1) * rule.interval);
  let left = count;
  for (const day of ruleDays({ rule, startDay, endDay: Infinity })) {
    left -= 1;
    if (left === 0) return day;
  }
  return Infinity;
}

const beforeTheEnd = (day: number): number => (day > LAST_DAY ? Infinity : day);

/** Whether a daily rule has nothing but its interval. */
export const isEveryDay = ({ frequency, days, monthDays, months, positions }: Rule): boolean =>
  frequency === 'daily' && days.length + monthDays.length + months.length + positions.length === 0;

const weekStartOf = ({ weekStart }: Rule): number => WEEKDAYS.indexOf(weekStart ?? 'MO');

/** The number of the period that a day is in; periods are counted in the rule's own unit. */
export function unitOf(rule: Rule, day: number): number {
  if (rule.frequency === 'daily') return day;
  if (rule.frequency === 'weekly') {
    const weekStart = weekStartOf(rule);
    return (weekOf(day, weekStart) - weekOf(0, weekStart)) / 7;
  }
  // A week belongs to the year in which most of its days lie.
  const { year, month } = partsOf(rule.weeks.length > 0 ? weekOf(day, weekStartOf(rule)) + 3 : day);
  return rule.frequency === 'yearly' ? year : year * 12 + month - 1;
}

/** The index of the last period that begins on or before a day; of the first one for a day before the start. */
const indexAt = (rule: Rule, startDay: number, day: number): number =>
  Math.max(0, Math.floor((unitOf(rule, day) - unitOf(rule, startDay)) / rule.interval));

function firstDay(rule: Rule, startDay: number, index: number): number {
  return firstDayOf(rule, unitOf(rule, startDay) + index * rule.interval);
}

function firstDayOf(rule: Rule, unit: number): number {
  switch (rule.frequency) {
    case 'daily':
      return unit;
    case 'weekly':
      return unit * 7 + weekOf(0, weekStartOf(rule));
    case 'monthly':
      return dayIn(Math.floor(unit / 12), (unit % 12) + 1, 1);
    case 'yearly':
      return rule.weeks.length > 0
        ? weekOf(dayIn(unit, 1, 4), weekStartOf(rule))
        : dayIn(unit, 1, 1);
  }
}

const LENGTH = { daily: 1, weekly: 7 } as const;

function lengthOf(rule: Rule, first: number): number {
  if (rule.frequency === 'daily' || rule.frequency === 'weekly') return LENGTH[rule.frequency];
  if (rule.frequency === 'monthly') return partsOf(first).monthLength;
  const { year } = partsOf(first + 3);
  return firstDayOf(rule, year + 1) - first;
}

function daysOfPeriod(rule: Rule, startDay: number, index: number): readonly number[] {
  const first = firstDay(rule, startDay, index);
  const length = lengthOf(rule, first);
  const days: number[] = [];
  for (let day = first; day < first + length; day += 1) {
    const parts = partsOf(day);
    if (!names(rule.months, parts.month)) day += parts.monthLength - parts.monthDay;
    else if (isNamed(rule, parts, day) && isInWeeks(rule, day - first, length)) days.push(day);
  }
  return rule.positions.length > 0 ? atPositions(days, rule.positions) : days;
}

const names = (list: readonly number[], value: number): boolean =>
  list.length === 0 || list.includes(value);

/** Whether a list names a place in a row, counted from either end. */
const namesPlace = (list: readonly number[], place: number, length: number): boolean =>
  list.length === 0 || list.includes(place) || list.includes(place - length - 1);

function isInWeeks({ weeks }: Rule, daysIn: number, length: number): boolean {
  return namesPlace(weeks, Math.floor(daysIn / 7) + 1, length / 7);
}

function isNamed(rule: Rule, parts: DayParts, day: number): boolean {
  if (!namesPlace(rule.monthDays, parts.monthDay, parts.monthLength)) return false;
  const inYear = day - dayIn(parts.year, 1, 1) + 1;
  if (!namesPlace(rule.yearDays, inYear, yearLength(parts.year))) return false;
  return rule.days.length === 0 || isNamedWeekday(rule, parts, day, inYear);
}

/** Numbers of weekdays are counted in the month, or in the year if the rule names no month. */
function isNamedWeekday(rule: Rule, parts: DayParts, day: number, inYear: number): boolean {
  const weekday = WEEKDAYS[weekdayOf(day)];
  const ofYear = rule.frequency === 'yearly' && rule.months.length === 0;
  const place = ofYear ? inYear : parts.monthDay;
  const length = ofYear ? yearLength(parts.year) : parts.monthLength;
  return rule.days.some(
    (named) =>
      named.day === weekday &&
      (named.nth === null ||
        named.nth === Math.ceil(place / 7) ||
        named.nth === -Math.ceil((length - place + 1) / 7)),
  );
}

function atPositions(days: readonly number[], positions: readonly number[]): readonly number[] {
  return days.filter((_, index) => namesPlace(positions, index + 1, days.length));
}
