/** The dates of a series, how two series compare, and how one is cut in two. */
import { instantMsOf, localAt } from '../zoned-time';
import { addDays, dateOf, dayOf } from './days';
import { reducedRule } from './reduced-rule';
import { MOST_DATES, type Repeats, type SeriesStart } from './repeats';
import {
  countBefore,
  hasDay,
  impliedParts,
  ruleDays,
  ruleDaysBack,
  unitOf,
  walkOf,
  type Walk,
} from './rule-days';
import type { Rule } from './rule';

/**
 * The same series in one form: implied parts filled in (weekly without days: the weekday of the start), lists in order, the start
 * of the week only where it matters, no dates without an effect. Rules that name the same days compare equal, except for
 * some that `sameRepeats` tells by their dates.
 */
export function canonical(repeats: Repeats, start: SeriesStart): Repeats {
  const startDay = dayOf(start.date);
  const rule = repeats.rule && reducedRule(repeats.rule, startDay);
  const walk = rule && walkOf(rule, startDay);
  const isNamed = (date: string): boolean =>
    date === start.date || (walk !== null && hasDay(walk, dayOf(date)));
  return {
    rule,
    extra: inOrder(
      repeats.extra.filter((date) => !isNamed(date) && !repeats.skipped.includes(date)),
    ),
    skipped: inOrder(repeats.skipped.filter(isNamed)),
  };
}

const inOrder = (dates: readonly string[]): readonly string[] => [...new Set(dates)].sort();

/** How many dates of two series that start together are compared: eight years of a daily one. */
const COMPARED_DATES = 3000;

/**
 * Whether two series repeat alike, each counted from its own start: the same rule in other words, or, where both start on the same
 * date, the same dates. Time of day and zone are not compared.
 */
export function sameRepeats(
  one: Repeats,
  oneStart: SeriesStart,
  other: Repeats,
  otherStart: SeriesStart,
): boolean {
  if (keyOf(one, oneStart) === keyOf(other, otherStart)) return true;
  if (oneStart.date !== otherStart.date) return false;
  if (lastDate(one, oneStart) !== lastDate(other, otherStart)) return false;
  const theirs = occurrences(other, otherStart);
  let compared = 0;
  for (const day of occurrences(one, oneStart)) {
    if (theirs.next().value !== day) return false;
    compared += 1;
    if (compared === COMPARED_DATES) return true;
  }
  return theirs.next().done === true;
}

const keyOf = (repeats: Repeats, start: SeriesStart): string =>
  JSON.stringify(canonical(repeats, start));

/**
 * The first `limit` occurrences on or after `from`, a local date, as Google counts: the start is always one, besides COUNT
 * if the rule does not name it; skipped dates are left out, extra ones included. Nothing after the last year that is accepted.
 */
export function datesOf(
  repeats: Repeats,
  start: SeriesStart,
  from: string,
  limit: number,
): readonly string[] {
  const dates: string[] = [];
  if (limit < 1) return dates;
  for (const day of occurrences(repeats, start, dayOf(from))) {
    dates.push(dateOf(day));
    if (dates.length >= limit) break;
  }
  return dates;
}

function* occurrences(repeats: Repeats, start: SeriesStart, from = -Infinity): Generator<number> {
  const skipped = new Set(repeats.skipped.map(dayOf));
  for (const day of slots(repeats, start, from)) if (!skipped.has(day)) yield day;
}

/** The dates that the start, the rule and the extra dates name from one date on and before another, skipped or not. */
export function slotsBetween(
  repeats: Repeats,
  start: SeriesStart,
  from: string,
  before: string,
): readonly string[] {
  const dates: string[] = [];
  for (const day of slots(repeats, start, dayOf(from))) {
    if (day >= dayOf(before)) break;
    dates.push(dateOf(day));
  }
  return dates;
}

/** What the start, the rule and the extra dates name. */
function* slots(repeats: Repeats, start: SeriesStart, from: number): Generator<number> {
  const single = inOrder([start.date, ...repeats.extra])
    .map(dayOf)
    .filter((day) => day >= from);
  let next = 0;
  if (repeats.rule !== null)
    for (const day of ruleDays(seriesWalk(repeats.rule, start), from)) {
      for (; next < single.length && single[next]! <= day; next += 1)
        if (single[next]! < day) yield single[next]!;
      yield day;
    }
  for (; next < single.length; next += 1) yield single[next]!;
}

const seriesWalk = (rule: Rule, start: SeriesStart): Walk => walkOf(rule, dayOf(start.date));

/** Whether the start, the rule or the extra dates name that date, skipped or not. */
export function isSlot(repeats: Repeats, start: SeriesStart, date: string): boolean {
  if (date === start.date || repeats.extra.includes(date)) return true;
  return repeats.rule !== null && hasDay(seriesWalk(repeats.rule, start), dayOf(date));
}

/**
 * The date of the last occurrence; null when the series has no end, or none before the last year that is accepted. Of a series
 * whose dates are all skipped, the start's.
 */
