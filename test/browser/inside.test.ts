import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { axeProblems, contentOf, openConsole, type Browser } from '../support/browser';
import { ANNA, BEN, smallCompany } from '../support/small-company';

const SCRIPT = join(__dirname, '../fixtures/web-app');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany(), script: SCRIPT });
  browser.started.run('plan', { as: ANNA, surface: 'webapp' });
  page = await browser.open(null, 'workspace');
});
afterAll(() => browser.close());

const goTo = async (name: string): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Inside this Workspace' })
    .getByRole('link', { name, exact: true })
    .click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
};
const overview = async (): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Inside this Workspace' })
    .getByRole('link', { name: 'Overview' })
    .click();
  await page.getByRole('heading', { name: 'Inside this Workspace' }).waitFor();
};
const rowOf = (words: string | RegExp): Locator => page.getByRole('row').filter({ hasText: words });
const press = (name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const toastSays = (words: string): Promise<void> =>
  page.getByRole('status').getByText(words).last().waitFor();

test('the clock goes forward, and everything that was due has run', async () => {
  await page.getByText('2026-03-02 08:00:00 UTC').waitFor();
  await press('1 minute forward');
  await page.getByText('2026-03-02 08:01:00 UTC').waitFor();
  expect(await page.getByRole('row').filter({ hasText: 'trigger' }).count()).toBe(0);
  await press('1 hour forward');
  await rowOf('onOnce').getByText('Failed').waitFor();
  await rowOf('onHour').getByText('Completed').first().waitFor();
});

test('until idle means until only recurring triggers are waiting', async () => {
  browser.started.run('plan', { as: BEN, surface: 'webapp' });
  await press('Run until idle');
  await toastSays('Everything that was due has run.');
  await goTo('Triggers');
  await rowOf(/onOnce.*Once \(has run\).*ben@/).waitFor();
  await rowOf(/onHour.*Every hour.*ben@/).waitFor();
});

test('a trigger says when it runs, leads to its last run, and runs at once when asked', async () => {
  await rowOf(/onHour.*anna@/)
    .getByRole('link', { name: /2026-03-02/ })
    .click();
  await page.getByRole('heading', { name: 'onHour' }).waitFor();
  await page.getByRole('log').getByText('An hour has gone').waitFor();
  await page.goBack();
  const before = browser.started.workspace.engine.executions.length;
  await press(`Run now: onHour of ${BEN}`);
  await page.getByRole('heading', { name: 'onHour' }).waitFor();
  await page.getByRole('definition').filter({ hasText: BEN }).waitFor();
  expect(browser.started.workspace.engine.executions).toHaveLength(before + 1);
});

test('an execution’s page says why it failed: error, log, calls and quotas', async () => {
  await goTo('Executions');
  await page.getByRole('checkbox', { name: 'Hide completed' }).check();
  expect(await rowOf('onHour').count()).toBe(0);
  await page.getByRole('searchbox', { name: /^Filter by function/ }).fill('anna');
  await page.getByRole('link', { name: 'onOnce' }).click();
  await page.getByText('Exception: Invalid email: nobody').first().waitFor();
  await page.getByText('at onOnce (Code:').first().waitFor();
  await page.getByRole('log').getByText('WARN about to fail').waitFor();
  await rowOf('mail.sendEmail').waitFor();
  await page.getByRole('heading', { name: `Daily quotas for ${ANNA}` }).waitFor();
  await rowOf(/Triggers total runtime.*21600\.0 s/).waitFor();
});

test('a filter without matches says so, and so does an execution that is no longer kept', async () => {
  await goTo('Executions');
  await page.getByRole('searchbox', { name: /^Filter by function/ }).fill('no such thing');
  await page.getByText('No executions match.').waitFor();
  await page.goto(`${browser.started.url}/workspace/executions/1`);
  await page.getByText('This execution is no longer kept.').waitFor();
});

test('a call leads to the function that made it', async () => {
  await goTo('Calls');
  await page.getByRole('searchbox', { name: 'Filter by method or status' }).fill('properties.');
  await page.getByRole('link', { name: 'onHour' }).first().click();
  await page.getByRole('heading', { name: 'onHour' }).waitFor();
});

test('a mail’s link opens its target as the person who received the mail', async () => {
  browser.started.run('sendLink', { as: ANNA, surface: 'webapp' });
  await goTo('Outbox');
  await page.getByRole('link', { name: 'Your notes' }).first().click();
  const opened = page.context().waitForEvent('page');
  await page.frameLocator('iframe').getByRole('link', { name: 'Open your notes' }).click();
  const app = await opened;
  await app.frameLocator('iframe').getByText('Query: from=mail').waitFor();
  await app.frameLocator('iframe').getByRole('button', { name: 'Who am I' }).click();
  await app.frameLocator('iframe').getByText(`whoAmI: "${ANNA}"`).waitFor();
  await app.close();
});

test('web apps are listed with who may open them, and can be opened as any of them', async () => {
  await goTo('Web apps');
  await page.getByText('Anyone with a Google account').waitFor();
  await page.getByText('The user accessing the web app').waitFor();
  await page.getByRole('link', { name: 'Open web-app as …' }).click();
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor();
  await page.goBack();
});

test('a planned fault strikes where it was planned, and is counted', async () => {
  await goTo('Faults');
  await page.getByText('No faults are planned.').waitFor();
  await page.getByLabel('Fault', { exact: true }).selectOption('503 Service unavailable');
  await page.getByLabel('Call', { exact: true }).fill('mail.sendEmail');
  await press('Plan fault');
  await rowOf(/503 Service unavailable.*before mail\.sendEmail, 1 time/).waitFor();
  const { execution } = browser.started.run('sendLink', { as: ANNA, surface: 'webapp' });
  expect(execution.error?.message).toMatch(/Service/);
  await page.reload();
  await rowOf(/503 Service unavailable/)
    .getByRole('cell', { name: '1', exact: true })
    .waitFor();
  await press('Remove 503 Service unavailable');
  await page.getByText('No faults are planned.').waitFor();
  expect(
    browser.started.run('sendLink', { as: ANNA, surface: 'webapp' }).execution.error,
  ).toBeNull();
});

test.each(['Overview', 'Triggers', 'Executions', 'Calls', 'Outbox', 'Web apps', 'Faults'])(
  'axe finds nothing serious: %s',
  async (name) => {
    await (name === 'Overview' ? overview() : goTo(name));
    await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
    expect(await axeProblems(page)).toEqual([]);
  },
);

test('a saved state can be changed and loaded again, and a reset goes back to the beginning', async () => {
  await overview();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save' }).click(),
  ]);
  const file = join(tmpdir(), `tandem-inside-${process.pid}.json`);
  writeFileSync(file, await contentOf(saved));
  const { workspace } = browser.started;
  workspace.act('admin@acme.example', 'directory.users.delete', { userKey: BEN });
  const accounts = () => page.getByRole('definition').filter({ hasText: 'accounts' }).textContent();
  await page.reload();
  await page.getByText('2 accounts').waitFor();
  await page.getByLabel('Load').setInputFiles(file);
  await page.getByText('3 accounts').waitFor();
  expect(await accounts()).toBe('3 accounts');
  expect(browser.started.workspace.state.outbox.length).toBeGreaterThan(0);

  await page.getByLabel('Load').setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"no":"company"}'),
  });
  await toastSays('other.json was not loaded');

  await press('Reset');
  const dialog = page.getByRole('dialog', { name: 'Start over?' });
  expect(await axeProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await press('Reset');
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await toastSays('The Workspace was reset.');
  await page.getByText('2026-03-02 08:00:00 UTC').waitFor();
  expect(browser.started.workspace.state.outbox).toEqual([]);
});
