import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';
import { revokeGrant } from '../../workspace/oauth/consent';
import { issueToken } from '../../workspace/oauth/tokens';
import type { AuthorizationView } from './operations';

/** A token of the effective user with the scopes granted to the execution; it lives as long as any other. */
export function oauthToken({ start, workspace }: Execution): string {
  return issueToken(workspace, {
    clientId: start.script.clientId,
    userId: start.person.userId,
    scopes: [...start.scopes],
  }).token;
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

const base64url = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * An OpenID Connect token of the effective user; null unless `openid` is granted. Its signature is not Google's:
 * programs that check it against Google's keys will refuse it.
 */
export function identityToken({ start, workspace }: Execution): string | null {
  const { person, scopes, script } = start;
  if (!scopes.has('openid')) return null;
  const issuedAt = seconds(workspace.clock.now());
  const hasEmail =
    scopes.has('https://www.googleapis.com/auth/userinfo.email') || scopes.has('email');
  const claims = {
    iss: 'https://accounts.google.com',
    azp: script.clientId,
    aud: script.clientId,
    sub: person.userId,
    ...(person.customerId !== null && { hd: person.email.split('@')[1] }),
    ...(hasEmail && { email: person.email, email_verified: true }),
    iat: issuedAt,
    exp: issuedAt + 3600,
  };
  return `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url(claims)}.${Buffer.from('local Workspace').toString('base64url')}`;
}

/** Which of the script's scopes, or of those in question, the person has granted. */
export function authorizationInfo(
  execution: Execution,
  asked: readonly string[] | null,
): AuthorizationView {
  const scopes = wanted(execution, asked);
  const authorized = scopes.filter((scope) => execution.start.scopes.has(scope));
  const required = authorized.length < scopes.length;
  return { required, url: required ? consentUrl(execution) : null, authorized };
}

/**
 * Ends the execution with a demand for authorization when one of the scopes is not granted.
 *
 * @see https://developers.google.com/apps-script/concepts/scopes#handle-granular
 */
export function requireScopes(execution: Execution, asked: readonly string[] | null): void {
  if (authorizationInfo(execution, asked).required)
    throw new ScriptException('Authorization is required to perform that action.');
}

export function invalidateAuth({ start, workspace }: Execution): void {
  revokeGrant(workspace, start.script.clientId, start.person.userId);
}

/** @throws ScriptException for a scope that the script does not ask for. */
function wanted({ start }: Execution, asked: readonly string[] | null): readonly string[] {
  const all = start.project.scopes;
  const foreign = asked?.find((scope) => !all.includes(scope));
  if (foreign !== undefined)
    throw new ScriptException(
      `Invalid argument: oAuthScopes. The script does not require ${foreign}`,
    );
  return asked ?? all;
}

const consentUrl = ({ start }: Execution): string =>
  `https://script.google.com/macros/d/${start.script.scriptId}/edit?authorize=1`;
