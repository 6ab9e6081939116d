import { invalid } from '../google-error';
import { dateMs, DAY, isAllDay } from './event-time';
import { parseRule, type RecurrenceRule } from './recurrence-rule';
import type { EventTime, SharedFields } from '../state/calendar';
import { instantOf, isTimeZone, wallAt } from './time-zones';

/** One line of `Event.recurrence`. */
export interface Line {
  readonly name: 'RRULE' | 'EXRULE' | 'RDATE' | 'EXDATE';
  readonly rule?: RecurrenceRule;
  /** Wall times (dates for an all-day series). */
  readonly walls?: readonly number[];
  /** For an RDATE of periods: the length of each in milliseconds, by its wall time. */
  readonly lengths?: ReadonlyMap<number, number>;
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

/** The wall time of an event's time in its own zone; of a date, its midnight. */
export const wallOf = (time: EventTime): number =>
  isAllDay(time) ? dateMs(time.date) : wallAt(time.timeZone ?? 'UTC', time.at);

/** @throws GoogleError 400 for a line that cannot be read. */
export function readLines({
  start,
  recurrence = [],
}: Pick<SharedFields, 'start' | 'recurrence'>): readonly Line[] {
  return recurrence.map((line) => {
    const match = /^(RRULE|EXRULE|RDATE|EXDATE)((?:;[^:]*)?):(.+)$/i.exec(line.trim());
    const name = match?.[1]?.toUpperCase() as Line['name'] | undefined;
    if (!match || !name) throw invalid('Invalid recurrence rule.');
    if (name === 'RDATE' || name === 'EXDATE')
      return { name, ...readDates(match[2]!, match[3]!, start) };
    const rule = parseRule(match[3]!);
    if (!rule || match[2]) throw invalid('Invalid recurrence rule.');
    return { name, rule };
  });
}

function readDates(
  parameters: string,
  values: string,
  start: EventTime,
): { readonly walls: readonly number[]; readonly lengths: ReadonlyMap<number, number> } {
  const named = /;TZID=([^;:]+)/i.exec(parameters)?.[1];
  if (named && !isTimeZone(named)) throw invalid('Invalid recurrence rule.');
  const lengths = new Map<number, number>();
  const walls = values.split(',').map((value) => {
    const [from = '', to] = value.trim().split('/');
    const wall = wallIn(from, named, start);
    const length =
      to === undefined ? null : periodLength(wall, to, (end) => wallIn(end, named, start));
    if (length !== null) lengths.set(wall, length);
    return wall;
  });
  return { walls, lengths };
}

/** The wall time of a series that a date or time in one of its lines stands for. */
function wallIn(text: string, named: string | undefined, start: EventTime): number {
  if (!/^\d{8}(T\d{6}Z?)?$/.test(text)) throw invalid('Invalid recurrence rule.');
  const own = isAllDay(start) ? 'UTC' : (start.timeZone ?? 'UTC');
  const at = basicMs(text);
  if (isAllDay(start)) return Math.floor(at / DAY) * DAY;
  if (text.length === 8) return at + (wallOf(start) % DAY);
  if (text.endsWith('Z')) return wallAt(own, at);
  return named && named !== own ? wallAt(own, instantOf(named, at)) : at;
}

const DURATION = /^\+?P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/i;

/** The length of a period whose second half is an end or a duration. */
function periodLength(wall: number, second: string, wallOfEnd: (text: string) => number): number {
  const match = DURATION.exec(second);
  const [weeks, days, hours, minutes, seconds] = (match?.slice(1) ?? []).map((part) =>
    Number(part ?? 0),
  );
  const length = match
    ? (weeks! * 7 + days!) * DAY + ((hours! * 60 + minutes!) * 60 + seconds!) * 1000
    : wallOfEnd(second) - wall;
  if (length < 0) throw invalid('Invalid recurrence rule.');
  return length;
}
