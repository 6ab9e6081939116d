import { textOf, type HttpRequest, type HttpResponse } from '../kit/http-message';
import { parseHeaders, splitMessage, type Part } from './multipart';

/** One call inside a batch. */
export interface InnerRequest {
  readonly contentId: string | undefined;
  readonly request: HttpRequest;
}

/**
 * The call in a part: `GET /path`, headers, and a body after an empty line. The batch's own headers apply to it too,
 * except those about the content; a part's own headers take precedence.
 *
 * @returns null when the part is not an HTTP request.
 */
export function toInnerRequest(part: Part, outer: HttpRequest): InnerRequest | null {
  const { head, body } = splitMessage(textOf(part.body).replace(/^(\r?\n)+/, ''));
  const [requestLine = '', ...headerLines] = head.split(/\r?\n/);
  const [, method, target] = /^([A-Z]+)\s+(\S+)(?:\s+HTTP\/[\d.]+)?\s*$/.exec(requestLine) ?? [];
  if (method === undefined || target === undefined) return null;
  const own = parseHeaders(headerLines);
  const length = own['content-length'];
  return {
    contentId: part.headers['content-id'],
    request: {
      method,
      url: target.startsWith('/') ? new URL(outer.url, 'http://localhost').origin + target : target,
      headers: { ...inheritedHeaders(outer.headers), ...own },
      body: length === undefined ? body.replace(/(\r?\n)+$/, '') : body.slice(0, Number(length)),
    },
  };
}

const inheritedHeaders = (headers: HttpRequest['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !name.startsWith('content-') && name !== 'host' && name !== 'transfer-encoding',
    ),
  );

/** The response to one call of a batch. */
export interface InnerResponse {
  readonly contentId: string | undefined;
  readonly response: HttpResponse;
}

/** All answers of a batch as one multipart body. @see https://developers.google.com/workspace/calendar/api/guides/batch */
export function batchResponse(boundary: string, parts: readonly InnerResponse[]): HttpResponse {
  const text = parts.map((part) => `--${boundary}\r\n${partText(part)}\r\n`).join('');
  return {
    status: 200,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}` },
    body: `${text}--${boundary}--\r\n`,
  };
}

function partText({ contentId, response }: InnerResponse): string {
  const body = textOf(response.body);
  const headers = { ...response.headers, 'content-length': String(Buffer.byteLength(body)) };
  return [
    'Content-Type: application/http',
    ...(contentId === undefined ? [] : [`Content-ID: ${responseId(contentId)}`]),
    '',
    `HTTP/1.1 ${response.status} ${REASONS[response.status] ?? 'Error'}`,
    ...Object.entries(headers).map(([name, value]) => `${titleCase(name)}: ${value}`),
    '',
    body,
  ].join('\r\n');
}

/** `<item1>` is answered as `<response-item1>`. */
const responseId = (id: string): string =>
  id.startsWith('<') ? `<response-${id.slice(1)}` : `response-${id}`;

const titleCase = (name: string): string =>
  name.replace(/(^|-)[a-z]/g, (mark) => mark.toUpperCase());

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
