import { ADMIN, ANNA, BEN, aWorkspace } from '../../support/small-company';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import {
  contentTypeParameter,
  textOf,
  type HttpResponse,
} from '../../../emulator/kit/http-message';
import { parseMultipart } from '../../../emulator/rest/multipart';
import { ask, bearer, errorOf } from './requests';

const getUser = (email: string) => `GET /admin/directory/v1/users/${email}?fields=primaryEmail`;

/** Sends calls as one batch, each with the id `item<n>`. */
function batch(
  workspace: LocalWorkspace,
  calls: readonly string[],
  { path = '/batch/admin/directory_v1', as = ADMIN as string | null } = {},
) {
  const parts = calls.map(
    (call, index) =>
      `--b\r\nContent-Type: application/http\r\nContent-ID: <item${index}>\r\n\r\n${call}\r\n`,
  );
  return ask(workspace, `POST ${path}`, {
    as,
    headers: { 'content-type': 'multipart/mixed; boundary="b"' },
    body: `${parts.join('')}--b--\r\n`,
  });
}

/** The answers of a batch: id, status and JSON (or text). */
function parts(response: HttpResponse) {
  const boundary = contentTypeParameter(response.headers['content-type']!, 'boundary')!;
  return parseMultipart(Buffer.from(textOf(response.body)), boundary).map(({ headers, body }) => {
    const [head = '', text = ''] = textOf(body).split('\r\n\r\n');
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]);
    return {
      id: headers['content-id'],
      status,
      body: text.startsWith('{') ? JSON.parse(text) : text,
    };
  });
}

test('every call of a batch is answered, under the id it was given', () => {
  expect(parts(batch(aWorkspace(), [getUser(ANNA), getUser(BEN)]))).toEqual([
    { id: '<response-item0>', status: 200, body: { primaryEmail: ANNA } },
    { id: '<response-item1>', status: 200, body: { primaryEmail: BEN } },
  ]);
});

test('a call fails alone', () => {
  const answers = parts(
    batch(aWorkspace(), [getUser('nobody@acme.example'), getUser(BEN), 'GET /nowhere']),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 200, 404]);
  expect(answers[0]!.body.error).toMatchObject({
    code: 404,
    message: 'Resource Not Found: userKey',
  });
});

test('a call may have headers of its own, a token among them', () => {
  const workspace = aWorkspace();
  const own = `${getUser(BEN)} HTTP/1.1\r\nAuthorization: ${bearer(workspace, ANNA)}`;
  expect(parts(batch(workspace, [getUser(BEN), own])).map(({ status }) => status)).toEqual([
    200, 403,
  ]);
  const alone = `${getUser(BEN)}\r\nAuthorization: ${bearer(workspace, ADMIN)}`;
  expect(
    parts(batch(workspace, [getUser(BEN), alone], { as: null })).map(({ status }) => status),
  ).toEqual([401, 200]);
});

test('a call may have a body', () => {
  const body = JSON.stringify({ name: { givenName: 'Änna' } });
  const patch = `PATCH /admin/directory/v1/users/${ANNA}\r\nContent-Type: application/json\r\n\r\n${body}`;
  const workspace = aWorkspace();
  expect(parts(batch(workspace, [patch])).map(({ status }) => status)).toEqual([200]);
  expect(workspace.act(ADMIN, 'directory.users.get', { userKey: ANNA })).toMatchObject({
    name: { givenName: 'Änna' },
  });
});

test('lines may end without a carriage return', () => {
  const response = ask(aWorkspace(), 'POST /batch/admin/directory_v1', {
    as: ADMIN,
    headers: { 'content-type': 'multipart/mixed; boundary=b' },
    body: `--b\nContent-Type: application/http\n\n${getUser(ANNA)}\n\n--b--`,
  });
  expect(parts(response)).toEqual([{ id: undefined, status: 200, body: { primaryEmail: ANNA } }]);
});

test.each([
  ['calendar/v3', 51, 'Inner request count exceeds the limit. Received: 51, Limit: 50'],
  ['drive/v3', 101, 'Inner request count exceeds the limit. Received: 101, Limit: 100'],
  [
    'admin/directory_v1',
    1001,
    'Inner request count exceeds the limit. Received: 1001, Limit: 1000',
  ],
])('a batch to %s of %i calls is refused as a whole', (api, count, message) => {
  const response = batch(aWorkspace(), Array<string>(count).fill('GET /x'), {
    path: `/batch/${api}`,
  });
  expect([response.status, errorOf(response).message]).toEqual([400, message]);
});

test.each([
  ['calls to another API', '/batch/calendar/v3', [getUser(ANNA)], 'same Google API'],
  ['calls to two APIs', '/batch', [getUser(ANNA), 'GET /calendar/v3/colors'], 'same Google API'],
  [
    'something that is no call',
    '/batch/admin/directory_v1',
    ['hello'],
    'Failed to parse batch request',
  ],
  ['nothing', '/batch/admin/directory_v1', [], 'Failed to parse batch request, error: 0 items.'],
])('a batch with %s is refused as a whole', (_, path, calls, words) => {
  const response = batch(aWorkspace(), calls, { path });
  expect([response.status, errorOf(response).message]).toEqual([
    400,
    expect.stringContaining(words),
  ]);
});

test('the address that was common to all APIs is gone', () => {
  expect(ask(aWorkspace(), 'POST https://www.googleapis.com/batch/gmail/v1').status).toBe(404);
});

test('a batch is one request and its calls beside it, 25 ms for each after the first', () => {
  const workspace = aWorkspace({ latency: 'reported' });
  batch(workspace, [getUser(ANNA), getUser(BEN), getUser(BEN)]);
  expect(workspace.traffic.calls.map(({ method, ms }) => [method, ms])).toEqual([
    ['directory.users.get', 0],
    ['directory.users.get', 25],
    ['directory.users.get', 25],
    ['batch', expect.any(Number)],
  ]);
});

test('a planned fault can strike one call of a batch, lose its answer, or turn the answers round', () => {
  const workspace = aWorkspace();
  const ids = () => parts(batch(workspace, [getUser(ANNA), getUser(BEN), getUser(ADMIN)]));
  workspace.faults.plan([
    { method: 'directory.users.get', at: 2, fault: { kind: 'error', code: 503 } },
  ]);
  expect(ids().map(({ status }) => status)).toEqual([200, 503, 200]);
  workspace.faults.plan([
    { method: 'batch', fault: { kind: 'lose-part', part: 1 } },
    { method: 'batch', at: 2, fault: { kind: 'reverse-parts' } },
    { method: 'batch', at: 3, fault: { kind: 'error', code: 500 } },
  ]);
  expect(ids().map(({ id }) => id)).toEqual(['<response-item0>', '<response-item2>']);
  expect(ids().map(({ id }) => id)).toEqual([
    '<response-item2>',
    '<response-item1>',
    '<response-item0>',
  ]);
  expect(batch(workspace, [getUser(ANNA)]).status).toBe(500);
});
