import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { answerRequest } from '../../../emulator/server/answer';
import type { HttpResponse } from '../../../emulator/kit/http-message';
import { grantConsent } from '../../../emulator/workspace/oauth/consent';
import { tokenFor } from '../../../emulator/workspace/oauth/tokens';
import { callWebApp } from '../../../emulator/web-app/call';
import { ADMIN, ANNA, aScript, BEN } from '../../support/small-company';

const OPEN = { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' };

const app = (code: string, webapp: object | null = OPEN, manifest: object = {}): LocalWorkspace => {
  const workspace = aScript(code, { manifest: { ...(webapp && { webapp }), ...manifest } });
  workspace.state.directory.consumers['jo@gmail.example'] = '200000000000000000001';
  return workspace;
};

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly as?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function visit(
  workspace: LocalWorkspace,
  { method = 'GET', path = 'exec', as, headers, body = '' }: Sent = {},
) {
  const { deploymentId } = workspace.installed!.record;
  return answerRequest(workspace, {
    method,
    url: `http://localhost:8090/macros/s/${deploymentId}/${path}`,
    headers: { ...(as && { cookie: `authuser=${encodeURIComponent(as)}` }), ...headers },
    body,
  });
}

/** The page that a browser ends up with. */
const followed = (workspace: LocalWorkspace, { headers }: HttpResponse): HttpResponse =>
  answerRequest(workspace, { method: 'GET', url: headers['location']!, headers: {}, body: '' });

const textOf = ({ body }: HttpResponse): string => body as string;

const ECHO = `
  function doGet(e) { return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON); }
  function doPost(e) { return doGet(e); }`;

describe('what a web app learns about a request', () => {
  const told = (sent: Sent): unknown => {
    const workspace = app(ECHO);
    return JSON.parse(textOf(followed(workspace, visit(workspace, sent))));
  };

  test('nothing but the query of a GET: no headers, no method, no visitor', () => {
    expect(told({ path: 'exec?name=alice&n=1&n=2&authuser=anna%40acme.example' })).toEqual({
      queryString: 'name=alice&n=1&n=2',
      parameter: { name: 'alice', n: '1' },
      parameters: { name: ['alice'], n: ['1', '2'] },
      contextPath: '',
      contentLength: -1,
    });
  });

  test('the path behind /exec', () => {
    expect(told({ path: 'exec/users/J%C3%B6' })).toMatchObject({
      queryString: '',
      parameter: {},
      pathInfo: 'users/Jö',
    });
  });

  test('the body of a POST, whatever its type', () => {
    const body = '{"a":"ä"}';
    expect(
      told({
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body,
      }),
    ).toEqual({
      queryString: '',
      parameter: {},
      parameters: {},
      contextPath: '',
      contentLength: 10,
      postData: { contents: body, length: 10, name: 'postData', type: 'application/json' },
    });
  });

  test.each([
    ['application/x-www-form-urlencoded', 'a=1&b=x+y'],
    [
      'multipart/form-data; boundary=xx',
      '--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xx\r\nContent-Disposition: form-data; name="b"\r\n\r\nx y\r\n--xx--\r\n',
    ],
  ])('the fields of a form beside those of the address: %s', (type, body) => {
    expect(
      told({ method: 'POST', path: 'exec?a=0', headers: { 'content-type': type }, body }),
    ).toMatchObject({
      parameter: { a: '0', b: 'x y' },
      parameters: { a: ['0', '1'], b: ['x y'] },
    });
  });

  test.each([
    { path: 'exec?c=1' },
    { path: 'exec?x=1&sid=2' },
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'sid=1',
    },
    { method: 'PUT' },
    { method: 'OPTIONS' },
  ])('nothing at all of reserved names and other methods: %j', (sent) => {
    const workspace = app(ECHO);
    const response = visit(workspace, sent);
    expect(response.status).toBe(405);
    expect(textOf(response)).toContain('Sorry, the file you have requested does not exist.');
    expect(workspace.engine.executions).toHaveLength(0);
  });
});

