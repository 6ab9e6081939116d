import { installFor } from '../../emulator/workspace/oauth/install-coverage';
import { expectSound, follow, press } from '../support/admin-pages';
import { openConsole, type Browser } from '../support/browser';
import { ADMIN, ANNA, smallCompany } from '../support/small-company';
import { APP_NAME, CALENDAR, DIRECTORY, offeredApp } from '../support/offered-app';

const app = offeredApp();
let browser: Browser;

beforeAll(async () => {
  browser = await openConsole({ seed: company(), script: app.folder, scriptOwner: 'vendor' });
});
afterEach(() => browser.closePages());
afterAll(async () => {
  await browser.close();
  app.remove();
});

/** The small company with two units, one for its administrator, and a group. */
function company() {
  const state = smallCompany();
  const { orgUnits, users, groups } = state.directory;
  for (const name of ['IT', 'Sales'])
    orgUnits[`id:${name}`] = {
      ...orgUnits['id:root']!,
      orgUnitId: `id:${name}`,
      name,
      orgUnitPath: `/${name}`,
      parentOrgUnitId: 'id:root',
    };
  for (const user of Object.values(users))
    user.orgUnitPath = user.primaryEmail === ADMIN ? '/IT' : '/Sales';
  groups['g1'] = {
    id: 'g1',
    customerId: 'C01acme00',
    email: 'planners@acme.example',
    name: 'Planners',
    description: '',
    aliases: [],
    members: [],
  };
  return state;
}

const personOf = (email: string) =>
  Object.values(browser.started.workspace.state.directory.users).find(
    ({ primaryEmail }) => primaryEmail === email,
  )!;

const appRecord = () => browser.started.workspace.installed!.record;

/** Whether an administrator has turned the app on for somebody. */
const isOnFor = (email: string): boolean =>
  installFor(browser.started.workspace, appRecord().clientId, personOf(email).id)?.by ===
  'administrator';

test('a person installs an app for themselves, allows some of what it asks for, and revokes it on their own page', async () => {
  const page = await browser.open(ADMIN, 'admin', 'apps', 'marketplace', 'store');
  await follow(page, new RegExp(APP_NAME));
  await press(page, 'Individual install');
  await page.getByRole('checkbox', { name: /events on all your calendars/ }).check();
  await expectSound(page);
  await press(page, 'Continue');
  await page.getByText('You have installed it for yourself.').waitFor();

  const own = await browser.open(ADMIN, 'account');
  await own.getByText(CALENDAR).waitFor();
  expect(await own.getByText(DIRECTORY).count()).toBe(0);
  await expectSound(own);
  await press(own, `Remove access for ${APP_NAME}`);
  await own.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click();
  await own.getByText('No app has access to your account.').waitFor();
  await own.close();

  await press(page, 'Uninstall for yourself');
  await page.getByRole('button', { name: 'Individual install' }).waitFor();
  await page.close();
});

