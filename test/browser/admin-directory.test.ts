import { openConsole, type Browser } from '../support/browser';
import { AdminPages } from '../support/admin-pages';
import { ADMIN, ANNA, aUser, BEN, smallCompany } from '../support/small-company';

let browser: Browser;
let admin: AdminPages;
beforeAll(async () => {
  browser = await openConsole({ seed: smallCompany(), settings: { propagation: 'immediate' } });
  admin = new AdminPages(browser);
});
afterAll(() => browser.close());
beforeEach(() => browser.started.load(smallCompany()));
afterEach(() => admin.page.close());

describe('the Admin console', () => {
  test('tells somebody who is not an administrator that they need to be one', async () => {
    admin.page = await browser.open(ANNA, 'admin', 'users');
    await admin.page
      .getByRole('heading', { name: 'You need to be an administrator to use this' })
      .waitFor();
    await admin.says(`You are signed in as anna Example (${ANNA})`);
    await admin.page.getByRole('link', { name: 'admin Example' }).click();
    await admin.page.getByRole('heading', { name: 'Admin console of Acme' }).waitFor();
  });

  test('leads from its first page to users, and back', async () => {
    await admin.open();
    await admin.page.getByRole('main').getByRole('link', { name: 'Users', exact: true }).click();
    await admin.page.getByRole('heading', { name: 'Users' }).waitFor();
    await admin.page.goBack();
    await admin.page.getByRole('heading', { name: 'Admin console of Acme' }).waitFor();
  });

  test('a delegated administrator sees only whom their org unit lets them', async () => {
    admin.addOrgUnit('Sales');
    admin.act('users.update', { userKey: BEN }, { orgUnitPath: '/Sales' });
    await admin.openUser(ANNA);
    await admin.button('Assign roles').click();
    await admin.dialog().getByLabel('Role').selectOption('User Management Admin');
    await admin.dialog().getByLabel('Organizational unit').selectOption({ label: '\u2003Sales' });
    await admin.button('Assign', admin.dialog()).click();
    await admin.region('Admin roles and privileges').getByText('/Sales').waitFor();
    await admin.page.close();
    admin.page = await browser.open(ANNA, 'admin', 'users');
    await admin.page.getByRole('link', { name: 'ben Example' }).waitFor();
    expect(await admin.page.getByRole('link', { name: 'admin Example' }).count()).toBe(0);
  });
});

