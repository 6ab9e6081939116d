import { ADMIN, ANNA, aWorkspace, BEN } from '../../support/small-company';
import { findUser, touch } from '../../../emulator/workspace/directory/accounts';
import { adminLog, CUSTOMER, directoryAs, refusalOf, withPeople, type Answer } from './acting';
import { processorMs } from '../../support/processor-time';

const cleo = {
  primaryEmail: 'Cleo@acme.example',
  name: { givenName: 'Cleo', familyName: 'Åström' },
  password: 'correct horse',
};

test('a new person has an id of 21 digits, a lower-case address and has never signed in', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  const user = directory('users.insert', {}, cleo);
  expect(user).toMatchObject({
    id: expect.stringMatching(/^1\d{20}$/),
    primaryEmail: 'cleo@acme.example',
    name: { fullName: 'Cleo Åström' },
    creationTime: '2026-03-02T08:00:00.000Z',
    lastLoginTime: '1970-01-01T00:00:00.000Z',
    agreedToTerms: false,
    suspended: false,
    isMailboxSetup: true,
    emails: [
      { address: 'cleo@acme.example', primary: true },
      { address: 'cleo@acme.example.test-google-a.com' },
    ],
    nonEditableAliases: ['cleo@acme.example.test-google-a.com'],
  });
  expect(user).not.toHaveProperty('password');
  expect(directory('users.get', { userKey: user.id, projection: 'full' })).toEqual(user);
  expect(adminLog(workspace)).toEqual(['CREATE_USER USER_EMAIL=cleo@acme.example']);
});

test.each<[string, object, string]>([
  [
    'without an address',
    { primaryEmail: undefined },
    '400 required: Missing required field: primaryEmail',
  ],
  [
    'in a foreign domain',
    { primaryEmail: 'c@elsewhere.example' },
    '404 notFound: Domain not found.',
  ],
  ['at no address', { primaryEmail: 'cleo' }, '400 invalid: Invalid Input: primary_user_email'],
  [
    'at a taken address',
    { primaryEmail: 'ANNA@acme.example' },
    '409 duplicate: Entity already exists.',
  ],
  ['without a name', { name: {} }, '400 invalid: Invalid Input: Given/Family Name: givenName'],
  ['with a short password', { password: 'short' }, '400 invalid: Invalid Input: password'],
  ['in no org unit', { orgUnitPath: '/Nowhere' }, '400 invalid: Invalid Input: INVALID_OU_ID'],
  [
    'with too much of something',
    { externalIds: [{ value: 'x'.repeat(2100), type: 'custom' }] },
    '400 invalid: Invalid Input: externalIds',
  ],
])('a person %s is refused', (_what, change, expected) => {
  const workspace = aWorkspace();
  const body = JSON.parse(JSON.stringify({ ...cleo, ...change }));
  expect(refusalOf(() => directoryAs(workspace)('users.insert', {}, body))).toBe(expected);
  expect(findUser(workspace.state.directory, 'cleo@acme.example')).toBeUndefined();
});

test('an update changes what it names, replaces lists whole, and null clears', () => {
  const directory = directoryAs(aWorkspace());
  const update = (body: object): Answer => directory('users.update', { userKey: ANNA }, body);
  update({
    phones: [
      { type: 'work', value: '1' },
      { type: 'home', value: '2' },
    ],
    recoveryEmail: 'a@b.example',
  });
  expect(update({ phones: [{ type: 'work', value: '3' }] })).toMatchObject({
    phones: [{ type: 'work', value: '3' }],
    recoveryEmail: 'a@b.example',
    name: { givenName: 'anna' },
  });
  const cleared = update({ phones: null, recoveryEmail: null });
  expect(cleared).not.toHaveProperty('phones');
  expect(cleared).not.toHaveProperty('recoveryEmail');
});

test('a patch cannot clear a list; an update can', () => {
  const directory = directoryAs(aWorkspace());
  const phones = [{ type: 'work', value: '1' }];
  directory('users.patch', { userKey: ANNA }, { phones });
  expect(directory('users.patch', { userKey: ANNA }, { phones: [] })).toMatchObject({ phones });
  expect(directory('users.patch', { userKey: ANNA }, { phones: null })).toMatchObject({ phones });
  expect(directory('users.update', { userKey: ANNA }, { phones: [] })).not.toHaveProperty('phones');
});

