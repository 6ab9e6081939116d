import { exception, operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { argumentsOf, mismatch } from '../signature/realm';
import type { FetchRequest, FetchResponse, UrlFetchOperations } from './operations';
import { prepared, type FetchOptions } from './realm-request';
import { HTTPResponse } from './realm-response';

const call = operations<UrlFetchOperations>();

/** @see https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
export function installUrlFetch(): void {
  defineLazily('UrlFetchApp', () => {
    emulated('URL_Fetch.HTTPResponse', HTTPResponse);
    return emulated('URL_Fetch.UrlFetchApp', { fetch, fetchAll, getRequest });
  });
}

const NAME = 'UrlFetchApp.fetch';

function fetch(...args: unknown[]): HTTPResponse {
  const [url, options = {}] = argumentsOf<[string, FetchOptions?]>(
    NAME,
    args,
    ['String'],
    ['String', 'Object'],
  );
  const request = prepared(url, options);
  const [response] = call('urlfetch.send', NAME, [request]);
  return answered(request, options, response!);
}

function fetchAll(...args: unknown[]): HTTPResponse[] {
  const [list] = argumentsOf<[unknown[]]>('UrlFetchApp.fetchAll', args, ['Object[]']);
  const all = list.map(toOptions);
  const requests = all.map((options) => prepared(options.url, options));
  if (requests.length === 0) return [];
  const responses = call('urlfetch.send', 'UrlFetchApp.fetchAll', requests);
  return responses.map((response, i) => answered(requests[i]!, all[i]!, response));
}

function toOptions(request: unknown): FetchOptions & { readonly url: string } {
  if (typeof request === 'string') return { url: request };
  if (typeof request !== 'object' || request === null)
    throw mismatch('UrlFetchApp.fetchAll', [request]);
  const { url } = request as { url?: unknown };
  if (url === undefined || url === null) throw exception('Attribute provided with no value: url');
  return { ...(request as FetchOptions), url: String(url) };
}

/** The request that would be sent, in the form that fetchAll accepts. */
function getRequest(...args: unknown[]): object {
  const [url, options = {}] = argumentsOf<[string, FetchOptions?]>(
    'UrlFetchApp.getRequest',
    args,
    ['String'],
    ['String', 'Object'],
  );
  const request = prepared(url, options);
  const contentType = Object.entries(request.headers).find(
    ([name]) => name.toLowerCase() === 'content-type',
  );
  return {
    url: request.url,
    method: request.method.toLowerCase(),
    headers: { ...request.headers },
    contentType: contentType?.[1] ?? 'application/x-www-form-urlencoded',
    payload: request.body && 'text' in request.body ? request.body.text : (options.payload ?? ''),
    followRedirects: request.followRedirects,
    validateHttpsCertificates: request.validateHttpsCertificates,
    useIntranet: false,
  };
}

/** The most characters of a response that the exception for its status repeats, dots included. */
const SHOWN_CHARACTERS = 150;

function answered(
  request: FetchRequest,
  options: FetchOptions,
  response: FetchResponse,
): HTTPResponse {
  const made = new HTTPResponse(response);
  if (response.status < 400 || options.muteHttpExceptions === true) return made;
  const host = /^https?:\/\/[^/?#]+/.exec(request.url)?.[0] ?? request.url;
  const text = made.getContentText();
  const shown = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 3)}...` : text;
  throw exception(
    `Request failed for ${host} returned code ${response.status}. Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`,
  );
}
