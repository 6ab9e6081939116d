import type { ApiMethod, JsonObject } from '../api-method';
import { GoogleError } from '../google-error';
import { textParam } from '../api-method';
import type { Workspace } from '../workspace';
import { activeAccount } from './active-account';
import { googlePublicKey } from './id-token';
import { decodeJwt, isSignedBy } from './jwt';
import type { AccessToken } from '../state/oauth';
import type { TokenAnswer } from './token-endpoint';
import { liveToken } from './tokens';

/** `oauth2.tokeninfo`: what an access token is good for. Anybody who has the token may ask. */
export const tokenInfo: ApiMethod = (request, _caller, workspace) => {
  const token = liveToken(workspace, textParam(request, 'access_token') ?? '');
  if (!token) throw new GoogleError(400, 'invalid', 'Invalid Value');
  const { email, userId } = identityOf(workspace, token);
  return {
    issued_to: token.clientId,
    audience: token.clientId,
    user_id: userId,
    scope: token.scopes.join(' '),
    expires_in: secondsLeft(workspace, token),
    ...(showsEmail(token) && { email, verified_email: true }),
  };
};

/**
 * Answers `https://oauth2.googleapis.com/tokeninfo` (and `/oauth2/v3/tokeninfo`), which Discovery does not describe:
 * there, numbers are strings.
 *
 * @see https://developers.google.com/identity/sign-in/web/backend-auth#calling-the-tokeninfo-endpoint
 */
export function answerTokenInfo(
  workspace: Workspace,
  { access_token: accessToken, id_token: idToken }: Readonly<Record<string, string | undefined>>,
): TokenAnswer {
  if (idToken !== undefined) return idTokenInfo(workspace, idToken);
  const token = liveToken(workspace, accessToken ?? '');
  if (!token) return INVALID;
  const { email, userId } = identityOf(workspace, token);
  return {
    status: 200,
    body: {
      azp: token.clientId,
      aud: token.clientId,
      sub: userId,
      scope: token.scopes.join(' '),
      exp: String(Math.floor(token.expiresAt / 1000)),
      expires_in: String(secondsLeft(workspace, token)),
      ...(showsEmail(token) && { email, email_verified: 'true' }),
      access_type: 'online',
    },
  };
}

const INVALID: TokenAnswer = {
  status: 400,
  body: { error: 'invalid_token', error_description: 'Invalid Value' },
};

function idTokenInfo({ clock }: Workspace, idToken: string): TokenAnswer {
  const jwt = decodeJwt(idToken);
  if (!jwt || !isSignedBy(jwt, googlePublicKey())) return INVALID;
  if (Number(jwt.claims['exp']) * 1000 <= clock.now()) return INVALID;
  const texts: JsonObject = {};
  for (const [name, value] of Object.entries({ ...jwt.claims, ...jwt.header }))
    texts[name] = String(value);
  return { status: 200, body: texts };
}

const EMAIL_SCOPES = ['email', 'https://www.googleapis.com/auth/userinfo.email'];

const showsEmail = ({ scopes }: AccessToken): boolean =>
  EMAIL_SCOPES.some((scope) => scopes.includes(scope));

const secondsLeft = ({ clock }: Workspace, { expiresAt }: AccessToken): number =>
  Math.floor((expiresAt - clock.now()) / 1000);

/** The identity of the user, or of the service account that acts on its own behalf: its client id is its numeric id. */
function identityOf(
  { state }: Workspace,
  { userId, serviceAccountEmail, clientId }: AccessToken,
): { readonly userId: string; readonly email: string } {
  if (userId === null) return { userId: clientId, email: serviceAccountEmail ?? '' };
  return { userId, email: activeAccount(state.directory, userId)?.email ?? '' };
}
