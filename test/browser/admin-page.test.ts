// The built Admin page with a stand-in for Tandem: test/fixtures/admin-page. With PICTURES=<folder> it keeps screenshots.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { axeProblems, contentOf, openConsole, type Browser } from '../support/browser';
import { ADMIN, smallCompany } from '../support/small-company';

const ROOT = join(__dirname, '../..');

let folder: string;
let browser: Browser;
let page: Page;
let app: Frame;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'admin-page-'));
  cpSync(join(ROOT, 'test/fixtures/admin-page'), folder, { recursive: true });
  execFileSync('node', [join(ROOT, 'build/admin-page.mjs'), folder]);
  browser = await openConsole({ seed: smallCompany(), script: folder });
  await allow();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  await opened();
});
afterEach(() => page.close());

const address = (): string =>
  `/macros/s/${browser.started.workspace.installed!.record.deploymentId}/exec?authuser=${encodeURIComponent(ADMIN)}`;

async function allow(): Promise<void> {
  page = await browser.openAddress(address());
  await page.getByRole('link', { name: 'Review permissions' }).click();
  const consent = page.getByRole('dialog', { name: /wants access/ });
  await consent.getByRole('button', { name: 'Allow' }).click();
  await page.frameLocator('iframe').getByRole('heading', { name: 'Finalize' }).waitFor();
  await page.close();
}

async function opened(size = { width: 1280, height: 800 }): Promise<void> {
  page = await browser.openAddress(address(), size);
  await page.frameLocator('iframe').getByRole('heading', { name: 'Finalize' }).waitFor();
  app = page.frames()[1]!;
}

const button = (name: string | RegExp): Locator => app.getByRole('button', { name, exact: true });
const goTo = (place: string): Promise<void> =>
  app.getByRole('navigation').getByRole('button', { name: place }).click();
const heading = (name: string): Locator => app.getByRole('heading', { name, exact: true });
const says = (words: string | RegExp): Promise<void> =>
  app.getByRole('status').filter({ hasText: words }).waitFor();
const focused = (): Promise<string> =>
  app.evaluate<string>('document.activeElement.textContent || document.activeElement.name');

describe('the Admin page', () => {
  test('says who is signed in and shows the first place, its cards side by side in a wide window', async () => {
    await heading('Installation').waitFor();
    await app.getByText(ADMIN).waitFor();
    const current = app.locator('nav [aria-current=page]');
    expect(await current.textContent()).toBe('Installation');
    const left = await heading('Domain-wide delegation').boundingBox();
    const right = await heading('Finalize').boundingBox();
    expect([right!.y, right!.x > left!.x + 300]).toEqual([left!.y, true]);
  });

  test('goes to another place: its heading is focused, and its entry is the current one', async () => {
    await goTo('People');
    await heading('People of the work system').waitFor();
    expect(await focused()).toBe('People');
    expect(await app.locator('nav [aria-current=page]').textContent()).toBe('People');
    expect(await heading('Finalize').count()).toBe(0);
  });

  test('sends a card’s values with the action’s own parameters, without texts to copy', async () => {
    await goTo('Calendars');
    await app.getByLabel('Google wins').check();
    await app.getByLabel('Days the first sync looks back').fill('14');
    await button('Save').click();
    await says(/"wins"/);
    const said = await app.getByRole('status').filter({ hasText: 'wins' }).textContent();
    expect(JSON.parse(said!)).toEqual({
      on: ['yes'],
      wins: ['google'],
      days: ['14'],
      since: ['1700006400000'],
      rev: ['7'],
    });
    expect(await app.getByLabel('Google wins').isChecked()).toBe(true);
    expect(await focused()).toBe('Two-way sync');
  });

  test('asks before a place is left with something that was changed and not saved (TJ1)', async () => {
    await goTo('Calendars');
    await app.getByLabel('Days the first sync looks back').fill('14');
    await goTo('People');
    const dialog = app.getByRole('dialog', { name: 'Leave without saving?' });
    await dialog.getByText('What you changed under Two-way sync has not been saved.').waitFor();
    expect(await axeProblems(app)).toEqual([]);
    await dialog.getByRole('button', { name: 'Stay here' }).click();
    expect(await app.getByLabel('Days the first sync looks back').inputValue()).toBe('14');
    await goTo('People');
    await dialog.getByRole('button', { name: 'Leave without saving' }).click();
    await heading('People of the work system').waitFor();
    await goTo('Calendars');
    await app.getByLabel('Days the first sync looks back').fill('21');
    await button('Save').click();
    await says(/"21"/);
    await goTo('People');
    await heading('People of the work system').waitFor();
    expect(await dialog.count()).toBe(0);
  });

  test('sends nothing while a field cannot be read', async () => {
    await goTo('Calendars');
    await app.getByLabel('Days the first sync looks back').fill('soon');
    await button('Save').click();
    await app.getByText('Enter a whole number.').waitFor();
    expect(await focused()).toBe('days');
  });

  test('replaces the card that asked, leaves the others, and shows the notice', async () => {
    await button('Finalize').click();
    await says('All checks have passed.');
    await app.getByText('Everything is in place').waitFor();
    await heading('Domain-wide delegation').waitFor();
    expect(await focused()).toBe('Finalize');
  });

  test('leads from a card to one on top of it, and back to what was there', async () => {
    await goTo('People');
    await button('See what would change').click();
    await heading('What would change').waitFor();
    expect(await focused()).toBe('What would change');
    await button('More').click();
    await heading('More of it').waitFor();
    await button('← Back').click();
    await button('← Back').click();
    await heading('People of the work system').waitFor();
    expect(await button('← Back').count()).toBe(0);
  });

  test('shows an answer that replaces everything alone', async () => {
    await goTo('People');
    await button('See what would change').click();
    await button('Do it').click();
    await app.getByText('Three people are in step.').waitFor();
    expect(await button('← Back').count()).toBe(0);
  });

  test('leads to Google’s consoles, which here belong to this Workspace', async () => {
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      button('Open the Admin console').click(),
    ]);
    await tab.getByRole('heading', { name: 'Domain-wide delegation' }).waitFor();
    expect(tab.url()).toContain(browser.started.url);
    await tab.close();
  });

  test('opens an address in a new tab, as the same person', async () => {
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      button('Open the guide').click(),
    ]);
    await tab.waitForURL(/from=guide/);
    expect(tab.url()).toContain(browser.started.url);
    await tab.frameLocator('iframe').getByRole('heading', { name: 'Finalize' }).waitFor();
    await tab.close();
  });
});

