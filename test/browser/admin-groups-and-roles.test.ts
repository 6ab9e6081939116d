import { openConsole, type Browser } from '../support/browser';
import { AdminPages } from '../support/admin-pages';
import { ANNA, BEN, smallCompany } from '../support/small-company';

let browser: Browser;
let admin: AdminPages;
beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany(), settings: { propagation: 'immediate' } });
  admin = new AdminPages(browser);
});
afterAll(() => browser.close());
beforeEach(() => browser.started.load(smallCompany()));
afterEach(() => admin.page.close());

describe('groups', () => {
  test('a group can be created, given members of every kind, and emptied', async () => {
    admin.act('groups.insert', {}, { email: 'inner@acme.example', name: 'Inner' });
    await admin.open('groups');
    await admin.button('Create group').click();
    await admin.dialog().getByLabel('Name').fill('Team');
    await admin.dialog().getByLabel('Group email').fill('team');
    await admin.button('Create group', admin.dialog()).click();
    await admin.says('This group has no members yet.');
    await admin.button('Add members').click();
    await admin
      .dialog()
      .getByLabel('Email addresses')
      .fill(`${ANNA}, inner@acme.example\nguest@elsewhere.example`);
    await admin.dialog().getByLabel('Add all current and future users of the organization').check();
    await admin.button('Add to group', admin.dialog()).click();
    await admin.row('Everyone in the organization').waitFor();
    expect(admin.members('team@acme.example').map(({ type }) => type)).toEqual([
      'USER',
      'GROUP',
      'EXTERNAL',
      'CUSTOMER',
    ]);
    await admin.field(`Role of ${ANNA}`).selectOption('Owner');
    await admin.says(`${ANNA} has a new role.`);
    await admin.button('Remove guest@elsewhere.example').click();
    await admin.button('Remove', admin.dialog()).click();
    await admin.row('guest@elsewhere.example').waitFor({ state: 'detached' });
    expect(admin.members('team@acme.example')[0]!.role).toBe('OWNER');
    await admin.page.getByRole('link', { name: 'inner@acme.example' }).click();
    await admin.page.getByRole('heading', { name: 'Inner' }).waitFor();
    await admin.page.getByRole('link', { name: 'Team' }).waitFor();
  });

  test('a refused address stays in the dialog, and those before it are added', async () => {
    admin.act('groups.insert', {}, { email: 'team@acme.example', name: 'Team' });
    await admin.open('groups', 'team@acme.example');
    await admin.button('Add members').click();
    await admin.dialog().getByLabel('Email addresses').fill(`${ANNA} nobody@acme.example`);
    await admin.button('Add to group', admin.dialog()).click();
    await admin.dialog().getByText('nobody@acme.example: Resource Not Found: memberKey').waitFor();
    expect(await admin.dialog().getByLabel('Email addresses').inputValue()).toBe(
      'nobody@acme.example',
    );
    expect(admin.members('team@acme.example')).toHaveLength(1);
  });

  test('a user page adds to groups; a group can be renamed and deleted', async () => {
    admin.act('groups.insert', {}, { email: 'team@acme.example', name: 'Team' });
    await admin.openUser(BEN);
    await admin.button('Add to groups').click();
    await admin.button('Add', admin.dialog()).click();
    await admin.page.getByRole('link', { name: 'Team' }).click();
    await admin.row(BEN).waitFor();
    await admin.button('Edit group').click();
    await admin.dialog().getByLabel('Name').fill('Crew');
    await admin.dialog().getByLabel('Group email').fill('crew');
    await admin.button('Save', admin.dialog()).click();
    await admin.page.getByRole('heading', { name: 'Crew' }).waitFor();
    await admin.region('Group information').getByText('team@acme.example').first().waitFor();
    await admin.button('Delete group').click();
    await admin.button('Delete group', admin.dialog()).click();
    await admin.says('No groups match.');
  });
});