test('read-only fields that are sent along change nothing', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  const before = directory('users.get', { userKey: ANNA, projection: 'full' });
  const after = directory('users.update', { userKey: ANNA }, { ...before, isAdmin: true, id: '5' });
  expect(after).toEqual(before);
  expect(adminLog(workspace)).toEqual([]);
});

test('a renamed person keeps the old address as an alias, and the id', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  const { id } = directory('users.get', { userKey: ANNA });
  const renamed = directory(
    'users.update',
    { userKey: ANNA },
    { primaryEmail: 'Anna.Berg@acme.example' },
  );
  expect(renamed).toMatchObject({ id, primaryEmail: 'anna.berg@acme.example', aliases: [ANNA] });
  expect(directory('users.get', { userKey: ANNA }).id).toBe(id);
  expect(adminLog(workspace)).toEqual([
    `RENAME_USER USER_EMAIL=${ANNA} NEW_VALUE=anna.berg@acme.example`,
  ]);
  const back = directory('users.update', { userKey: id }, { primaryEmail: ANNA });
  expect(back).toMatchObject({ primaryEmail: ANNA, aliases: ['anna.berg@acme.example'] });
});

test('nobody is renamed to somebody else’s address', () => {
  const directory = directoryAs(aWorkspace());
  const rename = () => directory('users.update', { userKey: ANNA }, { primaryEmail: BEN });
  expect(refusalOf(rename)).toBe('409 duplicate: Entity already exists.');
});

test('a suspended person has a reason for as long as they are suspended', () => {
  const directory = directoryAs(aWorkspace());
  const suspended = directory('users.update', { userKey: BEN }, { suspended: true });
  expect(suspended).toMatchObject({
    suspensionReason: 'ADMIN',
    suspensionTime: '2026-03-02T08:00:00.000Z',
  });
  const back = directory('users.update', { userKey: BEN }, { suspended: false });
  expect(back).not.toHaveProperty('suspensionReason');
});

test('the admin log has one event for each thing that changed', () => {
  const workspace = withPeople([]);
  const { directory: data } = workspace.state;
  data.orgUnits['id:s'] = {
    orgUnitId: 'id:s',
    customerId: CUSTOMER,
    name: 'Sales',
    description: '',
    orgUnitPath: '/Sales',
    parentOrgUnitId: 'id:root',
  };
  touch(data);
  directoryAs(workspace)(
    'users.update',
    { userKey: BEN },
    {
      name: { givenName: 'Benjamin', familyName: 'Example' },
      orgUnitPath: '/Sales',
      suspended: true,
      archived: true,
      organizations: [{ title: 'Clerk' }],
      password: 'another password',
    },
  );
  expect(adminLog(workspace)).toEqual([
    `CHANGE_FIRST_NAME USER_EMAIL=${BEN} OLD_VALUE=ben NEW_VALUE=Benjamin`,
    `MOVE_USER_TO_ORG_UNIT USER_EMAIL=${BEN} ORG_UNIT_NAME=/ NEW_VALUE=/Sales`,
    `SUSPEND_USER USER_EMAIL=${BEN}`,
    `ARCHIVE_USER USER_EMAIL=${BEN}`,
    `CHANGE_USER_ORGANIZATION USER_EMAIL=${BEN} OLD_VALUE= NEW_VALUE=[{"title":"Clerk"}]`,
    `CHANGE_PASSWORD USER_EMAIL=${BEN}`,
  ]);
});

test('an update that is refused in one field changes nothing', () => {
  const directory = directoryAs(aWorkspace());
  const before = directory('users.get', { userKey: BEN, projection: 'full' });
  const half = { suspended: true, orgUnitPath: '/Nowhere' };
  expect(refusalOf(() => directory('users.update', { userKey: BEN }, half))).toBe(
    '400 invalid: Invalid Input: INVALID_OU_ID',
  );
  expect(directory('users.get', { userKey: BEN, projection: 'full' })).toEqual(before);
});

