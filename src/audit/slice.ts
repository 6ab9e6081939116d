/** The log in slices of time, because Google lists it newest first and rows are written oldest first. */
import { instantAt, msOf } from '../kit/clock';
import type { Deadline } from '../kit/deadline';
import type { Failure } from '../kit/failure';
import { readAll } from '../kit/pages';
import { ok, type Result } from '../kit/result';
import type { TokenActivity, TokenLog, TokenLogQuery } from './ports';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * How far back the log goes: 180 days. A little less, because Google refuses a time that has become older than that on
 * its way.
 *
 * @see https://support.google.com/a/answer/7061566
 */
export const LOG_MS = 180 * DAY_MS - 10 * MINUTE_MS;

/** A slice has at least this many pages, if the log does. */
const FEWEST_PAGES = 5;

/** The share of the time left that goes into reading a slice. Writing its rows takes longer. */
const READING_SHARE = 0.25;

/** The share of what filled one slice that goes into the next, so that it is not too much again. */
const ROOM = 0.6;

/** A slice with fewer entries than this has room for more. */
const FEW = FEWEST_PAGES * 1_000 * ROOM;

/** A slice of this length is read to its end, however much is in it. */
const SHORTEST_MS = MINUTE_MS;

/** Where to continue reading, in steps of `spanMs`. */
export interface Course {
  readonly from: string | null;
  /** Infinity: to the end in one slice. */
  readonly spanMs: number;
}

export type Slice =
  | { readonly kind: 'whole'; readonly activities: readonly TokenActivity[] }
  /** More than fits. What was read reaches back to `oldest`; null when nothing was read. */
  | { readonly kind: 'too-much'; readonly oldest: string | null };

/**
 * The whole log, in one slice if it fits; or everything younger than an instant.
 *
 * @param spanMs the length of the slices before, when an export continues; Infinity when unknown.
 */
export function startAt(settledUpTo: string | null, nowMs: number, spanMs: number): Course {
  const isInLog = settledUpTo !== null && msOf(settledUpTo) > nowMs - LOG_MS;
  return isInLog ? { from: settledUpTo, spanMs } : { from: null, spanMs: Infinity };
}

/** The end of the next slice; null when it reaches up to now. */
export function sliceEnd({ from, spanMs }: Course, nowMs: number): string | null {
  const endMs = from === null ? Infinity : msOf(from) + spanMs;
  return endMs < nowMs ? instantAt(endMs) : null;
}

/** Reads every page of a slice, or fails as a whole. */
export function readSlice(
  { log, deadline }: { readonly log: TokenLog; readonly deadline: Deadline },
  query: TokenLogQuery,
  spanMs: number,
): Result<Slice, Failure> {
  const enoughMs = deadline.left() * (1 - READING_SHARE);
  let pages = 0;
  let isCut = false;
  const listing = readAll((pageToken) => {
    const page = log.page(query, pageToken);
    pages += 1;
    if (!page.ok || pages < FEWEST_PAGES || spanMs <= SHORTEST_MS) return page;
    if (deadline.left() > enoughMs) return page;
    isCut = page.value.nextPageToken !== undefined;
    return ok({ ...page.value, nextPageToken: undefined });
  });
  if (!listing.ok) return listing;
  const activities = listing.value.items;
  if (!isCut) return ok({ kind: 'whole', activities });
  return ok({ kind: 'too-much', oldest: activities[activities.length - 1]?.id.time ?? null });
}

/**
 * The course after a slice that was too much: from the same instant, in steps that hold somewhat less than was read.
 */
export function narrowed(course: Course, oldest: string | null, endMs: number): Course {
  const from = course.from ?? instantAt(endMs - LOG_MS);
  const readMs = oldest === null ? Infinity : endMs - msOf(oldest);
  const spanMs = Math.min(readMs * ROOM, (endMs - msOf(from)) / 2);
  return { from, spanMs: Math.max(SHORTEST_MS, Math.floor(spanMs)) };
}

/**
 * The course once the slice up to `end` is in the sheet. Steps grow again where less happens, but only if few enough
 * entries were read: reading a slice that turns out too much is wasted.
 */
export const advanced = ({ spanMs }: Course, end: string, activities: number): Course => ({
  from: end,
  spanMs: activities < FEW ? spanMs * 1.5 : spanMs,
});
