import { basicForm, DAY, dateOf, isAllDay, lengthOf, later } from './event-time';
import { basicMs, readLines, wallOf, type Line } from './recurrence-lines';
import type { RecurrenceRule } from './recurrence-rule';
import { ruleOccurrences } from './rule-occurrences';
import type { EventTime, SharedFields } from '../state/calendar';
import { instantOf } from './time-zones';

/** The fields that decide when a series takes place. */
export type Timing = Pick<SharedFields, 'start' | 'end' | 'recurrence'>;

/** One occurrence of a series, before exceptions. */
export interface Occurrence {
  readonly start: EventTime;
  readonly end: EventTime;
}

/**
 * No rule runs forever: a series ends after this many occurrences. A daily one has fewer by the last year that a rule
 * reaches, so only one that names many times of each day is ever cut.
 */
const MOST_OCCURRENCES = 1_000_000;

/**
 * How many occurrences Google lists of a series without an end when there is no window. Reported: about 700 of a
 * weekly one. @see https://github.com/garrytan/gbrain/pull/5015
 */
export const OPEN_ENDED_OCCURRENCES = 730;

/** The wall times of a series that have been computed so far. */
interface Unrolled {
  readonly start: number;
  /** Lengths of the occurrences that have one of their own. */
  readonly lengths: ReadonlyMap<number, number>;
  readonly walls: number[];
  readonly rest: Iterator<number>;
  done: boolean;
}

/** By the series' array of lines, which every change replaces. */
const unrolled = new WeakMap<object, Unrolled>();

/** Refuses recurrence lines that cannot be read. @throws GoogleError 400 */
export function checkRecurrence(timing: Timing): void {
  if (timing.recurrence) readLines(timing);
}

/** Any zone's clock is less than a day from UTC, and a change of clocks moves it by hours. */
const CLOCKS_APART = 2 * DAY;

/**
 * The occurrences of a series whose start is before `to` (a wall time for all-day series, else an instant), ascending.
 *
 * @param from those that end clearly before this instant may be left out: a series that began decades ago costs little.
 */
export function* occurrences(
  timing: Timing,
  to = Infinity,
  from = -Infinity,
): Generator<Occurrence> {
  const usual = lengthOf(timing);
  const { lengths } = unrolledOf(timing);
  let last = NaN;
  for (const wall of wallsOf(timing)) {
    const length = lengths.get(wall) ?? usual;
    if (wall + length < from - CLOCKS_APART) continue;
    const start = atWall(timing, wall);
    const at = isAllDay(start) ? wall : start.at;
    if (at >= to) return;
    if (at === last) continue;
    last = at;
    yield { start, end: endOf(timing, start, length) };
  }
}

/** When the occurrence that starts then ends. */
export function endOfOccurrence(timing: Timing, start: EventTime): EventTime {
  const { lengths } = unrolledOf(timing);
  return endOf(timing, start, lengths.get(wallOf(start)) ?? lengthOf(timing));
}

/** Whether a series has no end. */
export const isOpenEnded = ({ recurrence = [] }: Timing): boolean =>
  recurrence.some((line) => /^RRULE/i.test(line) && !/(COUNT|UNTIL)=/i.test(line));

/** The occurrence for the last part of an instance id; undefined when the series has none there. */
export function occurrenceAt(timing: Timing, basic: string): Occurrence | undefined {
  const to = basicMs(basic);
  for (const occurrence of occurrences(timing, to + 1, to)) {
    if (basicForm(occurrence.start) === basic) return occurrence;
  }
  return undefined;
}

function endOf(timing: Timing, start: EventTime, length: number): EventTime {
  const { end } = timing;
  const moved = later(start, length);
  return isAllDay(moved) || isAllDay(end) || !end.timeZone
    ? moved
    : { at: moved.at, timeZone: end.timeZone };
}

function atWall({ start }: Timing, wall: number): EventTime {
  if (isAllDay(start)) return { date: dateOf(wall) };
  const timeZone = start.timeZone ?? 'UTC';
  return { at: instantOf(timeZone, wall), timeZone };
}

