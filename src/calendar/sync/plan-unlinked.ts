/** What to do about entries that belong to no pair yet. */
import type { Present } from '../entry/change';
import type { Entry, Field, Side, Slot } from '../entry/entry';
import { sameRule, startsByRule, withSkipped } from '../entry/series-start';
import { slotEntry } from '../entry/slot-entry';
import type { Link } from '../entry/link';
import { matched } from './first-match';
import { masked } from '../entry/google-change';
import { merged, winnerOf, type AllCourses, type Courses, type Merged } from './merge';
import type { Operation } from './operations';
import { conflictOf, writeOf } from './merge-outcome';
import type { Policy } from '../entry/policy';
import { isHidden } from './privacy';
import { isInWindow } from '../entry/sync-window';
import type { Reason } from '../entry/why';

export interface LeftOut {
  readonly side: Side;
  readonly id: string;
  readonly reason: Reason;
}

export interface Planned {
  readonly operations: readonly Operation[];
  readonly leftOut: readonly LeftOut[];
}

interface Met {
  readonly google: Present;
  readonly work: Present;
  readonly origin: Side;
  readonly generation: number;
  /** What the series says on the date of two exceptions; null for all others. */
  readonly base?: Entry | null;
}

/** What the plan for the pairs has come to. */
export interface Paired {
  readonly policy: Policy;
  readonly courses: AllCourses;
  readonly links: readonly Link[];
  readonly made: readonly Operation[];
}

/** Joins entries that are the same: by our marks first (which rebuilds a lost table of links), then by content. The rest is copied. */
export function planUnlinked(
  { google, work }: Readonly<Record<Side, ReadonlyMap<string, Present>>>,
  { policy, courses, links, made }: Paired,
): Planned {
  const known = [...byMarks(google, work)];
  const isKnown = new Set(known.flatMap((pair) => [pair.google, pair.work]));
  const operations: Operation[] = known.map((pair) => met(pair, policy, courses));
  const leftOut: LeftOut[] = [];
  const ofWindow = (side: Side, { id, entry }: Present): boolean => {
    const isIn = isInWindow(entry, policy.window);
    if (!isIn) leftOut.push({ side, id, reason: 'before-window' });
    return isIn;
  };
  const isSent = (side: Side, { id, unsent }: Present): boolean => {
    if (unsent !== null) leftOut.push({ side, id, reason: unsent });
    return unsent === null;
  };
  const isStart = ({ id, entry, origin }: Present): boolean => {
    const isOdd = origin === null && entry.recurrence !== null && !startsByRule(entry);
    if (isOdd) leftOut.push({ side: 'work', id, reason: 'start-outside-rule' });
    return !isOdd;
  };
  const rest = matched(
    [...google.values()].filter(
      (one) => !one.slot && !isKnown.has(one) && isSent('google', one) && ofWindow('google', one),
    ),
    [...work.values()].filter(
      (one) => !one.slot && !isKnown.has(one) && isStart(one) && ofWindow('work', one),
    ),
  );
  for (const pair of rest.pairs)
    operations.push(met({ ...pair, origin: 'google', generation: 1 }, policy, courses));
  for (const source of rest.google)
    operations.push(creation('work', { ...source, entry: seen(source.entry, 'google', policy) }));
  for (const source of rest.work)
    if (isSent('work', source)) operations.push(creation('google', source));
  const exceptions = planExceptions(
    {
      google: [...google.values()].filter(
        (one) => one.slot && !isKnown.has(one) && isSent('google', one) && ofWindow('google', one),
      ),
      work: [...work.values()].filter(
        (one) => one.slot && !isKnown.has(one) && ofWindow('work', one),
      ),
    },
    { policy, courses, links, made: made.concat(operations) },
  );
  return {
    operations: operations.concat(exceptions.operations),
    leftOut: leftOut.concat(exceptions.leftOut),
  };
}

/** Exceptions of series that are pairs, or become pairs in this run: they are joined by their date. */
function planExceptions(
  exceptions: Readonly<Record<Side, readonly Present[]>>,
  paired: Paired,
): Planned {
  const series = seriesPairs(paired);
  const waiting = new Map(exceptions.work.map((one) => [slotKey(one.slot!), one]));
  const operations: Operation[] = [];
  const leftOut: LeftOut[] = [];
  const without = (side: Side, { id }: Present): void => {
    leftOut.push({ side, id, reason: 'no-such-series' });
  };
  for (const google of exceptions.google) {
    const its = series.google.get(google.slot!.series);
    if (!its) {
      without('google', google);
      continue;
    }
    const key = its.work === null ? '' : slotKey({ ...google.slot!, series: its.work });
    const work = waiting.get(key);
    const needs = its.operation ? [its.operation] : [];
    if (work) {
      waiting.delete(key);
      const base = slotEntry(its.base, google.slot!.date);
      const pair: Met = { google, work, origin: 'work', generation: 1, base };
      operations.push({ ...met(pair, paired.policy, paired.courses), needs });
      continue;
    }
    const entry = seen(google.entry, 'google', paired.policy);
    operations.push({ ...creation('work', { ...google, entry }), needs });
  }
  for (const work of waiting.values()) {
    const its = series.work.get(work.slot!.series);
    if (its)
      operations.push({ ...creation('google', work), needs: its.operation ? [its.operation] : [] });
    else without('work', work);
  }
  return { operations, leftOut };
}

