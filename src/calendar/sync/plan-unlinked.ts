/** What to do about entries that belong to no pair yet. */
import type { Present } from '../entry/change';
import type { Entry, Side } from '../entry/entry';
import { matched } from './first-match';
import { masked } from '../entry/google-change';
import { merged, winnerOf, type AllCourses } from './merge';
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
}

/** Joins entries that are the same: by our marks first (which rebuilds a lost table of links), then by content. The rest is copied. */
export function planUnlinked(
  google: ReadonlyMap<string, Present>,
  work: ReadonlyMap<string, Present>,
  policy: Policy,
  courses: AllCourses,
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
  const rest = matched(
    [...google.values()].filter(
      (one) => !isKnown.has(one) && isSent('google', one) && ofWindow('google', one),
    ),
    [...work.values()].filter((one) => !isKnown.has(one) && ofWindow('work', one)),
  );
  for (const pair of rest.pairs)
    operations.push(met({ ...pair, origin: 'google', generation: 1 }, policy, courses));
  for (const source of rest.google)
    operations.push(creation('work', { ...source, entry: seen(source.entry, 'google', policy) }));
  for (const source of rest.work)
    if (isSent('work', source)) operations.push(creation('google', source));
  return { operations, leftOut };
}

const creation = (on: Side, source: Present): Operation => ({
  kind: 'create',
  on,
  source,
  origin: on === 'google' ? 'work' : 'google',
  generation: 1,
  replaces: null,
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

/** Links two matched entries. Values that only one has are copied; where they differ, the policy decides. */
function met(
  { google, work, origin, generation }: Met,
  policy: Policy,
  all: AllCourses,
): Operation {
  const hidden = isHidden(google.entry, origin, policy);
  const courses = !google.writable ? all.oneWay : hidden ? all.masked : all.usual;
  const entries = { google: seen(google.entry, origin, policy), work: work.entry };
  const winner = winnerOf(policy.winner, google, work);
  const result = merged(entries, null, courses, winner);
  const next = {
    google: { id: google.id, version: google.version },
    work: { id: work.id, version: work.version },
    base: result.google,
    origin,
    generation,
    oneWay: !google.writable,
    besideBox: work.besideBox?.key,
  };
  const writes = {
    google: writeOf(entries.google, result.google, result.googleFields),
    work: writeOf(entries.work, result.work, result.workFields),
  };
  if (!writes.google && !writes.work) return { kind: 'link', next, previous: null };
  const conflict = conflictOf(next, entries, result.conflicts, winner);
  return { kind: 'update', next, previous: null, ...writes, conflict };
}
