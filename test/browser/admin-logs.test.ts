// The Admin console's log pages: filtered, paged through, exported.
import type { Page } from 'playwright-core';
import { seedAuditHistory } from '../../emulator/seed/audit-history';
import { expectSound, press } from '../support/admin-pages';
import { contentOf, openConsole, type Browser } from '../support/browser';
import { ADMIN, ANNA, smallCompany } from '../support/small-company';
import { offeredApp } from '../support/offered-app';

const app = offeredApp();
let browser: Browser;

beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany(), script: app.folder, scriptOwner: 'vendor' });
  seedAuditHistory(browser.started.workspace);
});
afterEach(() => browser.closePages());
afterAll(async () => {
  await browser.close();
  app.remove();
});

const personOf = (email: string) =>
  Object.values(browser.started.workspace.state.directory.users).find(
    ({ primaryEmail }) => primaryEmail === email,
  )!;

const headers = (page: Page) => page.getByRole('table').getByRole('columnheader').allInnerTexts();

test('OAuth log events are filtered by application and event, and read in eight columns [H24-H28]', async () => {
  const page = await browser.open(ADMIN, 'admin', 'reporting', 'admin');
  await page.getByRole('table').waitFor();
  await expectSound(page);
  await page.getByLabel('Data source').selectOption({ label: 'OAuth log events' });
  await press(page, 'Add condition');
  await page.getByLabel('Value of condition 1').fill('Nordlys Intranet Integrations');
  await press(page, 'Add condition');
  await page.getByLabel('Attribute of condition 2').selectOption({ label: 'Event' });
  await page.getByLabel('Value of condition 2').selectOption({ label: 'Grant' });
  await press(page, 'Search');
  await page.waitForURL(/where=event/);
  const table = page.getByRole('table');
  await table.getByRole('cell', { name: 'Grant', exact: true }).first().waitFor();
  expect(await headers(page)).toEqual([
    'Details',
    'Date',
    'Application ID',
    'Application name',
    'Event',
    'Description',
    'User',
    'Scope',
    'IP address',
  ]);
  const texts = await table.locator('tbody tr').allInnerTexts();
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.every((text) => text.includes('Nordlys Intranet') && text.includes('Grant'))).toBe(
    true,
  );
  const dates = await table.locator('tbody td.cell-date').allInnerTexts();
  const instants = dates.map((text) => Date.parse(text));
  expect(instants).toEqual([...instants].sort((a, b) => b - a));
  await table
    .getByRole('button', { name: /^Details of Grant/ })
    .first()
    .click();
  await page.getByText('Unique qualifier').waitFor();
  await expectSound(page);
  await page.reload();
  await page.getByText('Unique qualifier').waitFor();
  await page.close();
});

test('columns are chosen and a log is paged through', async () => {
  const page = await browser.open(ADMIN, 'admin', 'reporting', 'login');
  await page.getByText(/^1–50 of/).waitFor();
  await press(page, 'Next page');
  await page.getByText(/^51–100 of/).waitFor();
  await press(page, 'Manage columns');
  await page.getByRole('checkbox', { name: 'Description' }).uncheck();
  await page.getByRole('checkbox', { name: 'Challenge method' }).check();
  await press(page, 'Save');
  await page.getByRole('columnheader', { name: 'Challenge method' }).waitFor();
  expect(await headers(page)).not.toContain('Description');
  await page.close();
});

test('a whole log is exported to a Google Sheet and as CSV, and formulas stay text [H29]', async () => {
  const { workspace } = browser.started;
  workspace.audit({
    applicationName: 'token',
    customerId: 'C01acme00',
    actor: { kind: 'user', userId: personOf(ANNA).id, email: ANNA, customerId: 'C01acme00' },
    events: [
      {
        type: 'auth',
        name: 'authorize',
        parameters: [{ name: 'app_name', value: '=HYPERLINK("https://bad.example","x")' }],
      },
    ],
  });
  browser.started.clock.advance(5 * 60 * 60 * 1000);
  const page = await browser.open(ADMIN, 'admin', 'reporting', 'token');
  await press(page, 'Export all');
  const link = page.getByRole('link', { name: 'open the Google Sheet' });
  await link.waitFor();
  const id = (await link.getAttribute('href'))!.split('/').at(-1)!;
  const { values } = workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
    spreadsheetId: id,
    range: 'Log events',
  }) as { values: string[][] };
  const all = workspace.act(ADMIN, 'reports.activities.list', {
    userKey: 'all',
    applicationName: 'token',
  }) as { items: { events: object[] }[] };
  expect(values[0]).toEqual((await headers(page)).slice(1));
  expect(values.length - 1).toBe(all.items.flatMap(({ events }) => events).length);
  expect(values.flat()).toContain('=HYPERLINK("https://bad.example","x")');
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download CSV')]);
  expect(file.suggestedFilename()).toMatch(/^OAuth log events .*\.csv$/);
  const csv = String(await contentOf(file));
  expect(csv.split('\r\n')[0]).toBe(values[0]!.join(','));
  expect(csv).toContain('"=HYPERLINK(""https://bad.example"",""x"")"');
  await page.close();
});

test.each([
  ['reporting', 'calendar'],
  ['reporting', 'drive'],
  ['reporting', 'rules'],
])('%s/%s fits a window of 360 pixels', async (...path) => {
  const page = await browser.openAddress(`/u/${ADMIN}/admin/${path.join('/')}`, {
    width: 360,
    height: 740,
  });
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
  await expectSound(page);
  await page.close();
});
