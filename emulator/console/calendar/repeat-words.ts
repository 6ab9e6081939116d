import { WEEKDAYS } from './repeat-rule';

const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  DAILY: ['Daily', 'days'],
  WEEKLY: ['Weekly', 'weeks'],
  MONTHLY: ['Monthly', 'months'],
  YEARLY: ['Annually', 'years'],
};
const NTH: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
};

/** A series in words: "Weekly on Monday, Friday, 10 times". The rule itself where it is too complex. */
export function repeatWords(lines: readonly string[]): string {
  const line = lines.find((one) => /^RRULE:/i.test(one));
  if (!line) return lines.join(' ');
  const rule = new Map(
    line
      .slice('RRULE:'.length)
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  const unit = UNITS[rule.get('FREQ') ?? ''];
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL', 'WKST', 'BYMONTH'];
  if (!unit || [...rule.keys()].some((name) => !known.includes(name))) return line;
  const interval = Number(rule.get('INTERVAL') ?? 1);
  return `${interval === 1 ? unit[0] : `Every ${interval} ${unit[1]}`}${onDays(rule)}${ending(rule)}`;
}

function onDays(rule: ReadonlyMap<string, string>): string {
  const days = rule.get('BYDAY');
  if (days === 'MO,TU,WE,TH,FR') return ' on weekdays';
  if (days) return ` on ${days.split(',').map(dayWords).join(', ')}`;
  const monthDay = rule.get('BYMONTHDAY');
  return monthDay ? ` on day ${monthDay}` : '';
}

function dayWords(code: string): string {
  const [, nth = '', day = ''] = /^([+-]?\d*)([A-Z]{2})$/i.exec(code) ?? [];
  const weekday = WEEKDAYS.find((name) => name.slice(0, 2).toUpperCase() === day.toUpperCase());
  const which = NTH[nth.replace('+', '')];
  return which ? `the ${which} ${weekday ?? day}` : (weekday ?? code);
}

function ending(rule: ReadonlyMap<string, string>): string {
  const count = rule.get('COUNT');
  if (count) return `, ${count} ${count === '1' ? 'time' : 'times'}`;
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(rule.get('UNTIL') ?? '') ?? [];
  if (!year) return '';
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return `, until ${date.toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'medium' })}`;
}