describe('an address', () => {
  /** Where the window is: the part of its address after the #. */
  const place = (): string => new URL(page.url()).hash;

  /** Loads the page anew, and waits for a heading on it. */
  async function loads(load: Promise<unknown>, title: string): Promise<void> {
    await load;
    await page.frameLocator('iframe').getByRole('heading', { name: title }).first().waitFor();
    app = page.frames()[1]!;
  }

  const shows = (title: string): Promise<void> => heading(title).first().waitFor();

  test('leads to its place again after a reload, and from a bookmark (TJ1)', async () => {
    await goTo('Calendars');
    await shows('Two-way sync');
    const bookmark = page.url();
    expect(place()).toMatch(/^#calendar/);
    await loads(page.reload(), 'Two-way sync');
    await page.goto('about:blank');
    await loads(page.goto(bookmark), 'Two-way sync');
  });

  test('that names nothing of the page shows what a person sees first', async () => {
    await page.goto(`${page.url().split('#')[0]}#what.never.was`);
    await loads(page.reload(), 'Finalize');
  });

  test('follows Back and Forward through places and the cards that were opened there (TJ1)', async () => {
    await goTo('People');
    await button('See what would change').click();
    await shows('What would change');
    await goTo('Calendars');
    await shows('Two-way sync');
    await page.goBack();
    await shows('People of the work system');
    await page.goForward();
    await shows('Two-way sync');
    await goTo('People');
    await shows('People of the work system');
    await button('See what would change').click();
    await shows('What would change');
    await page.goBack();
    await button('← Back').waitFor({ state: 'hidden' });
    await page.goForward();
    await shows('What would change');
    await button('← Back').click();
    await button('← Back').waitFor({ state: 'hidden' });
    await page.goBack();
    await shows('What would change');
  });

  test('stays where it is when a person does not want to lose what they changed', async () => {
    await goTo('People');
    await shows('People of the work system');
    await goTo('Calendars');
    await app.getByLabel('Days the first sync looks back').fill('14');
    const before = place();
    await page.goBack();
    await app.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    await page.waitForURL((url) => url.hash === before);
    expect(await app.getByLabel('Days the first sync looks back').inputValue()).toBe('14');
  });
});

describe('a table', () => {
  const rows = (): Promise<string[]> => app.locator('tbody tr td:nth-child(2)').allTextContents();
  const counted = (words: string): Promise<void> =>
    app.getByRole('status').filter({ hasText: words }).waitFor();

  beforeEach(async () => {
    await goTo('OAuth log events');
    await heading('Log events').waitFor();
  });

  test('is searched, chosen from, sorted and turned over without a call to Tandem (TJ1)', async () => {
    await counted('1–50 of 120');
    await page.route('**/_workspace/web-app-call', (route) => route.abort());
    await button('Next').click();
    await counted('51–100 of 120');
    await app.getByRole('searchbox', { name: 'Search in Log events' }).fill('zoe');
    await counted('1 (120 altogether)');
    expect(await rows()).toEqual(['zoé@acme.example']);
    await app.getByRole('searchbox').fill('nobody at all');
    await counted('Nothing matches.');
    await app.getByRole('searchbox').fill('');
    await app.getByLabel('What').selectOption('Grant');
    await counted('40 (120 altogether)');
    await button('Person').click();
    expect((await rows()).slice(0, 2)).toEqual(['person0@acme.example', 'person3@acme.example']);
    await button('Person').click();
    expect((await rows())[0]).toBe('person117@acme.example');
    expect(await app.locator('th[aria-sort=descending]').allTextContents()).toEqual(['Person']);
    await page.unroute('**/_workspace/web-app-call');
  });

  test('is saved as it is shown, as a file', async () => {
    await app.getByRole('searchbox').fill('person11@');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      button('Save as CSV').click(),
    ]);
    expect(file.suggestedFilename()).toBe('Log events.csv');
    expect((await contentOf(file)).toString()).toMatch(
      /^\ufeffWhen,Person,What,Change\r\n2026-[^,]+Z,person11@acme.example,Revoke,Calendar \(read\)\r\n$/,
    );
  });

  test('shows texts as they are, and is gone with its place', async () => {
    await app.getByText('<b>bold</b>').waitFor();
    await goTo('People');
    await heading('People of the work system').waitFor();
    expect(await app.getByRole('table').count()).toBe(0);
  });

  test('has room in a narrow window, as a list, for which axe finds nothing', async () => {
    expect(await axeProblems(app)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await axeProblems(app)).toEqual([]);
    expect(await app.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      360,
    );
    expect(await app.getByRole('row').count()).toBe(51);
  });
});

