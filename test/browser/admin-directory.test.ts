import type { Locator, Page } from 'playwright-core';
import type { UserRecord } from '../../emulator/workspace/directory/state';
import { axeProblems, openConsole, type Browser } from '../support/browser';
import { ADMIN, ANNA, aUser, BEN, smallCompany } from '../support/small-company';

const CUSTOMER = { customer: 'my_customer' };
const DAY_MS = 24 * 60 * 60 * 1000;

let browser: Browser;
beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany(), settings: { propagation: 'immediate' } });
});
afterAll(() => browser.close());

let page: Page;
beforeEach(() => browser.started.load(smallCompany()));
afterEach(() => page.close());

const act = (method: string, params: object, body?: object) =>
  browser.started.workspace.act(ADMIN, `directory.${method}`, params, body ?? null);
const users = (): readonly UserRecord[] =>
  Object.values(browser.started.workspace.state.directory.users);
const userOf = (email: string): UserRecord => users().find((one) => one.primaryEmail === email)!;
const members = (email: string) =>
  Object.values(browser.started.workspace.state.directory.groups).find(
    (group) => group.email === email,
  )!.members;

const open = async (...path: readonly string[]) =>
  (page = await browser.open(ADMIN, 'admin', ...path));
const openUser = (email: string) => open('users', userOf(email).id);
const button = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabel(name, { exact: true });
const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const dialog = () => page.getByRole('dialog');
const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
const region = (name: string) => page.getByRole('region', { name, exact: true });

