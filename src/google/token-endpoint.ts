import type { TokenEndpoint } from '../connection/ports';
import { ok } from '../kit/result';
import { fetchMany } from './fetch';

/**
 * Google's token endpoint. All assertions are sent in parallel.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
 */
export const tokenEndpoint: TokenEndpoint = (uri, assertions) =>
  fetchMany(
    assertions.map((assertion) => ({ url: uri, method: 'post', ...formOf(assertion) })),
  ).map((answer) =>
    answer.ok ? ok({ status: answer.value.status, body: answer.value.body }) : answer,
  );

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const formOf = (assertion: string) => ({
  contentType: 'application/x-www-form-urlencoded',
  body: `grant_type=${encodeURIComponent(GRANT)}&assertion=${encodeURIComponent(assertion)}`,
});
