/** Reads the words for a rule, without its end: `every 2 weeks on Mon, Wed`, `Mondays`, `monthly on the last day`. */
import { mostDays } from './days';
import { PARTS, type Named } from './named-parts';
import { DAY_GROUPS, MONTH_NAMES, ORDINALS } from './rule-words';
import { plainRule, WEEKDAYS, type Rule, type Weekday } from './rule';

type Frequency = Rule['frequency'];
type Pace = readonly [frequency: Frequency | null, interval: number];

/** Each unit with the adverbs that say it. */
const PACES: readonly (readonly [words: RegExp, frequency: Frequency, interval: number])[] = [
  [/^(days?|daily)$/, 'daily', 1],
  [/^(weeks?|weekly)$/, 'weekly', 1],
  [/^(fortnights?|fortnightly|biweekly)$/, 'weekly', 2],
  [/^(months?|monthly)$/, 'monthly', 1],
  [/^(quarters?|quarterly)$/, 'monthly', 3],
  [/^(years?|yearly|annually)$/, 'yearly', 1],
];

const paceNamed = (word = ''): Pace | null => {
  const found = PACES.find(([words]) => words.test(word));
  return found ? [found[1], found[2]] : null;
};

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const IGNORED: ReadonlySet<string> = new Set([
  'on',
  'the',
  'of',
  'in',
  'and',
  ',',
  'every',
  'each',
]);

/** `Mon`, `Mondays`, `mo`. */
export function weekdayNamed(word: string): Weekday | null {
  const name = word.replace(/s$/, '');
  const index = name.length < 2 ? -1 : DAYS.findIndex((day) => day.startsWith(name));
  return WEEKDAYS[index] ?? null;
}

/** 1 to 12; null for another word. */
export function monthNamed(word: string): number | null {
  const index = MONTH_NAMES.findIndex((name) => word.slice(0, 3) === name.toLowerCase());
  const full = new RegExp(`^(${FULL_MONTHS[index] ?? '-'})$`);
  return full.test(word) ? index + 1 : null;
}

const FULL_MONTHS = [
  ...['jan(uary)?', 'feb(ruary)?', 'mar(ch)?', 'apr(il)?', 'may', 'june?', 'july?', 'aug(ust)?'],
  ...['sept?(ember)?', 'oct(ober)?', 'nov(ember)?', 'dec(ember)?'],
];

/** The rule for words in lower case; null when they are not understood, or may mean two things. */
export function readPhrase(words: readonly string[]): Rule | null {
  const rest = [...words];
  const pace = readPace(rest);
  const named = readNamed(rest);
  if (named === null) return null;
  const [given, interval] = pace;
  const frequency = given ?? frequencyOf(named, interval);
  if (frequency === null || (named.unit !== null && named.unit !== frequency)) return null;
  const parts = PARTS[frequency](named);
  return parts && { ...plainRule(frequency, interval), ...parts };
}

/** Takes the words for how often off the front. A phrase may begin with days, too. */
function readPace(rest: string[]): Pace {
  if (/^(every|each)$/.test(rest[0] ?? '')) rest.shift();
  const times = intervalOf(rest);
  const pace = paceNamed(rest[times === null ? 0 : 1]);
  // Without a unit, a number is a date: `every 24 Dec`.
  const isCounted = times !== null && (pace !== null || rest[0] === 'other');
  if (isCounted) rest.shift();
  const interval = isCounted ? times : 1;
  if (pace === null) return [null, interval];
  rest.shift();
  return [pace[0], pace[1] * interval];
}

/** `other`, a number, or an ordinal from `second` on. */
function intervalOf([word = '', next]: readonly string[]): number | null {
  if (word === 'other') return 2;
  if (/^\d{1,4}$/.test(word)) return Number(word) || null;
  const nth = ordinalOf(word);
  return nth !== null && nth > 1 && paceNamed(next) !== null ? nth : null;
}

const singular = (word: string): string => word.replace(/s$/, '');

/** `first`, `1st`, `1` or `last`. */
function ordinalOf(word: string): number | null {
  if (word === 'last') return -1;
  const index = ORDINALS.findIndex((name) => name === word);
  if (index >= 0) return index + 1;
  return /^\d{1,2}(st|nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) || null : null;
}

