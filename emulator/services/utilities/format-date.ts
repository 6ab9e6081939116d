import type { WallTime } from '../../kit/zoned-time';
import { calendarFields } from './calendar-fields';
import { parsePattern } from './date-pattern';
import {
  javaZone,
  minutesAhead,
  offsetText,
  wallTimeIn,
  zoneName,
  type JavaZone,
} from './java-zone';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface Moment {
  readonly ms: number;
  readonly zone: JavaZone;
  readonly wall: WallTime;
}

/** A date as java.text.SimpleDateFormat writes it, in US English: weeks begin on Sunday. */
export function formatDate(ms: number, timeZone: string, format: string): string {
  const zone = javaZone(timeZone);
  const moment = { ms, zone, wall: wallTimeIn(zone, ms) };
  return parsePattern(format)
    .map((part) => (part.kind === 'text' ? part.text : fieldText(part.letter, part.count, moment)))
    .join('');
}

function fieldText(letter: string, count: number, moment: Moment): string {
  const text = nameField(letter, count, moment);
  return text ?? String(numberField(letter, moment)).padStart(count, '0');
}

/** Fields that are not simply padded numbers. */
function nameField(letter: string, count: number, { ms, zone, wall }: Moment): string | null {
  const { weekYear, weekDay } = calendarFields(wall);
  switch (letter) {
    case 'G':
      return wall.year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2 ? lastTwo(wall.year) : null;
    case 'Y':
      return count === 2 ? lastTwo(weekYear) : null;
    case 'M':
    case 'L':
      return count > 2 ? shortened(MONTHS[wall.month - 1]!, count) : null;
    case 'E':
      return shortened(DAYS[weekDay]!, count);
    case 'a':
      return wall.hour < 12 ? 'AM' : 'PM';
    case 'z':
      return zoneName(zone, ms, count > 3 ? 'long' : 'short');
    case 'Z':
      return offsetText(minutesAhead(zone, ms), '');
    case 'X':
      return isoZone(minutesAhead(zone, ms), count);
    default:
      return null;
  }
}

function numberField(letter: string, { ms, wall }: Moment): number {
  const { weekYear, weekOfYear, weekOfMonth, dayOfYear, weekDay } = calendarFields(wall);
  const { hour, day } = wall;
  const values: Readonly<Record<string, number>> = {
    y: wall.year,
    Y: weekYear,
    M: wall.month,
    L: wall.month,
    w: weekOfYear,
    W: weekOfMonth,
    D: dayOfYear,
    d: day,
    F: Math.ceil(day / 7),
    u: weekDay === 0 ? 7 : weekDay,
    H: hour,
    k: hour === 0 ? 24 : hour,
    K: hour % 12,
    h: hour % 12 === 0 ? 12 : hour % 12,
    m: wall.minute,
    s: wall.second,
    S: ((ms % 1000) + 1000) % 1000,
  };
  return values[letter]!;
}

const lastTwo = (year: number): string => String(year % 100).padStart(2, '0');

const shortened = (name: string, count: number): string => (count > 3 ? name : name.slice(0, 3));

function isoZone(minutes: number, count: number): string {
  if (minutes === 0) return 'Z';
  const text = offsetText(minutes, count === 3 ? ':' : '');
  return count === 1 ? text.slice(0, 3) : text;
}
