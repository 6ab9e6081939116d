import { createHash } from 'node:crypto';
import { BASE64URL } from '../../kit/random';
import type { UserPrincipal } from '../caller';
import type { Workspace } from '../workspace';
import { activeAccount } from './active-account';
import { findClient } from './clients';
import { grantedScopes } from './consent';
import { googleIdToken, personClaims } from './id-token';
import type { AuthorizationCode, OAuthClient } from '../state/oauth';
import { missingParameter, REFUSALS, invalidGrant } from './token-refusal';
import { issueToken, TOKEN_SECONDS } from './tokens';

/** A token request's fields. */
export type Form = Readonly<Record<string, string>>;

const CODE_LIFETIME_MS = 10 * 60_000;

/** The grant for which a code is made. */
export interface CodeRequest {
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly codeChallenge?: string;
  readonly codeChallengeMethod?: 'plain' | 'S256';
}

/**
 * What the consent screen sends back to the application once the person agreed: a code that the token endpoint accepts
 * once, within ten minutes. Record the consent first ({@link grantConsent}).
 */
export function createAuthorizationCode(workspace: Workspace, request: CodeRequest): string {
  const code = `4/0A${workspace.random.text(70, BASE64URL)}`;
  const expiresAt = workspace.clock.now() + CODE_LIFETIME_MS;
  workspace.state.oauth.authorizationCodes[code] = {
    ...request,
    scopes: [...request.scopes],
    code,
    expiresAt,
  };
  return code;
}

/** Answers `grant_type=authorization_code`. @throws TokenRefusal */
export function answerCode(workspace: Workspace, form: Form): object {
  const client = requireClient(workspace, form);
  if (!form['code']) throw missingParameter('code');
  const { authorizationCodes: codes, refreshTokens } = workspace.state.oauth;
  const code = Object.hasOwn(codes, form['code']) ? codes[form['code']] : undefined;
  if (!code) throw REFUSALS.malformedCode();
  if (code.clientId !== client.clientId) throw REFUSALS.badRequest();
  if (form['redirect_uri'] !== code.redirectUri) throw REFUSALS.redirectMismatch();
  requireVerifier(code, form['code_verifier']);
  delete codes[code.code];
  if (code.expiresAt <= workspace.clock.now()) throw REFUSALS.badRequest();
  const token = `1//0${workspace.random.text(96, BASE64URL)}`;
  const { clientId, userId } = code;
  const answer = freshTokens(workspace, client, userId, code.scopes);
  refreshTokens[token] = { token, clientId, userId, scopes: code.scopes };
  return { ...answer, refresh_token: token };
}

/** Answers `grant_type=refresh_token`. @throws TokenRefusal */
export function answerRefresh(workspace: Workspace, form: Form): object {
  const client = requireClient(workspace, form);
  const { refreshTokens } = workspace.state.oauth;
  const key = form['refresh_token'];
  if (!key) throw missingParameter('refresh_token');
  const known = Object.hasOwn(refreshTokens, key) ? refreshTokens[key] : undefined;
  if (!known || known.clientId !== client.clientId) throw REFUSALS.revoked();
  return freshTokens(workspace, client, known.userId, narrowed(known.scopes, form['scope']));
}

/** An access token (and ID token) for those of these scopes that are still granted; refused when none is left. */
function freshTokens(
  workspace: Workspace,
  client: OAuthClient,
  userId: string,
  scopes: readonly string[],
): object {
  const person = activeAccount(workspace.state.directory, userId);
  if (!person) throw REFUSALS.revoked();
  if (client.ownerCustomerId !== null && client.ownerCustomerId !== person.customerId)
    throw REFUSALS.orgInternal();
  const granted = grantedScopes(workspace, client.clientId, person);
  const left = scopes.filter((scope) => granted.has(scope));
  if (left.length === 0) throw REFUSALS.revoked();
  const { token } = issueToken(workspace, { clientId: client.clientId, userId, scopes: left });
  return {
    access_token: token,
    expires_in: TOKEN_SECONDS,
    scope: left.join(' '),
    token_type: 'Bearer',
    ...idTokenFor(workspace, client, person, left),
  };
}

const idTokenFor = (
  workspace: Workspace,
  { clientId }: OAuthClient,
  person: UserPrincipal,
  scopes: readonly string[],
): object =>
  scopes.includes('openid')
    ? { id_token: googleIdToken(workspace, personClaims(workspace, person, clientId)) }
    : {};

function requireClient(workspace: Workspace, form: Form): OAuthClient {
  const clientId = form['client_id'];
  if (!clientId) throw missingParameter('client_id');
  const client = findClient(workspace, clientId);
  if (!client) throw REFUSALS.unknownClient();
  if (client.status === 'disabled') throw REFUSALS.disabledClient();
  if (client.status === 'deleted') throw REFUSALS.deletedClient();
  if (client.secret !== undefined && client.secret !== form['client_secret'])
    throw REFUSALS.wrongSecret();
  return client;
}

function requireVerifier(
  { codeChallenge, codeChallengeMethod = 'plain' }: AuthorizationCode,
  verifier: string | undefined,
): void {
  if (codeChallenge === undefined) return;
  if (!verifier) throw invalidGrant('Missing code verifier.');
  const hashed =
    codeChallengeMethod === 'S256'
      ? createHash('sha256').update(verifier).digest('base64url')
      : verifier;
  if (hashed !== codeChallenge) throw invalidGrant('Invalid code verifier.');
}

/** A refresh may ask for less than was granted, never for more. */
function narrowed(scopes: readonly string[], asked: string | undefined): readonly string[] {
  if (!asked) return scopes;
  const wanted = asked.split(/\s+/).filter(Boolean);
  if (!wanted.every((scope) => scopes.includes(scope))) throw REFUSALS.invalidScope();
  return wanted;
}