describe('what a web app answers', () => {
  test('a text comes from another address, once', () => {
    const workspace = app(`function doGet() {
      return ContentService.createTextOutput('a,b').downloadAsFile('päivä.csv').setMimeType(ContentService.MimeType.CSV); }`);
    const moved = visit(workspace);
    expect(moved.status).toBe(302);
    expect(followed(workspace, moved)).toMatchObject({
      status: 200,
      body: 'a,b',
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': "attachment; filename*=UTF-8''p%C3%A4iv%C3%A4.csv",
      },
    });
    expect(followed(workspace, moved).status).toBe(404);
  });

  test('a page comes in a frame without an origin, with its title, icon and tags around it', () => {
    const workspace = app(`function doGet() {
      return HtmlService.createHtmlOutput('<!doctype html><p>Hello</p>').setTitle('A <b>title')
        .addMetaTag('viewport', 'width=device-width').setFaviconUrl('https://example.com/i.png'); }
      function save() {} function hidden_() {}`);
    const page = visit(workspace);
    const html = textOf(page);
    expect(html).toContain('<title>A &#60;b&#62;title</title>');
    expect(html).toContain('<meta name="viewport" content="width=device-width">');
    expect(html).toContain('href="https://example.com/i.png"');
    expect(page.headers['x-frame-options']).toBe('SAMEORIGIN');
    const [, src] = /<iframe[^>]* src="([^"]+)"/.exec(html)!;
    const frame = followed(workspace, {
      ...page,
      headers: { location: src!.replace(/&#38;/g, '&') },
    });
    expect(textOf(frame)).toMatch(/^<!doctype html><script [^>]*><\/script><p>Hello<\/p>$/);
    expect(textOf(frame)).toContain('[&#34;doGet&#34;,&#34;save&#34;]');
    expect(frame.headers['content-security-policy']).toMatch(/^sandbox (?!.*allow-same-origin)/);
  });

  test('a page that may be framed by anybody says so', () => {
    const workspace = app(`function doGet() {
      return HtmlService.createHtmlOutput('x').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL); }`);
    const { headers } = visit(workspace);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('frame-ancestors');
  });

  test.each([
    ['function other() {}', 'Script function not found: doGet'],
    ['function doGet() {}', 'The script completed but did not return anything.'],
    [
      'function doGet() { return 5; }',
      'The script completed but the returned value is not a supported return type.',
    ],
    [
      'function doGet(e) {\n  const row = undefined;\n  return row.cells;\n}',
      'TypeError: Cannot read properties of undefined (reading &#39;cells&#39;) (line 3, file &#34;Code&#34;)',
    ],
    [
      'function doGet() {\n  throw new Error("<no>");\n}',
      'Error: &#60;no&#62; (line 2, file &#34;Code&#34;)',
    ],
  ])('%j is answered as Apps Script’s error page does', (code, sentence) => {
    const response = visit(app(code));
    expect(response.status).toBe(200);
    expect(textOf(response)).toContain(`max-width:600px">${sentence}</div>`);
  });
});

const WHO = `function doGet() { return ContentService.createTextOutput(
  Session.getEffectiveUser().getEmail() + ' for ' + Session.getActiveUser().getEmail()); }`;
const EMAIL = { oauthScopes: ['https://www.googleapis.com/auth/userinfo.email'] };