function readNamed(words: string[]): Named | null {
  const named: Named = {
    ...{ days: [], monthDays: [], months: [], dates: [], groups: [], ordinals: [] },
    unit: null,
  };
  while (words.length > 0) {
    const word = words.shift()!;
    if (!IGNORED.has(word) && !takeWord(named, word, words)) return null;
  }
  named.monthDays.push(...named.ordinals);
  return named;
}

/** Takes one word, and those behind it that belong to it. False for one that is not understood here. */
function takeWord(named: Named, word: string, rest: string[]): boolean {
  const ordinal = ordinalOf(word);
  if (ordinal !== null) return takeOrdinal(named, ordinal, rest);
  const weekday = weekdayNamed(word);
  if (weekday !== null) {
    named.days.push(...eachOrdinal(named).map((nth) => ({ day: weekday, nth })));
    return true;
  }
  const month = monthNamed(word);
  if (month !== null) return takeMonth(named, month, rest);
  return takeNoun(named, word, rest);
}

/** The ordinals before a noun, which they have found with it; null stands for none. */
function eachOrdinal(named: Named): readonly (number | null)[] {
  const { ordinals } = named;
  named.ordinals = [];
  return ordinals.length > 0 ? ordinals : [null];
}

/** `second to last` and `2nd last` count from the end. */
function takeOrdinal(named: Named, ordinal: number, rest: string[]): boolean {
  const isFromEnd = rest[0] === 'last' || (rest[0] === 'to' && rest[1] === 'last');
  if (isFromEnd) rest.splice(0, rest[0] === 'to' ? 2 : 1);
  if (isFromEnd && ordinal < 2) return false;
  named.ordinals.push(isFromEnd ? -ordinal : ordinal);
  return true;
}

/** `Dec 24`, `24th of Dec`, or the month alone. */
function takeMonth(named: Named, month: number, rest: string[]): boolean {
  const next = rest[0] ?? '';
  const isBefore = named.ordinals.length === 0 && /^\d{1,2}(st|nd|rd|th)?$/.test(next);
  const days = isBefore ? [Number.parseInt(next, 10)] : named.ordinals;
  if (isBefore) rest.shift();
  named.ordinals = [];
  if (days.length === 0) named.months.push(month);
  named.dates.push(...days.map((day) => [day, month] as const));
  return days.every((day) => day >= 1 && day <= mostDays(month));
}

function takeNoun(named: Named, word: string, rest: string[]): boolean {
  const noun = singular(word);
  if (noun === 'day') return takeDay(named, rest);
  if (noun === 'month' || noun === 'year') {
    named.unit = noun === 'month' ? 'monthly' : 'yearly';
    return true;
  }
  const [weekday, weekend] = DAY_GROUPS;
  const isWeekend = noun.startsWith('weekend');
  if (!isWeekend && !/^(week|work|business|working)(day)?$/.test(noun)) return false;
  const isWhole = noun.endsWith('day') || noun === 'weekend';
  if (!noun.endsWith('day') && singular(rest[0] ?? '') === 'day') rest.shift();
  else if (!isWhole) return false;
  const [, codes] = isWeekend ? weekend : weekday;
  named.groups.push(...eachOrdinal(named).map((nth) => [codes, nth] as const));
  return true;
}

/** `last day`, `day 15`. */
function takeDay(named: Named, rest: readonly string[]): boolean {
  named.monthDays.push(...named.ordinals);
  const isFollowed = named.ordinals.length > 0 || ordinalOf(rest[0] ?? '') !== null;
  named.ordinals = [];
  return isFollowed;
}

/** The frequency of a phrase that names days alone: `Mondays`, `every other Tue`, `every 24 Dec`, `last Fri of the month`. */
function frequencyOf(named: Named, interval: number): Frequency | null {
  const { days, dates, months, groups } = named;
  const isPlain = [...days.map(({ nth }) => nth), ...groups.map(([, nth]) => nth)].every(
    (nth) => nth === null,
  );
  const isOfWeeks = isPlain && days.length + groups.length > 0;
  const isAmbiguous = groups.some(([codes]) => codes === DAY_GROUPS[0][1]);
  if (interval > 1) return isOfWeeks && !isAmbiguous ? 'weekly' : null;
  if (dates.length + months.length > 0) return 'yearly';
  return named.unit ?? (isOfWeeks ? 'weekly' : null);
}