describe('a wide window', () => {
  test('shows what was opened beside the card that it was opened from, whose buttons still work', async () => {
    await page.close();
    await opened({ width: 1920, height: 1080 });
    await goTo('People');
    await button('See what would change').click();
    await heading('What would change').waitFor();
    const left = (await heading('People of the work system').boundingBox())!;
    const right = (await heading('What would change').boundingBox())!;
    expect([right.x > left.x + 300, Math.abs(right.y - left.y) < 20]).toEqual([true, true]);
    await button('More').click();
    await heading('More of it').waitFor();
    expect(await heading('People of the work system').count()).toBe(0);
    await button('← Back').click();
    await button('See what would change').click();
    await heading('What would change').waitFor();
    expect(await heading('What would change').count()).toBe(1);
    expect(await axeProblems(app)).toEqual([]);
    expect(await app.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      1920,
    );
  });
});

describe('a call that fails', () => {
  test('says that Tandem was not reached, keeps what was typed, and tries again', async () => {
    await goTo('Calendars');
    await app.getByLabel('Days the first sync looks back').fill('7');
    await page.route('**/_workspace/web-app-call', (route) => route.abort());
    await button('Save').click();
    await app.getByRole('alert').getByText('The page could not reach Tandem').waitFor();
    await app.getByText('NetworkError: Connection failure due to HTTP 0').waitFor();
    expect(await focused()).toBe('Try again');
    expect(await app.getByLabel('Days the first sync looks back').inputValue()).toBe('7');
    expect(await axeProblems(app)).toEqual([]);
    await page.unroute('**/_workspace/web-app-call');
    await button('Try again').click();
    await says(/"days":\["7"\]/);
    expect(await app.getByRole('alert').count()).toBe(0);
    browser.errors.splice(0);
  });

  test('says how Tandem failed', async () => {
    await goTo('Work system');
    await button('Fail').click();
    await app.getByRole('alert').getByText('Tandem could not finish this').waitFor();
    await app.getByText(/The workbook is not there \(file 1AbC\)/).waitFor();
    await heading('Work system').first().waitFor();
  });

  test('says so when the response is not a page', async () => {
    await goTo('Work system');
    await button('Answer oddly').click();
    await app.getByRole('alert').getByText('Tandem’s response could not be read').waitFor();
  });
});

