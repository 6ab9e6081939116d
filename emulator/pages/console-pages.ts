import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sourcesOf } from '../kit/content-sources';
import type { HttpRequest, HttpResponse } from '../kit/http-message';

/** Where the built console is: beside the built emulator, or relative to the sources. */
const FOLDERS = [join(__dirname, 'console'), join(__dirname, '../../build/emulator/console')];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Nothing is loaded from elsewhere, except pictures on cards from allowed hosts. */
const policy = (allowedHosts: readonly string[]): string =>
  [
    "default-src 'self'",
    `img-src 'self' data:${sourcesOf(allowedHosts)}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Answers with the console's page and what it loads; undefined for every other address.
 *
 * @param allowedHosts the hosts from which cards may show pictures.
 */
export const consolePages =
  (allowedHosts: readonly string[] = []) =>
  ({ method, url }: HttpRequest): HttpResponse | undefined => {
    if (method !== 'GET') return undefined;
    const { pathname } = new URL(url, 'http://localhost');
    const isPage = /^\/($|u\/|(workspace|sign-in)($|\/))/.test(pathname);
    const name = isPage ? 'page.html' : /^\/console\/([\w.-]+)$/.exec(pathname)?.[1];
    return name === undefined ? undefined : file(name, policy(allowedHosts));
  };

function file(name: string, contentPolicy: string): HttpResponse | undefined {
  const folder = FOLDERS.find((candidate) => existsSync(join(candidate, name)));
  if (folder === undefined) return undefined;
  return {
    status: 200,
    headers: {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': /-[A-Z0-9]{8}\./.test(name) ? 'max-age=31536000, immutable' : 'no-cache',
    },
    body: readFileSync(join(folder, name)),
  };
}
