import { adminLog, directoryAs, NOT_AUTHORIZED, refusalOf, type Answer } from './acting';
import { ANNA, aWorkspace, BEN } from '../../support/small-company';

const SALES = 'sales@acme.example';

function withGroups() {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  directory(
    'groups.insert',
    {},
    { email: 'Sales@acme.example', name: 'Sales', description: 'All who sell' },
  );
  directory('groups.insert', {}, { email: 'support@acme.example', name: 'Support desk' });
  return { workspace, directory };
}

const addresses = ({ groups = [] }: Answer): string[] => groups.map(({ email }: Answer) => email);

test('a group gives the number of its direct members as text, and has no empty lists', () => {
  const { directory } = withGroups();
  directory('members.insert', { groupKey: SALES }, { email: ANNA });
  expect(directory('groups.get', { groupKey: SALES })).toEqual({
    kind: 'admin#directory#group',
    etag: expect.any(String),
    id: expect.stringMatching(/^0[0-9a-z]{14}$/),
    email: SALES,
    name: 'Sales',
    description: 'All who sell',
    directMembersCount: '1',
    adminCreated: true,
    nonEditableAliases: ['sales@acme.example.test-google-a.com'],
  });
});

test.each([
  [{ customer: 'my_customer' }, ['sales@acme.example', 'support@acme.example']],
  [
    { customer: 'my_customer', orderBy: 'email', sortOrder: 'DESCENDING' },
    ['support@acme.example', SALES],
  ],
  [{ domain: 'acme.example', query: 'email:sup*' }, ['support@acme.example']],
  [{ customer: 'my_customer', query: "name='support desk'" }, ['support@acme.example']],
  [{ customer: 'my_customer', query: 'name:sal*' }, [SALES]],
  [{ customer: 'my_customer', query: `memberKey=${ANNA}` }, [SALES]],
  [{ userKey: ANNA }, [SALES]],
  [{ userKey: 'guest@partner.example', domain: 'acme.example' }, [SALES]],
  [{ userKey: BEN }, []],
])('groups.list with %j finds %j', (params, expected) => {
  const { directory } = withGroups();
  directory('members.insert', { groupKey: SALES }, { email: ANNA });
  directory('members.insert', { groupKey: SALES }, { email: 'guest@partner.example' });
  const page = directory('groups.list', params);
  expect(addresses(page)).toEqual(expected);
  if (expected.length === 0) expect(page).not.toHaveProperty('groups');
});

test.each([
  [{}, '400 badRequest: Bad Request'],
  [{ customer: 'my_customer', userKey: ANNA }, '400 badRequest: Bad Request'],
  [
    { customer: 'my_customer', query: `memberKey=${ANNA} name:x*` },
    '400 invalid: Invalid Input: query',
  ],
  [{ customer: 'my_customer', query: 'description=x' }, '400 invalid: Invalid Input: query'],
  [{ domain: 'nowhere.example' }, '404 notFound: Domain not found.'],
])('groups.list with %j is refused: %s', (params, expected) => {
  expect(refusalOf(() => withGroups().directory('groups.list', params))).toBe(expected);
});

test('groups come in pages', () => {
  const { directory } = withGroups();
  const first = directory('groups.list', { customer: 'my_customer', maxResults: 1 });
  const second = directory('groups.list', {
    customer: 'my_customer',
    maxResults: 1,
    pageToken: first.nextPageToken,
  });
  expect([addresses(first), addresses(second)]).toEqual([[SALES], ['support@acme.example']]);
  expect(second).not.toHaveProperty('nextPageToken');
});

