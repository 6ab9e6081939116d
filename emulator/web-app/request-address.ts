import type { HttpRequest, HttpResponse } from '../kit/http-message';

/** Redirects the client. */
export const redirectTo = (location: string): HttpResponse => ({
  status: 302,
  headers: { location, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: '',
});

/** The path and query of a request. */
export function pathOf({ url }: HttpRequest): string {
  const { pathname, search } = new URL(url, 'http://localhost');
  return pathname + search;
}

/** Whether it was sent to Google's own host. */
export const isGoogles = ({ url }: HttpRequest): boolean =>
  new URL(url, 'http://localhost').host.endsWith('.google.com');

/** The Workspace's origin as the browser sees it: this machine answers to more than one name. */
export const originOf = ({ headers, url }: HttpRequest): string =>
  headers['host'] === undefined
    ? new URL(url, 'http://localhost').origin
    : `http://${headers['host']}`;
