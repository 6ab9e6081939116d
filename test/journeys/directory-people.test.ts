// People who are renamed, replaced and hidden, as the People page and the workbook show them.
import { companyFromUsers } from '../../emulator/seed/users-file';
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { WorkbookByHand, type RowText } from '../support/by-hand';
import {
  ADMIN,
  adminInstall,
  ANNA,
  bringPeopleIn,
  calendarPanel,
  DAY_MS,
  delegate,
  finalize,
  passHours,
  MINUTE_MS,
  NOORA,
  PETRI,
  preparedWorkspace,
} from '../support/set-up';
import { AdminPage, offeredTandem, Panel, principal } from '../support/tandem';

/** More than a day, in which everything that is due once a day happens. */
const aDayPasses = (workspace: LocalWorkspace): void => passHours(workspace, 26);

const peopleAt = (book: WorkbookByHand, ...addresses: string[]): readonly RowText[] =>
  book.rows('People').filter((row) => addresses.includes(row['Email']!));

/** An organization whose people are in: its Admin page and its workbook. */
function filled(): { readonly page: AdminPage; readonly book: WorkbookByHand } {
  const page = bringPeopleIn(finalize(preparedWorkspace()));
  return { page, book: WorkbookByHand.openedFrom(page) };
}

const directory = (
  workspace: LocalWorkspace,
  method: string,
  input: object,
  body: object | null = null,
): unknown => workspace.act(ADMIN, `directory.${method}`, { ...input }, body);

test('a row that was typed with an alias of an account is that account', () => {
  const workspace = preparedWorkspace();
  const page = finalize(workspace);
  const alias = 'anna.alias@havu.example';
  directory(workspace, 'users.aliases.insert', { userKey: ANNA }, { alias });
  const book = WorkbookByHand.openedFrom(page);
  book.add('People', { Email: alias, 'First name': 'Anna', 'Last name': 'Virtanen' });
  page.open('People').press('Look at what will happen');
  expect(page.text).toContain('Already in the work system, joined by address\n1 person');
  bringPeopleIn(page);
  expect(peopleAt(book, alias, ANNA)).toMatchObject([{ Email: ANNA, 'Added by Tandem': '' }]);
});

test('a newcomer at the address of a deleted account has a row of their own; an id that became a number is repaired, not taken for somebody else [Att32]', () => {
  const { page, book } = filled();
  const { workspace } = page;
  const [noora] = peopleAt(book, NOORA);
  book.change('People', ['Email', ANNA], { 'Google id': principal(workspace, ANNA).userId });
  directory(workspace, 'users.delete', { userKey: NOORA });
  const name = { givenName: 'New', familyName: 'Comer' };
  directory(
    workspace,
    'users.insert',
    {},
    { primaryEmail: NOORA, name, password: 'long-enough-1' },
  );
  aDayPasses(workspace);
  expect(peopleAt(book, NOORA)).toMatchObject([
    { 'Google id': noora!['Google id'], Active: 'FALSE' },
    { 'Last name': 'Comer', Active: 'TRUE' },
  ]);
  const { userId } = principal(workspace, ANNA);
  expect(peopleAt(book, ANNA)).toMatchObject([{ 'Google id': userId, Active: 'TRUE' }]);
});

test('people who are merely out of the sync account’s sight are not deactivated, and the page says why', () => {
  const [head, admin] = ['super@corp.example', 'admin@corp.example'];
  const staff = Array.from({ length: 15 }, (_, i) => `S${i},Taff,s${i}@corp.example,/Staff,Active`);
  const board = Array.from({ length: 4 }, (_, i) => `B${i},Oard,b${i}@corp.example,/Board,Active`);
  const users = [
    'First Name,Last Name,Email Address,Org Unit Path,Status',
    `Ada,Admin,${admin},/Staff,Active`,
    `Su,Per,${head},/,Active`,
    ...staff,
    ...board,
  ];
  const file = new TextEncoder().encode(users.join('\n'));
  const { state } = companyFromUsers(file, { now: Date.UTC(2026, 2, 2, 8), admin: head });
  const workspace = offeredTandem({ settings: { propagation: 'immediate' }, seed: state });
  workspace.act(head, 'directory.users.makeAdmin', { userKey: admin }, { status: true });
  adminInstall(workspace, { as: head });
  delegate(workspace, head);
  const page = bringPeopleIn(finalize(workspace, admin));
  const book = WorkbookByHand.openedFrom(page);
  narrowRole(workspace, head, admin);
  aDayPasses(workspace);
  expect(book.rows('People').filter((row) => row['Active'] === 'FALSE')).toEqual([]);
  expect(page.open('People').text).toContain(
    'This account sees only a part of the Google Workspace Directory',
  );
});

interface Privilege {
  readonly privilegeName: string;
  readonly serviceId: string;
  readonly childPrivileges?: readonly Privilege[];
}

