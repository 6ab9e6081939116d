import { ConsoleRefusal, type AdminAction, type AdminActions } from '../admin-action';
import { findClient } from '../oauth/clients';
import { ConsentBlocked, grantConsent, revokeGrant } from '../oauth/consent';
import { describeScope } from '../oauth/scopes';
import type { Workspace } from '../workspace';
import { adminInstallActions, describe } from './admin-installs';
import { isVisible, requireListing, textList } from './console-input';
import { isCoveredByInstall } from '../oauth/install-coverage';
import { installKey, type Listing } from '../state/marketplace';

/** Publishes an application in the Marketplace, or a new version of its listing. Installs and granted scopes stay. */
export function publishListing({ state }: Workspace, listing: Listing): void {
  state.marketplace.listings[listing.applicationId] = structuredClone(listing);
}

/**
 * What a person sees in the Marketplace: `{listings}`, each with how it is installed. `isOn`: an administrator's install
 * covers this person.
 */
const list: AdminAction = (workspace, actor) => {
  const { listings, installs, individualInstalls } = workspace.state.marketplace;
  const seen = Object.values(listings).filter((listing) => isVisible(listing, actor));
  return {
    listings: seen.map((listing) => {
      const install = installs[installKey(listing.applicationId, actor.customerId ?? '')];
      return {
        applicationId: listing.applicationId,
        clientId: listing.clientId,
        name: listing.name,
        publisher: publisherOf(workspace, listing),
        scopes: [...listing.scopes],
        asksFor: listing.scopes.map((scope) => ({ scope, description: describeScope(scope) })),
        visibility: listing.visibility,
        setupUrl: listing.setupUrl ?? null,
        adminInstall: install ? describe(listing, install) : null,
        isOn: isCoveredByInstall(workspace, listing.clientId, { id: actor.userId }),
        individualInstall:
          individualInstalls[installKey(listing.applicationId, actor.userId)] !== undefined,
      };
    }),
  };
};

/** The name below the app's: the publisher on consent screens, else the organization that owns it. */
const publisherOf = (workspace: Workspace, { clientId, ownerCustomerId, name }: Listing): string =>
  findClient(workspace, clientId)?.publisher ??
  workspace.state.directory.customers[ownerCustomerId ?? '']?.name ??
  name;

/**
 * "Individual install": `{applicationId, scopes?}`, the scopes that this person ticks on the consent screen; all by default.
 * Refused where the organization's API controls let nobody consent.
 */
const individualInstall: AdminAction = (workspace, actor, input) => {
  const listing = requireListing(workspace, actor, input['applicationId']);
  const { applicationId, clientId, scopes } = listing;
  const ticked = textList(input['scopes']) ?? scopes;
  try {
    grantConsent(workspace, clientId, actor.userId, { ticked, asked: scopes });
  } catch (error) {
    if (error instanceof ConsentBlocked) throw new ConsoleRefusal(error.message);
    throw error;
  }
  workspace.state.marketplace.individualInstalls[installKey(applicationId, actor.userId)] = {
    applicationId,
    userId: actor.userId,
    installedAt: workspace.clock.now(),
  };
};

/** Removes what a person installed for themself, together with what they allowed: `{applicationId}`. */
const individualUninstall: AdminAction = (workspace, actor, input) => {
  const { applicationId, clientId, name } = requireListing(
    workspace,
    actor,
    input['applicationId'],
  );
  const { individualInstalls } = workspace.state.marketplace;
  const key = installKey(applicationId, actor.userId);
  if (!individualInstalls[key])
    throw new ConsoleRefusal(`You have not installed ${name} yourself.`);
  delete individualInstalls[key];
  revokeGrant(workspace, clientId, actor.userId);
};

/** What people do in the Marketplace, and what administrators do with its apps in the Admin console. */
export const marketplaceActions: AdminActions = {
  'marketplace.list': list,
  'marketplace.individualInstall': individualInstall,
  'marketplace.individualUninstall': individualUninstall,
  ...adminInstallActions,
};
