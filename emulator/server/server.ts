import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ownError } from '../rest/error-response';
import type { HttpRequest, HttpResponse } from '../kit/http-message';
import { refusalOfSender } from '../rest/loopback';
import { FRAME_SCRIPT, webAppAddress } from '../web-app/address';

const BODY_BYTES = 50 * 1024 * 1024;

/** A listening server. */
export interface LocalServer {
  readonly port: number;
  /** `http://localhost:<port>`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `answer` on this machine and to this machine only: other hosts' names and other origins' pages are refused.
 * Whatever `answer` throws is answered with 500, and the server keeps running.
 *
 * @param port 0 for any free one.
 * @throws Error in one sentence when the port is taken.
 */
export function listen(
  port: number,
  answer: (request: HttpRequest) => HttpResponse,
): Promise<LocalServer> {
  const server = createServer((incoming, outgoing) => {
    const own = (server.address() as AddressInfo).port;
    void respond(incoming, own, answer).then((response) => send(outgoing, response));
  });
  server.keepAliveTimeout = 60_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port)));
    server.listen(port, '127.0.0.1', () => resolve(toLocalServer(server)));
  });
}

function toLocalServer(server: Server): LocalServer {
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`Port ${port} is in use. Choose another one with --port.`);
  if (error.code === 'EACCES') return new Error(`Port ${port} cannot be used by this account.`);
  return error;
}

async function respond(
  incoming: IncomingMessage,
  port: number,
  answer: (request: HttpRequest) => HttpResponse,
): Promise<HttpResponse> {
  try {
    const refusal = refusalOfSender(flat(incoming.headers), port, isForFrames(incoming.url));
    if (refusal !== null) return ownError(403, 'forbidden', refusal);
    const body = await readAll(incoming);
    if (body === null)
      return ownError(
        413,
        'uploadTooLarge',
        `A request body may have at most ${BODY_BYTES} bytes.`,
      );
    return answer({
      method: incoming.method ?? 'GET',
      url: urlOf(incoming, port),
      headers: flat(incoming.headers),
      body,
    });
  } catch (error) {
    const { message, stack } = error as Error;
    return ownError(500, 'emulatorFault', `A bug in the local Workspace itself: ${message}`, stack);
  }
}

/** Addresses for the frame of a web app's page: those it may send forms to, and the library it loads. */
const isForFrames = (url = '/'): boolean =>
  url === FRAME_SCRIPT ||
  (url.startsWith('/') && webAppAddress(`http://localhost${url}`)?.kind === 'app');

/** A redirected client names Google's host in a header: some addresses mean different APIs on different hosts. */
function urlOf({ url = '/', headers }: IncomingMessage, port: number): string {
  const host = headers['x-google-host'];
  const origin = typeof host === 'string' ? `https://${host}` : `http://localhost:${port}`;
  if (url.startsWith('/')) return origin + url;
  const { pathname, search } = new URL(url, origin);
  return origin + pathname + search;
}

/** The whole body; null when it is too long. It is read to its end even then, so that the answer can be received. */
async function readAll(incoming: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= BODY_BYTES) chunks.push(chunk);
  }
  return length > BODY_BYTES ? null : Buffer.concat(chunks);
}

const flat = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

function send(outgoing: ServerResponse, { status, headers, body }: HttpResponse): void {
  const hasBody = status !== 204 && status !== 304;
  const bytes = hasBody ? Buffer.from(body as string) : Buffer.alloc(0);
  outgoing.writeHead(status, { ...headers, ...(hasBody && { 'content-length': bytes.length }) });
  outgoing.end(bytes);
}
