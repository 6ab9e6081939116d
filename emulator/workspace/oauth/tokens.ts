import { BASE64URL } from '../../kit/random';
import type { Caller, ServiceAccountPrincipal, UserPrincipal } from '../caller';
import { findServiceAccount } from '../cloud/service-accounts';
import { findPrincipal } from '../directory/accounts';
import { GoogleError } from '../google-error';
import type { Workspace } from '../workspace';
import { activeAccount } from './active-account';
import { findClient } from './clients';
import { delegatedScopes } from './delegation';
import { LOCAL_CLIENT_ID, registerLocalClient } from './local-client';
import type { AccessToken, OAuthState } from '../state/oauth';

/** Google's value of `expires_in`: one second short of an hour. */
export const TOKEN_SECONDS = 3599;

/** For whom and for what a token is made. Either a user or a service account acts. */
export interface TokenRequest {
  readonly clientId: string;
  readonly userId?: string;
  readonly serviceAccountEmail?: string;
  /** Full scope URLs. */
  readonly scopes: readonly string[];
  /** Whether a service account acts as this user by domain-wide delegation. */
  readonly impersonated?: boolean;
  readonly lifetimeSeconds?: number;
}

/** Issues an access token. Checks nothing: the caller has decided that this client may have it. */
export function issueToken(workspace: Workspace, request: TokenRequest): AccessToken {
  const { oauth } = workspace.state;
  forgetExpired(oauth, workspace.clock.now());
  const token = `ya29.${workspace.random.text(163, BASE64URL)}`;
  const lifetimeMs = (request.lifetimeSeconds ?? TOKEN_SECONDS) * 1000;
  return (oauth.accessTokens[token] = {
    token,
    clientId: request.clientId,
    userId: request.userId ?? null,
    serviceAccountEmail: request.serviceAccountEmail ?? null,
    scopes: [...request.scopes],
    expiresAt: workspace.clock.now() + lifetimeMs,
    impersonated: request.impersonated ?? false,
  });
}

/**
 * A token for trying the APIs over HTTP: no consent screen, no grant, no entry in the token log. API controls treat the
 * local client like any third-party app.
 *
 * @throws Error when nobody has this address.
 */
export function tokenFor(
  workspace: Workspace,
  email: string,
  scopes: readonly string[],
): AccessToken {
  const person = findPrincipal(workspace.state.directory, email);
  if (!person) throw new Error(`Nobody in this Workspace has the address ${email}.`);
  registerLocalClient(workspace);
  return issueToken(workspace, { clientId: LOCAL_CLIENT_ID, userId: person.userId, scopes });
}

/** The token, as long as it is valid: known, not expired, not revoked; else undefined. */
export function liveToken(workspace: Workspace, token: string): AccessToken | undefined {
  const { accessTokens } = workspace.state.oauth;
  const found = Object.hasOwn(accessTokens, token) ? accessTokens[token] : undefined;
  return found && !found.revoked && found.expiresAt > workspace.clock.now() ? found : undefined;
}

/**
 * The caller who uses this bearer token.
 *
 * @throws GoogleError 401 when it is unknown, expired or revoked, or when the account behind it can no longer act.
 * @see https://developers.google.com/workspace/calendar/api/guides/errors#401_invalid_credentials
 */
export function authenticate(workspace: Workspace, bearer: string): Caller {
  const token = liveToken(workspace, bearer);
  const principal = token && principalBehind(workspace, token);
  if (!token || !principal) throw invalidCredentials();
  const client = findClient(workspace, token.clientId);
  if (!client || client.status) throw invalidCredentials();
  if (token.impersonated && !isStillDelegated(workspace, token, principal))
    throw invalidCredentials();
  return {
    principal,
    scopes: new Set(token.scopes),
    clientId: token.clientId,
    projectNumber: client.projectNumber,
    applicationName: client.name,
    impersonated: token.impersonated,
    cause: 'api',
    ipAddress: null,
  };
}

/** 401 as every API answers an invalid token. */
export const invalidCredentials = (): GoogleError =>
  new GoogleError(401, 'authError', 'Invalid Credentials', {
    locationType: 'header',
    location: 'Authorization',
    status: 'UNAUTHENTICATED',
  });

/** Revokes the matching tokens; returns how many there were. */
export function revokeTokens(workspace: Workspace, fits: (token: AccessToken) => boolean): number {
  let revoked = 0;
  for (const token of Object.values(workspace.state.oauth.accessTokens)) {
    if (token.revoked || !fits(token)) continue;
    token.revoked = true;
    revoked++;
  }
  return revoked;
}

/** A token issued by delegation ends with it, for each user when the change has reached that user. */
function isStillDelegated(
  workspace: Workspace,
  { clientId, scopes }: AccessToken,
  principal: UserPrincipal | ServiceAccountPrincipal,
): boolean {
  if (principal.kind !== 'user' || principal.customerId === null) return true;
  const { customerId, userId } = principal;
  const delegated = delegatedScopes(workspace, customerId, clientId, userId);
  return scopes.every((scope) => delegated.includes(scope));
}

function principalBehind(
  workspace: Workspace,
  { userId, serviceAccountEmail }: AccessToken,
): UserPrincipal | ServiceAccountPrincipal | undefined {
  if (userId !== null) return activeAccount(workspace.state.directory, userId);
  const account = findServiceAccount(workspace.state.cloud, serviceAccountEmail ?? '')?.account;
  if (!account || account.disabled) return undefined;
  return { kind: 'service-account', email: account.email, uniqueId: account.uniqueId };
}

/** How many tokens are issued between two sweeps: state must not grow with every token ever issued. */
const SWEEP_EVERY = 500;
const issuedSinceSweep = new WeakMap<OAuthState, number>();

/** An expired token is answered like an unknown one, so nobody can tell that it was dropped. */
function forgetExpired(oauth: OAuthState, now: number): void {
  const issued = (issuedSinceSweep.get(oauth) ?? 0) + 1;
  issuedSinceSweep.set(oauth, issued % SWEEP_EVERY);
  if (issued < SWEEP_EVERY) return;
  for (const [key, { expiresAt }] of Object.entries(oauth.accessTokens))
    if (expiresAt <= now) delete oauth.accessTokens[key];
}
