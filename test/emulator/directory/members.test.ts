import { LocalWorkspace } from '../../../emulator/local-workspace';
import { ANNA, aWorkspace, BEN, smallCompany } from '../../support/small-company';
import { adminLog, CUSTOMER, directoryAs, refusalOf, type Answer } from './acting';

const ALL = 'all@acme.example';
const SALES = 'sales@acme.example';
const NORTH = 'north@acme.example';
const MINUTE_MS = 60 * 1000;

/** all > sales > north, with Ben in the innermost. */
function nested(options = {}) {
  const workspace = aWorkspace(options);
  const directory = directoryAs(workspace);
  for (const email of [ALL, SALES, NORTH]) directory('groups.insert', {}, { email });
  const add = (groupKey: string, email: string, more = {}): Answer =>
    directory('members.insert', { groupKey }, { email, ...more });
  add(ALL, SALES);
  add(SALES, NORTH);
  add(NORTH, BEN);
  return { workspace, directory, add };
}

const who = ({ members = [] }: Answer): string[] =>
  members.map((one: Answer) => one.email ?? one.id);

test('members are people, groups, outsiders, or everybody', () => {
  const { directory, add } = nested();
  add(ALL, ANNA, { role: 'OWNER' });
  add(ALL, 'guest@partner.example');
  directory('members.insert', { groupKey: ALL }, { id: CUSTOMER, type: 'CUSTOMER' });
  const { members } = directory('members.list', { groupKey: ALL });
  expect(members.map(({ id: _id, etag: _etag, kind: _kind, ...rest }: Answer) => rest)).toEqual([
    { email: SALES, role: 'MEMBER', type: 'GROUP', status: 'ACTIVE' },
    { email: ANNA, role: 'OWNER', type: 'USER', status: 'ACTIVE' },
    { email: 'guest@partner.example', role: 'MEMBER', type: 'EXTERNAL' },
    { role: 'MEMBER', type: 'CUSTOMER', status: 'ACTIVE' },
  ]);
  expect(members[3].id).toBe(CUSTOMER);
});

test('delivery settings are shown one member at a time, never in a list', () => {
  const { directory } = nested();
  const { members } = directory('members.list', { groupKey: NORTH });
  expect(members[0]).not.toHaveProperty('delivery_settings');
  expect(directory('members.get', { groupKey: NORTH, memberKey: BEN }).delivery_settings).toBe(
    'ALL_MAIL',
  );
});

test('a member is shown at its current address, and as suspended when it is', () => {
  const { directory } = nested();
  directory(
    'users.update',
    { userKey: BEN },
    { primaryEmail: 'benny@acme.example', suspended: true },
  );
  expect(directory('members.list', { groupKey: NORTH }).members[0]).toMatchObject({
    email: 'benny@acme.example',
    status: 'SUSPENDED',
  });
});

test('derived members show ten minutes after their group was added, or at once', () => {
  const { workspace, directory } = nested();
  const derived = () =>
    who(directory('members.list', { groupKey: ALL, includeDerivedMembership: true }));
  expect(derived()).toEqual([SALES]);
  workspace.clock.advance(10 * MINUTE_MS);
  expect(derived()).toEqual([SALES, NORTH, BEN]);
  expect(who(directory('members.list', { groupKey: ALL }))).toEqual([SALES]);
  const immediate = nested({ settings: { propagation: 'immediate' } }).directory;
  const page = immediate('members.list', { groupKey: ALL, includeDerivedMembership: true });
  expect(who(page)).toEqual([SALES, NORTH, BEN]);
});

test.each([
  [ALL, BEN, 'true'],
  [NORTH, BEN, 'true'],
  [ALL, ANNA, 'false'],
  [NORTH, 'guest@partner.example', '400 invalid: Invalid Input: memberKey'],
  [ALL, 'nobody@acme.example', '400 invalid: Invalid Input: memberKey'],
])('hasMember of %s and %s: %s', (groupKey, memberKey, expected) => {
  const { directory } = nested();
  let answer = 'none';
  const refused = refusalOf(() => {
    answer = String(directory('members.hasMember', { groupKey, memberKey }).isMember);
  });
  expect(refused === 'none' ? answer : refused).toBe(expected);
});

