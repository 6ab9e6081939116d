import type { ApiName } from '../discovery/discovery';
import { GoogleError } from '../workspace/google-error';
import { answerApiCall } from './api-call';
import {
  batchResponse,
  toInnerRequest,
  type InnerRequest,
  type InnerResponse,
} from './batch-message';
import { errorResponse } from './error-response';
import { toExchange, type Exchange } from './exchange';
import { bytesOf, contentTypeParameter, mediaType, type HttpResponse } from '../kit/http-message';
import { notFoundResponse } from './no-such-method';
import { parseMultipart } from './multipart';
import { findRoute } from './routes';

const DIRECTORY_AND_REPORTS: readonly ApiName[] = ['directory', 'reports'];

/** The APIs whose calls a batch address accepts; undefined when it is not a batch address. */
function apisOfBatch(path: string, apis: Exchange['apis']): readonly ApiName[] | null | undefined {
  const fixed: Readonly<Record<string, readonly ApiName[]>> = {
    'batch/calendar/v3': ['calendar'],
    'batch/drive/v3': ['drive'],
    'batch/admin/directory_v1': DIRECTORY_AND_REPORTS,
    'batch/admin/reports_v1': DIRECTORY_AND_REPORTS,
    'batch/oauth2/v2': ['oauth2'],
  };
  // The address that was common to all APIs was switched off in August 2020; APIs with a host of their own keep it.
  return path === 'batch' ? apis : fixed[path];
}

/** How many calls a batch may hold. @see https://developers.google.com/workspace/calendar/api/guides/batch */
const LIMITS: Readonly<Partial<Record<ApiName, number>>> = { calendar: 50, drive: 100 };
const LIMIT = 1000;

/** How much longer a batch takes for each call after the first. */
const MS_PER_FURTHER_CALL = 25;

/** Whether an address is a batch endpoint. */
export const isBatch = ({ path }: Exchange): boolean => /^batch(\/|$)/.test(path);

/** Answers a batch: one HTTP request, many calls, each with its own answer, authorization and share of the quota. */
export function answerBatch(exchange: Exchange): HttpResponse {
  const { workspace, execution, query } = exchange;
  const apis = apisOfBatch(exchange.path, exchange.apis);
  if (apis === undefined || exchange.httpMethod !== 'POST') return notFoundResponse(exchange);
  let api: ApiName | undefined = apis?.[0];
  try {
    const calls = readCalls(exchange);
    const methods = calls.map(({ request }) => methodOf(exchange, request));
    api = methods.find((method) => method)?.api ?? api;
    const ms = workspace.traffic.latency(methods[0]?.id ?? 'batch');
    return workspace.traffic.call(
      'batch',
      execution,
      () => {
        requireOneApi(
          methods.map((method) => method?.api),
          apis,
        );
        requireLimit(calls.length, LIMITS[api ?? 'directory'] ?? LIMIT);
        return answerCalls(exchange, calls, apis);
      },
      ms,
    );
  } catch (error) {
    return errorResponse(error, { api, query });
  }
}

function methodOf(exchange: Exchange, request: InnerRequest['request']) {
  const { httpMethod, path } = toExchange(exchange.workspace, request, null);
  return findRoute(httpMethod, path, null)?.method;
}

function readCalls({ request }: Exchange): InnerRequest[] {
  const contentType = request.headers['content-type'] ?? '';
  const boundary = contentTypeParameter(contentType, 'boundary');
  const isMixed = mediaType(contentType) === 'multipart/mixed' && boundary !== undefined;
  const parts = isMixed ? parseMultipart(bytesOf(request.body), boundary) : [];
  const calls = parts.map((part) => toInnerRequest(part, request));
  if (calls.length > 0 && calls.every((call) => call !== null)) return calls;
  throw refusal(
    `Failed to parse batch request, error: ${calls.length} items. Received batch body: (${bytesOf(request.body).length}) bytes redacted`,
  );
}

const refusal = (message: string): GoogleError =>
  new GoogleError(400, 'badRequest', message, { status: 'INVALID_ARGUMENT' });

/** Requires that all calls of a batch go to one API. Google's words for this refusal are undocumented: these are ours. */
function requireOneApi(
  named: readonly (ApiName | undefined)[],
  apis: readonly ApiName[] | null,
): void {
  const known = new Set(named.filter((api) => api !== undefined).map(batchGroup));
  const allowed = apis && new Set(apis.map(batchGroup));
  const isForeign = allowed !== null && [...known].some((group) => !allowed.has(group));
  if (known.size > 1 || isForeign)
    throw refusal('All the inner requests of a batch must go to the same Google API.');
}

const batchGroup = (api: ApiName): ApiName => (api === 'reports' ? 'directory' : api);

function requireLimit(received: number, limit: number): void {
  if (received > limit)
    throw refusal(`Inner request count exceeds the limit. Received: ${received}, Limit: ${limit}`);
}

function answerCalls(
  exchange: Exchange,
  calls: readonly InnerRequest[],
  apis: readonly ApiName[] | null,
): HttpResponse {
  const { workspace } = exchange;
  const answers = calls.map(({ contentId, request }, index): InnerResponse => {
    const inner: Exchange = {
      ...toExchange(workspace, request, exchange.execution),
      apis,
      ms: index === 0 ? 0 : MS_PER_FURTHER_CALL,
    };
    const route = findRoute(inner.httpMethod, inner.path, apis);
    return {
      contentId,
      response: route ? answerApiCall(inner, route) : notFoundResponse(inner),
    };
  });
  const boundary = `batch_${workspace.random.uuid()}`;
  return batchResponse(boundary, workspace.faults.rearrangeParts(answers));
}