export function lastDate(repeats: Repeats, start: SeriesStart): string | null {
  const skipped = new Set(repeats.skipped);
  const single = inOrder([start.date, ...repeats.extra]).filter((date) => !skipped.has(date));
  const last = single[single.length - 1] ?? '';
  const walk = repeats.rule && seriesWalk(repeats.rule, start);
  if (walk?.endDay === Infinity) return null;
  for (const day of walk === null ? [] : ruleDaysBack(walk)) {
    const date = dateOf(day);
    if (date <= last) break;
    if (!skipped.has(date)) return date;
  }
  return last || start.date;
}

/**
 * When the occurrence of that date begins: an ISO instant with milliseconds, or the date for an all-day series. A time that the
 * clocks skip is moved later by the length of the gap.
 *
 * @throws RangeError for a zone, date or time that does not exist.
 */
export function instantOfSlot(date: string, start: SeriesStart): string {
  if (start.time === null) return date;
  return new Date(instantMsOf({ local: `${date}T${start.time}`, zone: start.zone })).toISOString();
}

/**
 * The date whose occurrence begins at that instant (RFC 3339, or a date): what `instantOfSlot` was given. For an
 * instant at which no occurrence would begin, its local date.
 */
export function slotOfInstant(originalStart: string, start: SeriesStart): string {
  const instantMs = Date.parse(originalStart);
  if (start.time === null || originalStart.length === 10) return originalStart.slice(0, 10);
  const date = localAt(instantMs, start.zone).slice(0, 10);
  const isAt = (slot: string): boolean => Date.parse(instantOfSlot(slot, start)) === instantMs;
  // Where clocks skip midnight, the time that was moved later is on the next date.
  const before = addDays(date, -1);
  return !isAt(date) && isAt(before) ? before : date;
}

/**
 * What is left of a series that ends before a date ("this and following"). A count is counted down. Skipped dates stay, in case that
 * somebody lets the series run longer again. If nothing is left, the start is skipped as well: the series is to be deleted.
 */
export function cutBefore(repeats: Repeats, start: SeriesStart, date: string): Repeats {
  const extra = repeats.extra.filter((one) => one < date);
  if (date <= start.date)
    return { rule: null, extra: [], skipped: inOrder([...repeats.skipped, start.date]) };
  return { ...repeats, rule: repeats.rule && ruleBefore(repeats.rule, start, date), extra };
}

function ruleBefore(rule: Rule, start: SeriesStart, date: string): Rule | null {
  const lastDay = addDays(date, -1);
  if (rule.end !== null && 'count' in rule.end) {
    const count = countBefore(seriesWalk(rule, start), dayOf(date));
    return count === 0 ? null : { ...rule, end: { count } };
  }
  const until = rule.end === null || rule.end.until > lastDay ? lastDay : rule.end.until;
  return { ...rule, end: { until } };
}

/**
 * The rest of a series from one of its dates on, which becomes the start of another series. A count is what is left; later
 * skipped and extra dates go along. Where that date is an extra one out of step with the rule's interval, the dates
 * that follow are extra ones, at most as many as a series may have.
 *
 * @param date a slot of the series: it will count as an occurrence.
 */
export function fromDateOn(repeats: Repeats, start: SeriesStart, date: string): Repeats {
  const extra = repeats.extra.filter((one) => one > date);
  const skipped = repeats.skipped.filter((one) => one >= date);
  const rule = repeats.rule && ruleFrom(repeats.rule, start, date);
  if (rule !== 'out-of-step') return { rule, extra, skipped };
  const dates = datesOf(repeats, start, addDays(date, 1), MOST_DATES);
  return { rule: null, extra: dates, skipped: skipped.filter((one) => one === date) };
}

function ruleFrom(rule: Rule, start: SeriesStart, date: string): Rule | null | 'out-of-step' {
  const [startDay, day] = [dayOf(start.date), dayOf(date)];
  const walk = seriesWalk(rule, start);
  const left = endFrom(walk, day);
  if (left === 'none') return null;
  if ((unitOf(walk.rule, day) - unitOf(walk.rule, startDay)) % rule.interval !== 0)
    return 'out-of-step';
  const same = JSON.stringify(impliedParts(rule, day)) === JSON.stringify(walk.rule);
  return { ...(same ? rule : walk.rule), end: left };
}

function endFrom({ rule, ...walk }: Walk, day: number): Rule['end'] | 'none' {
  if (walk.endDay < day) return 'none';
  if (rule.end === null || 'until' in rule.end) return rule.end;
  const count = rule.end.count - countBefore({ rule, ...walk }, day);
  return count > 0 ? { count } : 'none';
}

/** Whether a series begins on a date of its own rule. Google shows any other start as one more date. */
export const startsByRule = ({ rule }: Repeats, start: SeriesStart): boolean =>
  rule === null || hasDay(seriesWalk(rule, start), dayOf(start.date));
