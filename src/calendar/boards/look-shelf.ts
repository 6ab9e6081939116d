/**
 * When people were looked at, kept in a few cache values with many people each, because the cache holds only about a thousand
 * values for all organizations together.
 *
 * @see https://developers.google.com/apps-script/reference/cache/cache
 */
import { boolean, nullable, number, object, record, string, tuple } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import { slot, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import { textDigest } from '../../kit/text-digest';

export const SHELVES = 16;

/** Times in minutes since 1970. */
export type Look = [
  lookedAt: number,
  /** The state of the work system at that look. The same state again is no news, even if something failed. */
  workState: string | null,
  /** Everything up to this time has been carried over; null when that is not known. */
  inStepAt: number | null,
  /** The turn ran out of time, and comes first in the next run. */
  isUnfinished: boolean,
  /** Marks of events that are left alone though they have an activity; null when unknown or too many. */
  apart: string | null,
];

export interface Shelf {
  /** How often everybody is looked at. */
  readonly everyMs: number;
  /** By user id. */
  readonly looks: Readonly<Record<string, Look>>;
}

const form = object({
  everyMs: number(),
  looks: record(
    string(),
    tuple([number(), nullable(string()), nullable(number()), boolean(), nullable(string())]),
  ),
});

const decodeShelf = decoderOf<Shelf>(form);

export const lookShelf = (cache: StringStore, customer: string, shelf: number): Slot<Shelf> =>
  slot(cache, {
    key: `looks.${customer}.${shelf}`,
    version: 2,
    decode: (data, version) => (version === 2 ? decodeShelf(data) : null),
  });

export function shelfOf(userId: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < userId.length; index += 1)
    hash = Math.imul(hash ^ userId.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % SHELVES;
}

const MARK_CHARACTERS = 6;
const MOST_APART = 50;

const markOf = (eventId: string): string => textDigest(eventId).slice(0, MARK_CHARACTERS);

/** Null when there are too many to keep beside everybody else's. */
export const apartMarks = (eventIds: readonly string[]): string | null =>
  eventIds.length > MOST_APART ? null : eventIds.map(markOf).join('');

export function isAmong(marks: string, eventId: string): boolean {
  const mark = markOf(eventId);
  for (let at = 0; at < marks.length; at += MARK_CHARACTERS)
    if (marks.startsWith(mark, at)) return true;
  return false;
}
