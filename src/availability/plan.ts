/** Decides which times clients can book. One function answers for a listing and for a booking. */
import { instantMsOf, localAt } from '../kit/zoned-time';
import { midnightMs, timesOfEvents, type Span, type Taken, type TimeOfEvent } from './events';
import { weekOf } from './hours';
import { isTaken, REASONS, type Reason } from './reasons';
import type { AvailabilityRules } from './rules';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Nobody books further ahead: the block after the last day that was looked at ends here. */
const AHEAD_MS = 366 * DAY_MS;

/** A time that clients cannot book. */
export interface Block extends Span {
  readonly reason: Reason;
}

export interface Person {
  /** The IANA zone of the person's calendar. */
  readonly zone: string;
  /** Their own working hours; null where the organization's count. Empty when every hour can be booked. */
  readonly hours: string | null;
}

export interface Availability {
  /** What was looked at: whole days by the clocks in the person's zone, today first. */
  readonly window: Span;
  /** In their order, none over another, the last one from the end of the window on. */
  readonly blocks: readonly Block[];
  readonly freeAllDay: readonly string[];
  /** Times of events, which may overlap. */
  readonly taken: readonly Taken[];
}

/** The days that are looked at. */
export function windowOf(nowMs: number, zone: string, days: number): Span {
  const today = localAt(nowMs, zone).slice(0, 10);
  return { startMs: midnightMs(today, zone), endMs: midnightMs(dateAfter(today, days), zone) };
}

/** What has to be listed, so that a buffer reaches in from events just outside the window. */
export const listedSpan = (
  { startMs, endMs }: Span,
  { bufferBeforeMinutes, bufferAfterMinutes }: AvailabilityRules,
): Span => ({
  startMs: startMs - bufferAfterMinutes * MINUTE_MS,
  endMs: endMs + bufferBeforeMinutes * MINUTE_MS,
});

export function planAvailability(
  events: readonly TimeOfEvent[],
  rules: AvailabilityRules,
  { zone, hours }: Person,
  window: Span,
): Availability {
  const { taken, freeAllDay } = timesOfEvents(events, rules, zone);
  const layers: Block[] = [
    ...taken,
    ...taken.flatMap((time) => buffersAround(time, rules)),
    ...closedIn(window, hours ?? rules.hours, zone),
  ];
  return {
    window,
    blocks: [...partition(layers, window), notYet(window)],
    freeAllDay: freeAllDay.filter((date) => overlaps(dayOf(date, zone), window)),
    taken: taken.filter((time) => overlaps(time, window)),
  };
}

/** For somebody whose calendar could not be read: nothing is offered. */
export const unknownAvailability = (window: Span): Availability => ({
  window,
  blocks: [{ ...window, reason: 'unknown' }, notYet(window)],
  freeAllDay: [],
  taken: [],
});

/** What lies further ahead than Tandem looks. */
export const notYet = ({ endMs }: Span): Block => ({
  startMs: endMs,
  endMs: endMs + AHEAD_MS,
  reason: 'not-yet',
});

const dayOf = (date: string, zone: string): Span => ({
  startMs: midnightMs(date, zone),
  endMs: midnightMs(dateAfter(date, 1), zone),
});

const overlaps = (one: Span, other: Span): boolean =>
  one.startMs < other.endMs && other.startMs < one.endMs;

/** An all-day event needs no time to get there. */
function buffersAround(
  { startMs, endMs, reason }: Taken,
  { bufferBeforeMinutes: before, bufferAfterMinutes: after }: AvailabilityRules,
): Block[] {
  if (reason === 'all-day') return [];
  return [
    { startMs: startMs - before * MINUTE_MS, endMs: startMs, reason: 'buffer' },
    { startMs: endMs, endMs: endMs + after * MINUTE_MS, reason: 'buffer' },
  ];
}

/**
 * What is outside working hours. Both ends of each part are read from the clocks of that very day, so hours stay right on days on which
 * the clocks change.
 */
function closedIn(window: Span, hours: string, zone: string): Block[] {
  const week = hours === '' ? null : weekOf(hours);
  if (week === null) return [];
  const closed: Block[] = [];
  let fromMs = window.startMs;
  const close = (untilMs: number): void => {
    if (untilMs > fromMs) closed.push({ startMs: fromMs, endMs: untilMs, reason: 'outside-hours' });
  };
  for (
    let date = localAt(window.startMs, zone).slice(0, 10);
    midnightMs(date, zone) < window.endMs;
    date = dateAfter(date, 1)
  ) {
    for (const { start, end } of week[weekdayOf(date)]!) {
      close(clockMs(date, start, zone));
      fromMs = Math.max(fromMs, clockMs(date, end, zone));
    }
  }
  close(window.endMs);
  return closed;
}

