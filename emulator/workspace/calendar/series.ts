import { invalid } from '../google-error';
import { basicForm, DAY, dateMs, dateOf, isAllDay, lengthOf, later } from './event-time';
import { parseRule, type RecurrenceRule } from './recurrence-rule';
import { ruleOccurrences } from './rule-occurrences';
import type { EventTime, SharedFields } from '../state/calendar';
import { instantOf, isTimeZone, wallAt } from './time-zones';

/** The fields that decide when a series takes place. */
export type Timing = Pick<SharedFields, 'start' | 'end' | 'recurrence'>;

/** One occurrence of a series, before exceptions. */
export interface Occurrence {
  readonly start: EventTime;
  readonly end: EventTime;
}

/** How many occurrences of one series are ever considered, from its start on: about 27 years of a daily one. */
const OCCURRENCES_KEPT = 10_000;

/**
 * How many occurrences Google lists of a series without an end when there is no window. Reported: about 700 of a
 * weekly one. @see https://github.com/garrytan/gbrain/pull/5015
 */
export const OPEN_ENDED_OCCURRENCES = 730;

interface Line {
  readonly name: 'RRULE' | 'EXRULE' | 'RDATE' | 'EXDATE';
  readonly rule?: RecurrenceRule;
  /** Wall times (dates for an all-day series). */
  readonly walls?: readonly number[];
}

/** Wall times of a series, computed as far as they were needed so far. */
interface Unrolled {
  readonly start: number;
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

/**
 * The occurrences of a series whose start is before `to` (a wall time for all-day series, else an instant), ascending.
 * Stops early after the most that a series may have, so that no rule runs forever.
 */
export function* occurrences(timing: Timing, to = Infinity): Generator<Occurrence> {
  const length = lengthOf(timing);
  let last = NaN;
  for (const wall of wallsOf(timing)) {
    const start = atWall(timing, wall);
    const at = isAllDay(start) ? wall : start.at;
    if (at >= to) return;
    if (at === last) continue;
    last = at;
    yield { start, end: endOf(timing, start, length) };
  }
}

/** Whether a series has no end. */
export const isOpenEnded = ({ recurrence = [] }: Timing): boolean =>
  recurrence.some((line) => /^RRULE/i.test(line) && !/(COUNT|UNTIL)=/i.test(line));

/** The occurrence for the last part of an instance id; undefined when the series has none there. */
export function occurrenceAt(timing: Timing, basic: string): Occurrence | undefined {
  const to = basicMs(basic);
  for (const occurrence of occurrences(timing, to + 1)) {
    if (basicForm(occurrence.start) === basic) return occurrence;
  }
  return undefined;
}

/** `YYYYMMDD` or `YYYYMMDDTHHMMSSZ` in milliseconds. */
export const basicMs = (basic: string): number =>
  Date.UTC(
    Number(basic.slice(0, 4)),
    Number(basic.slice(4, 6)) - 1,
    Number(basic.slice(6, 8)),
    Number(basic.slice(9, 11)),
    Number(basic.slice(11, 13)),
    Number(basic.slice(13, 15)),
  );

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

function* wallsOf(timing: Timing): Generator<number> {
  const start = wallOf(timing.start);
  const key = timing.recurrence ?? timing;
  let known = unrolled.get(key);
  if (known?.start !== start) {
    known = { start, walls: [], rest: unroll(timing), done: false };
    unrolled.set(key, known);
  }
  for (let index = 0; index < OCCURRENCES_KEPT; index++) {
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
  const exRules = of('EXRULE').map(({ rule }) => peekable(ruleWalls(rule!, timing, false)));
  const sources = [
    ...of('RRULE').map(({ rule }) => ruleWalls(rule!, timing, true)),
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

const wallOf = (time: EventTime): number =>
  isAllDay(time) ? dateMs(time.date) : wallAt(time.timeZone ?? 'UTC', time.at);

/** A rule's wall times up to its COUNT or UNTIL. A start that the rule does not produce still uses up one of COUNT. */
function* ruleWalls(rule: RecurrenceRule, timing: Timing, countsStart: boolean): Generator<number> {
  const start = wallOf(timing.start);
  const isPast = untilOf(rule, timing.start);
  let left = rule.count ?? Infinity;
  let first = true;
  for (const wall of ruleOccurrences(rule, start)) {
    if (first && countsStart && wall !== start) left--;
    first = false;
    if (left-- <= 0 || isPast(wall)) return;
    yield wall;
  }
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

function readLines({ start, recurrence = [] }: Timing): readonly Line[] {
  return recurrence.map((line) => {
    const match = /^(RRULE|EXRULE|RDATE|EXDATE)((?:;[^:]*)?):(.+)$/i.exec(line.trim());
    const name = match?.[1]?.toUpperCase() as Line['name'] | undefined;
    if (!match || !name) throw invalid('Invalid recurrence rule.');
    if (name === 'RDATE' || name === 'EXDATE')
      return { name, walls: readDates(match[2]!, match[3]!, start) };
    const rule = parseRule(match[3]!);
    if (!rule || match[2]) throw invalid('Invalid recurrence rule.');
    return { name, rule };
  });
}

function readDates(parameters: string, values: string, start: EventTime): readonly number[] {
  const named = /;TZID=([^;:]+)/i.exec(parameters)?.[1];
  if (named && !isTimeZone(named)) throw invalid('Invalid recurrence rule.');
  const own = isAllDay(start) ? 'UTC' : (start.timeZone ?? 'UTC');
  return values.split(',').map((value) => {
    const text = value.split('/')[0]!.trim();
    if (!/^\d{8}(T\d{6}Z?)?$/.test(text)) throw invalid('Invalid recurrence rule.');
    const at = basicMs(text);
    if (isAllDay(start)) return Math.floor(at / DAY) * DAY;
    if (text.length === 8) return at + (wallOf(start) % DAY);
    if (text.endsWith('Z')) return wallAt(own, at);
    return named && named !== own ? wallAt(own, instantOf(named, at)) : at;
  });
}
