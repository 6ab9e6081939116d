import { createSign } from 'node:crypto';
import forge from 'node-forge';
import type { Page } from 'playwright-core';
import { axeProblems, contentOf, openConsole, type Browser } from '../support/browser';
import { ADMIN, ANNA, smallCompany } from '../support/small-company';

const CALENDAR = 'https://www.googleapis.com/auth/calendar';

let browser: Browser;
beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany() });
});
afterEach(() => browser.closePages());
afterAll(() => browser.close());

const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).click();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

async function expectSound(page: Page): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(page.viewportSize()!.width);
}

/** Opens a new project with a service account in it. */
async function aServiceAccount(name: string): Promise<Page> {
  const page = await browser.open(ADMIN, 'cloud');
  await press(page, 'Create project');
  await page.getByLabel('Project name').fill(name);
  await confirm(page, 'Create');
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page
    .getByRole('navigation', { name: 'Cloud console' })
    .getByText('Service accounts')
    .click();
  await press(page, 'Create service account');
  await page.getByLabel('Service account name').fill('Calendar sync');
  await confirm(page, 'Create');
  await page.getByRole('heading', { name: 'Calendar sync', level: 1 }).waitFor();
  return page;
}

const clientIdOn = async (page: Page): Promise<string> =>
  (await page.getByText(/^\d{21}$/).textContent())!;

/** Adds a key and reads the file that the browser saved. */
async function addKey(page: Page, type: 'JSON' | 'P12'): Promise<Buffer> {
  await press(page, 'Add key');
  await page.getByRole('radio', { name: new RegExp(`^${type}`) }).check();
  const [file] = await Promise.all([page.waitForEvent('download'), confirm(page, 'Create')]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${type.toLowerCase()}$`));
  return contentOf(file);
}

test('a service account is made, delegated, and its JSON key acts for a person [S9-S14]', async () => {
  const page = await aServiceAccount('Sync one');
  const clientId = await clientIdOn(page);
  await expectSound(page);
  const key = JSON.parse((await addKey(page, 'JSON')).toString()) as Record<string, string>;
  expect(key['client_id']).toBe(clientId);
  await page.getByText('Private key saved to your computer').waitFor();
  await confirm(page, 'Close');
  await page.getByRole('cell', { name: key['private_key_id']!, exact: true }).waitFor();
  await expectSound(page);

  await follow(page, 'Admin console');
  await press(page, 'Add new');
  await page.getByLabel('Client ID', { exact: true }).fill(clientId);
  await page.getByLabel('OAuth scopes').fill(CALENDAR);
  await press(page, 'Authorize');
  await page.getByRole('link', { name: 'Calendar sync' }).waitFor();
  browser.started.clock.advance(20 * 60_000);
  expect(await tokenStatus(key)).toBe(200);
  await page.close();
});

async function tokenStatus(key: Record<string, string>): Promise<number> {
  const { started } = browser;
  const iat = Math.floor(started.clock.now() / 1000);
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const claims = {
    iss: key['client_email'],
    sub: ANNA,
    scope: CALENDAR,
    aud: key['token_uri'],
    iat,
    exp: iat + 3600,
  };
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: key['private_key_id'] })}.${part(claims)}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(key['private_key']!, 'base64url');
  const { status } = await fetch(`${started.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: `${signed}.${signature}`,
    }),
  });
  return status;
}

test('a P12 key opens with the password that is shown once, and is deleted after a confirmation [S11, S12]', async () => {
  const page = await aServiceAccount('Sync two');
  const file = await addKey(page, 'P12');
  const password = (await page.locator('.secret').textContent())!;
  await expectSound(page);
  const opened = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString('binary')), password);
  const bag = forge.pki.oids['pkcs8ShroudedKeyBag']!;
  expect(opened.getBags({ bagType: bag })[bag]).toHaveLength(1);
  await confirm(page, 'Close');
  await page.getByText(password, { exact: true }).waitFor({ state: 'detached' });
  await press(page, /^Delete key/);
  await confirm(page, 'Delete');
  await page.getByText('This service account has no keys.').waitFor();
  await page.close();
});

test('an organization policy that forbids keys is enforced, refuses, and is lifted', async () => {
  const page = await aServiceAccount('Sync three');
  const address = page.url();
  await follow(page, 'Organization policies');
  await press(page, 'Enforce');
  await confirm(page, 'Enforce');
  await page.getByText('Enforced', { exact: true }).waitFor();
  await expectSound(page);
  await page.goto(address);
  await press(page, 'Add key');
  await confirm(page, 'Create');
  await page
    .getByText(/organization policy blocks it \(iam.disableServiceAccountKeyCreation\)/)
    .waitFor();
  await expectSound(page);
  await confirm(page, 'Cancel');
  await follow(page, 'Organization policies');
  await press(page, 'Turn off');
  await confirm(page, 'Turn off');
  await page.getByText('Not enforced').waitFor();
  await page.goto(address);
  await addKey(page, 'JSON');
  await page.close();
});

test('a person is allowed to sign for a service account without a key, and then no longer is', async () => {
  const page = await aServiceAccount('Sync four');
  await press(page, 'Grant access');
  await page.getByLabel('New principal').fill(ANNA);
  await confirm(page, 'Save');
  await page.getByText('Service Account Token Creator', { exact: true }).waitFor();
  await press(page, `Remove access for ${ANNA}`);
  await page.getByText('No one has this role.').waitFor();
  await page.close();
});

test('a service account is disabled, enabled and deleted', async () => {
  const page = await aServiceAccount('Sync five');
  await press(page, 'Disable service account');
  await page.getByText('Disabled', { exact: true }).waitFor();
  await press(page, 'Enable service account');
  await page.getByText('Enabled', { exact: true }).waitFor();
  await press(page, 'Delete service account');
  await confirm(page, 'Delete');
  await page.getByText('This project has no service accounts.').waitFor();
  await expectSound(page);
  await page.close();
});

test('APIs of a project are enabled and disabled [S10]', async () => {
  const page = await aServiceAccount('Sync six');
  await follow(page, 'APIs & services');
  await press(page, 'Enable Google Calendar API');
  await page.getByRole('button', { name: 'Disable Google Calendar API' }).waitFor();
  await expectSound(page);
  await press(page, 'Disable Google Calendar API');
  await confirm(page, 'Disable');
  await page.getByRole('button', { name: 'Enable Google Calendar API' }).waitFor();
  await page.close();
});

test('a project id that is taken is refused, and what was typed stays', async () => {
  const page = await browser.open(ADMIN, 'cloud');
  for (const round of [1, 2]) {
    await press(page, 'Create project');
    await page.getByLabel('Project name').fill('Twice');
    await page.getByLabel('Project ID').fill('twice-over');
    await confirm(page, 'Create');
    if (round === 1) {
      await page.getByRole('heading', { name: 'Twice', level: 1 }).waitFor();
      await page.getByRole('navigation', { name: 'Cloud console' }).getByText('Projects').click();
    }
  }
  await page.getByText('The project ID you entered is already in use.').waitFor();
  expect(await page.getByLabel('Project name').inputValue()).toBe('Twice');
  await page.close();
});

test.each([[[]], [['org-policies']]])('cloud/%s fits a window of 360 pixels', async (path) => {
  const page = await browser.openAddress(['', 'u', ADMIN, 'cloud', ...path].join('/'), {
    width: 360,
    height: 740,
  });
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
  await expectSound(page);
  await page.close();
});
