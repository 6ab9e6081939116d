// An organization's own key on the built Admin page: files are chosen and opened in the browser, and only the key leaves it. With
// PICTURES=<folder> it keeps screenshots.
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { axeProblems, openConsole, type Browser } from '../support/browser';
import { makeJson, makeP12, makeServiceAccount, type OwnRobot } from '../support/own-key';
import { ADMIN, adminInstall } from '../support/set-up';
import { BUILT, PUBLISHER } from '../support/tandem';

let browser: Browser;
let page: Page;
let app: Frame;
let robot: OwnRobot;
/** Every request with a body that the page sent. */
const sent: string[] = [];

beforeAll(async () => {
  browser = await openConsole({
    script: BUILT,
    scriptOwner: 'vendor',
    publisher: PUBLISHER,
    settings: { propagation: 'immediate' },
  });
  const { workspace } = browser.started;
  adminInstall(workspace);
  robot = makeServiceAccount(workspace);
  const { deploymentId } = workspace.installed!.record;
  page = await browser.openAddress(
    `/macros/s/${deploymentId}/exec?authuser=${encodeURIComponent(ADMIN)}`,
    { width: 1000, height: 1000 },
  );
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  const step = page
    .frameLocator('iframe')
    .getByRole('button', { name: 'Use your own service account' });
  await step.click();
  app = page.frames()[1]!;
  await app
    .getByRole('heading', { name: 'Your own service account', exact: true })
    .first()
    .waitFor();
});
afterAll(() => browser.close());

const choose = (name: string, content: string | Buffer): Promise<void> =>
  app
    .getByLabel('Private key file (P12, JSON or PEM)')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const says = (words: string): Promise<void> =>
  app.getByRole('status').filter({ hasText: words }).first().waitFor();
const picture = async (name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
};

test('the form has a choice of file in the place of a field, and everybody can use it [S17, TB4]', async () => {
  await picture('own-key-form');
  expect(await app.getByLabel('Private key', { exact: true }).isVisible()).toBe(false);
  expect(await axeProblems(page)).toEqual([]);
});

test('what is no key is said at once, in the browser [S24, TB5]', async () => {
  await choose('client.json', '{"installed":{"client_id":"1"}}');
  await says('This file is of an OAuth client');
  await choose('large.p12', 'x'.repeat(5 * 1024 * 1024));
  await says('far larger than a key');
});

test('a P12 file asks for its password; a wrong one is refused, the right one opens it here [S12, S18]', async () => {
  const { bytes, password } = makeP12(browser.started.workspace, robot);
  await choose('calendar-sync.p12', Buffer.from(bytes, 'latin1'));
  await says('opens with its password');
  await app.getByLabel('Private key password').fill('secret');
  await app.getByRole('button', { name: 'Open the file' }).click();
  await says('The password does not open this file');
  await picture('own-key-password');
  await app.getByLabel('Private key password').fill(password);
  await app.getByLabel('Private key password').press('Enter');
  await says('The key is ready');
  await app.getByLabel('Service account email').fill(robot.email);
  await app.getByRole('button', { name: 'Save', exact: true }).click();
  await app.getByText('Your organization’s own').waitFor();
  await picture('own-key-saved');
  expect(sent.join('\n')).not.toContain(password);
  expect(await app.locator('main').innerHTML()).not.toContain('PRIVATE KEY');
});

test('a JSON file needs no password, and fills in whose it is [TB5]', async () => {
  await app.getByRole('button', { name: 'Add a new key' }).click();
  const json = makeJson(browser.started.workspace, robot);
  await app.getByLabel('Service account email').fill('');
  await choose('calendar-sync.json', `\uFEFF${JSON.stringify(json)}`);
  await says('The key is ready');
  expect(await app.getByLabel('Service account email').inputValue()).toBe(robot.email);
  await app.getByRole('button', { name: 'Save', exact: true }).click();
  await app.getByText('Key before it', { exact: true }).waitFor();
  await picture('own-key-two');
  expect(sent.join('\n')).not.toContain('client_x509_cert_url');
});
