import type { ApiMethodDescription } from '../discovery/discovery';
import type { JsonObject } from '../workspace/api-method';
import { apiResponse } from './api-response';
import { callerOf } from './credentials';
import type { IncomingCall } from './incoming-call';
import { errorResponse } from './error-response';
import type { Exchange } from './exchange';
import { FRONT_ENDS } from './front-end';
import { textOf, type HttpResponse } from '../kit/http-message';
import { invalidPayload, parseError, refused, unknownName } from './refused-request';
import type { Route } from './routes';

/** What a request carries besides its address. */
export interface Payload {
  readonly body: JsonObject | null;
  readonly media?: IncomingCall['media'];
}

/** Answers one call of one API method. @param payload the request's JSON, unless the caller has read it. */
export function answerApiCall(
  exchange: Exchange,
  { method, pathParams }: Route,
  readPayload: () => Payload = () => ({ body: jsonBody(method, textOf(exchange.request.body)) }),
): HttpResponse {
  const { workspace, execution, request, query, ms } = exchange;
  const { headers } = request;
  try {
    const { caller, payload } = admit(exchange, method, readPayload);
    const incoming: IncomingCall = {
      methodId: method.id,
      params: { ...queryParams(method, query), ...pathParams },
      ...payload,
      ifMatch: headers['if-match'],
      ifNoneMatch: headers['if-none-match'],
    };
    return apiResponse(exchange, method, workspace.door.call(incoming, caller, execution, ms));
  } catch (error) {
    const response = errorResponse(error, { api: method.api, query });
    const etag = headers['if-none-match'];
    return response.status === 304 && etag ? { ...response, headers: { etag } } : response;
  }
}

/** Authenticates the caller. A call that is rejected here still takes time and is recorded. */
function admit(exchange: Exchange, method: ApiMethodDescription, readPayload: () => Payload) {
  try {
    return { caller: callerOf(exchange, method), payload: readPayload() };
  } catch (error) {
    const { traffic } = exchange.workspace;
    const refuse = (): never => {
      throw error;
    };
    return traffic.call(method.id, exchange.execution, refuse, exchange.ms);
  }
}

/** Repeated parameters as lists; of any other parameter that was given twice, the first. */
function queryParams(
  { parameters }: ApiMethodDescription,
  query: URLSearchParams,
): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of query) {
    if (Object.hasOwn(params, name)) continue;
    params[name] = parameters[name]?.repeated ? query.getAll(name) : value;
  }
  return params;
}

/** The request resource; null when none was sent. @throws GoogleError 400 when it is not a JSON object. */
export function jsonBody(method: ApiMethodDescription, text: string): JsonObject | null {
  if (method.request === null || text.trim() === '') return null;
  const isClassic = FRONT_ENDS[method.api].reads === 'classic';
  let body: unknown;
  try {
    body = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw isClassic ? parseError() : invalidPayload(text, error);
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as JsonObject;
  throw isClassic
    ? parseError()
    : refused([unknownName('', '', 'Root element must be a message.')]);
}
