import { ConsoleRefusal } from '../admin-action';
import type { Json, JsonObject } from '../api-method';
import type { UserPrincipal } from '../caller';
import { findGroup } from '../directory/accounts';
import { hasPrivilege, isSuperAdmin } from '../directory/privileges';
import type { GroupRecord, OrgUnitRecord } from '../state/directory';
import type { Workspace } from '../workspace';
import { installKey, type DomainInstall, type Listing } from '../state/marketplace';

/** An administrator who may manage Marketplace apps, and their organization. */
export type MarketplaceAdmin = UserPrincipal & { readonly customerId: string };

/**
 * The privilege that lets somebody other than a super administrator manage Marketplace apps. Google's list of privileges
 * has none for that alone; the one for turning services on and off is used.
 */
const PRIVILEGE = 'SERVICES';

/** @throws ConsoleRefusal when the actor may not manage apps. */
export function requireAdmin(workspace: Workspace, actor: UserPrincipal): MarketplaceAdmin {
  const { customerId } = actor;
  if (customerId !== null) {
    if (isSuperAdmin(workspace, actor) || hasPrivilege(workspace, actor, PRIVILEGE))
      return { ...actor, customerId };
  }
  throw new ConsoleRefusal(
    'Only an administrator with the privilege to manage Marketplace apps can do this.',
  );
}

/** A listing that this person can see. @throws ConsoleRefusal */
export function requireListing({ state }: Workspace, actor: UserPrincipal, id: unknown): Listing {
  const { listings } = state.marketplace;
  const listing = Object.hasOwn(listings, String(id)) ? listings[String(id)] : undefined;
  if (listing && isVisible(listing, actor)) return listing;
  throw new ConsoleRefusal(`The Marketplace has no application ${String(id)} for this account.`);
}

export const isVisible = (
  { visibility, ownerCustomerId }: Listing,
  { customerId }: UserPrincipal,
): boolean => visibility === 'public' || (customerId !== null && ownerCustomerId === customerId);

/** The administrator's install of a listing. @throws ConsoleRefusal */
export function requireInstall(
  { state }: Workspace,
  { applicationId, name }: Listing,
  customerId: string,
): DomainInstall {
  const install = state.marketplace.installs[installKey(applicationId, customerId)];
  if (install) return install;
  throw new ConsoleRefusal(`${name} is not installed for this organization.`);
}

/** An org unit by id (with or without `id:`) or path. @throws ConsoleRefusal */
export function requireOrgUnit(
  { state }: Workspace,
  customerId: string,
  key: string,
): OrgUnitRecord {
  const unit = Object.values(state.directory.orgUnits).find(
    (candidate) =>
      candidate.customerId === customerId &&
      (candidate.orgUnitPath.toLowerCase() === key.toLowerCase() ||
        candidate.orgUnitId === key ||
        candidate.orgUnitId === `id:${key}`),
  );
  if (unit) return unit;
  throw new ConsoleRefusal(`There is no organizational unit ${key}.`);
}

/** A group by address or id. @throws ConsoleRefusal */
export function requireGroup({ state }: Workspace, customerId: string, key: string): GroupRecord {
  const group = findGroup(state.directory, key);
  if (group?.customerId === customerId) return group;
  throw new ConsoleRefusal(`There is no group ${key}.`);
}

/** The root of an organization. */
export const rootUnit = ({ state }: Workspace, customerId: string): OrgUnitRecord | undefined =>
  Object.values(state.directory.orgUnits).find(
    (unit) => unit.customerId === customerId && unit.parentOrgUnitId === null,
  );

/** A list of strings; null for anything else. */
export const textList = (value: Json | undefined): string[] | null =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;

/** An object of switches, such as `{"/Sales": "on"}`; null for anything else. */
export const switches = (value: Json | undefined): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
