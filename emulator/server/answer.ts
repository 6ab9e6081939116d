import type { Execution } from '../runtime/execution';
import { answerApiCall } from '../rest/api-call';
import { answerBatch, isBatch } from '../rest/batch';
import { preflightResponse, withCors } from '../rest/cors';
import { toExchange, type Exchange } from '../rest/exchange';
import type { HttpRequest, HttpResponse } from '../kit/http-message';
import { notFoundResponse } from '../rest/no-such-method';
import { answerOAuth, isOAuth } from '../rest/oauth-endpoints';
import { findRoute } from '../rest/routes';
import { answerUpload, isUpload } from '../rest/upload';
import { answerWebApp, isWebApp } from '../web-app/web-app';
import type { WebAppWorkspace } from '../web-app/web-app-workspace';

/**
 * Answers a request to any of Google's addresses: the emulated APIs, batches of them, uploads, OAuth's endpoints and
 * web apps, on Google's own hosts or all on one origin. What is not emulated is answered 501 with an explanation.
 *
 * @param execution the script's execution that makes the call: time and calls are charged to it. Null for a client
 *   outside. When the execution ends meanwhile, the error that ends it is thrown on.
 * @param ms the time the call takes, where the latency model does not apply: beside others in a fetchAll.
 */
export function answerRequest(
  workspace: WebAppWorkspace,
  request: HttpRequest,
  execution: Execution | null = null,
  ms?: number,
): HttpResponse {
  if (isWebApp(request.url)) return answerWebApp(workspace, request, execution);
  const exchange = {
    ...toExchange(workspace, request, execution),
    ...(ms !== undefined && { ms }),
  };
  if (exchange.httpMethod === 'OPTIONS') return preflightResponse(request);
  const response = withCors(request, answer(exchange));
  return request.method.toUpperCase() === 'HEAD' ? { ...response, body: '' } : response;
}

function answer(exchange: Exchange): HttpResponse {
  if (isOAuth(exchange)) return answerOAuth(exchange);
  if (isBatch(exchange)) return answerBatch(exchange);
  if (isUpload(exchange)) return answerUpload(exchange);
  const route = findRoute(exchange.httpMethod, exchange.path, exchange.apis);
  return route ? answerApiCall(exchange, route) : notFoundResponse(exchange);
}