const clockMs = (date: string, time: string, zone: string): number =>
  time === '24:00'
    ? midnightMs(dateAfter(date, 1), zone)
    : instantMsOf({ local: `${date}T${time}:00`, zone });

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The date so many days later. */
export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Cuts the layers to the window; of several at one moment the first in the order of the reasons counts. */
export function partition(layers: readonly Block[], window: Span): Block[] {
  const edges = layers
    .map(({ startMs, endMs, reason }) => ({
      startMs: Math.max(startMs, window.startMs),
      endMs: Math.min(endMs, window.endMs),
      reason,
    }))
    .filter(({ startMs, endMs }) => endMs > startMs)
    .flatMap(({ startMs, endMs, reason }) => [
      { ms: startMs, rank: REASONS.indexOf(reason), step: 1 },
      { ms: endMs, rank: REASONS.indexOf(reason), step: -1 },
    ])
    .sort((one, other) => one.ms - other.ms);
  const open = REASONS.map(() => 0);
  const blocks: Block[] = [];
  edges.forEach(({ ms, rank, step }, index) => {
    open[rank]! += step;
    const untilMs = edges[index + 1]?.ms ?? ms;
    const first = open.findIndex((count) => count > 0);
    if (untilMs === ms || first < 0) return;
    const reason = REASONS[first]!;
    const last = blocks[blocks.length - 1];
    if (last && last.endMs === ms && last.reason === reason)
      blocks[blocks.length - 1] = { ...last, endMs: untilMs };
    else blocks.push({ startMs: ms, endMs: untilMs, reason });
  });
  return blocks;
}

export type Bookability =
  | { readonly kind: 'bookable' }
  /** @param by the first block in the way. */
  | { readonly kind: 'busy'; readonly by: Block }
  /** The calendar could not be read, or nobody has looked that far: nothing is offered. */
  | { readonly kind: 'unknown' };

/** Whether clients can book a time. Listings and bookings both ask this. */
export function bookability(
  span: Span,
  { window, blocks }: Pick<Availability, 'window' | 'blocks'>,
): Bookability {
  if (span.endMs <= span.startMs || span.startMs < window.startMs) return { kind: 'unknown' };
  const inTheWay = blocks.filter((block) => overlaps(block, span));
  if (inTheWay.some(({ reason }) => reason === 'unknown' || reason === 'not-yet'))
    return { kind: 'unknown' };
  const [by] = inTheWay;
  return by === undefined ? { kind: 'bookable' } : { kind: 'busy', by };
}

/** The times within a span that clients can book. */
export function freeSpans(
  span: Span,
  { window, blocks }: Pick<Availability, 'window' | 'blocks'>,
): Span[] {
  const free: Span[] = [];
  let fromMs = Math.max(span.startMs, window.startMs);
  for (const { startMs, endMs } of [...blocks, { startMs: span.endMs, endMs: span.endMs }]) {
    const untilMs = Math.min(startMs, span.endMs);
    if (untilMs > fromMs) free.push({ startMs: fromMs, endMs: untilMs });
    fromMs = Math.max(fromMs, endMs);
  }
  return free;
}

/** A booking at a time that something else in the person's calendar takes. */
export interface DoubleBooking extends Span {
  readonly activityId: string;
  readonly by: Reason;
}

/** The first entry that a booking overlaps, other than itself; null for none. */
export function takenBy(
  booking: Span & { readonly activityId: string },
  taken: readonly Taken[],
): Taken | null {
  return (
    taken.find(
      (time) =>
        time.activityId !== booking.activityId && isTaken(time.reason) && overlaps(time, booking),
    ) ?? null
  );
}

/**
 * The bookings that overlap something else, each date of a series apart. Working hours and buffers do not count: whoever enters a booking
 * there knows why.
 *
 * @param bookings ids of the activities that are bookings.
 */
export function doubleBookings(
  taken: readonly Taken[],
  bookings: ReadonlySet<string>,
): readonly DoubleBooking[] {
  const inOrder = [...taken].sort((one, other) => one.startMs - other.startMs);
  const found: DoubleBooking[] = [];
  for (const one of inOrder) {
    const { activityId, startMs, endMs } = one;
    if (activityId === null || !bookings.has(activityId)) continue;
    const other = takenBy({ activityId, startMs, endMs }, inOrder);
    if (other) found.push({ activityId, startMs, endMs, by: other.reason });
  }
  return found;
}
