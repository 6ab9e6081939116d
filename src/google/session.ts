/** The running account and its grants. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { call } from './call';

/** The address of the account whose rights are used, in lower case. Fails with `missing-scopes`. */
export function effectiveEmail(): Result<string, Failure> {
  const email = call(() => Session.getEffectiveUser().getEmail());
  return email.ok ? ok(email.value.toLowerCase()) : email;
}

/**
 * Those of the scopes that the effective user has not granted: people may leave boxes unticked.
 *
 * @see https://developers.google.com/apps-script/concepts/scopes#handle-granular
 */
export function missingScopes(scopes: readonly string[]): string[] {
  const granted = new Set(
    ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizedScopes(),
  );
  return scopes.filter((scope) => !granted.has(scope));
}

/** Where the person can grant what is missing; null when nothing is. */
export const consentUrl = (): string | null =>
  ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl() || null;

/** The Admin page's address; null where no web app is deployed. */
export const webAppUrl = (): string | null => ScriptApp.getService().getUrl() || null;
