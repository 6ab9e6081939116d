import { google } from 'googleapis';
import { ADMIN, ANNA } from '../../support/small-company';
import { refusal, startClients, type Clients } from './clients';

let clients: Clients;
let scriptId: string;
beforeEach(async () => {
  clients = await startClients();
  scriptId = (await script().projects.create({ requestBody: { title: 'Mine' } })).data.scriptId!;
});
afterEach(() => clients.started.stop());

function script(email = ANNA) {
  const auth = new google.auth.OAuth2();
  auth.setCredentials({ access_token: clients.started.tokenFor(email) });
  return google.script({ version: 'v1', auth, rootUrl: `${clients.started.url}/` });
}

const push = (source: string) =>
  script().projects.updateContent({
    scriptId,
    requestBody: {
      files: [
        { name: 'appsscript', type: 'JSON', source: '{"timeZone":"UTC"}' },
        { name: 'Code', type: 'SERVER_JS', source },
      ],
    },
  });

test('code that was pushed runs, and comes back as it was', async () => {
  await push('function add(a, b) { return a + b }');
  const { data } = await script().scripts.run({
    scriptId,
    requestBody: { function: 'add', parameters: [1, 2] },
  });
  expect(data).toMatchObject({ done: true, response: { result: 3 } });
  expect(clients.started.run('add', { as: ADMIN, parameters: [3, 4] }).value).toBe(7);
  const { files } = (await script().projects.getContent({ scriptId })).data;
  expect(files).toMatchObject([
    { name: 'appsscript' },
    { name: 'Code', source: 'function add(a, b) { return a + b }' },
  ]);
});

test('code that was pushed outlives a save and a load', async () => {
  await push('function f() { return 5 }');
  clients.started.load(structuredClone(clients.started.workspace.state));
  expect(clients.started.run('f', { as: ANNA }).value).toBe(5);
});

test('a version keeps its code, and a deployment is made of one', async () => {
  await push('function f() { return 1 }');
  const { projects } = script();
  const { versions, deployments } = projects;
  expect(
    (await versions.create({ scriptId, requestBody: { description: 'first' } })).data,
  ).toMatchObject({ versionNumber: 1 });
  await push('function f() { return 2 }');
  expect(
    JSON.stringify((await projects.getContent({ scriptId, versionNumber: 1 })).data),
  ).toContain('return 1');
  const made = await deployments.create({
    scriptId,
    requestBody: { versionNumber: 1, description: 'prod' },
  });
  const listed = (await deployments.list({ scriptId })).data.deployments!;
  expect(listed.map(({ deploymentConfig }) => deploymentConfig!.versionNumber)).toEqual([
    undefined,
    1,
  ]);
  await deployments.delete({ scriptId, deploymentId: made.data.deploymentId! });
  expect((await deployments.list({ scriptId })).data.deployments).toHaveLength(1);
});

test('what a script throws is part of the answer', async () => {
  await push("function f() { throw new Error('no') }");
  const { data } = await script().scripts.run({ scriptId, requestBody: { function: 'f' } });
  expect(data).toMatchObject({ done: true, error: { details: [{ errorMessage: 'Error: no' }] } });
});

test.each<[string, () => Promise<unknown>, unknown]>([
  [
    'code that cannot be parsed',
    () => push('function ('),
    [400, 'INVALID_ARGUMENT', expect.stringContaining('Code.gs')],
  ],
  [
    'a project that is not there',
    () => script().projects.get({ scriptId: 'none' }),
    [404, 'NOT_FOUND', 'Requested entity was not found.'],
  ],
  [
    'somebody else’s project',
    () => script(ADMIN).projects.getContent({ scriptId }),
    [403, 'PERMISSION_DENIED', 'The caller does not have permission'],
  ],
  [
    'a version that is not there',
    () => script().projects.deployments.create({ scriptId, requestBody: { versionNumber: 9 } }),
    [404, 'NOT_FOUND', expect.any(String)],
  ],
])('%s is refused as the client tells it', async (_, call, expected) => {
  expect(await refusal(call())).toEqual(expected);
});
