/** Who the sync account and its deputy are, kept up to date by those who come by. */
import { findAccount } from '../google/administrators';
import { tenantSeenBy, type Tenant } from '../install/tenant';
import type { Execution } from './execution';
import { roleOf } from './roles';

/** The caller's organization, with the caller's present address where they have a part in it: a renamed account goes on. */
export function presentTenant({ caller, tenant, tenants }: Execution): Tenant | null {
  const seen = tenant && tenantSeenBy(tenant, caller);
  if (seen === null) return tenant;
  // What is not kept is noted by the next execution.
  void tenants.save(seen);
  return seen;
}

/**
 * The same; and for the record of an earlier release, which knew the sync account by its address only, the id of whoever has
 * that address now, once an administrator who may read the directory comes by.
 */
export function knownTenant(execution: Execution): Tenant | null {
  const tenant = presentTenant(execution);
  if (tenant === null || tenant.syncAccount.userId !== null) return tenant;
  const role = roleOf(execution);
  if (!role.ok || (role.value !== 'owner' && role.value !== 'operator')) return tenant;
  const account = findAccount(tenant.syncAccount.email, execution.caller.email);
  if (!account.ok || account.value === null) return tenant;
  const { userId, primaryEmail: email } = account.value;
  const known = { ...tenant, syncAccount: { userId, email } };
  // What is not kept is looked up again.
  void execution.tenants.save(known);
  return known;
}
