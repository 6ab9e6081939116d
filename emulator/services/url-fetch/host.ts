import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';
import { GoogleError } from '../../workspace/google-error';
import { takeQuota } from '../quota/quota';
import type { OutsideOutcome, OutsideRequest } from './io-message';
import type { FetchRequest, FetchResponse, UrlFetchOperations } from './operations';
import { leavingProblem, stubbed } from './leaving';
import { fetchOutside, REAL_WAIT_MS } from './outside';
import { redirected } from './redirects';
import { errorResponse, fromGoogle, fromOutside, toBytes } from './responses';
import { checkRequest, isAllowed } from './url-rules';

const SCOPE = ['https://www.googleapis.com/auth/script.external_request'];

/** @see https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
export const urlFetchOperations = (execution: Execution): UrlFetchOperations => ({
  'urlfetch.send'(member, requests) {
    const { limits } = execution.hands;
    execution.requireAlive();
    execution.requireScope(member, SCOPE);
    for (const request of requests) check(execution, request);
    takeQuota(
      execution,
      { key: 'urlfetch', limit: limits.FETCHES_PER_DAY, words: 'urlfetch' },
      requests.length,
    );
    return sendAll(execution, requests).map((response, i) =>
      followed(execution, requests[i]!, response),
    );
  },
});

function check(execution: Execution, request: FetchRequest): void {
  const { hands, start } = execution;
  checkRequest(request, hands.limits);
  const { urlFetchWhitelist } = start.project.manifest;
  if (urlFetchWhitelist && !isAllowed(request.url, urlFetchWhitelist))
    throw new ScriptException(
      `UrlFetch calls to ${request.url} are not permitted by your manifest's urlFetchWhitelist.`,
    );
  requireLeave(execution, request);
}

/** Also in the log, since many scripts catch whatever a fetch throws. @throws ScriptException */
function requireLeave(execution: Execution, request: FetchRequest): void {
  const { hands } = execution;
  const problem = hands.isOurs(request.url) ? null : leavingProblem(request, hands.machine);
  if (problem === null) return;
  execution.log('warn', problem);
  throw new ScriptException(problem);
}

/**
 * Google's hosts and the Workspace's own origin answer in this process, each in turn. The other requests are sent together
 * once each has had its turn: one that a planned fault stops beforehand is not sent, one that it strikes afterwards is.
 */
function sendAll(execution: Execution, requests: readonly FetchRequest[]): FetchResponse[] {
  const responses: FetchResponse[] = [];
  const outside: number[] = [];
  let outcomes: readonly OutsideOutcome[] = [];
  try {
    requests.forEach((request, i) => {
      const response = turnOf(execution, request, {
        isFurther: i > 0,
        leave: () => void outside.push(i),
      });
      if (response) responses[i] = response;
    });
  } finally {
    if (outside.length > 0)
      outcomes = fetchOutside(
        outside.map((i) => toOutside(requests[i]!, execution.hands.limits.FETCH_RESPONSE_BYTES)),
      );
  }
  outcomes.forEach((outcome, k) => {
    const i = outside[k]!;
    responses[i] ??= received(execution, requests[i]!, outcome);
  });
  return responses;
}

/** One request's turn: its answer, or null when it has to be sent to the outside. */
function turnOf(
  execution: Execution,
  request: FetchRequest,
  { isFurther, leave }: { readonly isFurther: boolean; readonly leave: () => void },
): FetchResponse | null {
  const { hands } = execution;
  const work = (): FetchResponse | null => {
    const answer = hands.answerHttp(
      toHttp(request),
      isFurther ? hands.latency('urlfetch.further') : undefined,
    );
    if (answer) return fromGoogle(answer);
    const stub = stubbed(request, hands.machine);
    if (!stub) leave();
    return stub ?? null;
  };
  const ms = hands.isOurs(request.url)
    ? 0
    : hands.latency(isFurther ? 'urlfetch.further' : 'urlfetch.fetch');
  try {
    return execution.service('urlfetch.fetch', work, ms);
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    if (error.code === 504) throw timeout(execution, request);
    return errorResponse(error);
  }
}

/** Redirects are followed here, since one may lead from the outside to Google and back. */
function followed(
  execution: Execution,
  request: FetchRequest,
  response: FetchResponse,
): FetchResponse {
  let [last, answer] = [request, response];
  for (let hops = 0; request.followRedirects && hops < 20; hops++) {
    const next = redirected(last, answer);
    if (!next) return answer;
    requireLeave(execution, next);
    [last, answer] = [next, sendAll(execution, [next])[0]!];
  }
  return answer;
}

const toHttp = ({ url, method, headers, body }: FetchRequest) => ({
  url,
  method,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  ),
  body: body ? toBytes(body) : '',
});

const toOutside = (request: FetchRequest, mostBytes: number): OutsideRequest => ({
  url: request.url,
  method: request.method,
  headers: request.headers,
  body: request.body ? toBytes(request.body) : null,
  validateHttpsCertificates: request.validateHttpsCertificates,
  timeoutMs: Math.min(request.timeoutSeconds * 1000, REAL_WAIT_MS),
  mostBytes,
});

/** @throws ScriptException in Google's words when no answer arrived. */
function received(
  execution: Execution,
  request: FetchRequest,
  outcome: OutsideOutcome,
): FetchResponse {
  switch (outcome.kind) {
    case 'response':
      return fromOutside(outcome);
    case 'dns':
      throw new ScriptException(`DNS error: ${request.url}`);
    case 'certificate':
      throw new ScriptException(`SSL Error ${request.url}`);
    case 'unavailable':
      throw new ScriptException(`Address unavailable: ${request.url}`);
    case 'too-large':
      throw new ScriptException('Limit Exceeded: URLFetch Response Size.');
    case 'timeout':
      throw timeout(execution, request);
  }
}

/** The whole timeout elapses on the Workspace's clock. */
function timeout(execution: Execution, { url, timeoutSeconds }: FetchRequest): ScriptException {
  execution.workspace.clock.advance(timeoutSeconds * 1000);
  execution.requireTime();
  return new ScriptException(`Timeout: ${url}`);
}
