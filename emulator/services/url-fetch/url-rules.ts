import { ScriptException } from '../../runtime/script-exception';
import type { Limits } from '../../runtime/limits';
import type { FetchRequest } from './operations';

/** @throws ScriptException past a limit of UrlFetchApp; then nothing is sent. */
export function checkRequest(request: FetchRequest, limits: Limits): void {
  const { url, headers, body } = request;
  if (url.length > limits.FETCH_URL_CHARACTERS)
    throw new ScriptException('Limit Exceeded: URLFetch URL Length.');
  const entries = Object.entries(headers);
  const headerBytes = entries.map(
    ([name, value]) => Buffer.byteLength(name) + Buffer.byteLength(value),
  );
  if (
    entries.length > limits.FETCH_HEADERS ||
    headerBytes.some((bytes) => bytes > limits.FETCH_HEADER_BYTES)
  )
    throw new ScriptException('Limit Exceeded: URLFetch Header Size.');
  if (body && bodyBytes(body) > limits.FETCH_PAYLOAD_BYTES)
    throw new ScriptException('Limit Exceeded: URLFetch POST Size.');
}

const bodyBytes = (body: NonNullable<FetchRequest['body']>): number =>
  'text' in body ? Buffer.byteLength(body.text) : Math.floor((body.base64.length * 3) / 4);

/**
 * Whether a manifest's urlFetchWhitelist lets a script fetch this: https, a host that is the same or ends in what follows
 * `*.`, and a path that begins with the prefix.
 *
 * @see https://developers.google.com/apps-script/manifest/allowlist-url
 */
export function isAllowed(url: string, allowlist: readonly string[]): boolean {
  const { protocol, host, pathname, search } = new URL(url);
  if (protocol !== 'https:') return false;
  return allowlist.some((prefix) => {
    const match = /^https:\/\/(\*\.)?([^/]+)(\/.*)$/.exec(prefix);
    if (!match) return false;
    const [, wildcard, domain = '', path = '/'] = match;
    const isHost = wildcard
      ? host.endsWith(`.${domain.toLowerCase()}`)
      : host === domain.toLowerCase();
    return isHost && (pathname + search).startsWith(path);
  });
}