test('org units can be added, renamed, moved and, when empty, deleted', async () => {
  await admin.open('orgunits');
  const add = async (name: string) => {
    await admin.button('Create organizational unit').click();
    await admin.dialog().getByLabel('Name').fill(name);
    await admin.button('Create', admin.dialog()).click();
    await admin.row(`/${name}`).waitFor();
  };
  const choose = async (unit: string, what: string) => {
    await admin.button(`Options of ${unit}`).click();
    await admin.button(what).click();
  };
  await add('Sales');
  await add('Nordics');
  admin.act('users.update', { userKey: BEN }, { orgUnitPath: '/Nordics' });
  await choose('Nordics', 'Move');
  await admin
    .dialog()
    .getByLabel('Parent organizational unit')
    .selectOption({ label: '\u2003Sales' });
  await admin.button('Move', admin.dialog()).click();
  await admin.row('/Sales/Nordics').waitFor();
  expect(admin.userOf(BEN).orgUnitPath).toBe('/Sales/Nordics');
  await choose('Nordics', 'Rename');
  await admin.dialog().getByLabel('Name').fill('North');
  await admin.button('Save', admin.dialog()).click();
  await admin.row('/Sales/North').waitFor();
  await choose('North', 'Delete');
  await admin.button('Delete', admin.dialog()).click();
  await admin.says('Organizational unit is not empty.');
  admin.act('users.update', { userKey: BEN }, { orgUnitPath: '/' });
  await admin.button('Delete', admin.dialog()).click();
  await admin.row('/Sales/North').waitFor({ state: 'detached' });
});

test('a custom role is made of privileges, assigned, and cannot be deleted while it is held', async () => {
  await admin.open('roles');
  await admin.page.getByRole('link', { name: 'Create new role' }).click();
  await admin.field('Name').fill('Reader');
  await admin.page.getByRole('checkbox', { name: /^Users › Read/ }).check();
  await admin.button('Create role').click();
  await admin.page.getByRole('heading', { name: 'Reader' }).waitFor();
  await admin.button('Assign admin').click();
  await admin.dialog().getByLabel('Email address of a user or group').fill(ANNA);
  await admin.button('Assign role', admin.dialog()).click();
  await admin.page.getByRole('link', { name: 'anna Example' }).waitFor();
  await admin.button('Delete role').click();
  await admin.button('Delete role', admin.dialog()).click();
  await admin.says('Role is assigned.');
  await admin.button('Cancel', admin.dialog()).click();
  await admin.button('Edit role').click();
  await admin.page.getByRole('checkbox', { name: /^Groups › Read/ }).check();
  await admin.button('Save').click();
  await admin.button('Unassign from anna Example').click();
  await admin.button('Unassign role', admin.dialog()).click();
  await admin.says('No one has this role.');
  const role = Object.values(browser.started.workspace.state.directory.roles)[0]!;
  expect(role.rolePrivileges.map(({ privilegeName }) => privilegeName)).toEqual([
    'GROUPS_RETRIEVE',
    'USERS_RETRIEVE',
  ]);
});

test('domains and domain aliases can be added; one in use stays', async () => {
  await admin.open('domains');
  const add = async (name: string, type: string) => {
    await admin.button('Add a domain').click();
    await admin.dialog().getByLabel('Enter domain name').fill(name);
    await admin.dialog().getByLabel('Domain type').selectOption(type);
    await admin.button('Add domain', admin.dialog()).click();
    await admin.row(name).first().waitFor();
  };
  await add('labs.example', 'Secondary domain');
  await add('acme-old.example', 'User alias domain of acme.example');
  admin.act('users.update', { userKey: BEN }, { primaryEmail: 'ben@labs.example' });
  await admin.button('Remove labs.example').click();
  await admin.button('Remove domain', admin.dialog()).click();
  await admin.says('Domain is in use.');
  await admin.button('Cancel', admin.dialog()).click();
  await admin.button('Remove acme-old.example').click();
  await admin.button('Remove domain', admin.dialog()).click();
  await admin.row('acme-old.example').waitFor({ state: 'detached' });
});
