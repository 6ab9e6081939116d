import { Worker } from 'node:worker_threads';

/** An HTTP server in a thread of its own: the thread of the scripts sleeps while it fetches. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<unknown>;
}

/**
 * Answers with the request it received as JSON. Paths: `/status/404`, `/redirect?to=…`, `/twice` (a repeated header),
 * `/slow?ms=…`, `/bytes`, `/gzip`.
 */
export async function startServer(): Promise<TestServer> {
  const worker = new Worker(CODE, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  return { url: `http://localhost:${port}`, stop: () => worker.terminate() };
}

const CODE = `
const http = require('node:http'), zlib = require('node:zlib');
const { parentPort } = require('node:worker_threads');
const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('latin1');
    const echo = JSON.stringify({ method: request.method, path: request.url, headers: request.headers, body });
    const [, kind, value] = url.pathname.split('/');
    if (kind === 'status') return response.writeHead(Number(value), { 'X-Kind': 'status' }).end('x'.repeat(200));
    if (kind === 'redirect') return response.writeHead(302, { Location: url.searchParams.get('to') }).end();
    if (kind === 'twice') return response.writeHead(200, [['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=2'], ['X-Mixed-CASE', 'y']].flat()).end();
    if (kind === 'slow') return setTimeout(() => response.end(echo), Number(url.searchParams.get('ms')));
    if (kind === 'bytes') return response.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.from([0, 255, 128]));
    if (kind === 'gzip') return response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(zlib.gzipSync('unpacked'));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(echo);
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;
