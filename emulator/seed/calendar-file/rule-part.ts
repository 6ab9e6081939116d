import { basicForm, DAY, dateOf, isAllDay } from '../../workspace/calendar/event-time';
import { readLines, wallOf } from '../../workspace/calendar/recurrence-lines';
import { occurrences } from '../../workspace/calendar/series';
import { instantOf } from '../../workspace/calendar/time-zones';
import type { EventTime } from '../../workspace/state/calendar';

type Lines = readonly string[];

/** The lines of a series that ends before a wall time: its rule gets an UNTIL, and later dates are dropped. */
export const endedBefore = (start: EventTime, lines: Lines, wall: number): string[] =>
  lines.flatMap((line) => {
    if (/^RRULE/.test(line)) return [`${endless(line)};UNTIL=${untilText(start, wall, 1)}`];
    if (!/^RDATE/.test(line)) return [line];
    const walls = readLines({ start, recurrence: [line] }).flatMap((read) => read.walls ?? []);
    return walls.every((one) => one < wall) ? [line] : [];
  });

/** What a later part takes over from the series. */
export interface Earlier {
  readonly lines: Lines;
  /** By how many days the later part is moved. */
  readonly days: number;
  /** Whether its rule goes on without end: then the wall times are only the first of them. */
  readonly isOpen: boolean;
}

/**
 * The lines by which a series that begins at `start` takes place at these wall times: the earlier part's rule where it
 * fits, with dates added and excluded; otherwise every date by itself.
 *
 * @param walls ascending, the first being the start's.
 */
export function recurrenceAt(
  start: EventTime,
  walls: readonly number[],
  { lines, days, isOpen }: Earlier,
): string[] {
  const last = walls[walls.length - 1]!;
  if (walls.length === 1 && !isOpen) return [];
  const exceptions = lines.filter((line) => /^(RDATE|EXDATE)/.test(line)).length;
  for (const rule of movedRules(lines, days)) {
    const line = isOpen ? rule : `${rule};UNTIL=${untilText(start, last, 0)}`;
    const made = wallsOf(start, [line], last);
    const missing = walls.filter((wall) => !made.has(wall));
    const extra = [...made].filter((wall) => !walls.includes(wall));
    if (missing.length + extra.length > exceptions) continue;
    const dates = (name: string) => (wall: number) => dateLine(name, start, wall);
    return [line, ...missing.map(dates('RDATE')), ...extra.map(dates('EXDATE'))];
  }
  return walls.slice(1).map((wall) => dateLine('RDATE', start, wall));
}

/** The only rule of a series, unchanged and moved by days, both without an end. */
function movedRules(lines: Lines, days: number): string[] {
  const rules = lines.filter((line) => /^RRULE/.test(line)).map(endless);
  const [rule] = rules;
  return rule === undefined || rules.length > 1 ? [] : [rule, withDaysMoved(rule, days)];
}

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A weekly rule moved by days keeps its shape when its weeks begin as many days later. */
function withDaysMoved(rule: string, days: number): string {
  const moved = (name: string): string => DAYS[(((DAYS.indexOf(name) + days) % 7) + 7) % 7] ?? name;
  const weeks = /;WKST=/.test(rule) ? rule : `${rule};WKST=MO`;
  return weeks.replace(/;(BYDAY|WKST)=([^;]*)/g, (_, part: string, names: string) => {
    return `;${part}=${names.replace(/(?<![A-Z])[A-Z]{2}(?![A-Z])/g, moved)}`;
  });
}

/** A rule without COUNT and UNTIL. */
const endless = (line: string): string =>
  line.replace(/(?:UNTIL|COUNT)=[^;]*;|;(?:UNTIL|COUNT)=[^;]*$/g, '');

function wallsOf(start: EventTime, recurrence: Lines, last: number): Set<number> {
  const walls = new Set<number>();
  for (const one of occurrences({ start, end: start, recurrence: [...recurrence] })) {
    const wall = wallOf(one.start);
    if (wall > last) break;
    walls.add(wall);
  }
  return walls;
}

/** UNTIL for a series whose last occurrence is at a wall time, or before it. */
function untilText(start: EventTime, wall: number, before: 0 | 1): string {
  if (isAllDay(start)) return basicForm({ date: dateOf(wall - before * DAY) });
  return basicForm({ at: instantOf(start.timeZone ?? 'UTC', wall) - before * 1000 });
}

function dateLine(name: string, start: EventTime, wall: number): string {
  if (isAllDay(start)) return `${name};VALUE=DATE:${basicForm({ date: dateOf(wall) })}`;
  return `${name}:${basicForm({ at: instantOf(start.timeZone ?? 'UTC', wall) })}`;
}
