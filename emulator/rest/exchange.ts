import type { ApiName } from '../discovery/discovery';
import type { Execution } from '../runtime/execution';
import { apisOfHost } from './google-hosts';
import { mediaType, textOf, type HttpRequest } from '../kit/http-message';
import type { ServedWorkspace } from './served-workspace';

/** A request to Google, taken apart, and who it is answered for. */
export interface Exchange {
  readonly workspace: ServedWorkspace;
  /** The script's execution that made it; null for a client outside. */
  readonly execution: Execution | null;
  readonly request: HttpRequest;
  /** After X-HTTP-Method-Override. */
  readonly httpMethod: string;
  readonly origin: string;
  readonly host: string;
  /** Percent-encoded, without the leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The APIs of the host; null for all. */
  readonly apis: readonly ApiName[] | null;
  /** The time the call takes, where the latency model does not apply: inside a batch. */
  readonly ms?: number;
}

/** Takes a request apart. The local origin stands for all of Google's hosts. */
export function toExchange(
  workspace: ServedWorkspace,
  request: HttpRequest,
  execution: Execution | null,
): Exchange {
  const { origin, host, pathname, searchParams } = new URL(request.url, 'http://localhost');
  const override = request.headers['x-http-method-override'];
  const httpMethod = (override ?? request.method).toUpperCase();
  return {
    workspace,
    execution,
    request,
    httpMethod: httpMethod === 'HEAD' ? 'GET' : httpMethod,
    origin,
    host,
    path: pathname.replace(/^\/+/, ''),
    query: withForm(searchParams, request, override !== undefined && httpMethod === 'GET'),
    apis: apisOfHost(host),
  };
}

/** A GET that was sent as a POST because its query is long has its query in the body. */
function withForm(query: URLSearchParams, request: HttpRequest, isOverriddenGet: boolean) {
  const { headers, body } = request;
  if (!isOverriddenGet || mediaType(headers['content-type']) !== FORM) return query;
  for (const [name, value] of new URLSearchParams(textOf(body))) query.append(name, value);
  return query;
}

export const FORM = 'application/x-www-form-urlencoded';
