import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { axeProblems, openConsole, type Browser } from '../support/browser';
import { ADMIN, ANNA, BEN, smallCompany } from '../support/small-company';

const SCRIPT = join(__dirname, '../fixtures/web-app');

let browser: Browser;
let address: string;

beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany(), script: SCRIPT });
  address = `/macros/s/${browser.started.workspace.installed!.record.deploymentId}/exec`;
});
afterAll(() => browser.close());

const as = (email: string, rest = ''): string =>
  `${address}${rest}?authuser=${encodeURIComponent(email)}`;
const appIn = (page: Page): FrameLocator => page.frameLocator('iframe');
const answers = (page: Page, words: string | RegExp): Promise<void> =>
  appIn(page).getByRole('status').filter({ hasText: words }).waitFor();
const press = (page: Page, name: string): Promise<void> =>
  appIn(page).getByRole('button', { name, exact: true }).click();

async function allowed(email: string): Promise<Page> {
  const page = await browser.openAddress(as(email));
  await page.getByRole('link', { name: 'Review permissions' }).click();
  const consent = page.getByRole('dialog', { name: /web-app wants access/ });
  await consent.getByRole('checkbox', { name: 'Select all' }).check();
  await consent.getByRole('button', { name: 'Continue' }).click();
  await appIn(page).getByRole('heading', { name: 'Notes' }).waitFor();
  return page;
}

describe('a web app', () => {
  let page: Page;

  test('asks who is visiting and what it may do, and opens', async () => {
    page = await browser.openAddress(address);
    await page.getByRole('heading', { name: 'Choose an account' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('searchbox', { name: 'Find an account' }).last().fill('anna');
    await page.getByRole('main').getByRole('link', { name: ANNA }).click();
    await page.getByText('needs your permission to access your data on Google.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Review permissions' }).click();
    const consent = page.getByRole('dialog', { name: /web-app wants access/ });
    await consent.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/You did not give web-app access/).waitFor();
    await page.getByRole('button', { name: 'Review permissions' }).click();
    await consent.getByRole('checkbox', { name: 'Select all' }).check();
    await consent.getByRole('button', { name: 'Continue' }).click();
    await appIn(page).getByRole('heading', { name: 'Notes' }).waitFor();
    expect(await page.title()).toBe('Notes');
  });

  test('runs functions of the script as its visitor', async () => {
    await press(page, 'Who am I');
    await answers(page, `whoAmI: "${ANNA}"`);
    await press(page, 'Twice');
    const given = '{"word":"a","list":[1,null,true]}';
    await answers(page, `twice: {"given":${given},"twice":[${given},${given}]}`);
  });

  test('receives the error of a failed function', async () => {
    await press(page, 'Break');
    await answers(page, 'breaks failed: RangeError: Too far');
  });

  test('neither receives nor sends dates', async () => {
    await press(page, 'Today');
    await answers(page, 'today: null');
    await press(page, 'Send a date');
    await answers(page, 'TypeError: Failed due to illegal value in property: 0');
  });

  test('does not know private functions', async () => {
    await press(page, 'Call a private function');
    await answers(page, 'TypeError: google.script.run.me_ is not a function');
  });

  test('may make more calls at once than Google runs in parallel', async () => {
    await press(page, 'Many');
    await answers(page, '25 answers');
  });

  test('sends a whole form', async () => {
    await appIn(page).getByLabel('Note').fill('Buy <milk>');
    await press(page, 'Save');
    await answers(page, 'Saved {\\"note\\":\\"Buy <milk>\\"}');
  });

  test('cannot reach into the Workspace', async () => {
    const before = browser.errors.length;
    await press(page, 'Reach out');
    await answers(page, 'blocked,blocked,blocked');
    // The browser reports what it blocked, as it should.
    expect(browser.errors.splice(before).join()).toMatch(/Content Security Policy/);
  });

  test('changes the address bar, and is told when the visitor goes back', async () => {
    await press(page, 'Move');
    await page.waitForURL(/\?tab=two&authuser=anna%40acme\.example#here$/);
    await press(page, 'Where');
    await answers(page, '{"hash":"here","parameter":{"tab":"two"},"parameters":{"tab":["two"]}}');
    await page.goBack();
    await answers(page, /^Back at /);
  });

  test('sends a form to doPost, from a frame without an origin', async () => {
    await appIn(page).getByLabel('Word').fill('Grüße');
    await press(page, 'Send');
    await appIn(page).getByText('Sent: Grüße').waitFor();
    await press(page, 'Who am I');
    await answers(page, `whoAmI: "${ANNA}"`);
  });

  test('links to itself by its address at Google', async () => {
    await appIn(page).getByRole('link', { name: 'Open again' }).click();
    await appIn(page).getByText('Query: again=yes').waitFor();
    expect(page.url()).toContain(browser.started.url);
  });

  test('answers texts from another address', async () => {
    await page.goto(browser.started.url + as(ANNA, '/text'));
    await page.getByText(`Plain text for ${ANNA}`).waitFor();
    expect(page.url()).toContain('/macros/echo?user_content_key=');
  });

  test('shows a failure with its line', async () => {
    await page.goto(browser.started.url + as(ANNA, '/broken'));
    await page
      .getByText(
        'TypeError: Cannot read properties of undefined (reading \'length\') (line 7, file "Code")',
      )
      .waitFor();
  });

  test('distinguishes two people in two tabs', async () => {
    const bens = await allowed(BEN);
    const annas = await browser.openAddress(as(ANNA));
    await press(annas, 'Who am I');
    await answers(annas, ANNA);
    await press(bens, 'Who am I');
    await answers(bens, BEN);
  });

  test('shows its newest code only to its editors', async () => {
    const dev = as(ANNA).replace('/exec', '/dev');
    await page.goto(browser.started.url + dev);
    await page.getByText('You need permission to access the published application.').waitFor();
    await page.getByRole('link', { name: 'Switch account' }).click();
    await page.getByRole('main').getByRole('link', { name: ADMIN }).click();
    await page.getByRole('link', { name: 'Review permissions' }).waitFor();
  });
});
