import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, ANNA, smallCompany } from '../../support/small-company';
import { startWorkspace, type StartedWorkspace } from '../../../emulator/start-workspace';

const CODE = `
function add(a, b) { console.log('adding'); return a + b; }
function hello(e) { return { hello: e.name, text: null }; }
function fails() { throw new TypeError('no'); }
function loops() { for (;;) Utilities.sleep(300000); }
function remember() { PropertiesService.getScriptProperties().setProperty('k', 'v'); }
function recall() { return PropertiesService.getScriptProperties().getProperty('k'); }
function chance() { return Math.random(); }
function onTick() { PropertiesService.getScriptProperties().setProperty('k', 'ticked'); }
function plan() { ScriptApp.newTrigger('onTick').timeBased().after(60000).create(); }
`;

const scopes = ['script.scriptapp', 'userinfo.email'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);
const folder = mkdtempSync(join(tmpdir(), 'script-'));
writeFileSync(join(folder, 'Code.gs'), CODE);
writeFileSync(
  join(folder, 'appsscript.json'),
  JSON.stringify({ timeZone: 'Europe/Helsinki', runtimeVersion: 'V8', oauthScopes: scopes }),
);

let started: StartedWorkspace;
beforeEach(async () => {
  started = await startWorkspace({ seed: smallCompany(), script: folder, latency: 'none' });
});
afterEach(() => started.stop());
afterAll(() => rmSync(folder, { recursive: true }));

/* eslint-disable @typescript-eslint/no-explicit-any -- answers of many shapes are looked at */
/** Asks the control API; the answer's JSON with its status. */
async function control(
  methodAndPath: string,
  body?: object | string,
): Promise<Record<string, any>> {
  const [method, path] = methodAndPath.split(' ');
  const response = await fetch(`${started.url}/_workspace/${path}`, {
    method: method!,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as Record<string, any>) };
}

const run = (functionName: string, more: object = {}) =>
  control('POST run', { function: functionName, as: ANNA, ...more });

