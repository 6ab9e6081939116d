import type { WebAppWorkspace } from './web-app-workspace';
import type { HttpRequest } from '../kit/http-message';
import type { UserPrincipal } from '../workspace/caller';
import { findPrincipal } from '../workspace/directory/accounts';
import { activeAccount } from '../workspace/oauth/active-account';
import { liveToken } from '../workspace/oauth/tokens';

/** The parameter that names the signed-in account a page is opened with. At Google a number; here an address. */
export const ACCOUNT_PARAMETER = 'authuser';

/** Scopes with which a token opens a web app as its owner. Not in Google's documents; reported by users. */
const DRIVE = /^https:\/\/www\.googleapis\.com\/auth\/drive(\.readonly|\.file)?$/;

/**
 * The visitor of a web app: the owner of the bearer token, else the account named in the address, else the one the
 * browser last signed in to. Null for nobody, and for accounts that cannot sign in.
 *
 * @param fromScript scripts have no browser: only a token identifies them.
 */
export function visitorOf(
  workspace: WebAppWorkspace,
  { url, headers }: HttpRequest,
  fromScript: boolean,
): UserPrincipal | null {
  const [, bearer] = /^Bearer\s+(\S+)\s*$/i.exec(headers['authorization'] ?? '') ?? [];
  if (bearer !== undefined) return ownerOf(workspace, bearer);
  if (fromScript) return null;
  const address = new URL(url, 'http://localhost').searchParams.get(ACCOUNT_PARAMETER);
  return accountOf(workspace, address ?? cookieOf(headers['cookie'] ?? ''));
}

/** The account with this address, if it can sign in. */
export function accountOf({ state }: WebAppWorkspace, email: string): UserPrincipal | null {
  const person = findPrincipal(state.directory, email);
  return (person && activeAccount(state.directory, person.userId)) ?? null;
}

function ownerOf(workspace: WebAppWorkspace, bearer: string): UserPrincipal | null {
  const token = liveToken(workspace, bearer);
  if (!token?.scopes.some((scope) => DRIVE.test(scope))) return null;
  return activeAccount(workspace.state.directory, token.userId ?? '') ?? null;
}

function cookieOf(cookies: string): string {
  const [, value = ''] = new RegExp(`(?:^|;\\s*)${ACCOUNT_PARAMETER}=([^;]*)`).exec(cookies) ?? [];
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
