/** Makes pairs of entries that belong together, and copies of those that are alone. */
import type { Present } from '../entry/change';
import type { Entry, Field, Side } from '../entry/entry';
import { masked } from '../entry/google-change';
import type { Policy } from '../entry/policy';
import { sameRule, withSkipped } from '../entry/series-start';
import { asCopied } from './as-copied';
import { merged, winnerOf, type AllCourses, type Courses, type Merged } from './merge';
import { conflictOf, writeOf } from './merge-outcome';
import type { Creation, Operation } from './operations';
import { isHidden } from './privacy';

export interface Met {
  readonly google: Present;
  readonly work: Present;
  readonly origin: Side;
  readonly generation: number;
  /** What the series says on the date of two exceptions; null for all others. */
  readonly base?: Entry | null;
}

/** Links two matched entries. Values that only one has are copied; where they differ, the policy decides. */
export function met(
  { google, work, origin, generation, base = null }: Met,
  policy: Policy,
  all: AllCourses,
): Operation {
  const hidden = isHidden(google.entry, origin, policy);
  const usual = origin === 'work' ? all.made : all.usual;
  const courses = !google.writable ? all.oneWay : hidden ? all.masked : usual;
  const entries = { google: seen(google.entry, origin, policy), work: work.entry };
  const winner = winnerOf(policy.winner, google, work);
  const result = united(entries, merged(entries, base, courses, winner), courses);
  const next = {
    google: { id: google.id, version: google.version },
    work: { id: work.id, version: work.version },
    base: result.google,
    origin,
    generation,
    oneWay: !google.writable,
    slot: google.slot ?? undefined,
    cancelled: google.cancelled,
    besideBox: work.besideBox?.key,
  };
  const writes = {
    google: writeOf(entries.google, result.google, result.googleFields),
    work: writeOf(entries.work, result.work, result.workFields),
  };
  const heard = google.heard?.length ? { heard: google.heard } : null;
  if (!writes.google && !writes.work) return { kind: 'link', next, previous: null, ...heard };
  const conflict = conflictOf(next, entries, result.conflicts, winner);
  return { kind: 'update', next, previous: null, ...writes, conflict, ...heard };
}

/** Of two series that meet for the first time, each skips what either skips. */
function united(entries: Readonly<Record<Side, Entry>>, result: Merged, courses: Courses): Merged {
  const { google, work } = entries;
  if (courses.recurrence !== 'both-ways' || !sameRule(google, work)) return result;
  const dates = [...google.recurrence!.skipped, ...work.recurrence!.skipped];
  const without = (fields: readonly Field[]): readonly Field[] =>
    fields.filter((field) => field !== 'recurrence');
  const lacks = ({ recurrence }: Entry): boolean =>
    dates.some((date) => !recurrence!.skipped.includes(date));
  return {
    google: withSkipped({ ...result.google, recurrence: google.recurrence }, dates),
    work: withSkipped({ ...result.work, recurrence: work.recurrence }, dates),
    googleFields: [...without(result.googleFields), ...(lacks(google) ? RECURRENCE : [])],
    workFields: [...without(result.workFields), ...(lacks(work) ? RECURRENCE : [])],
    conflicts: without(result.conflicts),
  };
}

const RECURRENCE: readonly Field[] = ['recurrence'];

/** @param series what a series has of which the copy is one date. */
export function creation(
  on: Side,
  source: Present,
  policy: Policy,
  series: Entry | null = null,
): Creation {
  const entry = on === 'work' ? seen(source.entry, 'google', policy) : source.entry;
  return {
    kind: 'create',
    on,
    ...asCopied({ ...source, entry }, on, policy, series),
    origin: on === 'google' ? 'work' : 'google',
    generation: 1,
    replaces: null,
    ...(source.heard?.length && { heard: source.heard }),
  };
}

export const seen = (entry: Entry, origin: Side, policy: Policy): Entry =>
  isHidden(entry, origin, policy) ? masked(entry) : entry;