/** The super administrator takes another's rights back but for the users of one org unit. */
function narrowRole(workspace: LocalWorkspace, head: string, admin: string): void {
  workspace.act(head, 'directory.users.makeAdmin', { userKey: admin }, { status: false });
  const customer = 'my_customer';
  const all = workspace.act(head, 'directory.privileges.list', { customer }) as {
    readonly items: readonly Privilege[];
  };
  const whole = (some: readonly Privilege[]): Privilege[] =>
    some.flatMap((one) => [one, ...whole(one.childPrivileges ?? [])]);
  const rolePrivileges = whole(all.items)
    .filter(({ privilegeName }) => privilegeName === 'USERS_RETRIEVE')
    .map(({ privilegeName, serviceId }) => ({ privilegeName, serviceId }));
  const role = { roleName: 'Staff', rolePrivileges };
  const { roleId } = workspace.act(head, 'directory.roles.insert', { customer }, role) as {
    readonly roleId: string;
  };
  const unit = Object.values(workspace.state.directory.orgUnits).find(
    ({ orgUnitPath }) => orgUnitPath === '/Staff',
  )!;
  const assignment = {
    roleId,
    assignedTo: principal(workspace, admin).userId,
    scopeType: 'ORG_UNIT',
    orgUnitId: unit.orgUnitId.replace('id:', ''),
  };
  workspace.act(head, 'directory.roleAssignments.insert', { customer }, assignment);
}

describe('a listing that Google refuses', () => {
  const refuse = (workspace: LocalWorkspace, code: number, message: string): void =>
    workspace.faults.plan([
      {
        method: 'directory.users.list',
        times: 9999,
        fault: { kind: 'error', code, reason: code === 400 ? 'invalid' : 'notFound', message },
      },
    ]);

  test('is told as a failure with Google’s own words, and tried again by itself', () => {
    const { page } = filled();
    const { workspace } = page;
    workspace.advance(DAY_MS + MINUTE_MS, { runDueTriggers: false });
    refuse(workspace, 400, 'Invalid Input');
    workspace.advance(5 * MINUTE_MS);
    page.open('People');
    expect(page.text).toContain('Google did not list everything');
    expect(page.text).toContain('Google refused: Invalid Input');
    expect(page.text).not.toContain('Under way');
    workspace.faults.plan([]);
    passHours(workspace, 2);
    expect(page.open('People').text).toContain('The directory sync runs by itself');
  });

  test('while finalizing names what was listed and what to do', () => {
    const workspace = preparedWorkspace();
    refuse(workspace, 404, 'Domain not found.');
    const { text } = finalize(workspace);
    expect(text).toContain('the users of your Workspace');
    expect(text).toContain('Domain not found.');
    expect(text).not.toContain('Nothing needs to be done');
  });
});

test('somebody in a domain that was added later finds their organization within a run; a subdomain of it that is another organization’s stays that one’s', () => {
  const { page } = filled();
  const { workspace } = page;
  page.open('Calendars').press('Turn on');
  directory(
    workspace,
    'domains.insert',
    { customer: 'my_customer' },
    { domainName: 'havu-retail.example' },
  );
  const primaryEmail = 'rita@havu-retail.example';
  const name = { givenName: 'Rita', familyName: 'Retail' };
  directory(workspace, 'users.insert', {}, { primaryEmail, name, password: 'long-enough-1' });
  expect(calendarPanel(workspace, primaryEmail).text).toContain('Not set up yet');
  aDayPasses(workspace);
  expect(calendarPanel(workspace, primaryEmail).buttons()).toContain('Turn on my calendar sync');
  const [grace, domainName] = ['admin@brightwater.example', 'lab.havu-retail.example'];
  workspace.act(grace, 'directory.domains.insert', { customer: 'my_customer' }, { domainName });
  const stranger = { primaryEmail: `sam@${domainName}`, name, password: 'long-enough-1' };
  workspace.act(grace, 'directory.users.insert', {}, stranger);
  adminInstall(workspace, { as: grace });
  aDayPasses(workspace);
  expect(calendarPanel(workspace, stranger.primaryEmail).text).toContain('Not set up yet');
});

describe('what belongs to the organization stays when another administrator becomes the sync account', () => {
  /** Petri gets the workbook and takes the administrator's place. */
  function takeOver(workspace: LocalWorkspace, book: WorkbookByHand): AdminPage {
    const access = { type: 'user', role: 'writer', emailAddress: PETRI };
    workspace.act(ADMIN, 'drive.permissions.create', { fileId: book.id }, access);
    const host = { host: 'SHEETS', sheets: { id: book.id } } as const;
    new Panel(workspace, PETRI, host).open().press('Give Tandem this file').allowFile();
    const page = new AdminPage(workspace, PETRI).open();
    return page.press('Change sync account').press('Make me the sync account');
  }

  test('the last run, and that all users were synced today [G16]', () => {
    const { page, book } = filled();
    page.open('People').press('Sync all users');
    expect(page.text).toContain('Possible again in');
    const after = takeOver(page.workspace, book).open('People');
    expect(after.text).toContain('In step with Google');
    expect(after.text).toContain('Possible again in');
    expect(after.buttons()).not.toContain('Sync all users');
  });

  test('a preview that waits, and the go that was said to it', () => {
    const { page, book } = filled();
    const { workspace } = page;
    for (const { Email: email } of book.rows('People').slice(0, 12))
      if (email !== ADMIN && email !== PETRI)
        directory(workspace, 'users.patch', { userKey: email }, { suspended: true });
    aDayPasses(workspace);
    const asked = page.open('People').text;
    expect(asked).toContain('people would be deactivated at once');
    const after = takeOver(workspace, book).open('People');
    expect(after.text).toBe(asked);
    after.press(after.buttons().find((text) => text.startsWith('Deactivate'))!);
    expect(after.text).toContain('Deactivated: ');
  });
});
