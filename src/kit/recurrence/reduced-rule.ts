/** One form for rules that name the same days, as far as rewriting them piece by piece goes. */
import { dayOf, LAST_DAY, partsOf, weekOf } from './days';
import { impliedParts, isEveryDay } from './rule-days';
import { WEEKDAYS, type Rule, type RuleDay } from './rule';

/** The rule with its implied parts, its lists in order, and in the simplest frequency that says the same. */
export function reducedRule(given: Rule, startDay: number): Rule {
  const rule = withoutPositions(impliedParts(ordered(given), startDay));
  const isByDate = rule.interval === 1 && rule.positions.length === 0;
  return withWeekStart(inSteps(isByDate ? inUnit(rule) : rule, startDay), startDay);
}

/** What is counted from the end comes last. */
const place = (value: number): number => (value < 0 ? value + 1000 : value);

const sorted = (list: readonly number[]): readonly number[] =>
  [...new Set(list)].sort((one, other) => place(one) - place(other));

function ordered(rule: Rule): Rule {
  const { frequency, interval, weekStart } = rule;
  const isFar = rule.end !== null && 'until' in rule.end && dayOf(rule.end.until) > LAST_DAY;
  return {
    frequency,
    interval,
    days: orderedDays(rule.days),
    monthDays: sorted(rule.monthDays),
    months: sorted(rule.months),
    yearDays: sorted(rule.yearDays),
    weeks: sorted(rule.weeks),
    positions: sorted(rule.positions),
    weekStart,
    end: isFar ? null : rule.end,
  };
}

/** A number is superfluous beside the weekday without one. */
function orderedDays(days: readonly RuleDay[]): readonly RuleDay[] {
  const every = new Set(days.filter(({ nth }) => nth === null).map(({ day }) => day));
  const kept = new Map(
    days
      .filter(({ day, nth }) => nth === null || !every.has(day))
      .map(({ day, nth }) => [`${nth}${day}`, { day, nth }]),
  );
  const order = ({ day, nth }: RuleDay): number => place(nth ?? 0) * 7 + WEEKDAYS.indexOf(day);
  return [...kept.values()].sort((one, other) => order(one) - order(other));
}

const isPlain = ({ days }: Rule): boolean => days.every(({ nth }) => nth === null);

/** Positions of one weekday, or of all days, say what a number says: the second of the Tuesdays is the second Tuesday. */
function withoutPositions(rule: Rule): Rule {
  const { frequency, days, monthDays, months, positions, yearDays, weeks } = rule;
  const ofMonth = frequency === 'monthly' || (frequency === 'yearly' && months.length === 1);
  const others = monthDays.length + yearDays.length + weeks.length;
  if (positions.length === 0 || !ofMonth || others > 0 || !isPlain(rule)) return rule;
  if (days.length === 7 && positions.every((position) => Math.abs(position) <= 31))
    return { ...rule, days: [], monthDays: positions, positions: [] };
  const [only] = days;
  if (days.length !== 1 || !only || positions.some((position) => Math.abs(position) > 5))
    return rule;
  const numbered = positions.map((nth) => ({ day: only.day, nth }));
  return { ...rule, days: orderedDays(numbered), positions: [] };
}

/**
 * A rule that looks at every day says the same in any unit, as long as numbered weekdays are counted in the same one: the largest
 * that it needs.
 */
function inUnit(rule: Rule): Rule {
  const { frequency, days, monthDays, yearDays, weeks } = rule;
  const isCountedInYear = frequency === 'yearly' && rule.months.length === 0 && !isPlain(rule);
  if (isCountedInYear || yearDays.length + weeks.length > 0) return rule;
  const months = rule.months.length === 12 ? [] : rule.months;
  if (monthDays.length > 0 || !isPlain(rule))
    return { ...rule, frequency: months.length > 0 ? 'yearly' : 'monthly', months };
  const isDaily = days.length === 0 || days.length === 7;
  return {
    ...rule,
    months,
    ...(isDaily ? { frequency: 'daily', days: [] } : { frequency: 'weekly' }),
  };
}

/** Seven days are a week, twelve months a year, and four months of a year may be a quarter apart. */
function inSteps(rule: Rule, startDay: number): Rule {
  const { frequency, interval, months, positions } = rule;
  const { month } = partsOf(startDay);
  if (frequency === 'daily' && interval % 7 === 0 && isEveryDay(rule))
    return impliedParts({ ...rule, frequency: 'weekly', interval: interval / 7 }, startDay);
  const isMonth = months.length === 0 || months.includes(month);
  if (frequency === 'monthly' && interval % 12 === 0 && isMonth)
    return { ...rule, frequency: 'yearly', interval: interval / 12, months: [month] };
  const isByDate = rule.yearDays.length + rule.weeks.length + positions.length === 0;
  if (frequency !== 'yearly' || interval > 1 || !isByDate) return rule;
  const steps = evenSteps(months, month);
  return steps === null ? rule : { ...rule, frequency: 'monthly', interval: steps, months: [] };
}

/** How many months lie between them if they are evenly spread over the year, more than one, and the start's is among them. */
function evenSteps(months: readonly number[], startMonth: number): number | null {
  const step = 12 / months.length;
  const isEven = months.every((month, index) => month === months[0]! + index * step);
  return months.length > 1 && isEven && months.includes(startMonth) ? step : null;
}

/** The start of the week, where another one would give other days. */
function withWeekStart(rule: Rule, startDay: number): Rule {
  const { weekStart } = rule;
  if (weekStart === null) return rule;
  const isKept = weekStart !== 'MO' && (rule.weeks.length > 0 || groupsDays(rule, startDay));
  return isKept ? rule : { ...rule, weekStart: null };
}

function groupsDays(rule: Rule, startDay: number): boolean {
  if (rule.frequency !== 'weekly') return false;
  if (rule.positions.length > 0) return true;
  return daysInCycle(rule, startDay, rule.weekStart!) !== daysInCycle(rule, startDay, 'MO');
}

/** Where a weekly rule's days lie within as many weeks as its interval. */
function daysInCycle(
  { days, interval }: Rule,
  startDay: number,
  weekStart: RuleDay['day'],
): string {
  const first = WEEKDAYS.indexOf(weekStart);
  const offset = weekOf(startDay, first) - startDay;
  const cycle = 7 * interval;
  const inCycle = days.map(({ day }) => offset + ((WEEKDAYS.indexOf(day) - first + 7) % 7));
  return sorted(inCycle.map((day) => (day + cycle) % cycle)).join();
}
