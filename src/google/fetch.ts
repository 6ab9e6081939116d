/**
 * Requests over HTTP. Redirects are answers, not followed: none of those we ask redirects, and headers hold tokens.
 * Nothing of a request is ever logged.
 *
 * @see https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app
 */
import type { Failure } from '../kit/failure';
import { batchesOf } from '../kit/batches';
import { ok, type Result } from '../kit/result';
import { call } from './call';
import type { HttpAnswer, HttpRequest } from './http-message';
import { LIMITS } from './limits';

/** Whatever the status, an answer is an answer. Fails with `host-not-found`, `timed-out`, `unavailable`, `daily-limit` … */
export function fetchOne(request: HttpRequest): Result<HttpAnswer, Failure> {
  const answer = call(() => UrlFetchApp.fetch(request.url, optionsOf(request)));
  return answer.ok ? ok(answerOf(answer.value)) : answer;
}

/**
 * Answers in the order of the requests, which go out together. When one cannot be sent, Apps Script gives none of the
 * answers of those that went with it: all of them fail, and nobody knows what they did.
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
