// The page Connected people in a browser: switches, Save, and what was typed and not saved. With PICTURES=<folder> it keeps what it looked at.
import { join } from 'node:path';
import { axeProblems, openConsole, type Browser } from '../support/browser';
import { AdminPageTab } from '../support/newcomer';
import { ADMIN, adminInstall, delegate, readyForCalendars } from '../support/set-up';
import { BUILT, PUBLISHER } from '../support/tandem';

let browser: Browser;

beforeAll(async () => {
  browser = await openConsole({
    script: BUILT,
    scriptOwner: 'vendor',
    publisher: PUBLISHER,
    settings: { propagation: 'immediate' },
  });
});
afterAll(() => browser.close());

test('an administrator turns a switch on, is told that it is not saved, and saves it [I9, I10, I14]', async () => {
  const { workspace } = browser.started;
  adminInstall(workspace);
  delegate(workspace);
  const set = readyForCalendars(workspace);
  set
    .open('Connected people')
    .press('Change')
    .press('Save', { who: ['administrators'] });
  const { deploymentId } = workspace.installed!.record;
  const page = await browser.openAddress(
    `/macros/s/${deploymentId}/exec?authuser=${encodeURIComponent(ADMIN)}`,
    { width: 1280, height: 1600 },
  );
  const { frame } = new AdminPageTab(page);
  const button = (name: string) => frame.getByRole('button', { name, exact: true });
  await frame.getByRole('navigation').getByRole('button', { name: 'Connected people' }).click();
  await frame.getByText('Administrators too, for work appointments').waitFor();
  const anna = frame.getByRole('switch', { name: /anna.virtanen@/ });
  await anna.check();
  await button('Next').click();
  await frame.getByText('1 switch was changed').waitFor();
  expect(await anna.isChecked()).toBe(true);
  expect(await axeProblems(frame)).toEqual([]);
  await kept('connected-people-unsaved');
  await button('Save').click();
  await frame.getByText('Connected. The next run sends them a notice, and begins.').waitFor();
  expect(await axeProblems(frame)).toEqual([]);
  await kept('connected-people');

  async function kept(name: string): Promise<void> {
    const folder = process.env['PICTURES'];
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
});
