// Runs in a thread of its own: real HTTP while the thread of the scripts waits.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { workerData, type MessagePort } from 'node:worker_threads';
import type { Readable } from 'node:stream';
import type { IoAnswer, IoJob, OutsideOutcome, OutsideRequest } from './io-message';

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };

const http = new HttpAgent({ keepAlive: true });
const https = new HttpsAgent({ keepAlive: true });

port.on('message', ({ id, requests }: IoJob) => {
  void Promise.all(requests.map(send)).then((outcomes) => {
    const answer: IoAnswer = { id, outcomes };
    port.postMessage(answer);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});

function send(request: OutsideRequest): Promise<OutsideOutcome> {
  return new Promise((resolve) => {
    const isHttps = request.url.startsWith('https:');
    const sent = (isHttps ? httpsRequest : httpRequest)(request.url, {
      method: request.method,
      headers: { 'accept-encoding': 'gzip, deflate, br', ...asBytes(request.headers) },
      agent: isHttps ? https : http,
      ...(isHttps && { rejectUnauthorized: request.validateHttpsCertificates }),
    });
    const timer = setTimeout(() => {
      resolve({ kind: 'timeout' });
      sent.destroy();
    }, request.timeoutMs);
    const done = (outcome: OutsideOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    sent.on('error', (error) => done({ kind: failureOf(error as NodeJS.ErrnoException) }));
    sent.on('response', (response) => {
      read(response, request.mostBytes).then(done, () => done({ kind: 'unavailable' }));
    });
    sent.end(request.body ?? undefined);
  });
}

/** Node writes a header's characters as bytes: other letters than Latin ones are sent in UTF-8. */
const asBytes = (headers: OutsideRequest['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      /[^\0-\xff]/.test(value) ? Buffer.from(value).toString('latin1') : value,
    ]),
  );

async function read(response: IncomingMessage, mostBytes: number): Promise<OutsideOutcome> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoded(response)) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) {
      response.destroy();
      return { kind: 'too-large' };
    }
    chunks.push(chunk as Buffer);
  }
  const { rawHeaders } = response;
  const headers: [string, string][] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) headers.push([rawHeaders[i]!, rawHeaders[i + 1]!]);
  return { kind: 'response', status: response.statusCode!, headers, body: Buffer.concat(chunks) };
}

function decoded(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding'] ?? '') {
    case 'gzip':
      return response.pipe(createGunzip());
    case 'deflate':
      return response.pipe(createInflate());
    case 'br':
      return response.pipe(createBrotliDecompress());
    default:
      return response;
  }
}

function failureOf({
  code = '',
}: NodeJS.ErrnoException): Exclude<OutsideOutcome['kind'], 'response'> {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns';
  return /CERT|SSL|TLS|SIGNED/.test(code) ? 'certificate' : 'unavailable';
}