test('everybody of the organization has everybody as a member', () => {
  const { directory } = nested();
  directory('members.insert', { groupKey: NORTH }, { id: CUSTOMER, type: 'CUSTOMER' });
  expect(directory('members.hasMember', { groupKey: ALL, memberKey: ANNA })).toEqual({
    isMember: true,
  });
});

test.each([
  ['itself', ALL, ALL],
  ['a group that contains it', NORTH, ALL],
])('a group cannot have %s as a member', (_what, groupKey, email) => {
  const { add } = nested();
  expect(refusalOf(() => add(groupKey, email))).toBe(
    '412 conditionNotMet: Cyclic memberships not allowed (GROUP_CANNOT_CONTAIN_CYCLE)',
  );
});

test.each([
  [{ email: BEN }, '409 duplicate: Member already exists.'],
  [{ email: 'nobody@acme.example' }, '404 notFound: Resource Not Found: memberKey'],
  [{ email: 'not an@address@' }, '400 invalid: Invalid Input: memberKey'],
  [{ role: 'OWNER' }, '400 required: Missing required field: memberKey'],
  [{ email: ANNA, role: 'BOSS' }, '400 invalid: Invalid Input: role'],
])('the member %j is refused: %s', (body, expected) => {
  const { directory } = nested();
  expect(refusalOf(() => directory('members.insert', { groupKey: NORTH }, body))).toBe(expected);
});

test('a role is changed and a member removed, by address, alias or id, and the log says so', () => {
  const { workspace, directory } = nested();
  const { id } = directory('users.get', { userKey: BEN });
  directory('users.aliases.insert', { userKey: BEN }, { alias: 'b@acme.example' });
  const changed = directory(
    'members.patch',
    { groupKey: NORTH, memberKey: 'b@acme.example' },
    { role: 'MANAGER' },
  );
  expect(changed).toMatchObject({ id, role: 'MANAGER' });
  directory('members.delete', { groupKey: NORTH, memberKey: id });
  expect(refusalOf(() => directory('members.get', { groupKey: NORTH, memberKey: BEN }))).toBe(
    '404 notFound: Resource Not Found: memberKey',
  );
  expect(adminLog(workspace).slice(-2)).toEqual([
    `UPDATE_GROUP_MEMBER USER_EMAIL=${BEN} GROUP_EMAIL=${NORTH} OLD_VALUE=MEMBER NEW_VALUE=MANAGER`,
    `REMOVE_GROUP_MEMBER USER_EMAIL=${BEN} GROUP_EMAIL=${NORTH}`,
  ]);
});

test('members can be listed by role', () => {
  const { directory, add } = nested();
  add(NORTH, ANNA, { role: 'OWNER' });
  expect(who(directory('members.list', { groupKey: NORTH, roles: 'OWNER,MANAGER' }))).toEqual([
    ANNA,
  ]);
  expect(refusalOf(() => directory('members.list', { groupKey: NORTH, roles: 'BOSS' }))).toBe(
    '400 invalid: Invalid Input: roles',
  );
});

test('ten thousand members come in pages of two hundred, also when one leaves meanwhile', () => {
  const state = smallCompany();
  state.directory.groups['g'] = {
    id: 'g',
    customerId: CUSTOMER,
    email: ALL,
    name: 'All',
    description: '',
    aliases: [],
    members: Array.from({ length: 10_000 }, (_, i) => ({
      id: String(i),
      type: 'EXTERNAL' as const,
      email: `m${i}@partner.example`,
      role: 'MEMBER' as const,
      addedAt: 0,
    })),
  };
  const directory = directoryAs(new LocalWorkspace({ state, latency: 'none' }));
  const seen = new Set<string>();
  let pageToken: string | undefined;
  let pages = 0;
  do {
    const page = directory('members.list', { groupKey: ALL, pageToken });
    for (const address of who(page)) seen.add(address);
    if (pages === 3)
      directory('members.delete', { groupKey: ALL, memberKey: 'm5@partner.example' });
    pageToken = page.nextPageToken;
    pages++;
  } while (pageToken);
  expect([seen.size, pages]).toEqual([10_000, 50]);
});
