// What a newcomer does with `npm start -- --script DIR`, from the first page on, guided only by what the screen says.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { contentOf, openBrowser, type Browser, type RunningWorkspace } from '../support/browser';
import { ROOT, startProgram } from '../support/program';

/**
 * The event as the calendar shows it once it is saved: the draft, which has the same title, disappears a moment
 * later.
 */
const EVENT = /^Budget review (?!New event)/;

const CALENDAR = 'https://www.googleapis.com/auth/calendar';

let browser: Browser<RunningWorkspace>;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser(
    await startProgram('--script', join(ROOT, 'test/fixtures/calendar-watcher')),
  );
});
beforeEach(async () => {
  page = await browser.openAddress('/');
  await page.getByRole('heading', { name: 'Admin console of Havu Consulting Oy' }).waitFor();
});
afterEach(() => page.close());
afterAll(() => browser.close());

const follow = (name: string | RegExp) => page.getByRole('link', { name, exact: true }).click();
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const sees = (words: string | RegExp) => page.getByText(words).first().waitFor();
const confirm = (name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const rail = () => page.getByRole('navigation', { name: 'Side panel' });
const panel = () => page.getByRole('complementary', { name: 'Calendar watcher' });

async function product(name: string): Promise<void> {
  await press('Google apps');
  await page.getByRole('navigation', { name: 'Google apps' }).getByRole('link', { name }).click();
}

async function becomes(name: string): Promise<void> {
  await press(/^Account: /);
  await page.getByRole('searchbox', { name: 'Find an account' }).fill(name);
  await page
    .getByRole('navigation', { name: 'Switch account' })
    .getByRole('link', { name })
    .first()
    .click();
  await page.getByRole('button', { name: new RegExp(`^Account: ${name}`) }).waitFor();
}

async function hourForward(): Promise<void> {
  await press(/Clock of this Workspace$/);
  await press('Go 1 hour forward');
  await page.getByRole('status').getByText('The clock moved forward 1 hour.').last().waitFor();
}

test('a stranger’s add-on is installed for one organizational unit: those in it have it, others do not', async () => {
  await follow('Google Workspace Marketplace apps');
  await follow('Install app');
  await follow(/^Calendar watcher/);
  await follow('Admin install');
  await press('Continue');
  await page.getByLabel('Certain groups or organizational units').check();
  await page.getByRole('checkbox', { name: /^IT/ }).check();
  await press('Continue');
  await page.getByRole('checkbox', { name: /I agree to the application's Terms/ }).check();
  await press('Finish');
  await sees('Calendar watcher has been installed');
  await follow('Done');
  await sees('On for some');

  await becomes('Petri Salo');
  await product('Calendar');
  await rail().getByRole('button', { name: 'Calendar watcher' }).waitFor();
  await becomes('Noora Saari');
  await rail().getByRole('button', { name: 'Get add-ons' }).waitFor();
  expect(await rail().getByRole('button', { name: 'Calendar watcher' }).count()).toBe(0);
});

async function petrisPanel(): Promise<void> {
  await becomes('Petri Salo');
  await product('Calendar');
  await rail().getByRole('button', { name: 'Calendar watcher' }).click();
}

async function moveEvent(time: string): Promise<void> {
  await page.getByRole('button', { name: EVENT }).click();
  await follow('Edit event');
  await page.getByLabel('Start time', { exact: true }).fill(time);
  await press('Save');
  await page.getByRole('button', { name: EVENT }).waitFor();
}

test('its card is used, an event is moved, and the add-on is notified', async () => {
  await petrisPanel();
  await panel().getByText('Not watching yet').waitFor();
  await panel().getByRole('button', { name: 'Watch my calendar' }).click();
  await panel().getByText('Nothing has moved.').waitFor();

  await press('Create');
  await page.getByLabel('Title').fill('Budget review');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await moveEvent('16:15');
  await sees(/onCalendarChanged of Calendar watcher runs once the clock reaches/);
  await hourForward();
  await panel().getByRole('button', { name: 'Look again' }).click();
  await panel().getByText('Budget review').first().waitFor();
  await panel()
    .getByText(/moved to 2026-03-02T1[0-9]:15:00/)
    .waitFor();
});

test('why an execution failed is found', async () => {
  await petrisPanel();
  await panel().getByText('Watching your calendar').waitFor();
  await moveEvent('17:30');
  await product('Inside this Workspace');
  await follow('Faults');
  await page.getByLabel('Fault', { exact: true }).selectOption('403 Rate limit exceeded');
  await page.getByLabel('Call', { exact: true }).fill('calendar.events.list');
  await press('Plan fault');
  await page.getByRole('row', { name: /403 Rate limit exceeded.*0/ }).waitFor();
  await follow('Overview');
  await press('Run until idle');
  await sees('Everything that was due has run.');

  await follow('Executions');
  await page.getByRole('checkbox', { name: 'Hide completed' }).check();
  await page.getByRole('link', { name: 'onCalendarChanged' }).first().click();
  await sees(/API call to calendar\.events\.list failed with error: Rate Limit Exceeded/);
  await sees(/at onCalendarChanged \(Code:\d+/);
  await page
    .getByRole('row', { name: /calendar\.events\.list 403/ })
    .first()
    .waitFor();
  await follow('Faults');
  await page.getByRole('row', { name: /403 Rate limit exceeded.*1/ }).waitFor();
  await press('Remove 403 Rate limit exceeded');
  await sees('No faults are planned.');
});

test('a person gets an add-on, and takes its access away again', async () => {
  await becomes('Noora Saari');
  await product('Calendar');
  await rail().getByRole('button', { name: 'Get add-ons' }).click();
  await page.getByRole('button', { name: /^Install/ }).click();
  await sees('Installed by you');
  await press('Done');
  await rail().getByRole('button', { name: 'Calendar watcher' }).click();
  await panel().getByText('Not watching yet').waitFor();

  await press(/^Account: /);
  await follow('Third-party apps with account access');
  await press('Remove access for Calendar watcher');
  await confirm('Remove access');
  await sees('No app has access to your account.');
  await product('Calendar');
  await rail().getByRole('button', { name: 'Calendar watcher' }).click();
  await panel().getByRole('button', { name: 'Authorize access' }).waitFor();
});

test('a service account is made, gets a key, and is delegated', async () => {
  await product('Cloud console');
  await press('Create project');
  await page.getByLabel('Project name').fill('Calendar sync');
  await confirm('Create');
  await page.getByRole('heading', { name: 'Calendar sync', level: 1 }).waitFor();
  await follow('Service accounts');
  await press('Create service account');
  await page.getByLabel('Service account name').fill('Runner');
  await confirm('Create');
  await page.getByRole('heading', { name: 'Runner', level: 1 }).waitFor();
  const clientId = (await page.getByText(/^\d{21}$/).textContent())!;
  await press('Add key');
  await page.getByRole('radio', { name: /^JSON/ }).check();
  const [file] = await Promise.all([page.waitForEvent('download'), confirm('Create')]);
  const key = JSON.parse(String(await contentOf(file))) as Record<string, string>;
  expect(key).toMatchObject({ type: 'service_account', client_id: clientId });
  await confirm('Close');

  await product('Admin');
  await page
    .getByRole('navigation', { name: 'Admin console' })
    .getByRole('link', { name: 'Domain-wide delegation' })
    .click();
  await press('Add new');
  await page.getByLabel('Client ID', { exact: true }).fill(clientId);
  await page.getByLabel('OAuth scopes').fill(CALENDAR);
  await press('Authorize');
  await page.getByRole('row', { name: new RegExp(clientId) }).waitFor();
});

test('a log is exported to a spreadsheet, which opens', async () => {
  await page
    .getByRole('navigation', { name: 'Admin console' })
    .getByRole('link', { name: 'OAuth log events' })
    .click();
  await page
    .getByRole('status')
    .getByText(/^1–50 of/)
    .waitFor();
  const [csv] = await Promise.all([page.waitForEvent('download'), press('Download CSV')]);
  expect(String(await contentOf(csv))).toMatch(/^Date,Application ID,Application name,Event/);
  await press('Export all');
  const opened = page
    .context()
    .waitForEvent('page')
    .catch(() => null);
  await page.getByRole('link', { name: 'open the Google Sheet' }).click();
  const sheet = (await Promise.race([opened, page.waitForURL(/\/sheets\//).then(() => page)]))!;
  await sheet.getByText('Application name').first().waitFor();
});
