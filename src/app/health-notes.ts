/** Where an organization's health is kept: its record in the script's properties, its last run in the cache as well. */
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
  // Somebody at the Admin page may have noted something since, so this continues from the stored record.
  shared.forget?.([place.key]);
  const before = valueOr(place.read(), ALL_WELL);
  const after = change(before, at);
  if (isSame(after, before)) return before;
  // If the store is full, the page shows the earlier state, and the next run tries again.
  void place.write(after);
  return after;
}

const isSame = (one: Health, other: Health): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const ranKey = ({ customerId }: Customer): string => `ran.${customerId}`;

/** Every run notes in the cache that it came, which costs little. The cache may lose it. */
export function noteRanNow(customer: Customer): void {
  const cache = scriptCache(LIMITS.CACHE_SECONDS);
  void cache.set({ [ranKey(customer)]: instantAt(clock.now()) });
}

export const lastRunOf = (shared: StringStore, customer: Customer): LastRun | null =>
  laterRun(
    healthOf(shared, customer).ranAt,
    scriptCache(LIMITS.CACHE_SECONDS).get(ranKey(customer)),
  );
