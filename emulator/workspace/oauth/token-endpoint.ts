import type { Workspace } from '../workspace';
import { answerCode, answerRefresh, type Form } from './code-grant';
import { revokeGrant } from './consent';
import { answerAssertion } from './jwt-grant';
import { TokenRefusal } from './token-refusal';
import { liveToken } from './tokens';

/** An answer of the token endpoint: status and JSON body. */
export interface TokenAnswer {
  readonly status: number;
  readonly body: object;
}

type Grant = (workspace: Workspace, form: Form) => object;

const GRANTS: Readonly<Record<string, Grant>> = {
  'urn:ietf:params:oauth:grant-type:jwt-bearer': (workspace, form) =>
    answerAssertion(workspace, form['assertion']),
  authorization_code: answerCode,
  refresh_token: answerRefresh,
};

/**
 * Answers `POST https://oauth2.googleapis.com/token`.
 *
 * @param form the fields of the urlencoded body. Client id and secret may be among them, or come from an Authorization
 *   header: whoever reads the request puts them here.
 */
export function answerTokenRequest(workspace: Workspace, form: Form): TokenAnswer {
  return answering(() => {
    const type = form['grant_type'] ?? '';
    const grant = Object.hasOwn(GRANTS, type) ? GRANTS[type] : undefined;
    if (!grant)
      throw new TokenRefusal(400, 'unsupported_grant_type', `Invalid grant_type: ${type}`);
    return grant(workspace, form);
  });
}

/**
 * Answers `POST https://oauth2.googleapis.com/revoke`: ends the whole grant behind an access or refresh token.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke
 */
export function answerRevokeRequest(workspace: Workspace, form: Form): TokenAnswer {
  return answering(() => {
    const token = form['token'] ?? '';
    const { refreshTokens } = workspace.state.oauth;
    const found =
      liveToken(workspace, token) ??
      (Object.hasOwn(refreshTokens, token) ? refreshTokens[token] : undefined);
    if (!found) throw new TokenRefusal(400, 'invalid_token', 'Token expired or revoked');
    if ('impersonated' in found) found.revoked = true;
    if (found.userId !== null && !('impersonated' in found && found.impersonated))
      revokeGrant(workspace, found.clientId, found.userId);
    return {};
  });
}

function answering(work: () => object): TokenAnswer {
  try {
    return { status: 200, body: work() };
  } catch (error) {
    if (error instanceof TokenRefusal) return { status: error.status, body: error.toBody() };
    throw error;
  }
}
