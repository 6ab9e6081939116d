import type { JsonObject } from '../workspace/api-method';
import { GoogleError } from '../workspace/google-error';
import { answerApiCall, jsonBody, type Payload } from './api-call';
import { errorResponse } from './error-response';
import type { Exchange } from './exchange';
import { bytesOf, contentTypeParameter, textOf, type HttpResponse } from '../kit/http-message';
import { parseMultipart } from './multipart';
import { notFoundResponse } from './no-such-method';
import { findRoute, type Route } from './routes';
import type { ServedWorkspace } from './served-workspace';

const UPLOAD_PREFIX = /^(?:resumable\/)?upload\//;

/** Whether an address accepts bytes besides a resource. */
export const isUpload = ({ path }: Exchange): boolean => UPLOAD_PREFIX.test(path);

/** A resumable upload that has begun: the resource to be created, and the bytes so far. */
interface Session {
  readonly route: Route;
  readonly body: JsonObject | null;
  readonly contentType: string | undefined;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  received: Uint8Array;
}

const sessions = new WeakMap<ServedWorkspace, Map<string, Session>>();

/** Answers a media upload: `uploadType` media, multipart or resumable. @see https://developers.google.com/workspace/drive/api/guides/manage-uploads */
export function answerUpload(exchange: Exchange): HttpResponse {
  const { httpMethod, path, query, apis } = exchange;
  const uploadId = query.get('upload_id');
  if (httpMethod === 'PUT' && uploadId !== null) return continueUpload(exchange, uploadId);
  const route = findRoute(httpMethod, path.replace(UPLOAD_PREFIX, ''), apis);
  if (!route?.method.supportsMediaUpload) return notFoundResponse(exchange);
  const type = query.get('uploadType');
  if (type === 'media') return answerApiCall(exchange, route, () => wholeBody(exchange));
  if (type === 'multipart')
    return answerApiCall(exchange, route, () => resourceAndMedia(exchange, route));
  if (type === 'resumable') return beginUpload(exchange, route);
  const message = 'Bad Request: uploadType must be media, multipart or resumable.';
  return errorResponse(new GoogleError(400, 'badRequest', message), {
    api: route.method.api,
    query,
  });
}

const contentTypeOf = ({ request }: Exchange): string =>
  request.headers['content-type'] ?? 'application/octet-stream';

const wholeBody = (exchange: Exchange): Payload => ({
  body: null,
  media: { contentType: contentTypeOf(exchange), bytes: bytesOf(exchange.request.body) },
});

function resourceAndMedia(exchange: Exchange, { method }: Route): Payload {
  const boundary = contentTypeParameter(contentTypeOf(exchange), 'boundary') ?? '';
  const [resource, media, ...more] = parseMultipart(bytesOf(exchange.request.body), boundary);
  if (!resource || !media || more.length > 0)
    throw new GoogleError(400, 'badContent', 'Malformed multipart body.');
  return {
    body: jsonBody(method, textOf(resource.body)),
    media: {
      contentType: media.headers['content-type'] ?? 'application/octet-stream',
      bytes: decoded(media.body, media.headers['content-transfer-encoding']),
    },
  };
}

const decoded = (bytes: Uint8Array, encoding: string | undefined): Uint8Array =>
  encoding?.toLowerCase() === 'base64' ? Buffer.from(textOf(bytes), 'base64') : bytes;

/** The first request of a resumable upload: the answer names the address for the bytes. */
function beginUpload(exchange: Exchange, route: Route): HttpResponse {
  const { workspace, request, query, origin, path } = exchange;
  try {
    const session: Session = {
      route,
      body: jsonBody(route.method, textOf(request.body)),
      contentType: request.headers['x-upload-content-type'],
      query: new URLSearchParams(query),
      authorization: request.headers['authorization'],
      received: new Uint8Array(),
    };
    const id = workspace.random.uuid();
    const known = sessions.get(workspace) ?? new Map<string, Session>();
    sessions.set(workspace, known.set(id, session));
    const location = `${origin}/${path}?uploadType=resumable&upload_id=${id}`;
    return { status: 200, headers: { location, 'x-guploader-uploadid': id }, body: '' };
  } catch (error) {
    return errorResponse(error, { api: route.method.api, query });
  }
}

/** Bytes of a resumable upload: the last ones make the call, earlier ones are answered 308 with what has arrived. */
function continueUpload(exchange: Exchange, id: string): HttpResponse {
  const { workspace, request } = exchange;
  const session = sessions.get(workspace)?.get(id);
  if (!session)
    return errorResponse(new GoogleError(404, 'notFound', 'Not Found'), {
      api: 'drive',
      query: exchange.query,
    });
  const range = request.headers['content-range'];
  const [, first, , total] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(range ?? '') ?? [];
  if (range === undefined || first !== undefined)
    session.received = Buffer.concat([
      session.received.subarray(0, Number(first ?? 0)),
      bytesOf(request.body),
    ]);
  const isWhole = range === undefined || Number(total) === session.received.length;
  if (!isWhole) return resumeLater(session);
  sessions.get(workspace)?.delete(id);
  return finishUpload(exchange, session);
}

function resumeLater({ received }: Session): HttpResponse {
  const range = received.length > 0 ? { range: `bytes=0-${received.length - 1}` } : {};
  return { status: 308, headers: range, body: '' };
}

/** The bytes need no token of their own: the one of the first request applies. */
function finishUpload(exchange: Exchange, session: Session): HttpResponse {
  const { authorization, query, route, body, received } = session;
  const headers = { ...(authorization && { authorization }), ...exchange.request.headers };
  const contentType = session.contentType ?? contentTypeOf(exchange);
  return answerApiCall(
    { ...exchange, query, request: { ...exchange.request, headers } },
    route,
    () => ({ body, media: { contentType, bytes: received } }),
  );
}
