import type { HttpResponse } from '../../kit/http-message';
import type { GoogleError } from '../../workspace/google-error';
import type { CrossingContent } from '../blob/realm';
import type { OutsideOutcome } from './io-message';
import type { FetchResponse } from './operations';

export const toBytes = (content: CrossingContent): Buffer =>
  'text' in content ? Buffer.from(content.text) : Buffer.from(content.base64, 'base64');

/** Crosses as text where it is text: most answers are, and text crosses faster. */
function toContent(body: Uint8Array | string): CrossingContent {
  if (typeof body === 'string') return { text: body };
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const text = buffer.toString('utf8');
  return text.includes('\ufffd') ? { base64: buffer.toString('base64') } : { text };
}

/** An answer from this process; its header names get the capitals that Google's front ends use. */
export const fromGoogle = ({ status, headers, body }: HttpResponse): FetchResponse => ({
  status,
  headers: Object.entries(headers).map(([name, value]) => [
    name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
    value,
  ]),
  body: toContent(body),
});

export const fromOutside = ({
  status,
  headers,
  body,
}: Extract<OutsideOutcome, { kind: 'response' }>): FetchResponse => ({
  status,
  headers,
  body: toContent(body),
});

/** The answer of a planned fault in place of the server's. */
export const errorResponse = (error: GoogleError): FetchResponse => ({
  status: error.code,
  headers: [
    ['Content-Type', 'application/json; charset=UTF-8'],
    ...(error.detail.retryAfterSeconds === undefined
      ? []
      : ([['Retry-After', String(error.detail.retryAfterSeconds)]] as const)),
  ],
  body: { text: JSON.stringify(error.toBody()) },
});
