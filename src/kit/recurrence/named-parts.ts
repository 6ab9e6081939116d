/** The parts of a rule for the days that a person has named. */
import type { Rule, RuleDay, Weekday } from './rule';

/** What a phrase has named so far. */
export interface Named {
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
  unit: Rule['frequency'] | null;
}

/** The parts of a rule for what was named, or null if it does not go with the frequency. */
export const PARTS: Readonly<Record<Rule['frequency'], (named: Named) => Partial<Rule> | null>> = {
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