describe('the Admin console', () => {
  test('tells whoever is no administrator that they need to be one', async () => {
    page = await browser.open(ANNA, 'admin', 'users');
    await page
      .getByRole('heading', { name: 'You need to be an administrator to use this' })
      .waitFor();
    await says(`You are signed in as anna Example (${ANNA})`);
    await page.getByRole('link', { name: 'admin Example' }).click();
    await page.getByRole('heading', { name: 'Admin console of Acme' }).waitFor();
  });

  test('leads from its first page to users, and back', async () => {
    await open();
    await page.getByRole('main').getByRole('link', { name: 'Users', exact: true }).click();
    await page.getByRole('heading', { name: 'Users' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Admin console of Acme' }).waitFor();
  });

  test('a delegated administrator sees only whom their org unit lets them', async () => {
    act(
      'orgunits.insert',
      { customerId: 'my_customer' },
      { name: 'Sales', parentOrgUnitPath: '/' },
    );
    act('users.update', { userKey: BEN }, { orgUnitPath: '/Sales' });
    await openUser(ANNA);
    await button('Assign roles').click();
    await dialog().getByLabel('Role').selectOption('User Management Admin');
    await dialog().getByLabel('Organizational unit').selectOption({ label: '\u2003Sales' });
    await button('Assign', dialog()).click();
    await region('Admin roles and privileges').getByText('/Sales').waitFor();
    await page.close();
    page = await browser.open(ANNA, 'admin', 'users');
    await page.getByRole('link', { name: 'ben Example' }).waitFor();
    expect(await page.getByRole('link', { name: 'admin Example' }).count()).toBe(0);
  });
});

describe('users', () => {
  test('are found by the beginning of a name or an address', async () => {
    await open('users');
    await row('anna Example').waitFor();
    await page.getByRole('searchbox', { name: 'Search for users' }).fill('be');
    await row('anna Example').waitFor({ state: 'detached' });
    await row('ben Example').waitFor();
    await page.reload();
    await row('ben Example').waitFor();
    expect(await row('anna Example').count()).toBe(0);
  });

  test('are filtered by org unit and status', async () => {
    act(
      'orgunits.insert',
      { customerId: 'my_customer' },
      { name: 'Sales', parentOrgUnitPath: '/' },
    );
    act('users.update', { userKey: BEN }, { orgUnitPath: '/Sales', suspended: true });
    await open('users');
    await row('anna Example').waitFor();
    await field('User status').selectOption('Suspended');
    await row('anna Example').waitFor({ state: 'detached' });
    await field('Organizational unit').selectOption('Sales');
    await row('ben Example').getByText('Suspended').waitFor();
    await field('User status').selectOption('Active');
    await says('No users match.');
  });

  test('are shown a page at a time, there and back', async () => {
    const { directory } = browser.started.workspace.state;
    for (let i = 10; i < 40; i++) {
      const user = aUser({ id: `2000000000000000000${i}`, primaryEmail: `p${i}@acme.example` });
      directory.users[user.id] = user;
    }
    directory.revision++;
    await open('users');
    await row('p20 Example').waitFor();
    expect(await page.getByRole('row').count()).toBe(21);
    await button('Next page').click();
    await row('p39 Example').waitFor();
    await button('Previous page').click();
    await row('p20 Example').waitFor();
    await field('Rows per page').selectOption('50');
    await row('p39 Example').waitFor();
  });

  test('a new user can be added, and is opened', async () => {
    await open('users');
    await page.getByRole('link', { name: 'Add new user' }).click();
    await field('First name').fill('Carl');
    await field('Last name').fill('Berg');
    await field('Primary email').fill('anna');
    await field('Password').fill('correct horse');
    await button('Add new user').click();
    await says('Entity already exists.');
    expect(await field('First name').inputValue()).toBe('Carl');
    await field('Primary email').fill('carl');
    await button('Add new user').click();
    await page.getByRole('heading', { name: 'Carl Berg' }).waitFor();
    expect(userOf('carl@acme.example').profile['changePasswordAtNextLogin']).toBe(true);
  });

  test('a renamed user keeps the old address as an alternate one, which can then be removed', async () => {
    await openUser(ANNA);
    await button('Update user').click();
    await dialog().getByText(ANNA).waitFor();
    await dialog().getByLabel('Last name').fill('Lind');
    await dialog().getByLabel('Primary email').fill('anna.lind');
    await button('Update user', dialog()).click();
    await page.getByRole('heading', { name: 'anna Lind' }).waitFor();
    await button('Alternate email addresses').click();
    await button(`Remove ${ANNA}`, dialog()).click();
    await button(`Remove ${ANNA}`, dialog()).waitFor({ state: 'detached' });
    await dialog().getByLabel('Alternate email').fill('al');
    await button('Add', dialog()).click();
    await region('Contact information').getByText('al@acme.example').waitFor();
    expect(userOf('anna.lind@acme.example').aliases).toEqual(['al@acme.example']);
  });

  test('a suspended user shows why, and can be reactivated', async () => {
    await openUser(BEN);
    await button('Suspend user').click();
    await button('Suspend', dialog()).click();
    await says('Suspended by an administrator');
    await button('Reactivate').click();
    await button('Reactivate', dialog()).click();
    await button('Suspend user').waitFor();
    expect(userOf(BEN).suspended).toBe(false);
  });

  test('a user can be archived and moved to another org unit', async () => {
    act(
      'orgunits.insert',
      { customerId: 'my_customer' },
      { name: 'Sales', parentOrgUnitPath: '/' },
    );
    await openUser(BEN);
    await button('Archive user').click();
    await button('Archive', dialog()).click();
    await button('Unarchive user').waitFor();
    await button('Change organizational unit').click();
    await dialog().getByLabel('Organizational unit').selectOption({ label: '\u2003Sales' });
    await button('Change', dialog()).click();
    await region('Account').getByText('/Sales').waitFor();
    expect(userOf(BEN)).toMatchObject({ archived: true, orgUnitPath: '/Sales' });
  });

  test('a deleted user can be restored for 20 days', async () => {
    await openUser(BEN);
    await button('Delete user').click();
    await button('Delete user', dialog()).click();
    await page.getByRole('heading', { name: 'Users' }).waitFor();
    await page.getByRole('link', { name: 'Recently deleted users' }).click();
    await button('Recover ben Example').click();
    await button('Recover', dialog()).click();
    await page.getByRole('heading', { name: 'ben Example' }).waitFor();
    act('users.delete', { userKey: BEN });
    browser.started.clock.advance(21 * DAY_MS);
    await page.goto(`${browser.started.url}/u/${encodeURIComponent(ADMIN)}/admin/users/deleted`);
    await says('Nobody was deleted in the last 20 days.');
  });

  test('employee and contact information are kept beside what these pages do not show', async () => {
    const relations = [{ type: 'assistant', value: ADMIN }];
    act('users.update', { userKey: BEN }, { relations });
    await openUser(BEN);
    await button('Edit employee information').click();
    await dialog().getByLabel('Job title').fill('Consultant');
    await dialog().getByLabel("Manager's email").fill(ANNA);
    await button('Save', dialog()).click();
    await region('Employee information').getByText('Consultant').waitFor();
    await button('Edit contact information').click();
    await dialog().getByLabel('Phone (work)').fill('+358 9 1234');
    await button('Save', dialog()).click();
    await region('Contact information').getByText('+358 9 1234').waitFor();
    expect(userOf(BEN).profile).toMatchObject({
      relations: [...relations, { type: 'manager', value: ANNA }],
      organizations: [{ title: 'Consultant', primary: true }],
    });
  });

  test('custom attributes can be filled in', async () => {
    act(
      'schemas.insert',
      { customerId: 'my_customer' },
      {
        schemaName: 'Employment',
        fields: [
          { fieldName: 'Contract', fieldType: 'STRING' },
          { fieldName: 'Skills', fieldType: 'STRING', multiValued: true },
          { fieldName: 'Billable', fieldType: 'BOOL' },
        ],
      },
    );
    await openUser(BEN);
    await button('Edit Employment').click();
    await dialog().getByLabel('Contract').fill('permanent');
    await dialog().getByLabel('Skills').fill('Go\nSQL');
    await dialog().getByLabel('Billable').check();
    await button('Save', dialog()).click();
    await region('Employment').getByText('permanent').waitFor();
    expect(userOf(BEN).profile['customSchemas']).toEqual({
      Employment: {
        Contract: 'permanent',
        Skills: [{ value: 'Go' }, { value: 'SQL' }],
        Billable: true,
      },
    });
  });

  test('an app loses its access when an administrator removes it', async () => {
    const { oauth } = browser.started.workspace.state;
    const userId = userOf(BEN).id;
    oauth.grants[`app ${userId}`] = {
      clientId: 'app',
      userId,
      scopes: ['https://www.googleapis.com/auth/calendar'],
    } as (typeof oauth.grants)[string];
    await openUser(BEN);
    await region('Connected applications').getByText('1 scope').first().click();
    await says('https://www.googleapis.com/auth/calendar');
    await button('Remove access of app').click();
    await button('Remove access', dialog()).click();
    await says('No application has access to this account.');
    expect(Object.keys(oauth.grants)).toEqual([]);
  });

  test('somebody can be made a super admin and lose it again', async () => {
    await openUser(ANNA);
    await button('Make super admin').click();
    await button('Make super admin', dialog()).click();
    await page.getByRole('link', { name: 'Super Admin' }).waitFor();
    await button('Remove super admin').click();
    await button('Remove super admin', dialog()).click();
    await says('anna Example has no admin roles.');
    expect(userOf(ANNA).isAdmin).toBe(false);
  });
});

describe('groups', () => {
  test('a group can be created, filled with members of every kind, and emptied', async () => {
    act('groups.insert', {}, { email: 'inner@acme.example', name: 'Inner' });
    await open('groups');
    await button('Create group').click();
    await dialog().getByLabel('Name').fill('Team');
    await dialog().getByLabel('Group email').fill('team');
    await button('Create group', dialog()).click();
    await says('This group has no members yet.');
    await button('Add members').click();
    await dialog()
      .getByLabel('Email addresses')
      .fill(`${ANNA}, inner@acme.example\nguest@elsewhere.example`);
    await dialog().getByLabel('Add all current and future users of the organization').check();
    await button('Add to group', dialog()).click();
    await row('Everyone in the organization').waitFor();
    expect(members('team@acme.example').map(({ type }) => type)).toEqual([
      'USER',
      'GROUP',
      'EXTERNAL',
      'CUSTOMER',
    ]);
    await field(`Role of ${ANNA}`).selectOption('Owner');
    await says(`${ANNA} has another role now.`);
    await button('Remove guest@elsewhere.example').click();
    await button('Remove', dialog()).click();
    await row('guest@elsewhere.example').waitFor({ state: 'detached' });
    expect(members('team@acme.example')[0]!.role).toBe('OWNER');
    await page.getByRole('link', { name: 'inner@acme.example' }).click();
    await page.getByRole('heading', { name: 'Inner' }).waitFor();
    await page.getByRole('link', { name: 'Team' }).waitFor();
  });

  test('an address that is refused stays in the dialog, those before it are added', async () => {
    act('groups.insert', {}, { email: 'team@acme.example', name: 'Team' });
    await open('groups', 'team@acme.example');
    await button('Add members').click();
    await dialog().getByLabel('Email addresses').fill(`${ANNA} nobody@acme.example`);
    await button('Add to group', dialog()).click();
    await dialog().getByText('nobody@acme.example: Resource Not Found: memberKey').waitFor();
    expect(await dialog().getByLabel('Email addresses').inputValue()).toBe('nobody@acme.example');
    expect(members('team@acme.example')).toHaveLength(1);
  });

  test('a user page adds to groups; a group can be renamed and deleted', async () => {
    act('groups.insert', {}, { email: 'team@acme.example', name: 'Team' });
    await openUser(BEN);
    await button('Add to groups').click();
    await button('Add', dialog()).click();
    await page.getByRole('link', { name: 'Team' }).click();
    await row(BEN).waitFor();
    await button('Edit group').click();
    await dialog().getByLabel('Name').fill('Crew');
    await dialog().getByLabel('Group email').fill('crew');
    await button('Save', dialog()).click();
    await page.getByRole('heading', { name: 'Crew' }).waitFor();
    await region('Group information').getByText('team@acme.example').first().waitFor();
    await button('Delete group').click();
    await button('Delete group', dialog()).click();
    await says('No groups match.');
  });
});

test('org units can be added, renamed, moved and, when empty, deleted', async () => {
  await open('orgunits');
  const add = async (name: string) => {
    await button('Create organizational unit').click();
    await dialog().getByLabel('Name').fill(name);
    await button('Create', dialog()).click();
    await row(`/${name}`).waitFor();
  };
  const choose = async (unit: string, what: string) => {
    await button(`Options of ${unit}`).click();
    await button(what).click();
  };
  await add('Sales');
  await add('Nordics');
  act('users.update', { userKey: BEN }, { orgUnitPath: '/Nordics' });
  await choose('Nordics', 'Move');
  await dialog().getByLabel('Parent organizational unit').selectOption({ label: '\u2003Sales' });
  await button('Move', dialog()).click();
  await row('/Sales/Nordics').waitFor();
  expect(userOf(BEN).orgUnitPath).toBe('/Sales/Nordics');
  await choose('Nordics', 'Rename');
  await dialog().getByLabel('Name').fill('North');
  await button('Save', dialog()).click();
  await row('/Sales/North').waitFor();
  await choose('North', 'Delete');
  await button('Delete', dialog()).click();
  await says('Organizational unit is not empty.');
  act('users.update', { userKey: BEN }, { orgUnitPath: '/' });
  await button('Delete', dialog()).click();
  await row('/Sales/North').waitFor({ state: 'detached' });
});

test('a custom role is made of privileges, assigned, and cannot be deleted while it is held', async () => {
  await open('roles');
  await page.getByRole('link', { name: 'Create new role' }).click();
  await field('Name').fill('Reader');
  await page.getByRole('checkbox', { name: /^Users › Read/ }).check();
  await button('Create role').click();
  await page.getByRole('heading', { name: 'Reader' }).waitFor();
  await button('Assign admin').click();
  await dialog().getByLabel('Email address of a user or group').fill(ANNA);
  await button('Assign role', dialog()).click();
  await page.getByRole('link', { name: 'anna Example' }).waitFor();
  await button('Delete role').click();
  await button('Delete role', dialog()).click();
  await says('Role is assigned.');
  await button('Cancel', dialog()).click();
  await button('Edit role').click();
  await page.getByRole('checkbox', { name: /^Groups › Read/ }).check();
  await button('Save').click();
  await button('Unassign from anna Example').click();
  await button('Unassign role', dialog()).click();
  await says('Nobody holds this role.');
  const role = Object.values(browser.started.workspace.state.directory.roles)[0]!;
  expect(role.rolePrivileges.map(({ privilegeName }) => privilegeName)).toEqual([
    'GROUPS_RETRIEVE',
    'USERS_RETRIEVE',
  ]);
});

test('domains and domain aliases can be added; one in use stays', async () => {
  await open('domains');
  const add = async (name: string, type: string) => {
    await button('Add a domain').click();
    await dialog().getByLabel('Enter domain name').fill(name);
    await dialog().getByLabel('Domain type').selectOption(type);
    await button('Add domain', dialog()).click();
    await row(name).first().waitFor();
  };
  await add('labs.example', 'Secondary domain');
  await add('acme-old.example', 'User alias domain of acme.example');
  act('users.update', { userKey: BEN }, { primaryEmail: 'ben@labs.example' });
  await button('Remove labs.example').click();
  await button('Remove domain', dialog()).click();
  await says('Domain is in use.');
  await button('Cancel', dialog()).click();
  await button('Remove acme-old.example').click();
  await button('Remove domain', dialog()).click();
  await row('acme-old.example').waitFor({ state: 'detached' });
});

test('axe finds nothing serious on any page, and no page scrolls sideways at 360 pixels', async () => {
  act('groups.insert', {}, { email: 'team@acme.example', name: 'Team' });
  act('members.insert', { groupKey: 'team@acme.example' }, { email: ANNA });
  const { items } = act('roles.list', CUSTOMER) as { items: readonly { roleId: string }[] };
  const pages = [
    [],
    ['users'],
    ['users', 'new'],
    ['users', 'deleted'],
    ['users', userOf(ADMIN).id],
    ['groups'],
    ['groups', 'team@acme.example'],
    ['orgunits'],
    ['roles'],
    ['roles', items[1]!.roleId],
    ['roles', 'new'],
    ['domains'],
  ];
  page = await browser.openAddress('/', { width: 360, height: 740 });
  for (const path of pages) {
    const address = ['u', ADMIN, 'admin', ...path].map(encodeURIComponent).join('/');
    await page.goto(`${browser.started.url}/${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([path, colorScheme, await axeProblems(page)]).toEqual([path, colorScheme, []]);
    }
    const overflow = await page.evaluate<number>(
      'document.querySelector(".page").scrollWidth - document.querySelector(".page").clientWidth',
    );
    expect([path, overflow]).toEqual([path, 0]);
  }
});
