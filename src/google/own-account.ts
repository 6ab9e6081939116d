/** The running account's immutable Google id, which no Apps Script service provides. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { call } from './call';
import { serviceName } from './error-table';
import { fetchOne } from './fetch';
import { googleJson } from './google-answer';
import { bearer } from './person-calls';

const USER_INFO = 'https://www.googleapis.com/oauth2/v2/userinfo?fields=id';

/**
 * Google's immutable id of the running account. It needs no scope but `userinfo.email`, so it works for everybody.
 * One remote call.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/scopes#oauth2
 */
export function ownUserId(email: string): Result<string, Failure> {
  const token = call(() => ScriptApp.getOAuthToken());
  return token.ok ? userIdOf(token.value, email) : token;
}

/** Whose access token it is: a user's immutable id, or a service account's, which is its client ID. One remote call. */
export function userIdOf(token: string, email: string): Result<string, Failure> {
  const answer = fetchOne({ url: USER_INFO, headers: bearer(token) });
  if (!answer.ok) return answer;
  const json = googleJson(answer.value, { api: 'oauth2', account: email });
  if (!json.ok) return json;
  const { id } = (json.value ?? {}) as { readonly id?: string };
  return id
    ? ok(id)
    : fail({
        kind: 'unreadable-answer',
        service: serviceName('oauth2'),
        reason: 'an account without an id',
      });
}
