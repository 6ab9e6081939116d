import { request } from 'node:http';
import { connect } from 'node:net';
import { listen, type LocalServer } from '../../../emulator/server/server';
import { startWorkspace, type StartedWorkspace } from '../../../emulator/start-workspace';

let started: StartedWorkspace;
beforeAll(async () => {
  started = await startWorkspace({ latency: 'none' });
});
afterAll(() => started.stop());

/** A request with any headers, including those that fetch forbids. */
const send = (
  method: string,
  path: string,
  { headers = {}, body = '' as string | Buffer } = {},
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const outgoing = request(started.url + path, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode!, text: Buffer.concat(chunks).toString() }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

test.each([
  [{ host: 'localhost:1' }, 'The Host header says localhost:1.'],
  [{ host: 'evil.example' }, 'The Host header says evil.example.'],
  [{ origin: 'https://evil.example' }, 'The Origin header says https://evil.example.'],
  [{ origin: 'null' }, 'The Origin header says null.'],
  [{ origin: 'http://localhost:1' }, 'The Origin header says http://localhost:1.'],
])('a request with %j is refused', async (headers, words) => {
  for (const path of ['/_workspace/clock', '/calendar/v3/colors']) {
    const { status, text } = await send('GET', path, { headers });
    expect([status, text]).toEqual([403, expect.stringContaining(words)]);
  }
});

test.each(['localhost', '127.0.0.1', 'LOCALHOST'])(
  'this machine may call itself %s',
  async (name) => {
    const host = `${name}:${new URL(started.url).port}`;
    const { status } = await send('GET', '/_workspace/clock', {
      headers: { host, origin: `http://${host}` },
    });
    expect(status).toBe(200);
  },
);

test('it listens to this machine only', async () => {
  const { port } = new URL(started.url);
  await expect(
    new Promise((resolve, reject) =>
      connect(Number(port), '127.0.0.2', () => resolve('open')).on('error', reject),
    ),
  ).rejects.toThrow('ECONNREFUSED');
});

test('a body may hold 50 MB and no more', async () => {
  const body = Buffer.alloc(50 * 1024 * 1024 + 1, ' ');
  expect((await send('POST', '/_workspace/clock', { body })).status).toBe(413);
  expect((await send('POST', '/_workspace/clock', { body: body.subarray(1) })).status).toBe(200);
});

test('a client of one of Google’s hosts may be redirected here', async () => {
  const headers = { 'x-google-host': 'sheets.googleapis.com' };
  expect((await send('GET', '/calendar/v3/colors', { headers })).status).toBe(501);
});

test.each([
  ['POST', '/token', 400],
  ['GET', '/%E0%A4%A', 404],
  ['GET', '//', 404],
  ['PATCH', '/calendar/v3/calendars/%zz/events/x', 401],
  ['TRACE', '/batch', 404],
])('%s %s is answered %i', async (method, path, status) => {
  expect((await send(method, path)).status).toBe(status);
});

test('whatever goes wrong inside is answered 500, and the server lives on', async () => {
  const server: LocalServer = await listen(0, ({ url }) => {
    if (url.endsWith('/bad')) throw new Error('broken');
    return { status: 200, headers: {}, body: 'fine' };
  });
  const bad = await fetch(`${server.url}/bad`);
  expect([bad.status, await bad.text()]).toEqual([500, expect.stringContaining('broken')]);
  expect(await (await fetch(`${server.url}/good`)).text()).toBe('fine');
  await server.close();
});

test('a port that is taken is named in one sentence', async () => {
  const { port } = new URL(started.url);
  await expect(startWorkspace({ port: Number(port) })).rejects.toThrow(
    `Port ${port} is in use. Choose another one with --port.`,
  );
});