describe('who may open a web app, and as whom it runs', () => {
  const opened = (webapp: object, as: string | undefined, path = 'exec'): string => {
    const workspace = app(WHO, webapp, EMAIL);
    for (const email of [ADMIN, ANNA])
      grantConsent(
        workspace,
        workspace.installed!.record.clientId,
        idOf(workspace, email),
        EMAIL.oauthScopes,
      );
    const response = visit(workspace, { ...(as && { as }), path });
    if (response.headers['location']?.startsWith('/sign-in')) return 'sign in';
    if (response.status === 302) return textOf(followed(workspace, response));
    return response.status === 403 ? 'denied' : 'authorize';
  };

  test.each([
    ['ANYONE_ANONYMOUS', 'USER_DEPLOYING', undefined, `${ADMIN} for `],
    ['ANYONE_ANONYMOUS', 'USER_DEPLOYING', ANNA, `${ADMIN} for ${ANNA}`],
    ['ANYONE_ANONYMOUS', 'USER_DEPLOYING', 'jo@gmail.example', `${ADMIN} for `],
    ['ANYONE_ANONYMOUS', 'USER_ACCESSING', undefined, 'sign in'],
    ['ANYONE', 'USER_ACCESSING', undefined, 'sign in'],
    ['ANYONE', 'USER_ACCESSING', ANNA, `${ANNA} for ${ANNA}`],
    ['ANYONE', 'USER_ACCESSING', BEN, 'authorize'],
    ['ANYONE', 'USER_DEPLOYING', BEN, `${ADMIN} for ${BEN}`],
    ['DOMAIN', 'USER_DEPLOYING', ANNA, `${ADMIN} for ${ANNA}`],
    ['DOMAIN', 'USER_DEPLOYING', 'jo@gmail.example', 'denied'],
    ['DOMAIN', 'USER_DEPLOYING', 'nobody@acme.example', 'sign in'],
    ['MYSELF', 'USER_ACCESSING', ADMIN, `${ADMIN} for ${ADMIN}`],
    ['MYSELF', 'USER_ACCESSING', ANNA, 'denied'],
  ])('%s, %s, opened by %s: %s', (access, executeAs, as, outcome) => {
    expect(opened({ access, executeAs }, as)).toBe(outcome);
  });

  test('/dev is for the editor, whatever the access', () => {
    expect(opened(OPEN, undefined, 'dev')).toBe('sign in');
    expect(opened(OPEN, ANNA, 'dev')).toBe('denied');
    expect(opened(OPEN, ADMIN, 'dev')).toBe(`${ADMIN} for ${ADMIN}`);
  });

  test('the account in the address wins over the one who was here last', () => {
    expect(opened(OPEN, ANNA, `exec?authuser=${encodeURIComponent(BEN)}`)).toBe(
      `${ADMIN} for ${BEN}`,
    );
  });

  test('before the consent of a visitor nothing runs, and the way to it leads back', () => {
    const workspace = app(WHO, { access: 'ANYONE', executeAs: 'USER_ACCESSING' }, EMAIL);
    const response = visit(workspace, { as: ANNA, path: 'exec?x=1' });
    expect(textOf(response)).toContain('needs your permission to access your data on Google.');
    expect(textOf(response)).toMatch(
      /href="\/u\/anna%40acme\.example\/authorize\?client=[^"]*exec%3Fx%3D1"/,
    );
    expect(workspace.engine.executions).toHaveLength(0);
  });

  test('nobody opens the app of an account that is suspended', () => {
    const workspace = app(WHO, OPEN, EMAIL);
    workspace.state.directory.users[idOf(workspace, ADMIN)]!.suspended = true;
    expect(visit(workspace).status).toBe(404);
  });
});

describe('an address without a web app', () => {
  test('a manifest without one', () => {
    expect(visit(app(ECHO, null)).status).toBe(404);
  });

  test('a deployment that does not exist', () => {
    const workspace = app(ECHO);
    const url = 'http://localhost:8090/macros/s/AKfycbNobody/exec';
    expect(answerRequest(workspace, { method: 'GET', url, headers: {}, body: '' }).status).toBe(
      404,
    );
  });
});

test('a deployed version goes on while the code moves, and /dev moves with it', () => {
  const answering = (word: string) =>
    `function doGet() { return ContentService.createTextOutput('${word}'); }`;
  const workspace = app(answering('old'));
  const { scriptId } = workspace.installed!.record;
  const deploy = () => {
    workspace.act(ADMIN, 'script.projects.versions.create', { scriptId }, {});
    const { versions } = workspace.installed!.record.api!;
    return workspace.act(
      ADMIN,
      'script.projects.deployments.create',
      { scriptId },
      {
        versionNumber: versions.at(-1)!.versionNumber,
      },
    ) as { deploymentId: string };
  };
  const { deploymentId } = deploy();
  const files = workspace.installed!.project.files.map((file) =>
    file.name === 'Code' ? { ...file, source: answering('new') } : { ...file },
  );
  workspace.act(ADMIN, 'script.projects.updateContent', { scriptId }, { files });
  const seen = (path: string) =>
    textOf(
      followed(
        workspace,
        answerRequest(workspace, {
          method: 'GET',
          url: `http://localhost/macros/s/${deploymentId}/${path}`,
          headers: { cookie: `authuser=${ADMIN}` },
          body: '',
        }),
      ),
    );
  expect([seen('exec'), seen('dev')]).toEqual(['old', 'new']);
});

