/** The end of an organization's disconnecting: the last run that has anything to do stops all further ones. */
import { leavingSlot, type Ending } from '../connection/leaving';
import { clock } from '../google/clock';
import { disconnected } from '../install/stop';
import type { Tenant } from '../install/tenant';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import { valueOr } from '../kit/slot';
import type { Execution } from './execution';
import type { Round } from './round';
import { ownAccountPlace } from './service-account';

/** Notes how many people are left, and disconnects when nobody is. What cannot be read or saved is tried by the next run. */
export function leaveWhenDone({ book, tenant }: Round, execution: Execution): void {
  const place = leavingSlot(execution.shared, tenant.customerId);
  const leaving = valueOr(place.read(), null);
  if (leaving === null) return;
  const connections = book.records.connections.load();
  if (!connections.ok) return;
  const left = connections.value.filter(({ state }) => state === 'on').length;
  if (left === 0) void disconnect(execution, tenant, leaving);
  else void place.write({ ...leaving, left });
}

/** The record of the organization comes last: only then is it over. */
export function disconnect(
  { shared, tenants }: Pick<Execution, 'shared' | 'tenants'>,
  tenant: Tenant,
  { removesKeys, changesEnvironment }: Ending,
): Result<null, Failure> {
  if (removesKeys)
    for (const which of ['used', 'next'] as const)
      ownAccountPlace(shared, tenant.customerId, which).clear();
  const stop = disconnected(clock.now(), changesEnvironment);
  const saved = tenants.save({ ...tenant, stop });
  if (saved.ok) leavingSlot(shared, tenant.customerId).clear();
  return saved;
}