test('for a while after creation a person cannot be changed, where a setting says so', () => {
  const workspace = aWorkspace({ settings: { userCreationMs: 30_000 } });
  const directory = directoryAs(workspace);
  const { id } = directory('users.insert', {}, cleo);
  const suspend = () => directory('users.update', { userKey: id }, { suspended: true });
  expect(refusalOf(suspend)).toBe('412 conditionNotMet: User creation is not complete.');
  workspace.clock.advance(30_000);
  expect(suspend()).toMatchObject({ suspended: true });
});

test('a deleted person can be restored for twenty days, by id, without the groups it was in', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  const { id } = directory('users.get', { userKey: BEN });
  directory('groups.insert', {}, { email: 'all@acme.example' });
  directory('members.insert', { groupKey: 'all@acme.example' }, { email: BEN });
  directory('users.delete', { userKey: BEN });
  expect(refusalOf(() => directory('users.get', { userKey: BEN }))).toBe(
    '404 notFound: Resource Not Found: userKey',
  );
  expect(directory('members.list', { groupKey: 'all@acme.example' })).not.toHaveProperty('members');
  directory('users.undelete', { userKey: id }, { orgUnitPath: '/' });
  expect(directory('users.get', { userKey: BEN }).id).toBe(id);
  directory('users.delete', { userKey: BEN });
  workspace.clock.advance(20 * 24 * 60 * 60 * 1000);
  expect(refusalOf(() => directory('users.undelete', { userKey: id }, {}))).toMatch(
    /^412 conditionNotMet: .*undelete/,
  );
});

test('a person whose address was taken meanwhile cannot be restored', () => {
  const directory = directoryAs(aWorkspace());
  const { id } = directory('users.get', { userKey: BEN });
  directory('users.delete', { userKey: BEN });
  const again = directory('users.insert', {}, { ...cleo, primaryEmail: BEN });
  expect(again.id).not.toBe(id);
  expect(refusalOf(() => directory('users.undelete', { userKey: id }, {}))).toBe(
    '409 duplicate: Entity already exists.',
  );
});

test('a super administrator is made and unmade', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  directory('users.makeAdmin', { userKey: ANNA }, { status: true });
  expect(directory('users.get', { userKey: ANNA }).isAdmin).toBe(true);
  expect(
    directoryAs(workspace, ANNA)('users.list', { customer: 'my_customer' }).users,
  ).toHaveLength(3);
  directory('users.makeAdmin', { userKey: ANNA }, { status: false });
  expect(directory('users.get', { userKey: ANNA }).isAdmin).toBe(false);
  expect(adminLog(workspace)).toEqual([
    `GRANT_ADMIN_PRIVILEGE USER_EMAIL=${ANNA}`,
    `REVOKE_ADMIN_PRIVILEGE USER_EMAIL=${ANNA}`,
  ]);
});

test('a guest is marked as one and has no mailbox', () => {
  const directory = directoryAs(aWorkspace());
  const guest = directory('users.createGuest', {}, { primaryGuestEmail: 'Eve@partner.example' });
  expect(guest).toMatchObject({
    isGuestUser: true,
    guestAccountInfo: { primaryGuestEmail: 'eve@partner.example' },
    isMailboxSetup: false,
  });
});

test('signing somebody out is in the admin log', () => {
  const workspace = aWorkspace();
  directoryAs(workspace)('users.signOut', { userKey: ANNA });
  expect(adminLog(workspace)).toEqual([`RESET_SIGNIN_COOKIES USER_EMAIL=${ANNA}`]);
});

test.each([
  ['nobody@acme.example', '404 notFound: Resource Not Found: userKey'],
  ['123', '404 notFound: Resource Not Found: userKey'],
  ['somebody@elsewhere.example', '404 notFound: Domain not found.'],
  ['not a key', '400 badRequest: Bad Request'],
])('the user %s is not found: %s', (userKey, expected) => {
  expect(refusalOf(() => directoryAs(aWorkspace())('users.get', { userKey }))).toBe(expected);
});

test('a thousand people are created in a moment', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace, ADMIN);
  const ms = processorMs(() => {
    for (let i = 0; i < 1000; i++)
      directory('users.insert', {}, { ...cleo, primaryEmail: `p${i}@acme.example` });
  });
  expect(Object.keys(workspace.state.directory.users)).toHaveLength(1003);
  expect(ms).toBeLessThan(3000);
});
