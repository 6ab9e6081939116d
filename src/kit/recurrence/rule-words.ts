/** A rule in the words of a spreadsheet: `every 2 weeks on Mon, Wed until 2026-12-31`. */
import { mostDays } from './days';
import type { Rule, RuleDay, Weekday } from './rule';

export const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
};

export const MONTH_NAMES = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
] as const;

/** By the number that a rule has for it; from the end, one is the last. */
export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

const UNITS = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year' } as const;

/** Which days are meant by a word, in the order of a rule. */
export const DAY_GROUPS = [
  ['weekday', 'MO,TU,WE,TH,FR'],
  ['weekend day', 'SA,SU'],
] as const;

/** @param rule a canonical one. Null when it is more than these words can say. */
export function ruleWords(rule: Rule): string | null {
  const isWeekdays =
    rule.frequency === 'weekly' && rule.interval === 1 && groupOf(rule) === 'weekday';
  const detail = isWeekdays ? '' : detailWords(rule);
  if (detail === null || (isWeekdays && hasMore(rule))) return null;
  const unit = isWeekdays ? 'weekday' : UNITS[rule.frequency];
  const every = rule.interval === 1 ? `every ${unit}` : `every ${rule.interval} ${unit}s`;
  const weeks = rule.weekStart && ` with weeks starting on ${DAY_NAMES[rule.weekStart]}`;
  return `${every}${detail}${weeks ?? ''}`;
}

/** What the rule says of its end, to be added to the words for the rest. */
export function endWords({ end }: Rule): string {
  if (end === null) return '';
  if ('until' in end) return ` until ${end.until}`;
  return `, ${end.count} ${end.count === 1 ? 'time' : 'times'}`;
}

const hasMore = ({ months, monthDays, yearDays, weeks, positions }: Rule): boolean =>
  months.length + monthDays.length + yearDays.length + weeks.length + positions.length > 0;

function detailWords(rule: Rule): string | null {
  const { frequency, days, monthDays, months, positions } = rule;
  if (rule.yearDays.length + rule.weeks.length > 0) return null;
  switch (frequency) {
    case 'daily':
      return days.length > 0 || hasMore(rule) ? null : '';
    case 'weekly':
      return hasMore(rule) ? null : ` on ${days.map(({ day }) => DAY_NAMES[day]).join(', ')}`;
    case 'monthly':
      return months.length > 0 ? null : within(' on the ', inMonthWords(rule));
    case 'yearly':
      if (days.length + positions.length === 0 && monthDays.every((day) => day > 0))
        return datesWords(monthDays, months);
      return months.length === 0 || (positions.length > 0 && months.length > 1)
        ? null
        : within(' on the ', inMonthWords(rule), ` of ${months.map(monthName).join(', ')}`);
  }
}

const within = (before: string, words: string | null, after = ''): string | null =>
  words && `${before}${words}${after}`;

/** A few dates, which some year has, are listed: `24 Dec, 31 Dec`. */
function datesWords(monthDays: readonly number[], months: readonly number[]): string | null {
  if (months.length === 0 || monthDays.length * months.length > 12) return null;
  if (months.some((month) => monthDays.some((day) => day > mostDays(month)))) return null;
  const dates = months.flatMap((month) => monthDays.map((day) => `${day} ${monthName(month)}`));
  return ` on ${dates.join(', ')}`;
}

const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? '';

function inMonthWords(rule: Rule): string | null {
  const { days, monthDays, positions } = rule;
  if (days.length === 0)
    return positions.length > 0 ? null : monthDays.map(monthDayWords).join(', ');
  if (monthDays.length > 0) return null;
  if (positions.length === 0) return numberedWords(days);
  const group = groupOf(rule);
  const words = positions.map((position) => ordinalWords(position, ''));
  return group === null || words.includes(null)
    ? null
    : words.map((ordinal) => `${ordinal} ${group}`).join(', ');
}

const groupOf = ({ days }: Rule): string | null => {
  const codes = days.map(({ day, nth }) => `${nth ?? ''}${day}`).join();
  return DAY_GROUPS.find(([, group]) => group === codes)?.[0] ?? null;
};

function numberedWords(days: readonly RuleDay[]): string | null {
  const words = days.map(({ day, nth }) => nth && ordinalWords(nth, DAY_NAMES[day]));
  return words.every(Boolean) ? words.join(', ') : null;
}

function ordinalWords(number: number, noun: string): string | null {
  const word = number === -1 ? 'last' : ORDINALS[Math.abs(number) - 1];
  if (word === undefined) return null;
  return `${word}${number < -1 ? ' to last' : ''} ${noun}`.trim();
}

const monthDayWords = (day: number): string => {
  if (day === -1) return 'last day';
  return day > 0 ? ordinalNumber(day) : `${ordinalNumber(-day)} to last day`;
};

/** 1 as `1st`. */
export function ordinalNumber(number: number): string {
  const teens = number % 100 > 10 && number % 100 < 14;
  return `${number}${(teens ? '' : ['', 'st', 'nd', 'rd'][number % 10]) || 'th'}`;
}
