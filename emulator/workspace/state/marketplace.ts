/** An application as the Marketplace lists it. */
export interface Listing {
  /** The number of the Cloud project that publishes it. */
  readonly applicationId: string;
  name: string;
  /** The OAuth client that acts when the app is used. */
  readonly clientId: string;
  /** What it asks for: full scope URLs. An update that asks for more is granted by nobody until an administrator does. */
  scopes: string[];
  /** Private ones are seen by the publisher's organization alone. */
  visibility: 'public' | 'private';
  /** Null for a publisher outside every organization of this Workspace. */
  readonly ownerCustomerId: string | null;
  /**
   * "Setup URL" and "Admin config URL": the app's own page for administrators. Absent or null when it names none.
   *
   * @see https://developers.google.com/workspace/marketplace/create-listing
   */
  readonly setupUrl?: string | null;
}

/** "User access" of an installed app. The nearest org unit that says something decides; a group can only add. */
export interface UserAccess {
  everyone: 'on' | 'off';
  /** What single org units say, by id with the `id:` prefix; absent ones inherit. */
  orgUnits: Record<string, 'on' | 'off'>;
  /** Ids of groups for which it is on. */
  groups: string[];
}

/** What an administrator installed for an organization. */
export interface DomainInstall {
  readonly applicationId: string;
  readonly customerId: string;
  /** A user's id. */
  readonly installedBy: string;
  readonly installedAt: number;
  userAccess: UserAccess;
  /** "Data access": the scopes an administrator allowed for everybody it is on for. */
  grantedScopes: string[];
}

/** What one person installed for themself. */
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
