import type { TriggerRecord, TriggerSource } from '../workspace/state/scripts';
import type { Random } from '../kit/random';
import { toInstant, toWallTime } from '../kit/zoned-time';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `nearMinute` is kept to within a quarter of an hour. */
const NEAR_MS = 15 * MINUTE_MS;

/**
 * When a new trigger's first run is planned, in milliseconds since 1970; null for one that waits for an event.
 * Google draws the time inside the chosen hour once and keeps it from day to day.
 *
 * @see https://developers.google.com/apps-script/guides/triggers/installable#time-driven_triggers
 */
export function firstRun(source: TriggerSource, now: number, random: Random): number | null {
  switch (source.kind) {
    case 'calendar':
      return null;
    case 'one-shot':
      return Math.max(source.at, now);
    case 'recurring':
      return firstRecurring(source, now, random);
  }
}

/** When a trigger's next run after a planned one is planned; null for a one-shot. */
export function nextRun(source: TriggerSource, planned: number): number | null {
  if (source.kind !== 'recurring') return null;
  const { rule, timeZone } = source;
  switch (rule.every) {
    case 'minutes':
      return planned + rule.count * MINUTE_MS;
    case 'hours':
      return planned + rule.count * HOUR_MS;
    case 'days':
      return daysLater(planned, rule.count, timeZone);
    case 'weeks':
      return daysLater(planned, 7 * rule.count, timeZone);
    case 'month':
      return monthDayAfter(planned, rule.monthDay, timeZone);
  }
}

type Recurring = Extract<TriggerSource, { kind: 'recurring' }>;

function firstRecurring({ rule, timeZone }: Recurring, now: number, random: Random): number {
  if (rule.every === 'minutes') return now + rule.count * MINUTE_MS;
  if (rule.every === 'hours') return now + random.int(HOUR_MS) + (rule.count - 1) * HOUR_MS;
  const { hour, minute, second } = timeOfDay(rule, random);
  const today = toWallTime(now, timeZone);
  let candidate = toInstant({ ...today, hour, minute, second }, timeZone);
  const fits = (): boolean => {
    if (candidate <= now) return false;
    if (rule.every === 'month') return toWallTime(candidate, timeZone).day === rule.monthDay;
    return rule.every !== 'weeks' || weekDay(candidate, timeZone) === rule.weekDay;
  };
  while (!fits()) candidate = daysLater(candidate, 1, timeZone);
  return candidate;
}

/** A time inside the requested hour (any hour when none was requested), or near the minute. */
function timeOfDay(
  { atHour, nearMinute }: { readonly atHour: number | null; readonly nearMinute: number | null },
  random: Random,
): { hour: number; minute: number; second: number } {
  const hour = atHour ?? random.int(24);
  const offset =
    nearMinute === null
      ? random.int(HOUR_MS)
      : Math.min(
          HOUR_MS - 1,
          Math.max(0, nearMinute * MINUTE_MS + random.int(2 * NEAR_MS + 1) - NEAR_MS),
        );
  return {
    hour,
    minute: Math.floor(offset / MINUTE_MS),
    second: Math.floor((offset % MINUTE_MS) / 1000),
  };
}

function daysLater(instant: number, days: number, timeZone: string): number {
  const wall = toWallTime(instant, timeZone);
  return toInstant({ ...wall, day: wall.day + days }, timeZone);
}

/** The same time in the next month that has the day: the 31st skips short months. */
function monthDayAfter(instant: number, monthDay: number, timeZone: string): number {
  const wall = toWallTime(instant, timeZone);
  for (let months = 1; ; months++) {
    const candidate = toInstant({ ...wall, month: wall.month + months, day: monthDay }, timeZone);
    if (toWallTime(candidate, timeZone).day === monthDay) return candidate;
  }
}

/** 0 is Sunday. */
function weekDay(instant: number, timeZone: string): number {
  const { year, month, day } = toWallTime(instant, timeZone);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/**
 * The event object that a time-driven trigger passes to its function.
 * @see https://developers.google.com/apps-script/guides/triggers/events#time-driven-events
 */
export function clockEvent({ uid, source }: TriggerRecord, now: number): object {
  const timeZone = source.kind === 'recurring' ? source.timeZone : 'UTC';
  const { year, month, day, hour, minute, second } = toWallTime(now, timeZone);
  return {
    authMode: 'FULL',
    triggerUid: uid,
    year,
    month,
    'day-of-month': day,
    // Monday is 1 and Sunday 7.
    'day-of-week': weekDay(now, timeZone) || 7,
    'week-of-year': isoWeek(year, month, day),
    hour,
    minute,
    second,
    timezone: timeZone,
  };
}

/** The ISO 8601 week number. */
function isoWeek(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const firstOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.ceil(((date.getTime() - firstOfYear) / 86_400_000 + 1) / 7);
}
