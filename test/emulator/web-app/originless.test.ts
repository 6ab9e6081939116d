import { join } from 'node:path';
import { startWorkspace, type StartedWorkspace } from '../../../emulator/start-workspace';
import { smallCompany } from '../../support/small-company';

let started: StartedWorkspace;
beforeAll(async () => {
  const script = join(__dirname, '../../fixtures/web-app');
  started = await startWorkspace({ seed: smallCompany(), script });
});
afterAll(() => started.stop());

/** A web app's page has no origin of its own. */
const statusFromFrame = async (path: string, method: string): Promise<number> => {
  const headers = { origin: 'null' };
  return (await fetch(started.url + path, { method, headers, redirect: 'manual' })).status;
};

test.each([
  ['/_workspace/accounts', 'GET'],
  ['/_workspace/web-app-call', 'POST'],
  ['/_workspace/state', 'GET'],
  ['/calendar/v3/users/me/calendarList', 'GET'],
  ['/macros/echo?user_content_key=x', 'GET'],
  ['/u/admin@acme.example/admin', 'GET'],
])('the page of a web app is refused %s', async (path, method) => {
  expect(await statusFromFrame(path, method)).toBe(403);
});

test('the page of a web app may send forms to web apps', async () => {
  const { deploymentId } = started.workspace.installed!.record;
  expect(await statusFromFrame(`/macros/s/${deploymentId}/exec`, 'POST')).toBe(302);
});
