// `npm run screenshots`: starts the built Workspace and takes the pictures that the documents show.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { requireChromium } from './chromium.mjs';
import { EMULATOR_FILE } from './emulator.mjs';
import { importTypeScript } from './import-typescript.mjs';
import { withPalette } from './palette-png.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = join(root, 'docs/pictures');
const MOST_BYTES = 120 * 1024;

const ADMIN = 'admin@havu.example';
const ANNA = 'anna.virtanen@havu.example';
const NOORA = 'noora.saari@havu.example';

/** As start.mjs runs it. */
const OF_OUR_ADD_ON = [
  '--publisher-key',
  'publisher.service-account-key',
  '--publisher-project',
  'publisher.project-number',
];

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };

const HOURS = [
  ['Person', 'Project', 'Monday', 'Tuesday', 'Wednesday', 'Total'],
  ['Anna Virtanen', 'Intranet', 4, 6.5, 3, 13.5],
  ['Heikki Lehto', 'Intranet', 7.5, 7.5, 7.5, 22.5],
  ['Liisa Nurmi-Berg', 'Data platform', 2, 0, 5, 7],
  ['Noora Saari', 'Recruiting', 1.5, 3, 0, 4.5],
];

const EVENT = { commonEventObject: { hostApp: 'CALENDAR', parameters: { words: 'Hello' } } };
const RUNS = [
  ['onHomepage', ANNA],
  ['onTexts', ANNA],
  ['onInputs', ANNA],
  ['onHomepage', ADMIN],
  ['onThrow', ADMIN],
  ['onChoices', ANNA],
  ['onToast', ADMIN],
];

