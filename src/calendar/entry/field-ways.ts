/** Which way changes of single fields go, by the organization's choice (TF18). */
import type { Entry, Field, Side } from './entry';
import type { Way } from './own-choices';

/** `apart`: each side keeps its own value. */
export type FieldWay = Way | 'apart';

/** Fields that are not named go the way they always do. */
export type FieldWays = Readonly<Partial<Record<Field, FieldWay>>>;

/** The side whose value of a field counts; null where both do, or neither. */
export const giverOf = (way: FieldWay | undefined): Side | null =>
  way === 'to-work' ? 'google' : way === 'to-google' ? 'work' : null;

const EMPTY: Partial<Entry> = { notes: '', location: '', participants: [] };

/**
 * A copy as it is made: without what does not go that way. Nobody would know a copy without a title, so it begins with that of its
 * original.
 *
 * @param before what the side had before the copy was lost, or has in the series of a single date; null for nothing.
 */
export function withoutUnsent(
  entry: Entry,
  on: Side,
  ways: FieldWays | undefined,
  before: Entry | null,
): Entry {
  if (!ways) return entry;
  const own = (Object.keys(ways) as Field[]).filter((field) => {
    const way = ways[field];
    return way === 'apart' || giverOf(way) === on;
  });
  const values = own.flatMap((field): [Field, unknown][] => {
    // What both last agreed on says of such a field what Google has.
    const isKnown = before !== null && !(ways[field] === 'apart' && on === 'work');
    const value = isKnown ? before[field] : EMPTY[field];
    return value === undefined ? [] : [[field, value]];
  });
  return { ...entry, ...Object.fromEntries(values) };
}