describe('users', () => {
  test('are found by the beginning of a name or address', async () => {
    await admin.open('users');
    await admin.row('anna Example').waitFor();
    await admin.page.getByRole('searchbox', { name: 'Search for users' }).fill('be');
    await admin.row('anna Example').waitFor({ state: 'detached' });
    await admin.row('ben Example').waitFor();
    await admin.page.reload();
    await admin.row('ben Example').waitFor();
    expect(await admin.row('anna Example').count()).toBe(0);
  });

  test('are filtered by org unit and status', async () => {
    admin.addOrgUnit('Sales');
    admin.act('users.update', { userKey: BEN }, { orgUnitPath: '/Sales', suspended: true });
    await admin.open('users');
    await admin.row('anna Example').waitFor();
    await admin.field('User status').selectOption('Suspended');
    await admin.row('anna Example').waitFor({ state: 'detached' });
    await admin.field('Organizational unit').selectOption('Sales');
    await admin.row('ben Example').getByText('Suspended').waitFor();
    await admin.field('User status').selectOption('Active');
    await admin.says('No users match.');
  });

  test('are shown a page at a time, there and back', async () => {
    const { directory } = browser.started.workspace.state;
    for (let i = 10; i < 40; i++) {
      const user = aUser({ id: `2000000000000000000${i}`, primaryEmail: `p${i}@acme.example` });
      directory.users[user.id] = user;
    }
    directory.revision++;
    await admin.open('users');
    await admin.row('p20 Example').waitFor();
    expect(await admin.page.getByRole('row').count()).toBe(21);
    await admin.button('Next page').click();
    await admin.row('p39 Example').waitFor();
    await admin.button('Previous page').click();
    await admin.row('p20 Example').waitFor();
    await admin.field('Rows per page').selectOption('50');
    await admin.row('p39 Example').waitFor();
  });

  test('a new user can be added, and is opened', async () => {
    await admin.open('users');
    await admin.page.getByRole('link', { name: 'Add new user' }).click();
    await admin.field('First name').fill('Carl');
    await admin.field('Last name').fill('Berg');
    await admin.field('Primary email').fill('anna');
    await admin.field('Password').fill('correct horse');
    await admin.button('Add new user').click();
    await admin.says('Entity already exists.');
    expect(await admin.field('First name').inputValue()).toBe('Carl');
    await admin.field('Primary email').fill('carl');
    await admin.button('Add new user').click();
    await admin.page.getByRole('heading', { name: 'Carl Berg' }).waitFor();
    expect(admin.userOf('carl@acme.example').profile['changePasswordAtNextLogin']).toBe(true);
  });

  test('a renamed user keeps the old address as an alternate one, which can then be removed', async () => {
    await admin.openUser(ANNA);
    await admin.button('Update user').click();
    await admin.dialog().getByText(ANNA).waitFor();
    await admin.dialog().getByLabel('Last name').fill('Lind');
    await admin.dialog().getByLabel('Primary email').fill('anna.lind');
    await admin.button('Update user', admin.dialog()).click();
    await admin.page.getByRole('heading', { name: 'anna Lind' }).waitFor();
    await admin.button('Alternate email addresses').click();
    await admin.button(`Remove ${ANNA}`, admin.dialog()).click();
    await admin.button(`Remove ${ANNA}`, admin.dialog()).waitFor({ state: 'detached' });
    await admin.dialog().getByLabel('Alternate email').fill('al');
    await admin.button('Add', admin.dialog()).click();
    await admin.region('Contact information').getByText('al@acme.example').waitFor();
    expect(admin.userOf('anna.lind@acme.example').aliases).toEqual(['al@acme.example']);
  });

  test('a suspended user shows why, and can be reactivated', async () => {
    await admin.openUser(BEN);
    await admin.button('Suspend user').click();
    await admin.button('Suspend', admin.dialog()).click();
    await admin.says('Suspended by an administrator');
    await admin.button('Reactivate').click();
    await admin.button('Reactivate', admin.dialog()).click();
    await admin.button('Suspend user').waitFor();
    expect(admin.userOf(BEN).suspended).toBe(false);
  });

  test('a user can be archived and moved to another org unit', async () => {
    admin.addOrgUnit('Sales');
    await admin.openUser(BEN);
    await admin.button('Archive user').click();
    await admin.button('Archive', admin.dialog()).click();
    await admin.button('Unarchive user').waitFor();
    await admin.button('Change organizational unit').click();
    await admin.dialog().getByLabel('Organizational unit').selectOption({ label: '\u2003Sales' });
    await admin.button('Change', admin.dialog()).click();
    await admin.region('Account').getByText('/Sales').waitFor();
    expect(admin.userOf(BEN)).toMatchObject({ archived: true, orgUnitPath: '/Sales' });
  });

  test('a deleted user can be restored for 20 days', async () => {
    await admin.openUser(BEN);
    await admin.button('Delete user').click();
    await admin.button('Delete user', admin.dialog()).click();
    await admin.page.getByRole('heading', { name: 'Users' }).waitFor();
    await admin.page.getByRole('link', { name: 'Recently deleted users' }).click();
    await admin.button('Recover ben Example').click();
    await admin.button('Recover', admin.dialog()).click();
    await admin.page.getByRole('heading', { name: 'ben Example' }).waitFor();
    admin.act('users.delete', { userKey: BEN });
    browser.started.clock.advance(21 * 24 * 60 * 60 * 1000);
    await admin.page.goto(
      `${browser.started.url}/u/${encodeURIComponent(ADMIN)}/admin/users/deleted`,
    );
    await admin.says('No users were deleted in the last 20 days.');
  });

  test('employee and contact information are kept beside what these pages do not show', async () => {
    const relations = [{ type: 'assistant', value: ADMIN }];
    admin.act('users.update', { userKey: BEN }, { relations });
    await admin.openUser(BEN);
    await admin.button('Edit employee information').click();
    await admin.dialog().getByLabel('Job title').fill('Consultant');
    await admin.dialog().getByLabel("Manager's email").fill(ANNA);
    await admin.button('Save', admin.dialog()).click();
    await admin.region('Employee information').getByText('Consultant').waitFor();
    await admin.button('Edit contact information').click();
    await admin.dialog().getByLabel('Phone (work)').fill('+358 9 1234');
    await admin.button('Save', admin.dialog()).click();
    await admin.region('Contact information').getByText('+358 9 1234').waitFor();
    expect(admin.userOf(BEN).profile).toMatchObject({
      relations: [...relations, { type: 'manager', value: ANNA }],
      organizations: [{ title: 'Consultant', primary: true }],
    });
  });

  test('custom attributes can be filled in', async () => {
    admin.act(
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
    await admin.openUser(BEN);
    await admin.button('Edit Employment').click();
    await admin.dialog().getByLabel('Contract').fill('permanent');
    await admin.dialog().getByLabel('Skills').fill('Go\nSQL');
    await admin.dialog().getByLabel('Billable').check();
    await admin.button('Save', admin.dialog()).click();
    await admin.region('Employment').getByText('permanent').waitFor();
    expect(admin.userOf(BEN).profile['customSchemas']).toEqual({
      Employment: {
        Contract: 'permanent',
        Skills: [{ value: 'Go' }, { value: 'SQL' }],
        Billable: true,
      },
    });
  });

  test('an app loses its access when an administrator removes it', async () => {
    const { oauth } = browser.started.workspace.state;
    const userId = admin.userOf(BEN).id;
    oauth.grants[`app ${userId}`] = {
      clientId: 'app',
      userId,
      scopes: ['https://www.googleapis.com/auth/calendar'],
    } as (typeof oauth.grants)[string];
    await admin.openUser(BEN);
    await admin.region('Connected applications').getByText('1 scope').first().click();
    await admin.says('https://www.googleapis.com/auth/calendar');
    await admin.button('Remove access for app').click();
    await admin.button('Remove access', admin.dialog()).click();
    await admin.says('No application has access to this account.');
    expect(Object.keys(oauth.grants)).toEqual([]);
  });

  test('somebody can be made a super admin and lose the role again', async () => {
    await admin.openUser(ANNA);
    await admin.button('Make super admin').click();
    await admin.button('Make super admin', admin.dialog()).click();
    await admin.page.getByRole('link', { name: 'Super Admin' }).waitFor();
    await admin.button('Remove super admin').click();
    await admin.button('Remove super admin', admin.dialog()).click();
    await admin.says('anna Example has no admin roles.');
    expect(admin.userOf(ANNA).isAdmin).toBe(false);
  });
});
