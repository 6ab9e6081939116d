/**
 * Copies whose link is lost: the table of links is a cache, and an entry that is too long for it has none. Their marks say what
 * they were made from.
 */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { batchesOf } from '../../kit/batches';
import type { Side } from '../entry/entry';
import { withoutUnsent } from '../entry/field-ways';
import { masked } from '../entry/google-change';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import { copyAtWork, copyInGoogle, type Copy } from './copies';
import { allCourses, isChanged } from './merge';
import type { CalendarPorts } from './ports';

/** Earlier than any entry that is synced. */
export const FROM_THE_BEGINNING = '1970-01-01T00:00:00.000Z';
const GET_BATCH = 50;

/**
 * Links for the copies that have a mark but no link, with their originals as they are now: a copy that differs was changed by
 * somebody. If its original already has another copy, it was made by a person who copied ours. What another environment made may
 * have no original any more: its mark alone says whose it is.
 */
export function unlinkedCopies(
  ports: CalendarPorts,
  links: readonly Link[],
  policy: Policy,
): Result<Link[], Failure> {
  const events = ports.google.changes(null, FROM_THE_BEGINNING);
  if (!events.ok) return events;
  const activities = ports.work.changes(null, FROM_THE_BEGINNING);
  if (!activities.ok) return activities;
  const inGoogle = events.value.items.flatMap((event) =>
    event.status === 'cancelled' ? [] : [copyInGoogle(event, policy)],
  );
  const atWork = activities.value.items.flatMap((item) =>
    item.kind === 'activity' ? [copyAtWork(item.activity, policy)] : [],
  );
  const known = new Set(links.flatMap(({ google, work }) => [`g${google.id}`, `w${work.id}`]));
  const lostInGoogle = marked(inGoogle).filter(
    ({ id, originId }) => !known.has(`g${id}`) && !known.has(`w${originId}`),
  );
  const lostAtWork = marked(atWork).filter(
    ({ id, originId }) => !known.has(`w${id}`) && !known.has(`g${originId}`),
  );
  const [fromWork, fromGoogle] = [
    originalsAtWork(lostInGoogle, ports, policy),
    originalsInGoogle(lostAtWork, ports, policy),
  ];
  if (!fromWork.ok) return fromWork;
  if (!fromGoogle.ok) return fromGoogle;
  return ok([
    ...lostInGoogle.flatMap((copy) => {
      const isForeign = copy.environment !== (ports.ids.environment ?? copy.environment);
      return isForeign && !fromWork.value.has(copy.originId)
        ? orphan(copy)
        : linkFor('work', copy, fromWork.value, policy);
    }),
    ...lostAtWork.flatMap((copy) => linkFor('google', copy, fromGoogle.value, policy)),
  ]);
}

type Marked = Copy & { readonly originId: string };

/** The first copy of each original. */
function marked(copies: readonly Copy[]): Marked[] {
  const taken = new Set<string>();
  return copies.flatMap((copy) => {
    const { originId } = copy;
    if (originId === null || taken.has(originId)) return [];
    taken.add(originId);
    return [{ ...copy, originId }];
  });
}

type Originals = ReadonlyMap<string, Copy>;

function originalsAtWork(
  copies: readonly Marked[],
  { work }: CalendarPorts,
  policy: Policy,
): Result<Originals, Failure> {
  return originals(copies, (ids) => {
    const found = work.get(ids);
    return found.ok ? ok(found.value.map((one) => one && copyAtWork(one, policy))) : found;
  });
}

function originalsInGoogle(
  copies: readonly Marked[],
  { google }: CalendarPorts,
  policy: Policy,
): Result<Originals, Failure> {
  return originals(copies, (ids) => {
    const found = google.get(ids);
    return found.ok ? ok(found.value.map((one) => one && copyInGoogle(one, policy))) : found;
  });
}

function originals(
  copies: readonly Marked[],
  get: (ids: readonly string[]) => Result<readonly (Copy | null)[], Failure>,
): Result<Originals, Failure> {
  const found = new Map<string, Copy>();
  for (const ids of batchesOf(
    copies.map(({ originId }) => originId),
    GET_BATCH,
  )) {
    const batch = get(ids);
    if (!batch.ok) return batch;
    for (const one of batch.value) if (one) found.set(one.id, one);
  }
  return ok(found);
}

function orphan({ id, version, originId, entry }: Marked): Link[] {
  if (entry === null) return [];
  return [
    {
      google: { id, version },
      work: { id: originId, version: '' },
      base: entry,
      ...{ origin: 'work', generation: 1, oneWay: false, behind: false },
    },
  ];
}

/** None for a copy that does not say what its original says, or shows of it that the time is taken. */
function linkFor(origin: Side, copy: Marked, all: Originals, policy: Policy): Link[] {
  const original = all.get(copy.originId);
  if (!copy.entry || !original?.entry) return [];
  const { entry } = copy;
  const { usual } = allCourses(policy);
  const on = origin === 'google' ? 'work' : 'google';
  const bare = withoutUnsent(original.entry, on, policy.fieldWays, null);
  const base = [original.entry, bare, masked(original.entry)].find(
    (said) => !isChanged(on, entry, said, usual),
  );
  if (!base) return [];
  const halves = { [origin]: original, [on]: copy } as unknown as Readonly<Record<Side, Copy>>;
  return [
    {
      google: { id: halves.google.id, version: halves.google.version },
      work: { id: halves.work.id, version: halves.work.version },
      base,
      origin,
      generation: 1,
      oneWay: false,
      behind: false,
    },
  ];
}