const slotKey = ({ series, date }: Slot): string => `${series} ${date}`;

interface SeriesPair {
  /** The id of the activity; null while there is none. */
  readonly work: string | null;
  readonly base: Entry;
  /** What this run does to the pair. */
  readonly operation: Operation | null;
}

/** The series that both sides have, or will have after this run, by the id of either half. */
function seriesPairs({
  links,
  made,
}: Paired): Readonly<Record<Side, ReadonlyMap<string, SeriesPair>>> {
  const google = new Map<string, SeriesPair>();
  const work = new Map<string, SeriesPair>();
  for (const link of links) {
    if (!link.base.recurrence) continue;
    const pair = { work: link.work.id, base: link.base, operation: null };
    google.set(link.google.id, pair);
    work.set(link.work.id, pair);
  }
  for (const operation of made) {
    switch (operation.kind) {
      case 'link':
      case 'update': {
        const { next } = operation;
        if (!next.base.recurrence) break;
        const pair = { work: next.work.id, base: next.base, operation };
        google.set(next.google.id, pair);
        work.set(next.work.id, pair);
        break;
      }
      case 'create': {
        const { on, source, replaces } = operation;
        if (replaces) {
          google.delete(replaces.google.id);
          work.delete(replaces.work.id);
        }
        if (!source.entry.recurrence) break;
        const pair = { work: on === 'work' ? null : source.id, base: source.entry, operation };
        (on === 'work' ? google : work).set(source.id, pair);
        break;
      }
      case 'delete':
      case 'unlink':
        google.delete(operation.link.google.id);
        work.delete(operation.link.work.id);
        break;
      default:
    }
  }
  return { google, work };
}

const creation = (on: Side, source: Present): Operation => ({
  kind: 'create',
  on,
  source,
  origin: on === 'google' ? 'work' : 'google',
  generation: 1,
  replaces: null,
  ...(source.heard?.length && { heard: source.heard }),
});

/** If two have a mark of the same original, the older one keeps it, and the other counts as new (D12). */
function* byMarks(
  google: ReadonlyMap<string, Present>,
  work: ReadonlyMap<string, Present>,
): Generator<Met> {
  const taken = new Set<string>();
  for (const event of [...google.values()].sort(latestGenerationFirst)) {
    const activity = event.origin && work.get(event.origin.id);
    if (!event.origin || !activity || taken.has(`w${activity.id}`)) continue;
    taken.add(`w${activity.id}`).add(`g${event.id}`);
    const { generation } = event.origin;
    yield { google: event, work: activity, origin: 'work', generation };
  }
  for (const activity of [...work.values()].sort(oldestFirst)) {
    const event = activity.origin && google.get(activity.origin.id);
    if (!event || taken.has(`w${activity.id}`) || taken.has(`g${event.id}`)) continue;
    taken.add(`w${activity.id}`).add(`g${event.id}`);
    yield { google: event, work: activity, origin: 'google', generation: 1 };
  }
}

const latestGenerationFirst = (one: Present, other: Present): number =>
  (other.origin?.generation ?? 0) - (one.origin?.generation ?? 0) || (one.id < other.id ? -1 : 1);

const oldestFirst = (one: Present, other: Present): number =>
  ageKey(one) < ageKey(other) ? -1 : 1;

const ageKey = ({ createdAt, id }: Present): string => `${createdAt ?? '9'}|${id}`;

const seen = (entry: Entry, origin: Side, policy: Policy): Entry =>
  isHidden(entry, origin, policy) ? masked(entry) : entry;

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

/** Links two matched entries. Values that only one has are copied; where they differ, the policy decides. */
function met(
  { google, work, origin, generation, base = null }: Met,
  policy: Policy,
  all: AllCourses,
): Operation {
  const hidden = isHidden(google.entry, origin, policy);
  const courses = !google.writable ? all.oneWay : hidden ? all.masked : all.usual;
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
