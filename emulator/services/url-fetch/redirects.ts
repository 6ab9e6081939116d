import type { FetchRequest, FetchResponse } from './operations';

/** The request that a redirect asks for; null for any other response. A POST becomes a GET, except after 307 and 308. */
export function redirected(
  request: FetchRequest,
  { status, headers }: FetchResponse,
): FetchRequest | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (location === undefined) return null;
  const url = new URL(location, request.url).href;
  const kept = withoutSecrets(request, url);
  return status < 307 && request.method !== 'GET'
    ? { ...kept, url, method: 'GET', body: null, headers: without(kept.headers, ['content-type']) }
    : { ...kept, url };
}

/** Another host does not receive the Authorization header. */
const withoutSecrets = (request: FetchRequest, url: string): FetchRequest =>
  new URL(url).host === new URL(request.url).host
    ? request
    : { ...request, headers: without(request.headers, ['authorization']) };

const without = (
  headers: FetchRequest['headers'],
  names: readonly string[],
): FetchRequest['headers'] =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())),
  );
