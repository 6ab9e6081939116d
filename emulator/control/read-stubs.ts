import type { Stub } from '../runtime/machine';

const KEYS = ['url', 'method', 'status', 'headers', 'body'];

/**
 * The answers of a stub file: a JSON list of `{"url": "https://api.example/v1/*", "method": "GET", "status": 200,
 * "headers": {}, "body": …}`, in which only `url` must be there. A body that is not text is sent as JSON.
 *
 * @throws Error in one sentence.
 */
export function readStubs(text: string): readonly Stub[] {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch (error) {
    throw new Error(`it is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(written)) throw new Error('it is not a list of answers');
  return written.map(toStub);
}

function toStub(written: unknown, index: number): Stub {
  const at = `answer ${index + 1}`;
  if (typeof written !== 'object' || written === null) throw new Error(`${at} is not an object`);
  const { url, method, status = 200, headers = {}, body } = written as Record<string, unknown>;
  const unknown = Object.keys(written).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw new Error(`${at} has "${unknown}", which is none of ${KEYS.join(', ')}`);
  if (typeof url !== 'string') throw new Error(`${at} has no "url"`);
  if (method !== undefined && typeof method !== 'string')
    throw new Error(`the "method" of ${at} is not a text`);
  if (!Number.isInteger(status) || Number(status) < 100 || Number(status) > 599)
    throw new Error(`the "status" of ${at} is not an HTTP status`);
  if (typeof headers !== 'object' || headers === null)
    throw new Error(`the "headers" of ${at} are not an object`);
  const isText = typeof body === 'string' || body === undefined;
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const isTyped = texts.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    url,
    ...(method !== undefined && { method: method.toUpperCase() }),
    status: Number(status),
    headers: Object.fromEntries(
      isText || isTyped ? texts : [['Content-Type', 'application/json'], ...texts],
    ),
    body: isText ? (body ?? '') : JSON.stringify(body),
  };
}
