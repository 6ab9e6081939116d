/** Reads the words for a rule, without its end: `every 2 weeks on Mon, Wed`, `Mondays`, `monthly on the last day`. */
import { DAY_GROUPS, MONTH_NAMES, ORDINALS } from './rule-words';
import { plainRule, WEEKDAYS, type Rule, type RuleDay, type Weekday } from './rule';

type Frequency = Rule['frequency'];
type Pace = readonly [frequency: Frequency | null, interval: number];

const UNITS: Readonly<Record<string, Pace>> = {
  day: ['daily', 1],
  week: ['weekly', 1],
  fortnight: ['weekly', 2],
  month: ['monthly', 1],
  quarter: ['monthly', 3],
  year: ['yearly', 1],
};

const ADVERBS: Readonly<Record<string, Pace>> = {
  daily: ['daily', 1],
  weekly: ['weekly', 1],
  biweekly: ['weekly', 2],
  fortnightly: ['weekly', 2],
  monthly: ['monthly', 1],
  quarterly: ['monthly', 3],
  yearly: ['yearly', 1],
  annually: ['yearly', 1],
};

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const IGNORED: ReadonlySet<string> = new Set(['on', 'the', 'of', 'in', 'and', ',', 'every', 'each']);

/** The longest months, to refuse dates that no year has. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

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

/** What a phrase has named so far. */
interface Named {
  readonly days: RuleDay[];
  readonly monthDays: number[];
  readonly months: number[];
  /** Days of a month, each with its month. */
  readonly dates: (readonly [day: number, month: number])[];
  /** Weekdays or weekend days, and which of them. */
  readonly groups: (readonly [codes: string, position: number | null])[];
  /** Ordinals whose noun is still to come. */
  ordinals: number[];
  /** A unit that was named behind the days: `of the month`. */
  unit: Frequency | null;
}

/** The rule for words in lower case; null when they are not understood, or may mean two things. */
export function readPhrase(words: readonly string[]): Rule | null {
  const rest = [...words];
  const pace = readPace(rest);
  const named = pace && readNamed(rest);
  if (!pace || !named) return null;
  const [given, interval] = pace;
  const frequency = given ?? frequencyOf(named, interval);
  if (frequency === null || (named.unit !== null && named.unit !== frequency)) return null;
  const parts = FITTING[frequency](named);
  return parts && { ...plainRule(frequency, interval), ...parts };
}

/** Takes the words for how often off the front. A phrase may begin with days, too. */
function readPace(rest: string[]): Pace | null {
  const adverb = ADVERBS[rest[0] ?? ''];
  if (adverb) {
    rest.shift();
    return adverb;
  }
  if (rest[0] === 'every' || rest[0] === 'each') rest.shift();
  const times = intervalOf(rest);
  const unit = UNITS[singular(rest[times === null ? 0 : 1] ?? '')];
  // Without a unit, a number is a date: `every 24 Dec`.
  const isCounted = times !== null && (unit !== undefined || rest[0] === 'other');
  if (isCounted) rest.shift();
  const interval = isCounted ? times : 1;
  if (!unit) return [null, interval];
  rest.shift();
  return [unit[0], unit[1] * interval];
}

const singular = (word: string): string => word.replace(/s$/, '');

/** `other`, a number, or an ordinal from `second` on. */
function intervalOf([word = '', next = '']: readonly string[]): number | null {
  if (word === 'other') return 2;
  if (/^\d{1,4}$/.test(word)) return Number(word) || null;
  const nth = ordinalOf(word);
  return nth !== null && nth > 1 && UNITS[singular(next)] ? nth : null;
}

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
  return days.every((day) => day >= 1 && day <= LONGEST[month - 1]!);
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

/** The parts of a rule for what was named, or null if it does not go with the frequency. */
const FITTING: Readonly<Record<Frequency, (named: Named) => Partial<Rule> | null>> = {
  daily: (named) => (isEmpty(named) ? {} : null),
  weekly: ({ days, monthDays, months, dates, groups }) => {
    const all = [...days, ...groups.flatMap(([codes, nth]) => daysOfGroup(codes, nth))];
    const isOther = monthDays.length + months.length + dates.length > 0;
    return isOther || all.some(({ nth }) => nth !== null) ? null : { days: all };
  },
  monthly: (named) => (named.months.length + named.dates.length > 0 ? null : partsInMonth(named)),
  yearly: (named) => {
    const { months, dates } = named;
    if (dates.length > 0) return isEmpty({ ...named, dates: [] }) ? partsOfDates(dates) : null;
    if (months.length === 0) return isEmpty(named) ? {} : null;
    const parts = partsInMonth(named);
    // Positions would be counted in the whole year.
    return parts === null || (parts.positions && months.length > 1) ? null : { ...parts, months };
  },
};

const isEmpty = ({ days, monthDays, months, dates, groups }: Named): boolean =>
  days.length + monthDays.length + months.length + dates.length + groups.length === 0;

const daysOfGroup = (codes: string, nth: number | null): readonly RuleDay[] =>
  (codes.split(',') as Weekday[]).map((day) => ({ day, nth }));

/** Days of a month are named in one way: parts of a rule narrow each other, where a person adds. */
function partsInMonth({ days, monthDays, groups }: Named): Partial<Rule> | null {
  const kinds = [days, monthDays, groups].filter(({ length }) => length > 0);
  if (kinds.length > 1 || monthDays.some((day) => day < -31 || day > 31)) return null;
  if (days.some(({ nth }) => nth === null || nth < -5 || nth > 5)) return null;
  const [group] = groups;
  if (!group) return { days, monthDays };
  const positions = groups.map(([, nth]) => nth ?? 0);
  const isOneGroup = groups.every(([codes]) => codes === group[0]);
  if (!isOneGroup || positions.some((nth) => nth === 0 || nth < -23 || nth > 23)) return null;
  return { days: daysOfGroup(group[0], null), positions };
}

/** A rule names each of its days in each of its months. */
function partsOfDates(dates: Named['dates']): Partial<Rule> | null {
  const monthDays = [...new Set(dates.map(([day]) => day))];
  const months = [...new Set(dates.map(([, month]) => month))];
  const count = new Set(dates.map((date) => date.join())).size;
  return count === monthDays.length * months.length ? { monthDays, months } : null;
}
