import { ADMIN, ANNA, aWorkspace } from '../../support/small-company';
import { textOf } from '../../../emulator/kit/http-message';
import { ask, bearer, errorOf, json } from './requests';

const USER = `/admin/directory/v1/users/${ANNA}`;
const workspace = aWorkspace();

describe('an address', () => {
  test.each([
    `${USER}`,
    `https://admin.googleapis.com${USER}`,
    `https://www.googleapis.com${USER}`,
    `/admin/directory/v1/users/${ANNA.replace('@', '%40')}`,
  ])('%s is the user', (url) => {
    expect(json(ask(workspace, `GET ${url}`, { as: ADMIN }))).toMatchObject({ primaryEmail: ANNA });
  });

  test('of another host is not', () => {
    expect(ask(workspace, `GET https://sheets.googleapis.com${USER}`, { as: ADMIN }).status).toBe(
      501,
    );
  });

  test.each([
    ['GET', '/no/such/thing', 404, 'was not found on this server'],
    ['GET', '/gmail/v1/users/me/profile', 501, 'GET /gmail/v1/users/me/profile is not emulated'],
    ['GET', 'https://people.googleapis.com/v1/people/me', 501, '(people.googleapis.com)'],
    ['PUT', '/admin/directory/v1/resources', 501, 'not emulated'],
  ])('%s %s answers %i and says why', (method, url, status, words) => {
    const response = ask(workspace, `${method} ${url}`, { as: ADMIN });
    expect([response.status, textOf(response.body)]).toEqual([
      status,
      expect.stringContaining(words),
    ]);
  });

  test('may carry its method in a header, and its query in a form', () => {
    const override = { 'x-http-method-override': 'GET' };
    expect(json(ask(workspace, `POST ${USER}`, { as: ADMIN, headers: override }))).toMatchObject({
      primaryEmail: ANNA,
    });
    const listed = ask(workspace, 'POST /admin/directory/v1/users', {
      as: ADMIN,
      headers: { ...override, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'customer=my_customer&maxResults=1',
    });
    expect(json(listed)['users']).toHaveLength(1);
  });

  test('answers HEAD like GET without the body', () => {
    expect(ask(workspace, `HEAD ${USER}`, { as: ADMIN })).toMatchObject({ status: 200, body: '' });
  });
});

describe('credentials', () => {
  test('may be a bearer token or a parameter', () => {
    const token = bearer(workspace, ADMIN).slice('Bearer '.length);
    expect(ask(workspace, `GET ${USER}?access_token=${token}`).status).toBe(200);
  });

  test.each([
    ['GET', USER, {}, 401, 'required', 'Request is missing required authentication credential.'],
    [
      'GET',
      '/calendar/v3/users/me/settings',
      {},
      403,
      'forbidden',
      "Method doesn't allow unregistered callers",
    ],
    ['POST', '/calendar/v3/freeBusy', {}, 401, 'required', 'Request is missing required'],
    [
      'GET',
      '/calendar/v3/users/me/settings',
      { authorization: 'Bearer x' },
      401,
      'authError',
      'Invalid Credentials',
    ],
    [
      'GET',
      USER,
      { authorization: 'Bearer x' },
      401,
      'authError',
      'Request had invalid authentication credentials.',
    ],
    ['GET', USER, { authorization: 'Basic eDp5' }, 401, 'authError', 'Request had invalid'],
  ])('%s %s with %j is refused with %i', (method, url, headers, status, reason, words) => {
    const response = ask(workspace, `${method} ${url}`, { headers });
    const error = errorOf(response);
    expect([response.status, error.errors?.[0]?.reason, error.message]).toEqual([
      status,
      reason,
      expect.stringContaining(words),
    ]);
    if (status === 401)
      expect(response.headers['www-authenticate']).toMatch(
        /^Bearer realm="https:\/\/accounts.google.com\/"/,
      );
  });

  test('that are invalid are recorded as a call all the same', () => {
    ask(workspace, `GET ${USER}`, { headers: { authorization: 'Bearer x' } });
    expect(workspace.traffic.calls.at(-1)).toMatchObject({
      method: 'directory.users.get',
      status: 401,
    });
  });

  test('without the scope are refused', () => {
    const authorization = bearer(workspace, ADMIN, ['https://www.googleapis.com/auth/calendar']);
    expect(errorOf(ask(workspace, `GET ${USER}`, { headers: { authorization } }))).toMatchObject({
      code: 403,
      status: 'PERMISSION_DENIED',
      details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }],
    });
  });
});

