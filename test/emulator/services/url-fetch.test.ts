import { ANNA } from '../../support/small-company';
import { inScript, runIn, scriptOf, SCOPES, type RunOptions } from './in-script';
import { startServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

/** The servers here are on this machine, and so is the address where nothing answers. */
const machine = { allowedHosts: ['localhost', 'nowhere.invalid'] };

/** Runs code in which `U` is the server's address and `echo(options)` returns the request that the server received. */
const withServer = (code: string, options: RunOptions = {}): unknown =>
  inScript(
    `const U = '${server.url}';
    const echo = (options, path = '/') => JSON.parse(UrlFetchApp.fetch(U + path, options || {}).getContentText());
    ${code}`,
    { machine, ...options },
  );

describe('UrlFetchApp', () => {
  test('fetches from the world outside', () => {
    expect(
      withServer(
        "const r = UrlFetchApp.fetch(U + '/x?y=1'); return [r.getResponseCode(), r.getHeaders()['Content-Type'], JSON.parse(r.getContentText()).path]",
      ),
    ).toEqual([200, 'application/json', '/x?y=1']);
  });

  test.each([
    ['{}', 'GET', ''],
    ["{ method: 'put', payload: 'text', contentType: 'text/plain' }", 'PUT', 'text'],
    ["{ method: 'delete' }", 'DELETE', ''],
    ["{ method: 'PATCH', payload: { a: 'x y', b: 1 } }", 'PATCH', 'a=x+y&b=1'],
    ["{ payload: 'p' }", 'POST', 'p'],
    ["{ method: 'post', payload: [65, 66] }", 'POST', 'AB'],
    ["{ method: 'post', payload: Utilities.newBlob('blob', 'text/csv') }", 'POST', 'blob'],
  ])('sends %s as %s', (options, method, body) => {
    expect(withServer(`const e = echo(${options}); return [e.method, e.body]`)).toEqual([
      method,
      body,
    ]);
  });

  test('states the type of the content it sends', () => {
    expect(
      withServer(`return [echo({ method: 'post', payload: 'a' }), echo({ method: 'post', payload: Utilities.newBlob('b', 'text/csv') }),
      echo({ method: 'post', payload: '{}', contentType: 'application/json' }), echo({ method: 'post', payload: '{}', headers: { 'content-type': 'application/x' } })]
      .map((e) => e.headers['content-type'])`),
    ).toEqual([
      'application/x-www-form-urlencoded',
      'text/csv',
      'application/json',
      'application/x',
    ]);
  });

  test('sends header values in any letters', () => {
    expect(
      withServer("return echo({ headers: { 'X-Name': 'Grüße 漢字' } }).headers['x-name']"),
    ).toBe(Buffer.from('Grüße 漢字').toString('latin1'));
  });

  test('sends a form with a file as multipart', () => {
    const sent = withServer(
      "return echo({ method: 'post', payload: { name: 'Anna', file: Utilities.newBlob('data', 'text/plain', 'a.txt') } })",
    ) as {
      body: string;
      headers: Record<string, string>;
    };
    const boundary = /boundary=(.*)/.exec(sent.headers['content-type']!)![1]!;
    expect(sent.body.split(`--${boundary}`)).toEqual([
      '',
      '\r\nContent-Disposition: form-data; name="name"\r\n\r\nAnna\r\n',
      '\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ndata\r\n',
      '--\r\n',
    ]);
  });

  test('throws for a status of failure, with the beginning of the answer', () => {
    expect(withServer("UrlFetchApp.fetch(U + '/status/404')")).toBe(
      `Exception: Request failed for ${server.url} returned code 404. Truncated server response: ${'x'.repeat(147)}... (use muteHttpExceptions option to examine full response)`,
    );
    expect(
      withServer(
        "return UrlFetchApp.fetch(U + '/status/503', { muteHttpExceptions: true }).getResponseCode()",
      ),
    ).toBe(503);
  });

  test('follows redirects unless it is told not to', () => {
    expect(
      withServer(
        "return JSON.parse(UrlFetchApp.fetch(U + '/redirect?to=/there', { method: 'post', payload: 'x' }).getContentText())",
      ),
    ).toMatchObject({
      method: 'GET',
      path: '/there',
      body: '',
    });
    expect(
      withServer(
        "const r = UrlFetchApp.fetch(U + '/redirect?to=/there', { followRedirects: false }); return [r.getResponseCode(), r.getHeaders().Location]",
      ),
    ).toEqual([302, '/there']);
  });

  test('gives headers as the server writes them, and repeated ones as a list', () => {
    expect(
      withServer(
        "const r = UrlFetchApp.fetch(U + '/twice'); return [r.getAllHeaders()['Set-Cookie'], r.getHeaders()['X-Mixed-CASE']]",
      ),
    ).toEqual([['a=1', 'b=2'], 'y']);
  });

  test('gives bytes, texts and blobs, unpacked', () => {
    expect(
      withServer(`const r = UrlFetchApp.fetch(U + '/bytes');
      return [r.getContent(), r.getBlob().getContentType(), r.getBlob().getBytes(), UrlFetchApp.fetch(U + '/gzip').getContentText()]`),
    ).toEqual([[0, -1, -128], 'image/png', [0, -1, -128], 'unpacked']);
  });

  test('escapes what a URL may not contain, and treats one without a scheme as http', () => {
    expect(withServer("return echo({}, '/a b?q={ä}').path")).toBe('/a%20b?q=%7B%C3%A4%7D');
    expect(
      withServer("return UrlFetchApp.getRequest('example.com', { payload: 'p' })"),
    ).toMatchObject({
      url: 'http://example.com',
      method: 'post',
      payload: 'p',
      contentType: 'application/x-www-form-urlencoded',
      headers: {},
    });
  });

  test('sends all of fetchAll, in order, some further time for each', () => {
    const workspace = scriptOf(
      `function f() { return UrlFetchApp.fetchAll(['${server.url}/1', { url: '${server.url}/2', method: 'put', payload: 'x' }, '${server.url}/status/200'])
      .map((r) => r.getContentText().slice(0, 30)) }`,
      { latency: 'reported', machine },
    );
    const { value, execution } = workspace.run('f', { as: ANNA });
    expect(value).toEqual([
      '{"method":"GET","path":"/1","h',
      '{"method":"PUT","path":"/2","h',
      'x'.repeat(30),
    ]);
    const times = execution.calls
      .filter(({ method }) => method === 'urlfetch.fetch')
      .map(({ ms }) => ms);
    expect(times).toHaveLength(3);
    expect(times[1]! + times[2]!).toBeLessThan(times[0]! * 2);
  });

  test('throws for a whole fetchAll when one request cannot be sent, although others were', () => {
    expect(withServer("UrlFetchApp.fetchAll([U + '/1', 'https://nowhere.invalid/x'])")).toBe(
      'Exception: DNS error: https://nowhere.invalid/x',
    );
    expect(inScript("UrlFetchApp.fetch('http://localhost:1/')", { machine })).toBe(
      'Exception: Address unavailable: http://localhost:1/',
    );
  });

  test('gives up after the timeout, by which the clock has advanced', () => {
    expect(
      withServer(
        "const t = Date.now(); try { UrlFetchApp.fetch(U + '/slow?ms=5000', { timeoutSeconds: 0.1 }) } catch (e) { return [e.message, Date.now() - t] }",
      ),
    ).toEqual([`Timeout: ${server.url}/slow?ms=5000`, 100]);
  });

  test.each([
    ["UrlFetchApp.fetch('')", 'Attribute provided with no value: url'],
    ["UrlFetchApp.fetch('ftp://x/')", 'Invalid argument: ftp://x/'],
    [
      "UrlFetchApp.fetch('http://x/', { method: 'head' })",
      'Attribute provided with invalid value: method',
    ],
    [
      "UrlFetchApp.fetch('http://x/', { headers: { Host: 'x' } })",
      'Attribute provided with invalid value: Header:Host',
    ],
    [
      "UrlFetchApp.fetch('http://x/', { headers: { 'X Token': 'x' } })",
      'Attribute provided with invalid value: Header:X Token',
    ],
    [
      "UrlFetchApp.fetch('http://x/', { headers: { 'X-Token': 'x\\r\\nHost: y' } })",
      'Attribute provided with invalid value: Header:X-Token',
    ],
    [
      "UrlFetchApp.fetch('http://x/', { headers: { 'X-Token': null } })",
      'Attribute provided with invalid value: Header:null',
    ],
    ["UrlFetchApp.fetch('http://x/' + 'a'.repeat(2082))", 'Limit Exceeded: URLFetch URL Length.'],
    [
      "UrlFetchApp.fetch('http://x/', { headers: { a: 'x'.repeat(9000) } })",
      'Limit Exceeded: URLFetch Header Size.',
    ],
    [
      'UrlFetchApp.fetch()',
      "The parameters () don't match the method signature for UrlFetchApp.fetch.",
    ],
    [
      "UrlFetchApp.fetch('http://x/', null)",
      "The parameters (String,null) don't match the method signature for UrlFetchApp.fetch.",
    ],
  ])('refuses %s', (code, words) => {
    expect(inScript(code)).toBe(`Exception: ${words}`);
  });

  test('sends nothing past a limit', () => {
    expect(
      withServer("UrlFetchApp.fetch(U, { payload: '12345' })", {
        limits: { FETCH_PAYLOAD_BYTES: 4 },
      }),
    ).toBe('Exception: Limit Exceeded: URLFetch POST Size.');
    expect(
      withServer("UrlFetchApp.fetch(U + '/bytes')", { limits: { FETCH_RESPONSE_BYTES: 2 } }),
    ).toMatch(/Response Size/);
    expect(withServer('UrlFetchApp.fetchAll([U, U])', { limits: { FETCHES_PER_DAY: 1 } })).toBe(
      'Exception: Service invoked too many times for one day: urlfetch.',
    );
  });

  test('needs its scope', () => {
    expect(
      inScript("UrlFetchApp.fetch('http://x/')", { manifest: { oauthScopes: [SCOPES[0]] } }),
    ).toBe(
      'Exception: Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
    );
  });

  test.each([
    ['https://api.example.com/v1/x', ['https://api.example.com/v1/'], true],
    ['https://api.example.com/v2/x', ['https://api.example.com/v1/'], false],
    ['https://a.b.example.com/', ['https://*.example.com/'], true],
    ['https://example.com/', ['https://*.example.com/'], false],
    ['https://evilexample.com/', ['https://*.example.com/'], false],
    ['http://api.example.com/v1/', ['https://api.example.com/v1/'], false],
    ['https://oauth2.googleapis.com/token', ['https://api.example.com/'], false],
  ])('lets a script with an allowlist fetch %s: %j says %s', (url, urlFetchWhitelist, allowed) => {
    const words = inScript(`UrlFetchApp.fetch('${url}', { muteHttpExceptions: true })`, {
      manifest: { urlFetchWhitelist },
    });
    expect(/not permitted/.test(String(words))).toBe(!allowed);
  });

  test('reaches Google’s hosts in this process, with the script’s own token', () => {
    expect(
      inScript(`const r = UrlFetchApp.fetch('https://www.googleapis.com/oauth2/v3/tokeninfo?access_token=' + ScriptApp.getOAuthToken(), { muteHttpExceptions: true });
      return [r.getResponseCode(), JSON.parse(r.getContentText()).email]`),
    ).toEqual([200, ANNA]);
  });

  test('reaches the Workspace’s own origin in this process', () => {
    const workspace = scriptOf(
      "function f() { return UrlFetchApp.fetch('http://localhost:4711/calendar/v3/colors', { muteHttpExceptions: true }).getContentText() }",
    );
    workspace.origin = 'http://localhost:4711';
    expect(runIn(workspace, 'f')).toMatch(/unregistered callers/);
  });

  test.each(['before', 'after'] as const)(
    'answers a planned fault %s the request as a status of the server',
    (when) => {
      const workspace = scriptOf(
        `function f() { return UrlFetchApp.fetchAll(['${server.url}/1', '${server.url}/2'].map((url) => ({ url, muteHttpExceptions: true }))).map((r) => r.getResponseCode()) }`,
        { machine },
      );
      workspace.faults.plan([
        { method: 'urlfetch.fetch', at: 2, when, fault: { kind: 'error', code: 503 } },
      ]);
      expect(runIn(workspace, 'f')).toEqual([200, 503]);
    },
  );

  test('ends with the execution that is killed', () => {
    const workspace = scriptOf(`function f() { UrlFetchApp.fetch('${server.url}') }`, {
      machine,
    });
    workspace.faults.plan([{ method: 'urlfetch.fetch', fault: { kind: 'kill' } }]);
    expect(runIn(workspace, 'f')).toBe('Exception: Exceeded maximum execution time');
  });
});

describe('nothing leaves this machine', () => {
  const fetched = (url: string, options: RunOptions = {}): unknown =>
    inScript(
      `const r = UrlFetchApp.fetch('${url}', { muteHttpExceptions: true }); return [r.getResponseCode(), r.getHeaders()['Content-Type'], r.getContentText()]`,
      options,
    );

  test.each([
    ['a web hook', () => 'https://hooks.example/T1?who=anna', 'hooks.example'],
    ['this machine', () => `${server.url}/x`, () => new URL(server.url).host],
    [
      'a host whose name ends in an allowed one',
      () => 'https://evilapi.example/',
      'evilapi.example',
    ],
    [
      'a host that an address only pretends',
      () => 'https://api.example@evil.example/',
      'evil.example',
    ],
  ])('a request to %s is refused, with what would allow it', (_, url, host) => {
    const name = typeof host === 'string' ? host : host();
    expect(fetched(url(), { machine: { allowedHosts: ['api.example', '*.api.example'] } })).toBe(
      `Exception: The local Workspace did not send this request to ${name}: nothing leaves this machine unless it is allowed. Start it with --allow-host ${name} to send it, or with --stub FILE to answer it here.`,
    );
  });

  test('a script that swallows the refusal leaves it in its log', () => {
    const workspace = scriptOf(
      "function f() { try { UrlFetchApp.fetch('https://hooks.example/') } catch (e) {} }",
    );
    expect(workspace.run('f', { as: ANNA }).execution.logs).toMatchObject([
      { level: 'warn', message: expect.stringContaining('--allow-host hooks.example') },
    ]);
  });

  test('a redirect from an allowed host to another is not followed', () => {
    expect(
      withServer("UrlFetchApp.fetch(U + '/redirect?to=https://elsewhere.example/')", { machine }),
    ).toMatch(/did not send this request to elsewhere\.example/);
  });

  test('not one of fetchAll is sent when one is refused', () => {
    const workspace = scriptOf(
      `function f() { UrlFetchApp.fetchAll(['${server.url}/1', 'https://hooks.example/']) }`,
      { machine },
    );
    expect(runIn(workspace, 'f')).toMatch(/hooks\.example/);
    expect(workspace.traffic.calls.filter(({ method }) => method === 'urlfetch.fetch')).toEqual([]);
  });

  test.each([
    ['its name', ['localhost']],
    ['its name and port', () => [new URL(server.url).host]],
    ['a star for all', ['*']],
  ])('a host that is allowed by %s is asked', (_, hosts) => {
    const allowedHosts = typeof hosts === 'function' ? hosts() : hosts;
    expect(fetched(`${server.url}/status/201`, { machine: { allowedHosts } })).toEqual([
      201,
      null,
      'x'.repeat(200),
    ]);
  });

  test('a stub answers in the place of a server, the first that fits', () => {
    const stub = (url: string, body: string, more = {}) => ({
      url,
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body,
      ...more,
    });
    const stubs = [
      stub('https://api.example/v1/posts', '{"posted":true}', { method: 'POST', status: 201 }),
      stub('https://api.example/v1/*', '{"any":true}'),
    ];
    const options = { machine: { stubs } };
    expect(fetched('https://api.example/v1/a?b=c', options)).toEqual([
      200,
      'application/json',
      '{"any":true}',
    ]);
    expect(
      inScript(
        "return UrlFetchApp.fetch('https://api.example/v1/posts', { method: 'post', payload: 'x' }).getResponseCode()",
        options,
      ),
    ).toBe(201);
    expect(fetched('https://api.example/v2', options)).toMatch(/--allow-host api\.example/);
  });
});
