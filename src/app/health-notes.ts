/** Where the health of an organization is kept: its record among the script's properties, its last run in the cache too. */
import { scriptCache } from '../google/cache';
import { clock } from '../google/clock';
import { LIMITS } from '../google/limits';
import { ALL_WELL, healthSlot, type Health } from '../install/health';
import { laterRun, type LastRun } from '../install/standing';
import type { Tenant } from '../install/tenant';
import { instantAt } from '../kit/clock';
import { valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

type Customer = Pick<Tenant, 'customerId'>;

export const healthOf = (shared: StringStore, { customerId }: Customer): Health =>
  valueOr(healthSlot(shared, customerId).read(), ALL_WELL);

/** Writes only what changed. */
export function noteHealth(
  shared: StringStore,
  { customerId }: Customer,
  change: (before: Health, at: string) => Health,
): Health {
  const place = healthSlot(shared, customerId);
  const at = instantAt(clock.now());
  const seen = valueOr(place.read(), ALL_WELL);
  if (isSame(change(seen, at), seen)) return seen;
  // Somebody at the Admin page may have noted something since: what is written goes on from there.
  shared.forget?.([place.key]);
  const before = valueOr(place.read(), ALL_WELL);
  const after = change(before, at);
  if (isSame(after, before)) return before;
  // In a full store the page shows the state before; the next run tries again.
  void place.write(after);
  return after;
}

const isSame = (one: Health, other: Health): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const ranKey = ({ customerId }: Customer): string => `ran.${customerId}`;

/** Every run notes that it came where that costs nothing. The cache may forget it. */
export function noteRanNow(customer: Customer): void {
  const cache = scriptCache(LIMITS.CACHE_SECONDS);
  void cache.set({ [ranKey(customer)]: instantAt(clock.now()) });
}

export const lastRunOf = (shared: StringStore, customer: Customer): LastRun | null =>
  laterRun(
    healthOf(shared, customer).ranAt,
    scriptCache(LIMITS.CACHE_SECONDS).get(ranKey(customer)),
  );
