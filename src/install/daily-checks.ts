/**
 * The checks that finalizing made, made again every day in the sync account's name (TA11): how each came out on the last days, and what
 * was wrong the last time. Kept in the script's properties, where every administrator's page can read it without the workbook.
 */
import { array, object, record, string } from 'valibot';
import { instantAt, msOf } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { failureForm } from '../kit/failure-form';
import { traitsOf } from '../kit/failure-traits';
import { slot, valueOr, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { CHECKS, type CheckName } from './check-names';
import { failuresOf, type Check } from './checks';
import { CHECKED } from './health';

export interface DailyChecks {
  /** When they were last made. */
  readonly at: string;
  /** By the check's name, a sign for each day until then, the newest last: see `Sign`. */
  readonly days: Readonly<Record<string, string>>;
  /** What was wrong when they were last made. */
  readonly failures: readonly Failure[];
}

/** `+` good, `x` wrong at least once, `.` not made or not judged. */
export type Sign = '+' | 'x' | '.';

export const DAYS_KEPT = 30;

const DAY_MS = 86_400_000;
const AGAIN_MS = 600_000;
const MOST_FAILURES = 4;

export const dailyChecksSlot = (shared: StringStore, customerId: string): Slot<DailyChecks> =>
  slot(shared, {
    key: `checks.${customerId}`,
    version: 1,
    decode: decoderOf<DailyChecks>(
      object({ at: string(), days: record(string(), string()), failures: array(failureForm) }),
    ),
  });

/** Of an organization that was just finalized: everything was good a moment ago. */
export const noChecksYet = (nowMs: number): DailyChecks => ({
  at: instantAt(nowMs),
  days: {},
  failures: [],
});

/** Once a day (UTC); every ten minutes while something is wrong. */
export function areChecksDue(last: DailyChecks | null, nowMs: number): boolean {
  if (last === null || daysBetween(last.at, nowMs) > 0) return true;
  return last.failures.length > 0 && nowMs - msOf(last.at) >= AGAIN_MS;
}

/** With the outcome of today's checks. A day on which something was wrong stays marked. */
export function checksAfter(
  before: DailyChecks | null,
  checks: readonly Check[],
  nowMs: number,
): DailyChecks {
  const passed = before === null ? 0 : daysBetween(before.at, nowMs);
  const days = CHECKS.map((name) => {
    const line = before?.days[name] ?? '';
    const sign = signOf(checks.filter((check) => check.name === name));
    return [name, passed === 0 ? withToday(line, sign) : withDay(line, passed, sign)] as const;
  });
  return {
    at: instantAt(nowMs),
    days: Object.fromEntries(days),
    failures: failuresOf({ checks })
      .filter((failure) => traitsOf(failure).cure !== 'nobody')
      .slice(0, MOST_FAILURES),
  };
}

const withToday = (line: string, sign: Sign): string =>
  line.endsWith('x') ? line : `${line.slice(0, -1)}${sign}`;

const withDay = (line: string, passed: number, sign: Sign): string =>
  `${line}${'.'.repeat(Math.min(passed, DAYS_KEPT) - 1)}${sign}`.slice(-DAYS_KEPT);

function signOf(checks: readonly Pick<Check, 'mark'>[]): Sign {
  if (checks.some(({ mark }) => mark === 'bad')) return 'x';
  return checks.some(({ mark }) => mark === 'good') ? '+' : '.';
}

const dayNumber = (ms: number): number => Math.floor(ms / DAY_MS);

const daysBetween = (at: string, nowMs: number): number =>
  Math.max(0, dayNumber(nowMs) - dayNumber(msOf(at)));

/** The days, as dates, on which a check was wrong, the newest first. */
export function wrongDays({ at, days }: DailyChecks, name: CheckName): readonly string[] {
  const line = days[name] ?? '';
  return [...line]
    .map((sign, index) => ({ sign, ago: line.length - 1 - index }))
    .filter(({ sign }) => sign === 'x')
    .map(({ ago }) => instantAt(msOf(at) - ago * DAY_MS).slice(0, 10))
    .reverse();
}

/** An administrator found all checks good: what that disproves is over, even before the next look. */
export function forgetDisproved(place: Slot<DailyChecks>): void {
  const last = valueOr(place.read(), null);
  const left = last?.failures.filter(({ kind }) => !CHECKED.includes(kind)) ?? [];
  // If it cannot be kept, the next look finds the same.
  if (last !== null && left.length < last.failures.length)
    void place.write({ ...last, failures: left });
}
