/** How long changes take to reach the other side, by day and direction (TF10). Kept as counts: the single times would not fit. */
import { array, number, object, string } from 'valibot';
import { instantAt } from '../../kit/clock';
import { decoderOf } from '../../kit/decoder';
import { slot, valueOr } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';

/** A change took as long as this, or less but longer than the step before. What took longer than the last step is counted after it. */
export const STEPS = [
  { minutes: 0.5, words: '30 seconds' },
  { minutes: 1, words: '1 minute' },
  { minutes: 2, words: '2 minutes' },
  { minutes: 5, words: '5 minutes' },
  { minutes: 10, words: '10 minutes' },
  { minutes: 20, words: '20 minutes' },
  { minutes: 40, words: '40 minutes' },
  { minutes: 60, words: '1 hour' },
  { minutes: 120, words: '2 hours' },
  { minutes: 240, words: '4 hours' },
  { minutes: 720, words: '12 hours' },
  { minutes: 1440, words: '1 day' },
] as const;

/** How many days are kept. */
export const DAYS = 14;

export const DIRECTIONS = ['toWork', 'toGoogle'] as const;

export type Direction = (typeof DIRECTIONS)[number];

/** Milliseconds from a change until it was on the other side. */
export type Lags = Readonly<Record<Direction, readonly number[]>>;

/** Counts by step: `counts[n]` changes took as long as `STEPS[n]`. A list may be shorter than the steps. */
export interface FreshnessDay {
  /** In UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly toWork: readonly number[];
  readonly toGoogle: readonly number[];
}

export interface FreshnessLog {
  /** The days on which anything was carried over, oldest first. */
  load(): readonly FreshnessDay[];
  /** What finds no room is not counted: nothing depends on it. */
  add(lags: Lags, nowMs: number): void;
}

const day = object({ day: string(), toWork: array(number()), toGoogle: array(number()) });

export function freshnessLog(store: StringStore, customer: string): FreshnessLog {
  const place = slot(store, {
    key: `${customer}.calendar.freshness`,
    version: 1,
    decode: decoderOf<readonly FreshnessDay[]>(array(day)),
  });
  const load = (): readonly FreshnessDay[] => valueOr(place.read(), []);
  return {
    load,
    add(lags, nowMs) {
      if (DIRECTIONS.some((direction) => lags[direction].length > 0))
        void place.write(withLags(load(), lags, nowMs));
    },
  };
}

/** The days after these changes were carried over; those that are too old are gone. */
export function withLags(
  days: readonly FreshnessDay[],
  lags: Lags,
  nowMs: number,
): readonly FreshnessDay[] {
  const today = dayOf(nowMs);
  const before = days.find((one) => one.day === today);
  const firstKept = dayOf(nowMs - (DAYS - 1) * 86_400_000);
  return [
    ...days.filter((one) => one.day !== today && one.day >= firstKept),
    {
      day: today,
      toWork: counted(before?.toWork ?? [], lags.toWork),
      toGoogle: counted(before?.toGoogle ?? [], lags.toGoogle),
    },
  ];
}

export const dayOf = (ms: number): string => instantAt(ms).slice(0, 10);

function counted(before: readonly number[], lagsMs: readonly number[]): readonly number[] {
  const counts = [...before];
  for (const lagMs of lagsMs) {
    const step = stepOf(lagMs);
    while (counts.length <= step) counts.push(0);
    counts[step]! += 1;
  }
  return counts;
}

const stepOf = (lagMs: number): number => {
  const step = STEPS.findIndex(({ minutes }) => lagMs <= minutes * 60_000);
  return step < 0 ? STEPS.length : step;
};

/** All counts of a direction together. */
export const together = (days: readonly FreshnessDay[], direction: Direction): readonly number[] =>
  days.reduce<readonly number[]>(
    (sum, one) =>
      Array.from(
        { length: Math.max(sum.length, one[direction].length) },
        (_, step) => (sum[step] ?? 0) + (one[direction][step] ?? 0),
      ),
    [],
  );

export const totalOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0);

/**
 * The step within which this share of the changes was carried over; null when there was none.
 *
 * @param share above 0, up to 1: a half for the median.
 * @returns an index of `STEPS`, or its length when it took longer than the last.
 */
export function stepOfShare(counts: readonly number[], share: number): number | null {
  const total = totalOf(counts);
  if (total === 0) return null;
  let seen = 0;
  return counts.findIndex((count) => (seen += count) >= share * total);
}
