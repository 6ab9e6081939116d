import { exception } from '../../runtime/realm/bridge';
import { Blob, blobFrom, type CrossingContent } from '../blob/realm';
import { toBase64 } from '../blob/realm-bytes';
import type { FetchRequest } from './operations';
import { isBlobSource, isFormWithFiles, multipart, urlEncoded } from './realm-form';

/** The options of a request. Every value is the script's: nothing is certain about its type. */
export interface FetchOptions {
  readonly contentType?: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly method?: unknown;
  readonly payload?: unknown;
  readonly validateHttpsCertificates?: unknown;
  readonly followRedirects?: unknown;
  readonly muteHttpExceptions?: unknown;
  readonly escaping?: unknown;
  readonly timeoutSeconds?: unknown;
}

const METHODS = ['get', 'delete', 'patch', 'post', 'put'];

/** Headers that UrlFetchApp writes itself and does not let scripts set. */
const OWN_HEADERS = ['host', 'content-length'];

/** A name that HTTP can carry: without blanks, for one. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Whether a value holds a control character, such as a line break, which would end the header. */
const hasBreak = (value: string): boolean => /[^\t\x20-\x7e\x80-\uffff]/.test(value);

const DEFAULT_TIMEOUT_SECONDS = 360;

/** The request as it will be sent. @throws Exception in Apps Script's words for a request that cannot be sent. */
export function prepared(url: string, options: FetchOptions): FetchRequest {
  const payload = payloadOf(options.payload);
  const headers = headersOf(options.headers ?? {});
  const contentType = options.contentType ?? payload?.contentType;
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const isSent = options.contentType !== undefined || !hasType;
  return {
    url: absolute(url, options.escaping !== false),
    method: methodOf(options.method, payload !== null),
    headers: {
      ...headers,
      ...(contentType !== undefined && isSent && { 'Content-Type': String(contentType) }),
    },
    body: payload?.content ?? null,
    followRedirects: options.followRedirects !== false,
    validateHttpsCertificates: options.validateHttpsCertificates !== false,
    timeoutSeconds: Number(options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS),
  };
}

/** A GET with a payload is sent as a POST, because a GET has none. */
function methodOf(given: unknown, hasPayload: boolean): string {
  const method = String(given ?? 'get').toLowerCase();
  if (!METHODS.includes(method)) throw exception('Attribute provided with invalid value: method');
  return (method === 'get' && hasPayload ? 'post' : method).toUpperCase();
}

function headersOf(given: Readonly<Record<string, unknown>>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined)
      throw exception(`Attribute provided with invalid value: Header:${String(value)}`);
    if (OWN_HEADERS.includes(name.toLowerCase()) || !TOKEN.test(name) || hasBreak(String(value)))
      throw exception(`Attribute provided with invalid value: Header:${name}`);
    headers[name] = String(value);
  }
  return headers;
}

/** Reserved characters are escaped; a URL without a scheme means http. */
function absolute(given: string, escaping: boolean): string {
  const url = given.trim();
  if (url === '') throw exception('Attribute provided with no value: url');
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  if (!/^https?:\/\/[^\s/?#]+/i.test(full)) throw exception(`Invalid argument: ${given}`);
  return escaping ? full.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent) : full;
}

interface Payload {
  readonly content: CrossingContent;
  readonly contentType: string;
}

const FORM = 'application/x-www-form-urlencoded';

function payloadOf(payload: unknown): Payload | null {
  if (payload === undefined || payload === null) return null;
  if (typeof payload === 'string') return { content: { text: payload }, contentType: FORM };
  if (Array.isArray(payload) || ArrayBuffer.isView(payload))
    return {
      content: { base64: toBase64(payload as unknown as ArrayLike<number>) },
      contentType: FORM,
    };
  if (isBlobSource(payload)) {
    const blob = blobFrom(payload);
    return { content: Blob.crossing(blob), contentType: blob.getContentType() ?? FORM };
  }
  if (typeof payload !== 'object') return { content: { text: String(payload) }, contentType: FORM };
  if (isFormWithFiles(payload)) return multipart(payload);
  return { content: { text: urlEncoded(payload) }, contentType: FORM };
}
