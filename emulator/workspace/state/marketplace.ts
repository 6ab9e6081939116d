/** An application as the Marketplace lists it. */
export interface Listing {
  /** The number of the Cloud project that publishes it. */
  readonly applicationId: string;
  name: string;
  /** The OAuth client that acts when the app is used. */
  readonly clientId: string;
  /** The full scope URLs it asks for. When an update asks for more, they are not granted until an administrator does so. */
  scopes: string[];
  /** Private ones are visible only to the publisher's organization. */
  visibility: 'public' | 'private';
  /** Null for a publisher outside every organization of this Workspace. */
  readonly ownerCustomerId: string | null;
  /**
   * "Setup URL" and "Admin config URL": the app's own page for administrators. Absent or null when there is none.
   *
   * @see https://developers.google.com/workspace/marketplace/create-listing
   */
  readonly setupUrl?: string | null;
}

/** "User access" of an installed app. The nearest org unit with a setting decides; a group can only add. */
export interface UserAccess {
  everyone: 'on' | 'off';
  /** The settings of single org units, by id with the `id:` prefix; absent ones inherit. */
  orgUnits: Record<string, 'on' | 'off'>;
  /** Ids of groups for which it is on. */
  groups: string[];
}

/** An administrator's install for an organization. */
export interface DomainInstall {
  readonly applicationId: string;
  readonly customerId: string;
  /** A user's id. */
  readonly installedBy: string;
  readonly installedAt: number;
  userAccess: UserAccess;
  /** "Data access": the scopes that an administrator allowed for everybody for whom it is on. */
  grantedScopes: string[];
}

/** One person's install for themself. */
export interface IndividualInstall {
  readonly applicationId: string;
  readonly userId: string;
  readonly installedAt: number;
}

export interface MarketplaceState {
  /** By application id. */
  listings: Record<string, Listing>;
  /** By `application id / customer id`. */
  installs: Record<string, DomainInstall>;
  /** By `application id / user id`. */
  individualInstalls: Record<string, IndividualInstall>;
}

export const emptyMarketplaceState = (): MarketplaceState => ({
  listings: {},
  installs: {},
  individualInstalls: {},
});

export const installKey = (applicationId: string, whose: string): string =>
  `${applicationId}/${whose}`;
