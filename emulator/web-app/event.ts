import { FORM } from '../rest/exchange';
import {
  bytesOf,
  contentTypeParameter,
  mediaType,
  textOf,
  type HttpRequest,
} from '../kit/http-message';
import { parseMultipart } from '../rest/multipart';
import { ACCOUNT_PARAMETER } from './visitor';

/** Names that Google reserves: a request that uses one never reaches the script. */
const RESERVED = ['c', 'sid'];

/** The event object of doGet and doPost. No headers, no method. @see https://developers.google.com/apps-script/guides/web#request_parameters */
export interface WebAppEvent {
  readonly queryString: string;
  /** The first value of each parameter. */
  readonly parameter: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly pathInfo?: string;
  readonly contextPath: '';
  /** In bytes; -1 for a GET. */
  readonly contentLength: number;
  readonly postData?: {
    readonly contents: string;
    readonly length: number;
    readonly name: 'postData';
    readonly type: string;
  };
}

/** The event object of a request; null when it uses a reserved name. */
export function eventOf(request: HttpRequest, pathInfo: string | null): WebAppEvent | null {
  const isPost = request.method.toUpperCase() === 'POST';
  const queryString = new URL(request.url, 'http://localhost').search
    .slice(1)
    .split('&')
    .filter((pair) => pair.split('=')[0] !== ACCOUNT_PARAMETER)
    .join('&');
  const values = new Map<string, string[]>();
  for (const [name, value] of [
    ...new URLSearchParams(queryString),
    ...(isPost ? formFields(request) : []),
  ])
    values.set(name, [...(values.get(name) ?? []), value]);
  if (RESERVED.some((name) => values.has(name))) return null;
  return {
    queryString,
    parameter: Object.fromEntries([...values].map(([name, [first = '']]) => [name, first])),
    parameters: Object.fromEntries(values),
    ...(pathInfo !== null && { pathInfo }),
    contextPath: '',
    contentLength: isPost ? bytesOf(request.body).length : -1,
    ...(isPost && { postData: postDataOf(request) }),
  };
}

const postDataOf = ({ headers, body }: HttpRequest): NonNullable<WebAppEvent['postData']> => ({
  contents: textOf(body),
  length: bytesOf(body).length,
  name: 'postData',
  type: mediaType(headers['content-type']) || 'application/octet-stream',
});

/** The fields of a submitted form; files are left to postData. */
function formFields({ headers, body }: HttpRequest): [name: string, value: string][] {
  const contentType = headers['content-type'] ?? '';
  if (mediaType(contentType) === FORM) return [...new URLSearchParams(textOf(body))];
  if (mediaType(contentType) !== 'multipart/form-data') return [];
  const parts = parseMultipart(bytesOf(body), contentTypeParameter(contentType, 'boundary') ?? '');
  return parts.flatMap((part): [string, string][] => {
    const disposition = part.headers['content-disposition'] ?? '';
    const name = contentTypeParameter(disposition, 'name');
    const isFile = contentTypeParameter(disposition, 'filename') !== undefined;
    return name === undefined || isFile ? [] : [[name, textOf(part.body)]];
  });
}
