// From a demo to production on the built Admin page, in a wide and in a narrow window. With PICTURES=<folder> it keeps screenshots.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeProblems, openConsole, type Browser } from '../support/browser';
import { WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  adminInstall,
  bringPeopleIn,
  calendarPanel,
  delegate,
  MINUTE_MS,
  NOORA,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, BUILT, PUBLISHER } from '../support/tandem';

let browser: Browser;
let page: Page;
let path: string;
const WIDTHS = [1000, 360] as const;

beforeAll(async () => {
  browser = await openConsole({
    script: BUILT,
    scriptOwner: 'vendor',
    publisher: PUBLISHER,
    settings: { propagation: 'immediate' },
  });
  const { workspace } = browser.started;
  adminInstall(workspace);
  delegate(workspace);
  path = `/macros/s/${workspace.installed!.record.deploymentId}/exec?authuser=${encodeURIComponent(ADMIN)}`;
  page = await browser.openAddress(path, { width: WIDTHS[0], height: 1000 });
});
afterAll(() => browser.close());

const press = (name: string): Promise<void> =>
  page.frameLocator('iframe').getByRole('button', { name, exact: true }).first().click();
const says = (words: string): Promise<void> =>
  page.frameLocator('iframe').getByText(words).first().waitFor();

/** Nothing is wider than the window, and everybody can use it. */
async function seen(name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  for (const width of [...WIDTHS].reverse()) {
    await page.setViewportSize({ width, height: 1000 });
    const isWide = await page
      .frames()[1]!
      .evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect([name, width, isWide]).toEqual([name, width, false]);
    if (folder) await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
  expect(await axeProblems(page)).toEqual([]);
}

test('a super administrator goes from the demo to production in five steps [C13, C20-C22, D22]', async () => {
  const { workspace } = browser.started;
  await press('Set up a demo first');
  await says('This is the demo');
  await seen('demo-chosen');
  await press('Finalize Google Workspace sync');
  await says('What was set up');
  const admin = new AdminPage(workspace, ADMIN).open();
  bringPeopleIn(admin).open('Calendars').press('Turn on');
  WorkbookByHand.openedFrom(admin).add('Activities', {
    Name: 'Tried',
    Type: 'Meeting',
    Owner: NOORA,
    Start: '2026-03-10 9:00',
    End: '2026-03-10 10:00',
  });
  turnOnSync(calendarPanel(workspace, NOORA));
  await page.goto(new URL(path, page.url()).href);
  await press('From demo to production');
  await says('Step 3. Disconnect the demo');
  await seen('demo-step-3');
  await press('Disconnect the demo');
  await page.frameLocator('iframe').getByLabel('Copies that Tandem made').selectOption('keep');
  await press('Disconnect');
  await says('Google Workspace is disconnected');
  await page.goto(new URL(path, page.url()).href);
  await press('From demo to production');
  await says('Step 4. Replace the client');
  await seen('demo-step-4');
  await press('Use production’s client');
  await says('24 hours left');
  await seen('demo-step-5');
  await press('Connect production now');
  await seen('demo-early');
  await press('Connect now');
  await press('Finalize Google Workspace sync');
  await says('What was set up');
  workspace.advance(2 * MINUTE_MS);
  await page.goto(new URL(path, page.url()).href);
  await says('Copies that the demo left');
  await seen('demo-left');
  await press('Remove 1 copy');
  await says('The next runs remove them.');
});
