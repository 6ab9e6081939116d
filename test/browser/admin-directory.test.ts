import { axeProblems, openConsole, type Browser } from '../support/browser';
import { ADMIN, smallCompany } from '../support/small-company';

let browser: Browser;
beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany() });
});
afterAll(() => browser.close());

test('the Admin console opens', async () => {
  const page = await browser.open(ADMIN, 'admin');
  await page.getByRole('button', { name: 'Clock of this Workspace' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
});