describe('the form of an error', () => {
  const refused = (url: string) => errorOf(ask(workspace, `GET ${url}`, { as: ANNA }));

  test('of a newest API is a status without a list, unless the list is asked for', () => {
    const url = '/v4/spreadsheets/none?nonsense=1';
    expect(refused(url)).toMatchObject({
      code: 400,
      status: 'INVALID_ARGUMENT',
      details: [{ fieldViolations: [{}] }],
    });
    expect(refused(url)).not.toHaveProperty('errors');
    expect(refused(`${url}&$.xgafv=1`).errors).toHaveLength(1);
  });

  test('of an older one is a list without a status', () => {
    expect(refused('/calendar/v3/calendars/primary/events?maxResults=x')).toEqual({
      code: 400,
      message: "Invalid integer value: 'x'.",
      errors: [
        {
          message: "Invalid integer value: 'x'.",
          domain: 'global',
          reason: 'invalidParameter',
          location: 'maxResults',
          locationType: 'parameter',
        },
      ],
    });
  });

  test('says when to come back', () => {
    workspace.faults.plan([{ fault: { kind: 'error', code: 429, retryAfterSeconds: 7 } }]);
    expect(ask(workspace, `GET ${USER}`, { as: ADMIN })).toMatchObject({
      status: 429,
      headers: { 'retry-after': '7' },
    });
  });

  test.each([
    [
      '/v4/spreadsheets/x:batchUpdate',
      '{"requests": [',
      'Invalid JSON payload received. Unexpected end of string.',
    ],
    ['/v4/spreadsheets/x:batchUpdate', '[]', 'Root element must be a message.'],
    ['/calendar/v3/freeBusy', '{', 'Parse Error'],
    ['/calendar/v3/freeBusy', '"text"', 'Parse Error'],
  ])('of POST %s %s tells that it is no JSON', (url, body, words) => {
    const response = ask(workspace, `POST ${url}`, { as: ANNA, body });
    expect([response.status, errorOf(response).message]).toEqual([
      400,
      expect.stringContaining(words),
    ]);
  });
});

describe('an answer', () => {
  test('is indented unless prettyPrint is false', () => {
    const text = (query: string) =>
      textOf(ask(workspace, `GET ${USER}${query}`, { as: ADMIN }).body);
    expect(text('')).toMatch(/^{\n {2}"/);
    expect(text('?prettyPrint=false')).toMatch(/^{"[^\n]*$/);
  });

  test('carries its etag as a header, and 304 when the caller has that version', () => {
    const response = ask(workspace, `GET ${USER}`, { as: ADMIN });
    const { etag } = response.headers;
    expect(etag).toBe(json(response)['etag']);
    const again = ask(workspace, `GET ${USER}`, { as: ADMIN, headers: { 'if-none-match': etag! } });
    expect(again).toMatchObject({ status: 304, headers: { etag }, body: '' });
  });

  test('gives the Workspace’s time', () => {
    expect(ask(workspace, `GET ${USER}`, { as: ADMIN }).headers['date']).toBe(
      'Mon, 02 Mar 2026 08:00:00 GMT',
    );
  });

  test('lets a page of any origin read it, as Google does', () => {
    const origin = 'https://app.example';
    expect(ask(workspace, `GET ${USER}`, { as: ADMIN, headers: { origin } }).headers).toMatchObject(
      { 'access-control-allow-origin': origin },
    );
    const preflight = ask(workspace, `OPTIONS ${USER}`, {
      headers: { origin, 'access-control-request-headers': 'authorization' },
    });
    expect(preflight).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-headers': 'authorization' },
    });
  });
});