/** Starts a Workspace on a free port. Its clock is stopped, so that every run takes the same pictures. */
async function start(...args) {
  const options = ['--port', '0', '--clock', 'manual', '--no-open', ...args];
  const child = spawn('node', [EMULATOR_FILE, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    const url = /^ready (\S+)/m.exec(text)?.[1];
    if (url) return { url, control: (path, body) => control(url, path, body), child };
  }
  throw new Error('The Workspace did not start.');
}

async function control(url, path, body) {
  const response = await fetch(`${url}/_workspace/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${answer.error.message}`);
  return answer;
}

const admin = async ({ control }, as, action, input = {}) =>
  (await control('admin', { as, action, input })).result;

const installForOneself = async (workspace, as) => {
  const { listings } = await admin(workspace, as, 'marketplace.list');
  const [{ applicationId }] = listings;
  await admin(workspace, as, 'marketplace.individualInstall', { applicationId });
  return applicationId;
};

async function spreadsheet({ control }) {
  const act = async (method, params, body) =>
    (await control('act', { as: ANNA, method, params, body })).answer;
  const { spreadsheetId } = await act(
    'sheets.spreadsheets.create',
    {},
    {
      properties: { title: 'Project hours' },
      sheets: [{ properties: { title: 'Week 10' } }],
    },
  );
  await act(
    'sheets.spreadsheets.values.update',
    { spreadsheetId, range: 'Week 10!A1', valueInputOption: 'USER_ENTERED' },
    { values: HOURS },
  );
  return spreadsheetId;
}

async function serviceAccount(workspace) {
  const { projectId } = await admin(workspace, ADMIN, 'cloud.createProject', {
    name: 'Calendar sync',
    projectId: 'havu-calendar-sync',
  });
  const account = await admin(workspace, ADMIN, 'cloud.createServiceAccount', {
    project: projectId,
    name: 'runner',
    displayName: 'Runner',
  });
  for (const type of ['json', 'p12'])
    await admin(workspace, ADMIN, 'cloud.createKey', { serviceAccount: account.email, type });
  return { projectId, ...account };
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Opens the add-on in the side panel. */
async function openPanel(page, name) {
  await page.getByRole('navigation', { name: 'Side panel' }).getByRole('button', { name }).click();
  await page.getByRole('complementary', { name }).getByRole('heading').nth(1).waitFor();
}

/** Opens Tandem in the side panel, for pictures of the emulator. */
async function withPanel(page) {
  await page.locator('.fc-timegrid').waitFor();
  await openPanel(page, 'Tandem');
}

/** The newcomer's path with our add-on, in the same steps as test/browser/newcomer.test.ts. */
async function ofOurAddOn(workspace, take) {
  const page = await take.newPage('/');
  const google = new newcomer.Consoles(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await take.shown('admin-home', page);
  const admin = await newcomer.adminInstall(google, () => take.shown('marketplace', page));
  await ofTheAdminPage(google, admin, take);
  await page.bringToFront();
  await ofOnesOwnCalendar(google, take);
  await ofTheWorkbook(google, take);
  await admin.page.close();
  await ofTheConsoles(workspace, take);
}

async function ofTheAdminPage(google, admin, take) {
  await admin.seesSteps();
  await take.shown('admin-page-setup', admin.page);
  await admin.delegates();
  await google.page.bringToFront();
  await google.later('1 day');
  await admin.isShownAgain();
  await admin.press('Finalize Google Workspace sync');
  await admin.sees('What is left to do');
  await take.shown('admin-page-left', admin.page);
  await admin.press('Bring your people in');
  await admin.sees('What will happen');
  await take.shown('admin-page-people', admin.page);
  await admin.press(/^Bring \d+ people in$/);
  await admin.sees('In step with Google');
  await admin.press('Who takes part');
  await admin.sees('Nothing is saved before you have seen whom it means');
  await take.shown('admin-page-who-takes-part', admin.page);
  await admin.goTo('People');
  await admin.press('Turn calendars on');
  await admin.sees('Each person turns on their own sync');
  await take.shown('admin-page-calendars', admin.page);
  await admin.goTo('Integrations');
  await admin.press('Check again');
  await admin.sees('What was checked');
  await take.shown('admin-page-checks', admin.page);
}

async function ofOnesOwnCalendar(google, take) {
  const { page } = google;
  await google.becomes('Noora Saari');
  await google.product('Calendar');
  await google.openPanel();
  await take.shown('calendar-panel-off', page);
  await google.inPanel('Turn on my calendar sync');
  await google.panelSaysLater('What would happen');
  await take.shown('calendar-panel-preview', page);
  await google.inPanel('Start');
  await google.panelSaysLater('Written in your work system');
  await google.press('Create');
  await page.getByLabel('Title').fill('Offer for Lahti');
  await google.confirm('Save');
  await google.sees('Offer for Lahti');
  await google.panelSaysLater(/^8 entries$/);
  await take.shown('calendar-panel-on', page);
  await google.press(/^Offer for Lahti/);
  await google.panelSays('Is this event synced?');
  await take.shown('event-why', page);
}

async function ofTheWorkbook(google, take) {
  const { page } = google;
  await google.becomes('Aino Laine');
  await google.product('Sheets');
  await google.follow('Tandem');
  await google.follow('Activities');
  await google.sees('Offer for Lahti');
  await take.shown('workbook-activities', page);
  await google.follow('All spreadsheets');
  await google.press('Blank spreadsheet');
  await google.openPanel();
  await google.inPanel('Give Tandem this file');
  await google.confirm('Allow');
  await google.inPanel('Export');
  await google.panelSays(/rows? added/);
  await google.follow('OAuth log events');
  await google.sees('Application ID');
  await take.shown('sheets-export', page);
}

/** Other places in the Workspace. */
async function ofTheConsoles(workspace, take) {
  const file = await spreadsheet(workspace);
  const account = await serviceAccount(workspace);
  await take('calendar', `/u/${NOORA}/calendar/week/2026-03-02`, withPanel);
  await take('calendar-dark', `/u/${NOORA}/calendar/week/2026-03-02`, withPanel, { dark: true });
  await take('calendar-narrow', `/u/${ANNA}/calendar/day/2026-03-03`, undefined, { size: NARROW });
  await take('sheets', `/u/${ANNA}/sheets/${file}`, async (page) => {
    await page.getByText('Data platform').first().waitFor();
    await openPanel(page, 'Tandem');
  });
  await take('admin-users', `/u/${ADMIN}/admin/users`);
  await take('delegation', `/u/${ADMIN}/admin/security/domain-wide-delegation`);
  await take('oauth-log-events', `/u/${ADMIN}/admin/reporting/token`);
  await take('service-account-keys', `/u/${ADMIN}/cloud`, async (page) => {
    await page.getByRole('link', { name: 'Calendar sync', exact: true }).click();
    await page.getByRole('link', { name: 'Service accounts', exact: true }).first().click();
    await page.getByRole('link', { name: new RegExp(account.email) }).click();
    await page.getByRole('heading', { name: 'Runner' }).waitFor();
  });
}

/** Pictures of another add-on: every widget, and the executions that using it leaves behind. */
async function ofAnotherAddOn(workspace, take) {
  await take('marketplace-install', `/u/${ADMIN}/admin/apps/marketplace`, async (page) => {
    for (const name of ['Install app', /^Widget gallery/, 'Admin install'])
      await page.getByRole('link', { name }).first().click();
    await button(page, 'Continue').click();
    await page.getByLabel('Certain groups or organizational units').check();
    await page.getByLabel('Find organizational units').fill('IT');
    await page.getByRole('checkbox', { name: /^IT/ }).check();
  });
  await installForOneself(workspace, ANNA);
  // Before any page is open: anything at the same time would change how long the calls take.
  for (const [name, as] of RUNS)
    await workspace.control('run', { function: name, as, surface: 'addon', event: EVENT });
  await take('executions', '/workspace/executions');
  await take('side-panel', `/u/${ANNA}/calendar/week/2026-03-02`, async (page) => {
    await page.locator('.fc-timegrid').waitFor();
    await openPanel(page, 'Widget gallery');
    await button(page, 'Inputs').click();
    await page.getByLabel('Name').waitFor();
  });
}

/** Waits until the page looks the same twice in a row. */
async function settle(page) {
  for (let before = Buffer.alloc(0); ;) {
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (png.equals(before)) return png;
    before = png;
    await page.waitForTimeout(300);
  }
}

/** Takes pictures: with everything loaded, nothing moving, no caret and no short-lived notices. */
function camera(browser, { url }) {
  async function newPage(address, { size = WIDE, dark = false } = {}) {
    const context = await browser.newContext({
      viewport: size,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(url + address, { waitUntil: 'networkidle' });
    return page;
  }

  async function shown(name, page) {
    await page.mouse.move(0, 0);
    await page.waitForLoadState('networkidle');
    for (const frame of page.frames()) {
      await frame.locator('.toast').first().waitFor({ state: 'detached' });
      await frame.evaluate('document.fonts.ready.then(() => document.activeElement?.blur())');
    }
    const png = withPalette(await settle(page));
    if (png.length > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes.`);
    await writeFile(join(FOLDER, `${name}.png`), png);
    console.log(`docs/pictures/${name}.png ${Math.round(png.length / 1024)} KB`);
  }

  async function take(name, address, steps = async () => {}, look = {}) {
    const page = await newPage(address, look);
    await steps(page);
    await shown(name, page);
    await page.context().close();
  }
  return Object.assign(take, { newPage, shown });
}

await import('./build.mjs');
await mkdir(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: requireChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-lcd-text'],
});
const newcomer = await importTypeScript('test/support/newcomer.ts');
const gallery = join(root, 'test/fixtures/widget-gallery');
try {
  for (const [args, pictures] of [
    [OF_OUR_ADD_ON, ofOurAddOn],
    [['--script', gallery], ofAnotherAddOn],
  ]) {
    const workspace = await start(...args);
    await pictures(workspace, camera(browser, workspace)).finally(() => workspace.child.kill());
  }
} finally {
  await browser.close();
}
