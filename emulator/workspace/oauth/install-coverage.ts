import { isInOrgUnit } from '../directory/org-unit-path';
import type { DirectoryState, UserRecord } from '../state/directory';
import { peopleOfGroup } from '../reports/group-people';
import type { Workspace } from '../workspace';
import {
  installKey,
  type DomainInstall,
  type IndividualInstall,
  type Listing,
  type MarketplaceState,
  type UserAccess,
} from '../state/marketplace';

/** Who installed an app for a person: an administrator, for whom it is on; or the person. */
export type InstallOfUser =
  | { readonly by: 'administrator'; readonly listing: Listing; readonly install: DomainInstall }
  | { readonly by: 'user'; readonly listing: Listing; readonly install: IndividualInstall };

/** The install that gives this person the app at present; an administrator's before their own. Null when there is none. */
export function installFor(
  workspace: Workspace,
  clientId: string,
  userId: string,
): InstallOfUser | null {
  const { marketplace, directory } = workspace.state;
  const listing = listingOfClient(marketplace, clientId);
  if (!listing) return null;
  const user = directory.users[userId];
  const domain = user && marketplace.installs[installKey(listing.applicationId, user.customerId)];
  if (domain && isOnFor(directory, domain.userAccess, user))
    return { by: 'administrator', listing, install: domain };
  const own = marketplace.individualInstalls[installKey(listing.applicationId, userId)];
  return own ? { by: 'user', listing, install: own } : null;
}

/** Whether an administrator's install covers a person. Computed each time: a newcomer in a unit is covered at once. */
export const isCoveredByInstall = (
  workspace: Workspace,
  clientId: string,
  user: Pick<UserRecord, 'id'>,
): boolean => installFor(workspace, clientId, user.id)?.by === 'administrator';

/** The scopes that an app has for a person because an administrator installed it and granted data access. Full scope URLs. */
export function installedScopes(
  workspace: Workspace,
  clientId: string,
  userId: string,
): readonly string[] {
  const found = installFor(workspace, clientId, userId);
  return found?.by === 'administrator' ? found.install.grantedScopes : [];
}

/** The listing of an OAuth client. */
export const listingOfClient = (
  { listings }: MarketplaceState,
  clientId: string,
): Listing | undefined => Object.values(listings).find((listing) => listing.clientId === clientId);

/** Whether the app is on for a person: through one of their groups, else by the nearest org unit above with a setting. */
export function isOnFor(
  directory: DirectoryState,
  { everyone, orgUnits, groups }: UserAccess,
  { id, orgUnitPath }: UserRecord,
): boolean {
  if (groups.some((groupId) => peopleOfGroup(directory, groupId).has(id))) return true;
  let nearest = { length: 0, says: everyone };
  for (const [unitId, says] of Object.entries(orgUnits)) {
    const path = directory.orgUnits[unitId]?.orgUnitPath;
    if (path === undefined || path.length < nearest.length || !isInOrgUnit(orgUnitPath, path))
      continue;
    nearest = { length: path.length, says };
  }
  return nearest.says === 'on';
}