describe('a script that calls a web app', () => {
  const CALLER = `${ECHO.replace('{ return', '{ Utilities.sleep(2000); return')}
    function call(token) {
      const response = UrlFetchApp.fetch(ScriptApp.getService().getUrl() + '?a=1',
        token ? { headers: { Authorization: 'Bearer ' + token } } : {});
      return response.getResponseCode() + ' ' + response.getContentText();
    }`;

  test('gets the text behind the redirect, and waits for it', () => {
    const workspace = app(CALLER);
    const { value, execution } = workspace.run('call', { as: ANNA });
    expect(value).toMatch(/^200 .*"queryString":"a=1"/);
    expect(workspace.engine.executions.map(({ start }) => start.surface)).toEqual([
      'webapp',
      'editor',
    ]);
    expect(execution.elapsedMs()).toBe(2000);
  });

  test('gets the sign-in page in place of an app that is not for everybody', () => {
    const workspace = app(CALLER, { access: 'DOMAIN', executeAs: 'USER_DEPLOYING' });
    expect(workspace.run('call', { as: ANNA }).value).toMatch(/^200 .*Sign in - Google Accounts/s);
  });

  test('is let in by a token that may read Drive', () => {
    const workspace = app(CALLER, { access: 'DOMAIN', executeAs: 'USER_DEPLOYING' });
    const token = (scope: string) =>
      tokenFor(workspace, ANNA, [`https://www.googleapis.com/auth/${scope}`]).token;
    const call = (scope: string) =>
      workspace.run('call', { as: ANNA, parameters: [token(scope)] }).value;
    expect(call('drive.readonly')).toContain('"queryString":"a=1"');
    expect(call('calendar')).toContain('Sign in');
  });
});

describe('google.script.run', () => {
  const CODE = `
    function doGet() { return HtmlService.createHtmlOutput(''); }
    function who() { return Session.getActiveUser().getEmail(); }
    function secret_() { return 1; }
    function breaks() { throw new RangeError('too far'); }
    function when() { return new Date(); }`;
  const call = (workspace: LocalWorkspace, functionName: string, as: string | null) =>
    callWebApp(workspace, {
      deploymentId: workspace.installed!.record.deploymentId,
      latest: false,
      as,
      functionName,
      parameters: [],
    });

  test('runs as the visitor whose page it is', () => {
    expect(call(app(CODE, OPEN, EMAIL), 'who', ANNA)).toMatchObject({
      kind: 'success',
      value: ANNA,
    });
    expect(call(app(CODE, OPEN, EMAIL), 'who', null)).toMatchObject({ kind: 'success', value: '' });
  });

  test.each([
    ['breaks', 'RangeError', 'too far'],
    ['secret_', 'Exception', 'Script function not found: secret_'],
  ])('%s fails', (name, error, message) => {
    expect(call(app(CODE), name, ANNA)).toMatchObject({ kind: 'failure', name: error, message });
  });

  test('carries no dates', () => {
    expect(call(app(CODE), 'when', ANNA)).toMatchObject({ kind: 'success', value: null });
  });

  test('refuses visitors who may no longer open the app', () => {
    const workspace = app(CODE, { access: 'DOMAIN', executeAs: 'USER_DEPLOYING' });
    expect(call(workspace, 'who', 'jo@gmail.example')).toMatchObject({
      kind: 'failure',
      message: 'You do not have permission to perform that action.',
    });
    expect(call(workspace, 'who', null)).toMatchObject({
      kind: 'failure',
      message: 'Authorization is required to perform that action.',
    });
  });
});

const idOf = (workspace: LocalWorkspace, email: string): string =>
  Object.values(workspace.state.directory.users).find(({ primaryEmail }) => primaryEmail === email)!
    .id;