describe('a text to copy', () => {
  test('is copied by its button, and cannot be changed', async () => {
    await page.context().grantPermissions(['clipboard-read']);
    await button('Copy Client ID').click();
    await says('Copied.');
    expect(await focused()).toBe('Copy');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('104857600123456789012');
    expect(await app.getByLabel('Client ID').first().getAttribute('readonly')).toBe('');
  });

  test('is selected for the keyboard where the browser refuses to copy', async () => {
    await app.evaluate(
      "document.execCommand = () => false; navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))",
    );
    await button('Copy OAuth scopes').click();
    await says(/press Ctrl\+C/);
    const selected = await app.evaluate<string>(
      'document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
    );
    expect(selected).toMatch(/^https:.*gmail\.settings\.basic$/);
  });
});

describe('the way to the Admin page', () => {
  /** The tab in which a link of the console opens, once the page shows its first place. */
  async function behind(link: Locator): Promise<void> {
    const [tab] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await tab.frameLocator('iframe').getByRole('heading', { name: 'Finalize' }).waitFor();
    await tab.frameLocator('iframe').getByText(ADMIN).waitFor();
    await tab.close();
  }

  test('is shown after the admin install, and on the app’s page in the Admin console', async () => {
    await page.goto(`${browser.started.url}/u/${ADMIN}/admin/apps/marketplace/store`);
    await page.getByRole('link', { name: /Tandem/ }).click();
    await page.getByRole('link', { name: 'Admin install' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Everyone at your organization').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('checkbox', { name: /I agree to the application's Terms/ }).check();
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('heading', { name: 'Tandem has been installed' }).waitFor();
    const setUp = page.getByRole('link', { name: 'Set up Tandem' });
    await behind(setUp);
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Done' }).click();
    await page.getByRole('heading', { name: 'Settings for administrators' }).waitFor();
    await behind(setUp);
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('for everybody:', () => {
  test('the keyboard alone reaches another place and a card’s button', async () => {
    await app.locator('nav button').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading('People of the work system').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('See what would change');
    await page.keyboard.press('Enter');
    await heading('What would change').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Do it');
    await page.keyboard.press('Space');
    await app.getByText('Three people are in step.').waitFor();
  });

  test('the key g finds a page by a few letters, and is a letter like any other in a field', async () => {
    await goTo('Calendars');
    await app.getByLabel('Days the first sync looks back').press('g');
    expect(await app.getByRole('dialog').count()).toBe(0);
    await app.getByLabel('Days the first sync looks back').fill('30');
    await app.getByRole('heading', { name: 'Calendars', exact: true }).first().focus();
    await page.keyboard.press('g');
    const finder = app.getByRole('combobox', { name: 'Go to a page' });
    await finder.waitFor();
    expect(await axeProblems(app)).toEqual([]);
    await page.keyboard.type('zzz');
    await app.getByText('No page has this in its name.').waitFor();
    await page.keyboard.press('Enter');
    await finder.fill('peo');
    await page.keyboard.press('Enter');
    await heading('People of the work system').waitFor();
    expect(await focused()).toBe('People');
    await page.keyboard.press('g');
    await page.keyboard.press('ArrowUp');
    const last = await app.locator('nav button').last().textContent();
    expect(await app.getByRole('option', { selected: true }).textContent()).toBe(last);
    await page.keyboard.press('Escape');
    await finder.waitFor({ state: 'hidden' });
  });

  test('a narrow window shows the current entry of the navigation, however many there are', async () => {
    await page.close();
    await opened({ width: 360, height: 800 });
    await goTo('Work system');
    await heading('Work system').first().waitFor();
    const { x, width } = (await app.locator('nav [aria-current=page]').boundingBox())!;
    expect([x >= 0, x + width <= 360]).toEqual([true, true]);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)(
    'axe finds nothing in a %s window %d wide, and nothing is cut off',
    async (colorScheme, width) => {
      await page.close();
      await opened({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const place of ['Installation', 'Calendars', 'People']) {
        await goTo(place);
        await heading(place).waitFor();
        await app.locator('main:not(.busy)').waitFor();
        expect(await axeProblems(app)).toEqual([]);
        expect(
          await app.evaluate<number>('document.documentElement.scrollWidth'),
        ).toBeLessThanOrEqual(width);
        if (process.env['PICTURES'])
          await page.screenshot({
            path: `${process.env['PICTURES']}/${place}-${colorScheme}-${width}.png`,
          });
      }
    },
  );
});
