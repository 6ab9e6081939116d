import { ConsoleRefusal, type AdminAction, type AdminActions } from '../admin-action';
import type { JsonObject } from '../api-method';
import { grantKey } from '../state/oauth';
import { revokeTokens } from '../oauth/tokens';
import type { Workspace } from '../workspace';
import {
  requireAdmin,
  requireInstall,
  requireListing,
  textList,
  type MarketplaceAdmin,
} from './console-input';
import { addedEvent, dataAccess, logInstall, removedEvent } from './install-log';
import { installKey, type DomainInstall, type Listing } from '../state/marketplace';
import { accessEvents, changeAccess, readTarget } from './user-access';

/** "Data access" in the Admin console's words. @see https://support.google.com/a/answer/172983 */
export function dataAccessOf(
  { scopes }: Listing,
  { grantedScopes }: DomainInstall,
): 'granted' | 'partially-granted' | 'revoked' {
  if (grantedScopes.length === 0) return 'revoked';
  return scopes.every((scope) => grantedScopes.includes(scope)) ? 'granted' : 'partially-granted';
}

/**
 * "Admin install": `{applicationId, target, acceptTerms, grantDataAccess}`. Without data access the app is installed and
 * on, but cannot read anybody's data.
 *
 * @see readTarget for the values of `target`.
 */
const adminInstall: AdminAction = (workspace, actor, input) => {
  const admin = requireAdmin(workspace, actor);
  const listing = requireListing(workspace, actor, input['applicationId']);
  const { installs } = workspace.state.marketplace;
  const key = installKey(listing.applicationId, admin.customerId);
  if (installs[key])
    throw new ConsoleRefusal(`${listing.name} is already installed for this organization.`);
  const userAccess = readTarget(workspace, admin, input['target']);
  if (input['acceptTerms'] !== true)
    throw new ConsoleRefusal('Agree to the terms of the application before you finish.');
  const install: DomainInstall = {
    applicationId: listing.applicationId,
    customerId: admin.customerId,
    installedBy: admin.userId,
    installedAt: workspace.clock.now(),
    userAccess,
    grantedScopes: input['grantDataAccess'] === true ? [...listing.scopes] : [],
  };
  installs[key] = install;
  logInstall(workspace, admin, [addedEvent(listing, true)]);
  for (const event of accessEvents(workspace, listing, userAccess))
    logInstall(workspace, admin, [event]);
  if (install.grantedScopes.length > 0) logDataAccess(workspace, admin, listing, install);
  return describe(listing, install);
};

/** The step of "Admin install" that chooses for whom: `{target}`. Refuses whatever the installation would be refused for. */
const checkTarget: AdminAction = (workspace, actor, input) => {
  readTarget(workspace, requireAdmin(workspace, actor), input['target']);
};

/** "User access": `{applicationId, target}`. @see changeAccess */
const setUserAccess: AdminAction = (workspace, actor, input) => {
  const admin = requireAdmin(workspace, actor);
  const listing = requireListing(workspace, actor, input['applicationId']);
  const install = requireInstall(workspace, listing, admin.customerId);
  const events = changeAccess(workspace, admin.customerId, {
    listing,
    access: install.userAccess,
    target: input['target'],
  });
  for (const event of events) logInstall(workspace, admin, [event]);
  return describe(listing, install);
};

/** "Data access": `{applicationId, access: 'grant' | 'revoke', scopes?}`; all scopes that the app asks for, or some of them. */
const setDataAccess: AdminAction = (workspace, actor, input) => {
  const admin = requireAdmin(workspace, actor);
  const listing = requireListing(workspace, actor, input['applicationId']);
  const install = requireInstall(workspace, listing, admin.customerId);
  const { access } = input;
  if (access !== 'grant' && access !== 'revoke')
    throw new ConsoleRefusal("Data access is granted ('grant') or revoked ('revoke').");
  const some = textList(input['scopes']) ?? listing.scopes;
  const foreign = some.find((scope) => !listing.scopes.includes(scope));
  if (foreign !== undefined)
    throw new ConsoleRefusal(`${listing.name} does not ask for ${foreign}.`);
  install.grantedScopes = access === 'grant' ? [...some] : [];
  if (access === 'revoke') endTokens(workspace, listing, admin.customerId);
  logDataAccess(workspace, admin, listing, install);
  return describe(listing, install);
};

/** "Uninstall app": `{applicationId}`. What people installed for themselves stays. */
const uninstall: AdminAction = (workspace, actor, input) => {
  const admin = requireAdmin(workspace, actor);
  const listing = requireListing(workspace, actor, input['applicationId']);
  requireInstall(workspace, listing, admin.customerId);
  delete workspace.state.marketplace.installs[installKey(listing.applicationId, admin.customerId)];
  logInstall(workspace, admin, [removedEvent(listing)]);
};

/** Ends the tokens of an organization's people that rest on its install alone. */
function endTokens(workspace: Workspace, { clientId }: Listing, customerId: string): void {
  const { directory, oauth } = workspace.state;
  revokeTokens(
    workspace,
    (token) =>
      token.clientId === clientId &&
      token.userId !== null &&
      directory.users[token.userId]?.customerId === customerId &&
      !oauth.grants[grantKey(clientId, token.userId)],
  );
}

function logDataAccess(
  workspace: Workspace,
  admin: MarketplaceAdmin,
  listing: Listing,
  { grantedScopes }: DomainInstall,
): void {
  const domain = workspace.state.directory.customers[admin.customerId]?.primaryDomain ?? '';
  logInstall(workspace, admin, [dataAccess(listing, grantedScopes, domain)]);
}

/** An install as the console shows it. */
export const describe = (listing: Listing, install: DomainInstall): JsonObject => ({
  applicationId: listing.applicationId,
  name: listing.name,
  installedBy: install.installedBy,
  installedAt: install.installedAt,
  userAccess: structuredClone(install.userAccess) as unknown as JsonObject,
  dataAccess: dataAccessOf(listing, install),
  grantedScopes: [...install.grantedScopes],
  missingScopes: listing.scopes.filter((scope) => !install.grantedScopes.includes(scope)),
});

export const adminInstallActions: AdminActions = {
  'marketplace.checkTarget': checkTarget,
  'marketplace.adminInstall': adminInstall,
  'marketplace.setUserAccess': setUserAccess,
  'marketplace.setDataAccess': setDataAccess,
  'marketplace.uninstall': uninstall,
};