test('gives a token that the APIs take, for the scopes asked', async () => {
  const scope = 'https://www.googleapis.com/auth/userinfo.email';
  const { access_token, expires_in } = await control('POST token', {
    email: ANNA,
    scopes: [scope],
  });
  expect(expires_in).toBe(3599);
  const response = await fetch(`${started.url}/oauth2/v2/userinfo`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(await response.json()).toMatchObject({ email: ANNA });
});

test('runs a function with parameters or an event, and reports what it did', async () => {
  expect(await run('add', { parameters: [1, 2] })).toEqual({
    status: 200,
    result: 3,
    logs: [{ at: '2026-03-02T08:00:00.000Z', level: expect.any(String), message: 'adding' }],
    calls: [expect.objectContaining({ method: 'execution.start' })],
    virtualMs: 0,
  });
  expect(await run('hello', { event: { name: 'x' } })).toMatchObject({
    result: { hello: 'x', text: null },
  });
  expect(await run('chance', { surface: 'webapp' })).toMatchObject({ result: expect.any(Number) });
});

test('reports how a function failed, and keeps running', async () => {
  expect(await run('fails')).toMatchObject({
    result: null,
    error: { name: 'TypeError', message: 'no', stack: expect.stringContaining('at fails (Code:') },
  });
  expect(await run('nothing')).toMatchObject({
    error: { message: 'Script function not found: nothing' },
  });
  expect(await run('loops')).toMatchObject({
    error: { message: 'Exceeded maximum execution time' },
  });
  expect(await run('add', { parameters: [1, 1] })).toMatchObject({ result: 2 });
});

test('lists executions and calls, newest last', async () => {
  await run('add', { parameters: [1, 2] });
  await run('fails');
  expect((await control('GET executions'))['executions']).toMatchObject([
    { function: 'add', as: ANNA, surface: 'editor', status: 'completed' },
    { function: 'fails', status: 'failed', error: { message: 'no' } },
  ]);
  expect((await control('GET executions?limit=1'))['executions']).toHaveLength(1);
  expect((await control('GET calls?limit=1'))['calls']).toMatchObject([
    { method: 'execution.start', status: 200 },
  ]);
});

test('advances the clock, and triggers that come due run, or not', async () => {
  expect(await control('GET clock')).toMatchObject({ now: '2026-03-02T08:00:00.000Z' });
  await run('plan');
  expect((await control('GET triggers'))['triggers']).toMatchObject([
    {
      handler: 'onTick',
      owner: ANNA,
      nextRunAt: '2026-03-02T08:01:00.000Z',
      source: { kind: 'one-shot' },
    },
  ]);
  await control('POST clock', { advanceMs: 3_600_000, runDueTriggers: false });
  expect((await control('GET executions'))['executions']).toHaveLength(1);
  expect(await control('POST clock', {})).toMatchObject({ now: '2026-03-02T09:00:00.000Z' });
  expect(await run('recall')).toMatchObject({ result: 'ticked' });
});

test('plans faults and reports which have struck', async () => {
  const plan = [
    { method: 'properties.*', fault: { kind: 'kill' } },
    { at: 9, fault: { kind: 'timeout' } },
  ];
  expect(await control('POST faults', { plan })).toMatchObject({ planned: 2 });
  expect(await run('remember')).toHaveProperty('error');
  expect(await control('GET faults')).toMatchObject({ struck: [1, 0] });
});

test('gives the company as JSON and takes it back, the script’s memory with it', async () => {
  await run('remember');
  const state = await control('GET state');
  delete (state as { status?: number }).status;
  await control('POST reset');
  expect(await run('recall')).toMatchObject({ result: null });
  await control('POST clock', { advanceMs: 5_000 });
  expect(await control('PUT state', state)).toMatchObject({
    status: 200,
    now: '2026-03-02T08:00:05.000Z',
  });
  expect(await run('recall')).toMatchObject({ result: 'v' });
});

test('starts over from the seed: the same number, the same random numbers', async () => {
  const chance = async () => (await run('chance'))['result'] as number;
  const first = await chance();
  await control('POST clock', { advanceMs: 5_000 });
  expect(await control('POST reset')).toMatchObject({ now: '2026-03-02T08:00:00.000Z' });
  expect(await chance()).toBe(first);
  await control('POST reset', { seed: 7 });
  expect(await chance()).not.toBe(first);
  expect((await control('GET executions'))['executions']).toHaveLength(1);
});

test('shows who would have been mailed', async () => {
  expect(await control('GET outbox')).toEqual({ status: 200, mails: [] });
});

test('does by hand what a person does in Google’s products', async () => {
  const body = { name: { familyName: 'New' } };
  const call = { as: ADMIN, method: 'directory.users.patch', params: { userKey: ANNA }, body };
  expect(await control('POST act', call)).toMatchObject({
    answer: { primaryEmail: ANNA, name: { familyName: 'New' } },
  });
  expect(await control('POST act', { ...call, as: ANNA })).toMatchObject({
    status: 403,
    error: { message: 'Not Authorized to access this resource/api' },
  });
});

describe('a bad request names its place and leaves the Workspace running', () => {
  test.each<[string, object | string | undefined, number, string]>([
    ['POST token', '{', 400, 'The body is not JSON'],
    ['POST token', '[]', 400, 'The body must be a JSON object.'],
    ['POST token', {}, 400, '"email" is missing.'],
    ['POST token', { email: ANNA }, 400, '"scopes" is missing.'],
    ['POST token', { email: ANNA, scopes: 'calendar' }, 400, '"scopes" must be a list.'],
    ['POST token', { email: ANNA, scopes: [1] }, 400, '"scopes" must be a list of strings.'],
    [
      'POST token',
      { email: ANNA, scopes: ['calendar'] },
      400,
      '"scopes" has "calendar", which is not a scope',
    ],
    [
      'POST token',
      { email: 'nobody@acme.example', scopes: [] },
      404,
      'Nobody in this Workspace has the address nobody@acme.example.',
    ],
    [
      'POST token',
      { email: ANNA, scopes: [], scope: '' },
      400,
      '"scope" is unknown here. Known: email, scopes.',
    ],
    ['GET token', undefined, 405, '/_workspace/token takes POST, not GET.'],
    ['POST run', { as: ANNA }, 400, '"function" is missing.'],
    ['POST run', { function: 'add' }, 400, '"as" is missing.'],
    ['POST run', { function: 'add', as: ANNA, event: [] }, 400, '"event" must be an object.'],
    [
      'POST run',
      { function: 'add', as: ANNA, parameters: {} },
      400,
      '"parameters" must be a list.',
    ],
    ['POST run', { function: 'add', as: ANNA, event: {}, parameters: [] }, 400, 'not both'],
    [
      'POST run',
      { function: 'add', as: ANNA, surface: 'moon' },
      400,
      '"surface" must be one of "editor", "addon", "webapp", "trigger".',
    ],
    ['POST run', { function: 'add', as: 'x' }, 404, 'Nobody in this Workspace has the address x.'],
    ['POST clock', { advanceMs: -1 }, 400, '"advanceMs" must be a whole number, 0 or more.'],
    [
      'POST clock',
      { advanceMs: 1, runDueTriggers: 'no' },
      400,
      '"runDueTriggers" must be true or false.',
    ],
    ['GET executions?limit=some', undefined, 400, '"limit" must be a whole number'],
    ['POST faults', {}, 400, '"plan" is missing.'],
    ['POST faults', { plan: [1] }, 400, '"plan[0]" must be an object.'],
    ['POST faults', { plan: [{}] }, 400, '"plan[0].fault" is missing.'],
    [
      'POST faults',
      { plan: [{ fault: { kind: 'rain' } }] },
      400,
      '"plan[0].fault.kind" must be one of "kill"',
    ],
    [
      'POST faults',
      { plan: [{ fault: { kind: 'error' } }] },
      400,
      '"plan[0].fault.code" is missing.',
    ],
    [
      'POST faults',
      { plan: [{ fault: { kind: 'kill', code: 1 } }] },
      400,
      '"plan[0].fault.code" is unknown here.',
    ],
    ['POST faults', { plan: [{ fault: { kind: 'act', as: 'x', method: 'y' } }] }, 404, 'Nobody'],
    [
      'POST faults',
      { plan: [{ at: 'soon', fault: { kind: 'kill' } }] },
      400,
      '"plan[0].at" must be a whole number',
    ],
    ['PUT state', {}, 400, '"version" must be 1.'],
    ['PUT state', { version: 1 }, 400, '"random" is missing.'],
    ['PUT state', { version: 1, nonsense: 1 }, 400, '"nonsense" is unknown here.'],
    ['POST reset', { seed: 'x' }, 400, '"seed" must be a whole number'],
    [
      'POST act',
      { as: ADMIN, method: 'no.such' },
      404,
      '"method" is not a method of an emulated API: no.such.',
    ],
    ['POST admin', { as: ADMIN, action: 'no.such' }, 404, '"action" is unknown: no.such.'],
    ['GET nothing', undefined, 404, '/_workspace/nothing is unknown. Known: token, run,'],
  ])('%s %j', async (what, body, status, words) => {
    expect(await control(what, body)).toEqual({
      status,
      error: { message: expect.stringContaining(words) },
    });
    expect(await control('GET clock')).toMatchObject({ status: 200 });
  });
});

test('a Workspace without a script says so', async () => {
  await started.stop();
  started = await startWorkspace({ seed: smallCompany() });
  expect(await run('add')).toMatchObject({
    status: 409,
    error: { message: expect.stringContaining('No script project') },
  });
});
