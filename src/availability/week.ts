/** A week of somebody's availability, as a picture and in words. */
import { escaped } from '../card/card';
import { shortDay } from '../kit/date-words';
import { instantMsOf, localAt } from '../kit/zoned-time';
import { blocksOnBoard, type Board } from './boards';
import { midnightMs, type Span } from './events';
import { bookability, dateAfter, freeSpans } from './plan';
import { REASON_WORDS, type Reason } from './reasons';

export const WEEK_DAYS = 7;

/** A part of a day, as the clocks in the person's zone show it. */
export interface Slot extends Span {
  /** `HH:MM`; the end of the day is `24:00`. */
  readonly start: string;
  readonly end: string;
  /** Null for a time that clients can book. */
  readonly reason: Reason | null;
}

export interface Day {
  readonly date: string;
  readonly slots: readonly Slot[];
  /** Half hours or hours, `free` if all of it can be booked. */
  readonly cells: readonly ('free' | 'part' | 'blocked')[];
}

export interface Week {
  readonly days: readonly Day[];
  /** What the cells of each day cover. */
  readonly hours: { readonly start: number; readonly end: number };
  /** Whether there are days after these. */
  readonly hasMore: boolean;
}

/** The hours that a picture shows at least. */
const OFFICE = { start: 8, end: 18 } as const;
/** With more hours than this, a cell is a whole hour. */
const HALF_HOUR_LIMIT = 12;

/** @param page 0 for the week that begins today. */
export function weekOf(board: Board, page: number): Week {
  const today = localAt(board.startMs, board.zone).slice(0, 10);
  const dates: string[] = [];
  for (let ahead = page * WEEK_DAYS; dates.length < WEEK_DAYS; ahead += 1) {
    const date = dateAfter(today, ahead);
    if (midnightMs(date, board.zone) >= board.endMs) break;
    dates.push(date);
  }
  const slots = dates.map((date) => slotsOf(board, date));
  const hours = hoursOf(slots.flat());
  const next = dateAfter(today, (page + 1) * WEEK_DAYS);
  return {
    days: dates.map((date, index) => ({
      date,
      slots: slots[index]!,
      cells: cellsOf(board, date, hours),
    })),
    hours,
    hasMore: midnightMs(next, board.zone) < board.endMs,
  };
}

const dayOf = (date: string, zone: string): Span => ({
  startMs: midnightMs(date, zone),
  endMs: midnightMs(dateAfter(date, 1), zone),
});

/** The whole day, blocked and free times in their order. */
export function slotsOf(board: Board, date: string): readonly Slot[] {
  const { zone } = board;
  const day = dayOf(date, zone);
  const known = { window: board, blocks: blocksOnBoard(board) };
  const parts = [
    ...freeSpans(day, known).map((span) => ({ ...span, reason: null })),
    ...known.blocks
      .map(({ startMs, endMs, reason }) => ({
        startMs: Math.max(startMs, day.startMs),
        endMs: Math.min(endMs, day.endMs),
        reason,
      }))
      .filter(({ startMs, endMs }) => endMs > startMs),
  ].sort((one, other) => one.startMs - other.startMs);
  return parts.map(({ startMs, endMs, reason }) => ({
    ...{ startMs, endMs },
    start: localAt(startMs, zone).slice(11, 16),
    end: endMs === day.endMs ? '24:00' : localAt(endMs, zone).slice(11, 16),
    reason,
  }));
}

/** Office hours, and every hour in which something can be booked. */
function hoursOf(slots: readonly Slot[]): Week['hours'] {
  const free = slots.filter(({ reason }) => reason === null);
  return {
    start: Math.min(OFFICE.start, ...free.map(({ start }) => Number(start.slice(0, 2)))),
    end: Math.max(
      OFFICE.end,
      ...free.map(({ end }) => Number(end.slice(0, 2)) + (end.endsWith(':00') ? 0 : 1)),
    ),
  };
}

function cellsOf(board: Board, date: string, { start, end }: Week['hours']): Day['cells'] {
  const known = { window: board, blocks: blocksOnBoard(board) };
  const minutes = end - start > HALF_HOUR_LIMIT ? 60 : 30;
  const cells: Day['cells'][number][] = [];
  for (let minute = start * 60; minute < end * 60; minute += minutes) {
    const span = {
      startMs: clockMs(date, minute, board.zone),
      endMs: clockMs(date, minute + minutes, board.zone),
    };
    // The hour that the clocks skip.
    if (span.endMs <= span.startMs) cells.push('blocked');
    else if (bookability(span, known).kind === 'bookable') cells.push('free');
    else cells.push(freeSpans(span, known).length > 0 ? 'part' : 'blocked');
  }
  return cells;
}

function clockMs(date: string, minute: number, zone: string): number {
  if (minute === 24 * 60) return midnightMs(dateAfter(date, 1), zone);
  const two = (number: number): string => String(number).padStart(2, '0');
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return instantMsOf({ local: `${date}T${time}:00`, zone });
}

const PICTURE = {
  free: { sign: '█', color: '#146c2e' },
  part: { sign: '▒', color: '#5f4b00' },
  blocked: { sign: '░', color: '#5f6368' },
} as const;

/** Card markup: one sign a cell, told apart by shape as well as by color. */
export function picture(cells: Day['cells']): string {
  const runs: { kind: Day['cells'][number]; count: number }[] = [];
  for (const kind of cells) {
    const last = runs[runs.length - 1];
    if (last?.kind === kind) last.count += 1;
    else runs.push({ kind, count: 1 });
  }
  return runs
    .map(({ kind, count }) => {
      const { sign, color } = PICTURE[kind];
      return `<font color="${color}">${escaped(sign.repeat(count))}</font>`;
    })
    .join('');
}

export const pictureWords = ({ hours }: Week): string =>
  `From ${hours.start}:00 to ${hours.end}:00. █ can be booked, ▒ in part, ░ cannot.`;

/** The free times of a day: `09:00–10:30, 11:00–17:00`. */
export function freeWords({ slots }: Day): string {
  const free = slots.filter(({ reason }) => reason === null);
  return free.length === 0
    ? `Nothing: ${reasonWords(slots)}`
    : free.map(({ start, end }) => `${start}–${end}`).join(', ');
}

const reasonWords = (slots: readonly Slot[]): string =>
  [...new Set(slots.map(({ reason }) => (reason ? REASON_WORDS[reason] : '')))]
    .join(', ')
    .toLowerCase();

export const dayWords = (date: string): string => shortDay(date, date);
