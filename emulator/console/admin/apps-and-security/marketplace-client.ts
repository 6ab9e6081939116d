import { admin } from '../../shell/workspace-client';
import type { DescribedScope } from './scope-list';

/** For whom an app is on. The nearest organizational unit with a setting decides; a group can only add. */
export interface UserAccess {
  readonly everyone: 'on' | 'off';
  /** By org unit id. */
  readonly orgUnits: Readonly<Record<string, 'on' | 'off'>>;
  /** Ids. */
  readonly groups: readonly string[];
}

/** An administrator's install, for everybody or some. */
export interface AdminInstall {
  readonly installedBy: string;
  /** Milliseconds since 1970. */
  readonly installedAt: number;
  readonly userAccess: UserAccess;
  readonly dataAccess: 'granted' | 'partially-granted' | 'revoked';
  readonly grantedScopes: readonly string[];
  readonly missingScopes: readonly string[];
}

/** An app of the Marketplace, and whether and how it is installed here. */
export interface Listing {
  readonly applicationId: string;
  readonly clientId: string;
  readonly name: string;
  readonly publisher: string;
  readonly scopes: readonly string[];
  readonly asksFor: readonly DescribedScope[];
  readonly visibility: 'public' | 'private';
  /** The app's own page for administrators, at Google's address. */
  readonly setupUrl: string | null;
  readonly adminInstall: AdminInstall | null;
  readonly individualInstall: boolean;
}

/** Everything that this person can see in the Marketplace. */
export const listings = async (account: string): Promise<readonly Listing[]> =>
  (await admin<{ listings: readonly Listing[] }>(account, 'marketplace.list')).listings;

/** One of these listings. @throws Error where there is none. */
export async function listing(account: string, applicationId: string): Promise<Listing> {
  const found = (await listings(account)).find((one) => one.applicationId === applicationId);
  if (!found) throw new Error('The Marketplace has no such application for this account.');
  return found;
}

/** "Data access" in the console's words. */
export const DATA_ACCESS = {
  granted: 'Granted',
  'partially-granted': 'Partially granted',
  revoked: 'Revoked',
} as const;

/** "User access" in the console's words. */
export function userAccessText({ everyone, orgUnits, groups }: UserAccess): string {
  const says = Object.values(orgUnits);
  const isMixed = says.some((one) => one !== everyone) || (everyone === 'off' && groups.length > 0);
  if (isMixed) return 'On for some';
  return everyone === 'on' ? 'On for everyone' : 'Off for everyone';
}
