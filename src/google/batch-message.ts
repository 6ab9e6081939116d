/**
 * Many calls in one request, as Google's batch endpoints receive and answer them: multipart/mixed.
 *
 * @see https://developers.google.com/workspace/calendar/api/guides/batch
 */
import type { HttpAnswer } from './http-message';

/** One call of a batch. */
export interface BatchCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The path from the root of the API's host. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

const CRLF = '\r\n';

/** @param boundary must not occur in any of the calls. */
export const batchBody = (calls: readonly BatchCall[], boundary: string): string =>
  [
    ...calls.map((call, index) => `--${boundary}${CRLF}${partOf(call, index)}`),
    `--${boundary}--${CRLF}`,
  ].join('');

const partOf = ({ method, path, headers = {}, body }: BatchCall, index: number): string =>
  [
    'Content-Type: application/http',
    `Content-ID: <${index}>`,
    '',
    `${method} ${path}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['Content-Type: application/json; charset=UTF-8']),
    '',
    body === undefined ? '' : JSON.stringify(body),
    '',
  ].join(CRLF);

/**
 * The responses by the index of their call. Google may send them in any order, and may leave some out. Null when this
 * is not a multipart message.
 */
export function batchAnswers({ headers, body }: HttpAnswer): Map<number, HttpAnswer> | null {
  const type = headers['content-type'] ?? '';
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return null;
  const answers = new Map<number, HttpAnswer>();
  for (const part of body.split(`--${boundary}`).slice(1)) {
    const outer = messageOf(part.replace(/^[ \t]*\r?\n/, ''));
    const [, index] = /response-(\d+)/.exec(outer.headers['content-id'] ?? '') ?? [];
    const answer = answerOf(outer.body);
    if (index !== undefined && answer) answers.set(Number(index), answer);
  }
  return answers;
}

function answerOf(text: string): HttpAnswer | null {
  const [, status, rest = ''] =
    /^\s*HTTP\/[\d.]+ (\d{3})[^\r\n]*(?:\r?\n)?([^]*)$/.exec(text) ?? [];
  return status === undefined ? null : { status: Number(status), ...messageOf(rest) };
}

/** Header lines, an empty line, and the rest. */
function messageOf(text: string): Omit<HttpAnswer, 'status'> {
  const gap = /^(?:\r?\n)|\r?\n\r?\n/.exec(text);
  const head = gap ? text.slice(0, gap.index) : text;
  const lines = head.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    return name === '' ? [] : [[name, line.slice(colon + 1).trim()] as const];
  });
  return {
    headers: Object.fromEntries(lines),
    body: gap ? text.slice(gap.index + gap[0].length) : '',
  };
}
