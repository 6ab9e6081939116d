/** Keeps the record of the sync account and its deputy up to date whenever one of them opens Tandem. */
import { findAccount } from '../google/administrators';
import { tenantSeenBy, type Tenant } from '../install/tenant';
import type { Execution } from './execution';
import { roleOf } from './roles';

/** The caller's organization, with their present address if they are its sync account or deputy: a renamed account goes on. */
export function presentTenant({ caller, tenant, tenants }: Execution): Tenant | null {
  const seen = tenant && tenantSeenBy(tenant, caller);
  if (seen === null) return tenant;
  // What is not kept is noted by the next execution.
  void tenants.save(seen);
  return seen;
}

/**
 * The same. A record of an earlier release, which knew the sync account only by its address, also gets the id of the account at
 * that address, once an administrator who may read the directory opens Tandem.
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
  // If it cannot be saved, it is looked up again.
  void execution.tenants.save(known);
  return known;
}