test('a group that gets a new address keeps its id and is found at the old one', () => {
  const { workspace, directory } = withGroups();
  const { id } = directory('groups.get', { groupKey: SALES });
  const renamed = directory(
    'groups.patch',
    { groupKey: SALES },
    { email: 'vendors@acme.example', name: 'Vendors' },
  );
  expect(renamed).toMatchObject({ id, email: 'vendors@acme.example', aliases: [SALES] });
  expect(directory('groups.get', { groupKey: SALES }).id).toBe(id);
  expect(adminLog(workspace).slice(2)).toEqual([
    `CHANGE_GROUP_NAME GROUP_EMAIL=${SALES} OLD_VALUE=Sales NEW_VALUE=Vendors`,
    `CHANGE_GROUP_EMAIL GROUP_EMAIL=${SALES} NEW_VALUE=vendors@acme.example`,
  ]);
});

test('a deleted group is no longer a member of other groups', () => {
  const { workspace, directory } = withGroups();
  directory('members.insert', { groupKey: SALES }, { email: 'support@acme.example' });
  directory('groups.delete', { groupKey: 'support@acme.example' });
  expect(directory('groups.get', { groupKey: SALES }).directMembersCount).toBe('0');
  expect(refusalOf(() => directory('groups.get', { groupKey: 'support@acme.example' }))).toBe(
    '404 notFound: Resource Not Found: groupKey',
  );
  expect(adminLog(workspace).at(-1)).toBe('DELETE_GROUP GROUP_EMAIL=support@acme.example');
});

test.each([
  [{ email: ANNA }, '409 duplicate: Entity already exists.'],
  [{ email: 'x@elsewhere.example' }, '404 notFound: Domain not found.'],
  [{ email: 'nonsense' }, '400 invalid: Invalid Input: email'],
  [{ name: 'No address' }, '400 required: Missing required field: email'],
  [
    { email: 'x@acme.example', description: 'x'.repeat(4097) },
    '400 invalid: Invalid Input: description',
  ],
])('the group %j is refused: %s', (body, expected) => {
  expect(refusalOf(() => withGroups().directory('groups.insert', {}, body))).toBe(expected);
});

test('people and groups have up to thirty aliases, each somebody’s only once', () => {
  const { workspace, directory } = withGroups();
  const alias = directory(
    'users.aliases.insert',
    { userKey: ANNA },
    { alias: 'A.Berg@acme.example' },
  );
  expect(alias).toMatchObject({ primaryEmail: ANNA, alias: 'a.berg@acme.example' });
  expect(directory('users.get', { userKey: 'a.berg@acme.example' }).aliases).toEqual([
    'a.berg@acme.example',
  ]);
  const taken = () =>
    directory('groups.aliases.insert', { groupKey: SALES }, { alias: 'a.berg@acme.example' });
  expect(refusalOf(taken)).toBe('409 duplicate: Entity already exists.');
  for (let i = 1; i < 30; i++)
    directory('users.aliases.insert', { userKey: ANNA }, { alias: `a${i}@acme.example` });
  const oneMore = () =>
    directory('users.aliases.insert', { userKey: ANNA }, { alias: 'a30@acme.example' });
  expect(refusalOf(oneMore)).toBe('400 invalid: Invalid Input: alias');
  directory('users.aliases.delete', { userKey: ANNA, alias: 'a.berg@acme.example' });
  expect(directory('users.aliases.list', { userKey: ANNA }).aliases).toHaveLength(29);
  taken();
  expect(directory('groups.aliases.list', { groupKey: SALES }).aliases).toHaveLength(1);
  directory('groups.aliases.delete', { groupKey: SALES, alias: 'a.berg@acme.example' });
  expect(directory('groups.aliases.list', { groupKey: SALES })).not.toHaveProperty('aliases');
  expect(adminLog(workspace)).toContain(
    `ADD_NICKNAME USER_EMAIL=${ANNA} USER_NICKNAME=a1@acme.example`,
  );
});

test('people without a role read no groups, not even their own', () => {
  const { workspace } = withGroups();
  const directory = directoryAs(workspace, ANNA);
  expect(refusalOf(() => directory('groups.list', { userKey: ANNA }))).toBe(NOT_AUTHORIZED);
  expect(refusalOf(() => directory('groups.get', { groupKey: SALES }))).toBe(NOT_AUTHORIZED);
});