function unrolledOf(timing: Timing): Unrolled {
  const start = wallOf(timing.start);
  const key = timing.recurrence ?? timing;
  let known = unrolled.get(key);
  if (known?.start !== start) {
    const lengths = new Map(readLines(timing).flatMap((line) => [...(line.lengths ?? [])]));
    known = { start, lengths, walls: [], rest: unroll(timing), done: false };
    unrolled.set(key, known);
  }
  return known;
}

function* wallsOf(timing: Timing): Generator<number> {
  const known = unrolledOf(timing);
  for (let index = 0; index < MOST_OCCURRENCES; index++) {
    if (index >= known.walls.length) {
      if (known.done) return;
      const { value, done } = known.rest.next();
      known.done = done ?? false;
      if (done) return;
      known.walls.push(value);
    }
    yield known.walls[index]!;
  }
}

/** The set of RFC 5545: start, rules and RDATEs, minus EXRULEs and EXDATEs. The start always counts as the first. */
function* unroll(timing: Timing): Generator<number> {
  const start = wallOf(timing.start);
  const lines = readLines(timing);
  const of = (name: Line['name']): readonly Line[] => lines.filter((line) => line.name === name);
  const dates = (name: Line['name']): number[] => of(name).flatMap(({ walls = [] }) => walls);
  const without = new Set(dates('EXDATE'));
  const exRules = of('EXRULE').map(({ rule }) => peekable(ruleWalls(rule!, timing)));
  const sources = [
    ...of('RRULE').map(({ rule }) => ruleWalls(rule!, timing)),
    [start][Symbol.iterator](),
    dates('RDATE')
      .sort((a, b) => a - b)
      [Symbol.iterator](),
  ];
  for (const wall of merged(sources)) {
    const excluded = without.has(wall) || exRules.some((rule) => rule.has(wall));
    if (!excluded) yield wall;
  }
}

/**
 * A rule's wall times up to its COUNT or UNTIL. The times of day of an all-day rule are ignored, as RFC 5545 demands. A start that
 * the rule does not produce uses up none of COUNT: Google was seen to show it besides.
 *
 * @see https://github.com/fmeringdal/rust-rrule/issues/119
 */
function* ruleWalls(rule: RecurrenceRule, timing: Timing): Generator<number> {
  const start = wallOf(timing.start);
  const isPast = untilOf(rule, timing.start);
  let left = rule.count ?? Infinity;
  const kept = isAllDay(timing.start) ? { ...rule, byHour: [], byMinute: [], bySecond: [] } : rule;
  for (const wall of ruleOccurrences(kept, start)) {
    if (left-- <= 0 || isPast(wall)) return;
    yield wall;
  }
}

/** How much of a rule's COUNT is used up before an occurrence: dates that are excluded use it, extra ones do not. */
export function countBefore(timing: Timing, original: EventTime): number {
  const rule = readLines(timing).find(({ name }) => name === 'RRULE')?.rule;
  let count = 0;
  for (const wall of rule ? ruleWalls(rule, timing) : []) {
    if (wall >= wallOf(original)) break;
    count++;
  }
  return count;
}

function untilOf({ until }: RecurrenceRule, start: EventTime): (wall: number) => boolean {
  if (until === null) return () => false;
  const last = basicMs(until);
  if (isAllDay(start)) return (wall) => wall > Math.floor(last / DAY) * DAY;
  const timeZone = start.timeZone ?? 'UTC';
  if (until.endsWith('Z')) return (wall) => instantOf(timeZone, wall) > last;
  return until.length === 8 ? (wall) => wall >= last + DAY : (wall) => wall > last;
}

function* merged(sources: readonly Iterator<number>[]): Generator<number> {
  const heads = sources.map((source) => source.next());
  let last = NaN;
  for (;;) {
    let least = -1;
    heads.forEach((head, index) => {
      if (!head.done && (least < 0 || head.value < (heads[least]!.value as number))) least = index;
    });
    if (least < 0) return;
    const value = heads[least]!.value as number;
    heads[least] = sources[least]!.next();
    if (value !== last) yield value;
    last = value;
  }
}

/** Returns a function that tests whether an ascending source contains values, which must ascend too. */
function peekable(source: Iterator<number>): { has(value: number): boolean } {
  let head = source.next();
  return {
    has(value) {
      while (!head.done && head.value < value) head = source.next();
      return !head.done && head.value === value;
    },
  };
}
