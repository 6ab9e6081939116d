// The install and connection parts of the articles, walked in a browser on the built add-on by what the screens say: Happeo's colleague who
// is asked, and Severa's own service account. With PICTURES=<folder> it keeps what it looked at.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeProblems, contentOf, openConsole, type Browser } from '../support/browser';
import { AdminPageTab, Consoles } from '../support/newcomer';
import { ADMIN, ANNA, MINUTE_MS } from '../support/set-up';
import { BUILT, PUBLISHER } from '../support/tandem';

let browser: Browser;

beforeEach(async () => {
  browser = await openConsole({
    script: BUILT,
    scriptOwner: 'vendor',
    publisher: PUBLISHER,
    settings: { propagation: 'immediate' },
  });
});
afterEach(() => browser.close());

const workspace = () => browser.started.workspace;

const addressFor = (email: string): string =>
  `/macros/s/${workspace().installed!.record.deploymentId}/exec?authuser=${encodeURIComponent(email)}`;

/** Before the admin install Google asks everybody who opens the page by themself. */
async function allows(page: Page): Promise<AdminPageTab> {
  await page.getByRole('link', { name: 'Review permissions' }).click();
  const consent = page.getByRole('dialog', { name: /wants access/ });
  await consent.getByRole('checkbox', { name: 'Select all' }).check();
  await consent.getByRole('button', { name: 'Continue' }).click();
  return new AdminPageTab(page);
}

const adminPageOf = async (email: string): Promise<AdminPageTab> =>
  allows(await browser.openAddress(addressFor(email)));

async function isWell(tab: AdminPageTab, picture: string): Promise<void> {
  expect(await axeProblems(tab.frame)).toEqual([]);
  const folder = process.env['PICTURES'];
  if (folder) await tab.page.screenshot({ path: join(folder, `${picture}.png`), fullPage: true });
}

/** Security → API controls → Domain-wide delegation, opened filled in from step 3. */
async function delegates(tab: AdminPageTab): Promise<void> {
  const google = await tab.opens('Open domain-wide delegation');
  await google.getByRole('button', { name: 'Authorize' }).click();
  await google.getByRole('row', { name: /calendar/ }).waitFor();
  await google.close();
  await tab.isShownAgain();
}

