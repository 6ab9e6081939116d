/** The value of an RRULE line, read and written. */
import { LAST_YEAR } from '../calendar-years';
import { instantMsOf } from '../zoned-time';
import { MOST_VALUES, type SeriesStart, type Unsaid } from './repeats';
import { WEEKDAYS, type Rule, type RuleDay, type Weekday } from './rule';
import { basicDate, basicInstant, writtenUntil } from './written-dates';

const FREQUENCIES = ['daily', 'weekly', 'monthly', 'yearly'] as const;
const FINER = /^(HOURLY|MINUTELY|SECONDLY)$/;

/** Lists of numbers: the part, its property, least and most value, whether negative ones are allowed. */
const LISTS = [
  ['BYMONTH', 'months', 1, 12, false],
  ['BYWEEKNO', 'weeks', 1, 53, true],
  ['BYYEARDAY', 'yearDays', 1, 366, true],
  ['BYMONTHDAY', 'monthDays', 1, 31, true],
  ['BYSETPOS', 'positions', 1, 366, true],
] as const;
type Lists = Record<(typeof LISTS)[number][1], readonly number[]>;

/** Times of day: the part, and where `HH:MM:SS` has it. */
const TIMES = [
  ['BYHOUR', 0],
  ['BYMINUTE', 3],
  ['BYSECOND', 6],
] as const;

const KNOWN: ReadonlySet<string> = new Set([
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'RSCALE', 'SKIP'],
  ...LISTS.map(([name]) => name),
  ...TIMES.map(([name]) => name),
]);

type Parts = ReadonlyMap<string, string>;

/** Reads what follows `RRULE:`, as strictly as Google does, except for letter case, spaces and the order of its parts. */
export function readRule(text: string, start: SeriesStart): Rule | Unsaid {
  const parts = partsOf(text.replace(/\s+/g, '').toUpperCase());
  if (parts === null) return 'unreadable-rule';
  const freq = parts.get('FREQ') ?? '';
  if (FINER.test(freq)) return 'finer-than-days';
  const values = [...parts.values()].reduce((sum, value) => sum + value.split(',').length, 0);
  if (values > MOST_VALUES) return 'too-many-parts';
  const rule = ruleOf(parts, freq.toLowerCase() as Rule['frequency'], start);
  if (rule === null || !mayName(rule)) return 'unreadable-rule';
  return TIMES.every(([name, from]) => isOwnTime(parts.get(name), from, start))
    ? rule
    : 'finer-than-days';
}

function partsOf(text: string): Parts | null {
  const parts = new Map<string, string>();
  for (const part of text.split(';').filter(Boolean)) {
    const [name, value, more] = part.split('=');
    if (!name || !value || more !== undefined || parts.has(name) || !KNOWN.has(name)) return null;
    parts.set(name, value);
  }
  const isGregorian = (parts.get('RSCALE') ?? 'GREGORIAN') === 'GREGORIAN';
  return isGregorian && (parts.get('SKIP') ?? 'OMIT') === 'OMIT' ? parts : null;
}

function ruleOf(parts: Parts, frequency: Rule['frequency'], start: SeriesStart): Rule | null {
  const interval = atLeastOne(parts.get('INTERVAL') ?? '1');
  const weekStart = parts.get('WKST') ?? null;
  const [end, days, lists] = [
    readEnd(parts, start),
    readDays(parts.get('BYDAY')),
    readLists(parts),
  ];
  if (!FREQUENCIES.includes(frequency) || interval === null || (weekStart && !isWeekday(weekStart)))
    return null;
  if (end === 'unreadable' || days === null || lists === null) return null;
  return { frequency, interval, days, ...lists, weekStart: weekStart as Weekday | null, end };
}

const isWeekday = (text: string): boolean => WEEKDAYS.some((day) => day === text);

function atLeastOne(text: string): number | null {
  const value = /^\+?\d{1,15}$/.test(text) ? Number(text) : 0;
  return value > 0 ? value : null;
}

function readEnd(parts: Parts, start: SeriesStart): Rule['end'] | 'unreadable' {
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')];
  if (count !== undefined && until !== undefined) return 'unreadable';
  if (count !== undefined) return countOf(atLeastOne(count));
  if (until === undefined) return null;
  const date = writtenUntil(until, start);
  if (date === null) return 'unreadable';
  return Number(date.slice(0, 4)) > LAST_YEAR ? null : { until: date };
}

const countOf = (count: number | null): Rule['end'] | 'unreadable' =>
  count === null ? 'unreadable' : { count };

function readDays(text: string | undefined): readonly RuleDay[] | null {
  const days: RuleDay[] = [];
  for (const item of text?.split(',') ?? []) {
    const [, nth, day] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item) ?? [];
    const number = nth === undefined ? null : Number(nth);
    if (!day || number === 0 || Math.abs(number ?? 1) > 53) return null;
    days.push({ day: day as Weekday, nth: number });
  }
  return days;
}

function readLists(parts: Parts): Lists | null {
  const lists: Partial<Lists> = {};
  for (const [name, property, least, most, isSigned] of LISTS) {
    const values = (parts.get(name)?.split(',') ?? []).map((text) =>
      /^[+-]?\d{1,3}$/.test(text) ? Number(text) : NaN,
    );
    const isInRange = (value: number): boolean => {
      const size = isSigned ? Math.abs(value) : value;
      return size >= least && size <= most;
    };
    if (!values.every(isInRange)) return null;
    lists[property] = values;
  }
  return lists as Lists;
}

/** Which parts are allowed with which frequency. */
function mayName({ frequency, days, weeks, yearDays, monthDays }: Rule): boolean {
  const isNumbered = days.some(({ nth }) => nth !== null);
  if (isNumbered && (frequency === 'daily' || frequency === 'weekly' || weeks.length > 0))
    return false;
  if (weeks.length + yearDays.length > 0 && frequency !== 'yearly') return false;
  return monthDays.length === 0 || frequency !== 'weekly';
}

/** Whether a time of day in a rule is that of the start. All-day series ignore it. */
function isOwnTime(value: string | undefined, from: number, { time }: SeriesStart): boolean {
  if (value === undefined || time === null) return true;
  return value.split(',').every((part) => Number(part) === Number(time.slice(from, from + 2)));
}

/** A rule as Google writes it, with its parts in Google's order. An end on a date is the end of that day in the series' zone. */
export function writtenRule(rule: Rule, start: SeriesStart): string {
  const { frequency, interval, weekStart, end, days } = rule;
  const list = (name: string, values: readonly (number | string)[]): string =>
    values.length > 0 ? `;${name}=${values.join()}` : '';
  return [
    `FREQ=${frequency.toUpperCase()}`,
    weekStart === null ? '' : `;WKST=${weekStart}`,
    end === null ? '' : writtenEnd(end, start),
    interval === 1 ? '' : `;INTERVAL=${interval}`,
    ...LISTS.slice(0, 4).map(([name, property]) => list(name, rule[property])),
    list(
      'BYDAY',
      days.map(({ day, nth }) => `${nth ?? ''}${day}`),
    ),
    list('BYSETPOS', rule.positions),
  ].join('');
}

function writtenEnd(end: NonNullable<Rule['end']>, { time, zone }: SeriesStart): string {
  if ('count' in end) return `;COUNT=${end.count}`;
  if (time === null) return `;UNTIL=${basicDate(end.until)}`;
  const endMs = instantMsOf({ local: `${end.until}T23:59:59`, zone });
  return `;UNTIL=${basicInstant(new Date(endMs).toISOString())}`;
}
