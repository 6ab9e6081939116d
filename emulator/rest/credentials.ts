import type { ApiMethodDescription } from '../discovery/discovery';
import { NotEmulated } from '../kit/not-emulated';
import type { Caller } from '../workspace/caller';
import { GoogleError } from '../workspace/google-error';
import { authenticate } from '../workspace/oauth/tokens';
import type { Exchange } from './exchange';
import { FRONT_ENDS } from './front-end';

/**
 * Who a request comes from, by its bearer token: the Authorization header, else `access_token` or `oauth_token`.
 *
 * @throws GoogleError 401 or 403, as the API answers an invalid or missing token.
 */
export function callerOf(
  { workspace, request, query, httpMethod }: Exchange,
  { id, api }: ApiMethodDescription,
): Caller {
  if (id === 'oauth2.tokeninfo') return ANYBODY;
  const header = request.headers['authorization'];
  const [, bearer] = /^Bearer\s+(\S+)\s*$/i.exec(header ?? '') ?? [];
  const token = bearer ?? query.get('access_token') ?? query.get('oauth_token');
  if (token) return authenticate(workspace, token);
  if (header !== undefined) return authenticate(workspace, '');
  if (query.has('key'))
    throw new NotEmulated('API keys', 'https://cloud.google.com/docs/authentication/api-keys');
  throw httpMethod === 'GET' && FRONT_ENDS[api].takesApiKeys ? unregistered() : loginRequired();
}

/** The caller who asks what a token is good for: possessing the token is enough. */
const ANYBODY: Caller = {
  principal: { kind: 'user', userId: '', email: '', customerId: null },
  scopes: new Set(),
  clientId: 'google',
  projectNumber: null,
  applicationName: 'Google',
  impersonated: false,
  cause: 'api',
  ipAddress: null,
};

const loginRequired = (): GoogleError =>
  new GoogleError(
    401,
    'required',
    'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    {
      innerMessage: 'Login Required.',
      locationType: 'header',
      location: 'Authorization',
      status: 'UNAUTHENTICATED',
      errorInfoReason: 'CREDENTIALS_MISSING',
    },
  );

const unregistered = (): GoogleError =>
  new GoogleError(
    403,
    'forbidden',
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    { status: 'PERMISSION_DENIED' },
  );