async function installs(google: Consoles): Promise<void> {
  await google.follow(/^Tandem/);
  await google.follow('Admin install');
  await google.press('Continue');
  await google.page.getByLabel('Everyone at your organization').check();
  await google.press('Continue');
  await google.page.getByRole('checkbox', { name: /I agree to the application's Terms/ }).check();
  await google.press('Finish');
  await google.sees('Tandem has been installed');
}

test('somebody who is no administrator asks a colleague, who finds it by the mail and sets it up [H6, H17-H22, G1, G2, G7-G9]', async () => {
  const anna = await adminPageOf(ANNA);
  await anna.press('Install');
  await anna.sees('Are you a Workspace administrator?');
  await isWell(anna, 'asked-role');
  await anna.press('Ask an administrator');
  await anna.inside.getByLabel('Name or address').fill('aino');
  await anna.press('Find');
  await anna.sees('Send the request?');
  await isWell(anna, 'asked-whom');
  await anna.press(`Ask Aino Laine (${ADMIN})`);
  await anna.sees('Not opened yet');
  await isWell(anna, 'asked-waiting');

  const mails = await browser.openAddress('/workspace/outbox');
  await mails.getByRole('link', { name: /Please set up Tandem/ }).click();
  await mails.getByText('Follow the steps').waitFor();
  const [tab] = await Promise.all([
    mails.waitForEvent('popup'),
    mails.getByRole('link', { name: /\/exec/ }).click(),
  ]);
  const aino = await allows(tab);
  await aino.sees('Ready to finalize');
  await isWell(aino, 'asked-ready');
  await aino.press('Finalize');
  await aino.sees('Step 1. Install from the Marketplace');
  await anna.page.reload();
  await anna.sees('Opened, not finalized yet');

  const listing = await browser.open(ADMIN, 'admin', 'apps', 'marketplace', 'store');
  await installs(new Consoles(listing));
  await listing.close();
  await aino.isShownAgain();
  await aino.sees('Already installed.');
  await delegates(aino);
  await aino.press('Finalize Google Workspace sync');
  await aino.sees('Google Workspace is connected');
  await anna.page.reload();
  await anna.sees('this page is for its Workspace administrators');
  await isWell(anna, 'asked-done');
});

test('two tabs of the set-up, and Back in the middle of it, lead to one organization that is set up once', async () => {
  const first = await adminPageOf(ADMIN);
  const second = new AdminPageTab(await browser.openAddress(addressFor(ADMIN)));
  await first.press('Install');
  await first.sees('Are you a Workspace administrator?');
  await first.press('I am an administrator');
  await first.sees('Step 1. Install from the Marketplace');
  // The other tab still shows the beginning.
  await second.press('Install');
  await second.press('Ask an administrator');
  await second.sees('Who administers your Google Workspace?');
  await first.page.reload();
  await first.sees('Who administers your Google Workspace?');
  await first.press('I am an administrator');
  await first.sees('Step 1. Install from the Marketplace');

  const listing = await browser.open(ADMIN, 'admin', 'apps', 'marketplace', 'store');
  await installs(new Consoles(listing));
  await listing.close();
  await first.isShownAgain();
  await first.sees('Already installed.');
  await delegates(first);
  await first.sees('Already authorized.');
  await first.press('Finalize Google Workspace sync');
  await first.sees('Google Workspace is connected');

  // The steps are over: the other tab finds that, whatever it presses.
  await second.press('I am an administrator');
  await second.sees(/Step 4. Finalize|Google Workspace is connected/);
  await first.goTo('People');
  await first.press('Look at what will happen');
  await first.sees('Nothing has been written yet.');
  await first.page.goBack();
  await first.sees('Google Workspace is connected');
  await first.page.goForward();
  await first.sees('Nothing has been written yet.');
  await first.press('Bring 56 people in');
  await first.sees('Brought in: 56');
  await first.page.goBack();
  await first.page.reload();
  await first.sees('Google Workspace is connected');
  const { record } = workspace().installed!;
  expect(record.triggers.filter(({ handler }) => handler === 'runSyncs')).toHaveLength(1);
  expect(Object.keys(workspace().state.sheets.spreadsheets)).toHaveLength(1);
});

interface P12 {
  readonly file: Buffer;
  readonly password: string;
  readonly email: string;
}

/** Google Cloud console → New Project → Enable the Calendar API → Create Service Account → Keys → P12 (S9-S12). */
async function makesKey(page: Page): Promise<P12> {
  const google = new Consoles(page);
  await google.press('Create project');
  await page.getByLabel('Project name').fill('Calendar sync');
  await google.confirm('Create');
  await page.getByRole('heading', { name: 'Calendar sync', level: 1 }).waitFor();
  await google.follow('APIs & services');
  await google.press('Enable Google Calendar API');
  await page.getByRole('button', { name: 'Disable Google Calendar API' }).waitFor();
  await page
    .getByRole('navigation', { name: 'Cloud console' })
    .getByText('Service accounts')
    .click();
  await google.press('Create service account');
  await page.getByLabel('Service account name').fill('calendar-sync');
  await google.confirm('Create');
  await page.getByRole('heading', { name: 'calendar-sync', level: 1 }).waitFor();
  const email = (await page.getByText(/^calendar-sync@.*gserviceaccount\.com$/).textContent())!;
  await google.press('Add key');
  await page.getByRole('radio', { name: /^P12/ }).check();
  const [saved] = await Promise.all([page.waitForEvent('download'), google.confirm('Create')]);
  const password = (await page.locator('.secret').textContent())!;
  await google.confirm('Close');
  return { file: await contentOf(saved), password, email };
}

async function uploads(tab: AdminPageTab, { file, password, email }: P12): Promise<void> {
  await tab.press('Use your own service account');
  await tab.inside
    .getByLabel('Private key file (P12, JSON or PEM)')
    .setInputFiles({ name: 'calendar-sync.p12', mimeType: 'application/x-pkcs12', buffer: file });
  await tab.sees('opens with its password');
  await tab.inside.getByLabel('Private key password').fill(password);
  await tab.press('Open the file');
  await tab.sees('The key is ready');
  await tab.inside.getByLabel('Service account email').fill(email);
  await isWell(tab, 'severa-key');
  await tab.press('Save');
  await tab.sees('Your organization’s own');
}

test('an organization makes its own service account, uploads its P12 key with its password, delegates it and turns calendars on at the end [S2, S8-S18, S23, S25-S31]', async () => {
  const console_ = await browser.open(ADMIN, 'cloud');
  const key = await makesKey(console_);
  const listing = await browser.open(ADMIN, 'admin', 'apps', 'marketplace', 'store');
  await installs(new Consoles(listing));
  const [opened] = await Promise.all([
    listing.waitForEvent('popup'),
    new Consoles(listing).follow('Set up Tandem'),
  ]);
  const tab = new AdminPageTab(opened);
  await tab.seesSteps();
  await uploads(tab, key);
  await isWell(tab, 'severa-saved');
  await tab.press('Go on with the set-up');
  await tab.seesSteps();
  await delegates(tab);
  await tab.sees('Already authorized.');
  await tab.press('Finalize Google Workspace sync');
  await tab.sees('Google Workspace is connected');
  await tab.press('Bring your people in');
  await tab.press('Bring 56 people in');
  await tab.press('Turn calendars on');
  await tab.sees('Tandem runs every minute.');
  await isWell(tab, 'severa-on');

  const google = new Consoles(await browser.open(ANNA, 'calendar'));
  await google.openPanel();
  await google.inPanel('Turn on my calendar sync');
  await google.panelSays('Looking at your calendar');
  workspace().advance(MINUTE_MS);
  await google.inPanel('Refresh');
  await google.inPanel('Start');
  await google.panelSays('Starting');
  workspace().advance(MINUTE_MS);
  await google.inPanel('Refresh');
  await google.panelSays('Written in your work system');
  const { oauth, cloud } = workspace().state;
  const own = Object.values(cloud.projects).flatMap(({ serviceAccounts }) =>
    Object.entries(serviceAccounts).filter(([, { email }]) => email === key.email),
  );
  const inUse = Object.values(oauth.accessTokens).filter(({ impersonated }) => impersonated);
  expect(new Set(inUse.map(({ clientId }) => clientId))).toEqual(new Set(own.map(([id]) => id)));
  const kept = JSON.stringify(workspace().installed!.record.scriptProperties);
  expect(kept).not.toContain(key.password);
});
