import { findServiceAccountEver, type FoundServiceAccount } from '../cloud/service-accounts';
import type { ServiceAccount } from '../state/cloud';
import type { UserPrincipal } from '../caller';
import { findUser } from '../directory/accounts';
import type { Workspace } from '../workspace';
import { activeAccount } from './active-account';
import { accessOf, allowsScope } from './app-access';
import { delegatedScopes } from './delegation';
import { googleIdToken } from './id-token';
import { decodeJwt, isSignedBy, type DecodedJwt } from './jwt';
import { isKnownScope } from './scopes';
import { missingParameter, REFUSALS } from './token-refusal';
import { issueToken, TOKEN_SECONDS } from './tokens';

/** Google lets clocks differ by five minutes: a token for an hour may claim 65 minutes. */
const SKEW_S = 5 * 60;
const LONGEST_S = 60 * 60 + SKEW_S;

/** Addresses of the token endpoint, old and new; a local one stands for them. */
const AUDIENCES =
  /^(https:\/\/oauth2\.googleapis\.com\/token|https:\/\/(www|accounts)\.google(apis)?\.com\/(o\/)?oauth2\/(v[34]\/)?token|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/(o\/oauth2\/)?token)$/;

/**
 * Answers an assertion signed by a service account: with a token for the account itself, or for a user as whom it may act.
 * Scopes are all or nothing, and each must be delegated by its own name.
 *
 * @throws TokenRefusal
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
 */
export function answerAssertion(workspace: Workspace, assertion: string | undefined): object {
  if (!assertion) throw missingParameter('assertion');
  const jwt = decodeJwt(assertion);
  if (!jwt) throw REFUSALS.signature();
  const { account } = requireIssuer(workspace, jwt);
  requireTimeframe(workspace, jwt.claims);
  if (!AUDIENCES.test(String(jwt.claims['aud']))) throw REFUSALS.audience();
  const { sub, scope, target_audience: audience } = jwt.claims;
  if (typeof audience === 'string' && !scope) return serviceIdToken(workspace, account, audience);
  const scopes = requestedScopes(scope);
  if (sub === undefined || sub === account.email) return ownToken(workspace, account, scopes);
  const person = subjectOf(workspace, sub);
  requireDelegation(workspace, account, person, scopes);
  const { token } = issueToken(workspace, {
    clientId: account.uniqueId,
    userId: person.userId,
    scopes,
    impersonated: true,
  });
  return bearer(token);
}

const bearer = (token: string): object => ({
  access_token: token,
  expires_in: TOKEN_SECONDS,
  token_type: 'Bearer',
});

/** The account that signed. Its own keys and those that Google keeps for it count, unless they are disabled or deleted. */
function requireIssuer({ state }: Workspace, jwt: DecodedJwt): FoundServiceAccount {
  const { iss } = jwt.claims;
  const found = typeof iss === 'string' ? findServiceAccountEver(state.cloud, iss) : undefined;
  if (!found) throw REFUSALS.unknownIssuer();
  const { account } = found;
  if (account.deletedAt !== undefined) throw REFUSALS.deletedClient();
  const { alg, kid } = jwt.header;
  const isSigned =
    alg === 'RS256' &&
    account.keys.some(
      (key) =>
        !key.disabled && (kid === undefined || kid === key.keyId) && isSignedBy(jwt, key.publicKey),
    );
  if (!isSigned) throw REFUSALS.signature();
  const status = state.oauth.clients[account.uniqueId]?.status;
  if (status === 'deleted') throw REFUSALS.deletedClient();
  if (account.disabled || status === 'disabled') throw REFUSALS.disabledClient();
  return found;
}

function requireTimeframe({ clock }: Workspace, { iat, exp }: DecodedJwt['claims']): void {
  const now = clock.now() / 1000;
  const isShort =
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    exp > iat &&
    exp - iat <= LONGEST_S &&
    iat <= now + SKEW_S &&
    exp > now - SKEW_S;
  if (!isShort) throw REFUSALS.timeframe();
}

function requestedScopes(scope: unknown): readonly string[] {
  const scopes = typeof scope === 'string' ? scope.split(/\s+/).filter(Boolean) : [];
  if (scopes.length === 0 || !scopes.every(isKnownScope)) throw REFUSALS.invalidScope();
  return [...new Set(scopes)];
}

const ownToken = (
  workspace: Workspace,
  account: ServiceAccount,
  scopes: readonly string[],
): object =>
  bearer(
    issueToken(workspace, {
      clientId: account.uniqueId,
      serviceAccountEmail: account.email,
      scopes,
    }).token,
  );

const serviceIdToken = (
  workspace: Workspace,
  { email, uniqueId }: ServiceAccount,
  aud: string,
): object => ({
  id_token: googleIdToken(workspace, {
    aud,
    azp: email,
    email,
    email_verified: true,
    sub: uniqueId,
  }),
});

/** The active user with this primary address. That aliases and suspended users are refused alike is inferred. */
function subjectOf({ state }: Workspace, sub: unknown): UserPrincipal {
  if (typeof sub !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(sub)) throw REFUSALS.subjectNotAnEmail();
  const { directory } = state;
  const email = sub.toLowerCase();
  const userId = findUser(directory, email)?.id ?? directory.consumers[email];
  const person = userId === undefined ? undefined : activeAccount(directory, userId);
  if (person?.email.toLowerCase() === email) return person;
  const isDeleted = Object.values(directory.users).some(
    (user) => user.deletionTime !== undefined && user.primaryEmail.toLowerCase() === email,
  );
  throw isDeleted && !person ? REFUSALS.deletedSubject() : REFUSALS.unknownSubject();
}

function requireDelegation(
  workspace: Workspace,
  { uniqueId, email }: ServiceAccount,
  { userId, customerId }: UserPrincipal,
  scopes: readonly string[],
): void {
  if (customerId === null) throw REFUSALS.clientNotDelegated();
  const delegated = delegatedScopes(workspace, customerId, uniqueId, userId);
  const allowed = scopes.filter((scope) => delegated.includes(scope));
  if (allowed.length === 0) {
    const byAddress = workspace.state.oauth.delegations[customerId]?.[email];
    throw delegated.length > 0 || byAddress
      ? REFUSALS.noScopeDelegated()
      : REFUSALS.clientNotDelegated();
  }
  if (allowed.length < scopes.length) throw REFUSALS.someScopesNotDelegated();
  const policy = accessOf(workspace, customerId, uniqueId);
  if (!scopes.every((scope) => allowsScope(policy, scope))) throw REFUSALS.adminPolicy();
}
