/** Google has no series that repeat more often than daily. @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 */
export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';

export interface ByDay {
  /** 0 is Sunday. */
  readonly day: number;
  /** Which one in the month or year; negative counts from the end; 0 means every one. */
  readonly nth: number;
}

/** One RRULE or EXRULE, its parts parsed and in range. */
export interface RecurrenceRule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** As written: `YYYYMMDD`, `YYYYMMDDTHHMMSS` or `YYYYMMDDTHHMMSSZ`. */
  readonly until: string | null;
  readonly wkst: number;
  readonly byMonth: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonthDay: readonly number[];
  readonly byDay: readonly ByDay[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  readonly bySecond: readonly number[];
  readonly bySetPos: readonly number[];
}

const FREQUENCIES: readonly string[] = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'];
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const UNTIL = /^\d{8}(T\d{6}Z?)?$/;

/** Whether a line is a rule that repeats more often than daily, which Google refuses. */
export const isSubDaily = (line: string): boolean =>
  /^(RRULE|EXRULE)[^:]*:(.*;)?FREQ=(HOURLY|MINUTELY|SECONDLY)/i.test(line.trim());

/** Parses the part after `RRULE:`; null when it is malformed, or not allowed by RFC 5545 or Google. */
export function parseRule(text: string): RecurrenceRule | null {
  const parts = partsOf(text);
  const freq = parts?.get('FREQ');
  if (!parts || !freq || !FREQUENCIES.includes(freq)) return null;
  const interval = positive(parts.get('INTERVAL') ?? '1');
  const count = parts.has('COUNT') ? positive(parts.get('COUNT')!) : null;
  const until = parts.get('UNTIL') ?? null;
  const lists = readLists(parts);
  const byDay = readDays(parts.get('BYDAY'));
  const wkst = DAYS.indexOf(parts.get('WKST') ?? 'MO');
  if (!lists || !byDay || interval === undefined || count === undefined || wkst < 0) return null;
  if (until !== null && (count !== null || !UNTIL.test(until))) return null;
  if (!mayName(freq as Frequency, byDay, lists)) return null;
  return { freq: freq as Frequency, interval, count, until, wkst, byDay, ...lists };
}

function partsOf(text: string): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.split(';').filter(Boolean)) {
    const [name, value, more] = part.toUpperCase().split('=');
    if (!name || !value || more !== undefined || parts.has(name) || !KNOWN.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

const positive = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;

/** Part, property, minimum, maximum, whether negative values count from the end. */
const LISTS = [
  ['BYMONTH', 'byMonth', 1, 12, false],
  ['BYWEEKNO', 'byWeekNo', 1, 53, true],
  ['BYYEARDAY', 'byYearDay', 1, 366, true],
  ['BYMONTHDAY', 'byMonthDay', 1, 31, true],
  ['BYHOUR', 'byHour', 0, 23, false],
  ['BYMINUTE', 'byMinute', 0, 59, false],
  ['BYSECOND', 'bySecond', 0, 59, false],
  ['BYSETPOS', 'bySetPos', 1, 366, true],
] as const;
type Lists = Record<(typeof LISTS)[number][1], readonly number[]>;

const KNOWN = new Set<string>([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'WKST',
  'BYDAY',
  ...LISTS.map(([part]) => part),
]);

function readLists(parts: ReadonlyMap<string, string>): Lists | null {
  const lists: Partial<Record<keyof Lists, readonly number[]>> = {};
  for (const [part, name, least, most, signed] of LISTS) {
    const values = (parts.get(part)?.split(',') ?? []).map((text) =>
      /^[+-]?\d{1,3}$/.test(text) ? Number(text) : NaN,
    );
    const inRange = (value: number): boolean => {
      const size = signed ? Math.abs(value) : value;
      return size >= least && size <= most;
    };
    if (!values.every(inRange)) return null;
    lists[name] = [...new Set(values)].sort((a, b) => a - b);
  }
  return lists as Lists;
}

function readDays(text: string | undefined): readonly ByDay[] | null {
  const days: ByDay[] = [];
  for (const item of text?.split(',') ?? []) {
    const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(item);
    const nth = Number(match?.[1] ?? 0);
    if (!match || Math.abs(nth) > 53 || (match[1] !== undefined && nth === 0)) return null;
    days.push({ day: DAYS.indexOf(match[2]!), nth });
  }
  return days;
}

/** Which parts are allowed with which frequency. */
function mayName(freq: Frequency, byDay: readonly ByDay[], lists: Lists): boolean {
  const numbered = byDay.some(({ nth }) => nth !== 0);
  if (numbered && freq !== 'MONTHLY' && freq !== 'YEARLY') return false;
  if (numbered && lists.byWeekNo.length > 0) return false;
  if (lists.byWeekNo.length > 0 && freq !== 'YEARLY') return false;
  if (lists.byYearDay.length > 0 && freq !== 'YEARLY') return false;
  return !(lists.byMonthDay.length > 0 && freq === 'WEEKLY');
}
