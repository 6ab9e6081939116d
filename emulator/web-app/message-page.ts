import type { HttpResponse } from '../kit/http-message';

/** Text that a web app shows in its own place, escaped for use inside an element. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Programs that call web apps look for the sentence in this element, style included. */
const SENTENCE = 'text-align:center;font-family:monospace;margin:50px auto 0;max-width:600px';

const STYLE = `:root{color-scheme:light dark}body{margin:20px;font-family:Roboto,Arial,sans-serif}
a{display:inline-block;padding:8px 16px;border:1px solid currentColor;border-radius:18px;color:light-dark(#0b57d0,#a8c7fa);text-decoration:none;font-weight:500}
p{text-align:center}`;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** A page with one sentence, as Apps Script shows what went wrong, and perhaps a link onward. */
export const messagePage = (
  status: number,
  title: string,
  sentence: string,
  link?: { readonly href: string; readonly words: string },
): HttpResponse => ({
  status,
  headers: HEADERS,
  body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main><div style="${SENTENCE}">${escaped(sentence)}</div>${
    link ? `<p><a href="${escaped(link.href)}">${escaped(link.words)}</a></p>` : ''
  }</main></body></html>`,
});

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** A script's failure, with the place where it happened: `TypeError: … (line 3, file "Code")`. */
export function errorPage(
  { name, message, stack }: Failure,
  files: readonly string[],
): HttpResponse {
  const frames = [...stack.matchAll(/(?:\(|\bat )([^()\n]*?)(?:\.gs)?:(\d+):\d+\)?$/gm)];
  const place = frames.find(([, file = '']) => files.includes(file));
  const where = place ? ` (line ${place[2]}, file "${place[1]}")` : '';
  const sentence = name === 'ScriptError' ? message : `${name}: ${message}${where}`;
  return messagePage(200, 'Error', sentence);
}
