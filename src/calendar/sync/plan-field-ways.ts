/**
 * Fields of which changes go only one way, by the organization's choice (TF18). A merge has carried what the giving side changed; what
 * somebody changed on the other side is decided here:
 *
 *                         a copy that Tandem made     an entry that a person made
 *   only they changed it  put back, and told          stays theirs
 *   both changed it       the giving side's, and told
 */
import { otherSide, type Entry, type Field, type Side } from '../entry/entry';
import { sameField } from '../entry/fields';
import { giverOf } from '../entry/field-ways';
import type { Policy } from '../entry/policy';
import type { Conflict } from '../ports';
import { taking, type Courses, type Merged } from './merge';
import { conflictOf } from './merge-outcome';
import type { NextLink } from './operations';

interface MergedPair {
  readonly entries: Readonly<Record<Side, Entry>>;
  readonly base: Entry;
  readonly courses: Courses;
  /** Whether Tandem made this half. */
  isCopy(side: Side): boolean;
}

/** A field in which the side that does not give lost an edit. */
interface Lost {
  readonly field: Field;
  readonly side: Side;
  /** Whether the giving side had not changed it. */
  readonly isPutBack: boolean;
}

export interface Followed extends Merged {
  readonly lost: readonly Lost[];
}

export function followed(
  result: Merged,
  { entries, base, courses, isCopy }: MergedPair,
  { fieldWays = {} }: Pick<Policy, 'fieldWays'>,
): Followed {
  const lost = (Object.keys(fieldWays) as Field[]).flatMap((field): Lost[] => {
    const giving = giverOf(fieldWays[field]);
    if (giving === null || courses[field] !== fieldWays[field]) return [];
    const side = otherSide[giving];
    const [given, taken] = [entries[giving], entries[side]];
    if (sameField(field, given, taken) || sameField(field, taken, base)) return [];
    const isPutBack = sameField(field, given, base);
    return isPutBack && !isCopy(side) ? [] : [{ field, side, isPutBack }];
  });
  const back = (on: Side): Field[] =>
    lost.flatMap(({ field, side, isPutBack }) => (isPutBack && side === on ? [field] : []));
  return {
    ...result,
    google: taking(result.google, entries.work, back('google')),
    work: taking(result.work, entries.google, back('work')),
    googleFields: [...result.googleFields, ...back('google')],
    workFields: [...result.workFields, ...back('work')],
    lost,
  };
}

/** What each side lost, those of fields that go both ways included. */
export function lostIn(
  next: NextLink,
  entries: Readonly<Record<Side, Entry>>,
  { conflicts, lost }: Followed,
  winner: Side,
): { readonly conflict: Conflict | null; readonly alsoLost?: Conflict } {
  const [conflict = null, alsoLost] = (['google', 'work'] as const).flatMap((side) => {
    const own = lost.filter((one) => one.side === side);
    const merged = side === winner ? [] : conflicts;
    const fields = [...merged, ...own.map(({ field }) => field)];
    const told = conflictOf(next, entries, fields, otherSide[side]);
    const isPutBack = merged.length === 0 && own.every((one) => one.isPutBack);
    return told ? [isPutBack ? { ...told, oneWay: true as const } : told] : [];
  });
  return { conflict, ...(alsoLost && { alsoLost }) };
}
