import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { otherSide } from '../entry/entry';
import type { Policy } from '../entry/policy';
import { copyAtWork, copyInGoogle } from './copies';
import { LinkTable } from './link-table';
import type { There, Wanted } from './plan-put-back';
import type { CalendarPorts } from './ports';

/** How many records are asked for at once. */
const BATCH = 50;

/** Both halves of what is wanted, as they are now. */
export function readThere(
  wanted: readonly Wanted[],
  { links, google, work }: CalendarPorts,
  policy: Policy,
): Result<There, Failure> {
  const loaded = links.load();
  if (!loaded.ok) return loaded;
  const table = new LinkTable(loaded.value.links);
  const ids = { google: new Set<string>(), work: new Set<string>() };
  for (const { side, id, pair } of wanted) {
    const link = table.find(side, id);
    ids[side].add(id);
    const other = link?.[otherSide[side]].id ?? pair;
    if (other !== '') ids[otherSide[side]].add(other);
  }
  const events = readAll([...ids.google], (some) => google.get(some));
  if (!events.ok) return events;
  const activities = readAll([...ids.work], (some) => work.get(some));
  if (!activities.ok) return activities;
  return ok({
    find: (side, id) => table.find(side, id),
    half(side, id) {
      if (side === 'google') {
        const event = events.value.get(id);
        return event && event.status !== 'cancelled' ? copyInGoogle(event, policy) : null;
      }
      const activity = activities.value.get(id);
      const isTheirs = activity && policy.person.addresses.includes(activity.owner.toLowerCase());
      return isTheirs ? copyAtWork(activity, policy) : null;
    },
    event: (id) => events.value.get(id) ?? null,
  });
}

function readAll<T extends { readonly id: string }>(
  ids: readonly string[],
  get: (ids: readonly string[]) => Result<readonly (T | null)[], Failure>,
): Result<ReadonlyMap<string, T>, Failure> {
  const found = new Map<string, T>();
  for (const batch of batchesOf(ids, BATCH)) {
    const got = get(batch);
    if (!got.ok) return got;
    for (const one of got.value) if (one) found.set(one.id, one);
  }
  return ok(found);
}
