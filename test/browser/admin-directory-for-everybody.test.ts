import { systemRoleId } from '../../emulator/workspace/directory/system-roles';
import { AdminPages } from '../support/admin-pages';
import { axeProblems, openConsole, type Browser } from '../support/browser';
import { ADMIN, ANNA, smallCompany } from '../support/small-company';

let browser: Browser;
let admin: AdminPages;
beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany(), settings: { propagation: 'immediate' } });
  admin = new AdminPages(browser);
});
afterAll(() => browser.close());
beforeEach(() => browser.started.load(smallCompany()));
afterEach(() => admin.page.close());

test.each([
  ['the first page', []],
  ['users', ['users']],
  ['a new user', ['users', 'new']],
  ['deleted users', ['users', 'deleted']],
  ['a user', ['users', ADMIN]],
  ['groups', ['groups']],
  ['a group', ['groups', 'team@acme.example']],
  ['org units', ['orgunits']],
  ['roles', ['roles']],
  ['a role', ['roles', systemRoleId('C01acme00', '_GROUPS_ADMIN_ROLE')]],
  ['a new role', ['roles', 'new']],
  ['domains', ['domains']],
])('%s: the page is accessible, on 360 pixels, light and dark', async (_, path) => {
  admin.act('groups.insert', {}, { email: 'team@acme.example', name: 'Team' });
  admin.act('members.insert', { groupKey: 'team@acme.example' }, { email: ANNA });
  await admin.open(...path);
  await admin.page.setViewportSize({ width: 360, height: 740 });
  await admin.page.getByRole('heading', { level: 1 }).waitFor();
  await admin.page.waitForLoadState('networkidle');
  for (const colorScheme of ['light', 'dark'] as const) {
    await admin.page.emulateMedia({ colorScheme });
    expect([colorScheme, await axeProblems(admin.page)]).toEqual([colorScheme, []]);
  }
  const tooWide = await admin.page.evaluate<number>(
    'document.querySelector(".page").scrollWidth - document.querySelector(".page").clientWidth',
  );
  expect(tooWide).toBe(0);
});
