/**
 * HTTP requests. Redirects are not followed: no service that we call redirects, and headers contain tokens. Requests
 * are never logged, not even in part.
 *
 * @see https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app
 */
import type { Failure } from '../kit/failure';
import { batchesOf } from '../kit/batches';
import { ok, type Result } from '../kit/result';
import { call } from './call';
import type { HttpAnswer, HttpRequest } from './http-message';
import { LIMITS } from './limits';

/** Succeeds whatever the status. Fails with `host-not-found`, `timed-out`, `unavailable`, `daily-limit` … */
export function fetchOne(request: HttpRequest): Result<HttpAnswer, Failure> {
  const answer = call(() => UrlFetchApp.fetch(request.url, optionsOf(request)));
  return answer.ok ? ok(answerOf(answer.value)) : answer;
}

/**
 * Responses in the order of the requests, which are sent together. If one cannot be sent, Apps Script returns none of
 * the responses: all of those sent with it fail, and it is unknown what they did.
 */
export function fetchMany(requests: readonly HttpRequest[]): Result<HttpAnswer, Failure>[] {
  return batchesOf(requests, LIMITS.FETCHES_AT_ONCE).flatMap(fetchTogether);
}

function fetchTogether(requests: readonly HttpRequest[]): Result<HttpAnswer, Failure>[] {
  const answers = call(() =>
    UrlFetchApp.fetchAll(requests.map((request) => ({ url: request.url, ...optionsOf(request) }))),
  );
  if (!answers.ok) return requests.map(() => answers);
  return answers.value.map((answer) => ok(answerOf(answer)));
}

const optionsOf = ({
  method = 'get',
  headers = {},
  contentType,
  body,
}: HttpRequest): GoogleAppsScript.URL_Fetch.URLFetchRequestOptions => ({
  method,
  headers: { ...headers },
  ...(contentType !== undefined && { contentType }),
  ...(body !== undefined && { payload: body }),
  muteHttpExceptions: true,
  followRedirects: false,
});

const answerOf = (response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpAnswer => ({
  status: response.getResponseCode(),
  headers: Object.fromEntries(
    Object.entries(response.getAllHeaders() as Record<string, string | string[]>).map(
      ([name, value]) => [name.toLowerCase(), Array.isArray(value) ? (value[0] ?? '') : value],
    ),
  ),
  body: response.getContentText('UTF-8'),
});