test('an administrator installs an app for one organizational unit: it must include their own, and the terms must be accepted [H8-H13]', async () => {
  const page = await browser.open(ADMIN, 'admin', 'apps', 'marketplace');
  await page.getByText('No Marketplace apps are installed for your organization.').waitFor();
  await expectSound(page);
  await follow(page, 'Install app');
  await follow(page, new RegExp(APP_NAME));
  await page.getByText('See info about users on your domain').waitFor();
  await expectSound(page);
  await follow(page, 'Admin install');
  await press(page, 'Continue');
  await page.getByLabel('Certain groups or organizational units').check();
  await page.getByRole('checkbox', { name: /Sales/ }).check();
  await press(page, 'Continue');
  await page.getByText(/your own organizational unit \(\/IT\) must be among those/).waitFor();
  await page.getByRole('checkbox', { name: /Sales/ }).uncheck();
  await page.getByRole('checkbox', { name: /IT/ }).check();
  await expectSound(page);
  await press(page, 'Continue');
  await page.getByText('Installing for: /IT').waitFor();
  await press(page, 'Finish');
  await page.getByText('Agree to the terms of the application before you finish.').waitFor();
  await page.getByRole('checkbox', { name: /I agree to the application's Terms/ }).check();
  await press(page, 'Finish');
  await page.getByRole('heading', { name: `${APP_NAME} has been installed` }).waitFor();
  await follow(page, 'Done');
  await page.getByText('On for some').waitFor();
  await page.getByText('Granted', { exact: true }).waitFor();
  await expectSound(page);
  expect([isOnFor(ADMIN), isOnFor(ANNA)]).toEqual([true, false]);
  await page.close();
});

test('user access of an app is turned on for a unit and a group, and kept after a reload', async () => {
  const page = await browser.open(ADMIN, 'admin', 'apps', 'marketplace');
  await follow(page, APP_NAME);
  await follow(page, 'Manage user access');
  await page.getByLabel('User access of Sales').selectOption('on');
  await page.getByLabel('Group address').fill('planners@acme.example');
  await press(page, 'Turn on for this group');
  await press(page, 'Save');
  await page.getByText('User access saved.').waitFor();
  await expectSound(page);
  await page.reload();
  await page.getByRole('button', { name: 'Turn off for planners@acme.example' }).waitFor();
  expect(await page.getByLabel('User access of Sales').inputValue()).toBe('on');
  expect(isOnFor(ANNA)).toBe(true);
  await page.close();
});

test('data access of an app is revoked and granted again [H12]', async () => {
  const page = await browser.open(ADMIN, 'admin', 'apps', 'marketplace');
  await follow(page, APP_NAME);
  await press(page, 'Revoke');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('Revoked', { exact: true }).waitFor();
  await press(page, 'Grant access');
  await page.getByRole('dialog').getByText(CALENDAR).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Grant access' }).click();
  await page.getByText('Granted', { exact: true }).waitFor();
  await page.close();
});

test('the account menu leads to the apps with access', async () => {
  const page = await browser.open(ANNA, 'account');
  await page.getByRole('button', { name: new RegExp(`Account: .* ${ANNA}`) }).click();
  await follow(page, 'Third-party apps with account access');
  await page.getByRole('heading', { name: 'Third-party apps with account access' }).waitFor();
  await page.close();
});

test('unconfigured third-party apps are blocked, and one is trusted by name [H32]', async () => {
  const page = await browser.open(ADMIN, 'admin', 'security', 'api-controls');
  await page.getByLabel("Don't allow users to access any third-party apps").check();
  await press(page, 'Save');
  await page.getByText('API controls saved.').waitFor();
  await expectSound(page);

  const listing = await browser.open(
    ADMIN,
    ...['admin', 'apps', 'marketplace', 'store', appRecord().projectNumber],
  );
  await press(listing, 'Individual install');
  await listing.getByText('Access blocked').waitFor();
  await press(listing, 'Continue');
  await listing
    .getByRole('alert')
    .getByText(/admin_policy_enforced/)
    .waitFor();
  await listing.close();

  await follow(page, 'Manage app access');
  await press(page, 'Configure new app');
  await page.getByLabel('OAuth app name or client ID').fill('desk');
  await press(page, 'Search');
  await page.getByRole('radio', { name: new RegExp(APP_NAME) }).waitFor();
  await press(page, 'Select');
  await page.getByRole('radio', { name: /^Trusted/ }).check();
  await expectSound(page);
  await press(page, 'Change');
  await page
    .getByRole('row', { name: new RegExp(`${APP_NAME}.*Trusted`) })
    .first()
    .waitFor();
  await expectSound(page);

  await page.goBack();
  const again = await browser.open(
    ADMIN,
    'admin',
    'apps',
    'marketplace',
    'store',
    appRecord().projectNumber,
  );
  await press(again, 'Individual install');
  await again.getByText(`This will allow ${APP_NAME} to:`).waitFor();
  await press(again, 'Continue');
  await again.getByText('You have installed it for yourself.').waitFor();
  await again.close();
  await page.close();
});

test('a Google service is restricted', async () => {
  const page = await browser.open(ADMIN, 'admin', 'security', 'api-controls', 'services');
  await press(page, 'Restrict Calendar');
  await page.getByRole('button', { name: 'Unrestrict Calendar' }).waitFor();
  await expectSound(page);
  await press(page, 'Unrestrict Calendar');
  await page.getByRole('button', { name: 'Restrict Calendar' }).waitFor();
  await page.close();
});

test('a client is delegated, takes effect, is edited and deleted [I4-I7, S14]', async () => {
  const page = await browser.open(ADMIN, 'admin', 'security', 'domain-wide-delegation');
  await press(page, 'Add new');
  await page.getByLabel('Client ID', { exact: true }).fill('107422246740402449775');
  await page.getByLabel('OAuth scopes').fill(`${CALENDAR}, nonsense`);
  await press(page, 'Authorize');
  await page.getByText('Not an OAuth scope: nonsense').waitFor();
  expect(await page.getByLabel('OAuth scopes').inputValue()).toBe(`${CALENDAR}, nonsense`);
  await expectSound(page);
  await page.getByLabel('OAuth scopes').fill(`${CALENDAR}, ${DIRECTORY}`);
  await press(page, 'Authorize');
  await page.getByRole('cell', { name: '107422246740402449775' }).last().waitFor();
  await expectSound(page);
  await press(page, /View details/);
  await page.getByText('In effect for 0 of 3 accounts').waitFor();
  await press(page, 'Check this account');
  await page.getByText(`The change has not reached ${ADMIN} yet.`).waitFor();
  await page.getByRole('button', { name: 'Clock of this Workspace' }).click();
  await press(page, 'Go 1 hour forward');
  await page.getByText('In effect for everyone').waitFor();
  await expectSound(page);
  await press(page, 'Edit');
  await page.getByLabel('OAuth scopes').fill(CALENDAR);
  await press(page, 'Authorize');
  await page.getByText(DIRECTORY, { exact: true }).waitFor({ state: 'detached' });
  await press(page, 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No clients are authorized.').waitFor();
  await page.close();
});

test.each([
  ['apps', 'marketplace', 'store'],
  ['security', 'api-controls'],
  ['security', 'domain-wide-delegation'],
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

test('an app is uninstalled after a confirmation', async () => {
  const page = await browser.open(ADMIN, 'admin', 'apps', 'marketplace');
  await follow(page, APP_NAME);
  await press(page, 'Uninstall app');
  await page.getByRole('dialog').getByRole('button', { name: 'Uninstall app' }).click();
  await page.getByText('No Marketplace apps are installed for your organization.').waitFor();
  expect(isOnFor(ADMIN)).toBe(false);
  await page.close();
});
