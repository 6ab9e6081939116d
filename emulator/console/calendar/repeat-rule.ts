import { addDays, dayOf, weekdayOf } from './wall-time';

/** A form's choices for recurrence; `custom` is an RRULE as typed. */
export type Repeat = 'none' | 'daily' | 'weekly' | 'monthly' | 'yearly' | 'weekdays' | 'custom';

/** When a series ends. */
export type RepeatEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'on'; readonly date: string }
  | { readonly kind: 'after'; readonly count: number };

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

const nthOf = (date: string): number => Math.ceil(Number(date.slice(8, 10)) / 7);
const isLastOfItsKind = (date: string): boolean =>
  addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
/** Most months have no fifth of a weekday: Calendar says "last". */
const nthCode = (date: string): string => {
  const nth = nthOf(date) === 5 || (nthOf(date) === 4 && isLastOfItsKind(date)) ? -1 : nthOf(date);
  return `${nth}${CODES[weekdayOf(date)]}`;
};

/** The rule for a form's choice, for events on a date. */
export function ruleOf(repeat: Exclude<Repeat, 'custom' | 'none'>, date: string): string {
  switch (repeat) {
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${CODES[weekdayOf(date)]}`;
    case 'monthly':
      return `FREQ=MONTHLY;BYDAY=${nthCode(date)}`;
    case 'yearly':
      return 'FREQ=YEARLY';
    case 'weekdays':
      return 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
  }
}

/** A form's choices with their labels, for events on a date. */
export function repeatChoices(
  date: string,
): readonly { readonly value: Repeat; readonly label: string }[] {
  const weekday = WEEKDAYS[weekdayOf(date)];
  const nth = nthCode(date).startsWith('-1') ? 'last' : ORDINALS[nthOf(date)];
  const day = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
  });
  return [
    { value: 'none', label: 'Does not repeat' },
    { value: 'daily', label: 'Daily' },
    { value: 'weekly', label: `Weekly on ${weekday}` },
    { value: 'monthly', label: `Monthly on the ${nth} ${weekday}` },
    { value: 'yearly', label: `Annually on ${day}` },
    { value: 'weekdays', label: 'Every weekday (Monday to Friday)' },
    { value: 'custom', label: 'Custom…' },
  ];
}

const REPEATS = ['daily', 'weekly', 'monthly', 'yearly', 'weekdays'] as const;
const ENDS = /;?(?:UNTIL|COUNT)=[^;]*/gi;

/** A form's choice for a series that begins on a date. */
export function repeatOf(
  lines: readonly string[],
  date: string,
): { readonly repeat: Repeat; readonly rule: string; readonly end: RepeatEnd } {
  const line = lines.find((one) => /^RRULE:/i.test(one));
  const never = { kind: 'never' } as const;
  if (!line) return { repeat: 'none', rule: '', end: never };
  const rule = line.slice('RRULE:'.length);
  const plain = rule.replace(/;?WKST=[^;]*/i, '').replace(ENDS, '');
  const repeat =
    REPEATS.find((one) => ruleOf(one, date) === plain) ??
    (plain === 'FREQ=WEEKLY' ? 'weekly' : 'custom');
  return repeat === 'custom' ? { repeat, rule, end: never } : { repeat, rule, end: endOf(rule) };
}

function endOf(rule: string): RepeatEnd {
  const count = /COUNT=(\d+)/i.exec(rule)?.[1];
  if (count) return { kind: 'after', count: Number(count) };
  const until = /UNTIL=(\d{4})(\d{2})(\d{2})/i.exec(rule);
  return until ? { kind: 'on', date: `${until[1]}-${until[2]}-${until[3]}` } : { kind: 'never' };
}

/** The line that a form's choice writes; none for an event that does not repeat. */
export function recurrenceOf(
  choice: { readonly repeat: Repeat; readonly rule: string; readonly end: RepeatEnd },
  { date, allDay }: { readonly date: string; readonly allDay: boolean },
): string[] {
  if (choice.repeat === 'none') return [];
  if (choice.repeat === 'custom') return [`RRULE:${choice.rule.replace(/^RRULE:/i, '').trim()}`];
  const { end } = choice;
  const ends = {
    never: () => '',
    after: () => `;COUNT=${end.kind === 'after' ? end.count : 1}`,
    on: () =>
      `;UNTIL=${end.kind === 'on' ? end.date.replaceAll('-', '') : ''}${allDay ? '' : 'T235959Z'}`,
  };
  return [`RRULE:${ruleOf(choice.repeat, date)}${ends[end.kind]()}`];
}

/** A series' rule after its occurrences moved from one date to another: days that it names move along. */
export function shiftedRule(lines: readonly string[], from: string, to: string): string[] {
  if (dayOf(from) === dayOf(to)) return [...lines];
  return lines.map((line) =>
    /^RRULE/i.test(line)
      ? line
          .replace(/BYDAY=([^;]*)/i, (_, days: string) => `BYDAY=${shiftedDays(days, from, to)}`)
          .replace(/BYMONTHDAY=\d+(?=;|$)/i, `BYMONTHDAY=${Number(to.slice(8, 10))}`)
          .replace(/BYMONTH=\d+(?=;|$)/i, `BYMONTH=${Number(to.slice(5, 7))}`)
      : line,
  );
}

function shiftedDays(days: string, from: string, to: string): string {
  if (/\d/.test(days)) return nthCode(to);
  const [old, next] = [CODES[weekdayOf(from)]!, CODES[weekdayOf(to)]!];
  return [...new Set(days.split(',').map((day) => (day === old ? next : day)))].join(',');
}
