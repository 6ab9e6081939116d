import { LocalWorkspace } from '../../../emulator/local-workspace';
import { emptyState } from '../../../emulator/workspace/state/workspace-state';
import { touch } from '../../../emulator/workspace/directory/accounts';
import { ADMIN, ANNA, aUser, aWorkspace, BEN, smallCompany } from '../../support/small-company';
import {
  CUSTOMER,
  directoryAs,
  NOT_AUTHORIZED,
  refusalOf,
  withPeople,
  type Answer,
} from './acting';
import { processorMs } from '../../support/processor-time';

const addresses = ({ users = [] }: Answer): string[] =>
  users.map((user: Answer) => user.primaryEmail);

const DAY_MS = 24 * 60 * 60 * 1000;

test('a listing has the users of the organization by address, with etags', () => {
  const directory = directoryAs(aWorkspace());
  const page = directory('users.list', { customer: 'my_customer' });
  expect(addresses(page)).toEqual([ADMIN, ANNA, BEN]);
  expect(page).toEqual({
    kind: 'admin#directory#users',
    etag: expect.stringMatching(/^".+\/.+"$/),
    users: expect.arrayContaining([]),
  });
  expect(page.users[0]).toMatchObject({ isAdmin: true, customerId: CUSTOMER, orgUnitPath: '/' });
});

test('an empty answer has no list at all, and a user without aliases none either', () => {
  const directory = directoryAs(aWorkspace());
  const page = directory('users.list', { customer: CUSTOMER, query: 'givenName=Nobody' });
  expect(page).not.toHaveProperty('users');
  expect(directory('users.get', { userKey: ANNA })).not.toHaveProperty('aliases');
});

test('pages follow one another without gaps, also when somebody is renamed or leaves meanwhile', () => {
  const people = Array.from({ length: 12 }, (_, i) => ({
    primaryEmail: `p${i + 10}@acme.example`,
  }));
  const workspace = withPeople(people);
  const directory = directoryAs(workspace);
  const query = { customer: 'my_customer', maxResults: 5 };
  const first = directory('users.list', query);
  expect(addresses(first)).toEqual([ADMIN, ANNA, BEN, 'p10@acme.example', 'p11@acme.example']);
  directory('users.delete', { userKey: 'p11@acme.example' });
  const second = directory('users.list', { ...query, pageToken: first.nextPageToken });
  expect(addresses(second)[0]).toBe('p12@acme.example');
  const third = directory('users.list', { ...query, pageToken: second.nextPageToken });
  expect(addresses(third)).toHaveLength(5);
  expect(third).not.toHaveProperty('nextPageToken');
});

test('descending pages are the ascending ones reversed', () => {
  const people = Array.from({ length: 7 }, (_, i) => ({ primaryEmail: `p${i}@acme.example` }));
  const directory = directoryAs(withPeople(people));
  const query = {
    customer: 'my_customer',
    maxResults: 4,
    sortOrder: 'DESCENDING',
    orderBy: 'email',
  };
  const first = directory('users.list', query);
  const second = directory('users.list', { ...query, pageToken: first.nextPageToken });
  const third = directory('users.list', { ...query, pageToken: second.nextPageToken });
  expect([first, second, third].flatMap(addresses)).toEqual(
    addresses(directory('users.list', { customer: 'my_customer' })).reverse(),
  );
});

test.each([
  ['email', ['a@acme.example', 'b@acme.example', 'c@acme.example']],
  ['familyName', ['c@acme.example', 'a@acme.example', 'b@acme.example']],
  ['givenName', ['b@acme.example', 'c@acme.example', 'a@acme.example']],
])('people are sorted by %s, letter case aside', (orderBy, expected) => {
  const name = (givenName: string, familyName: string) => ({
    profile: { name: { givenName, familyName } },
  });
  const directory = directoryAs(
    withPeople([
      { primaryEmail: 'a@acme.example', ...name('Zoe', 'berg') },
      { primaryEmail: 'b@acme.example', ...name('adam', 'Cole') },
      { primaryEmail: 'c@acme.example', ...name('Bea', 'Ashe') },
    ]),
  );
  const page = directory('users.list', { customer: 'my_customer', orderBy });
  expect(addresses(page).filter((address) => /^[abc]@/.test(address))).toEqual(expected);
});

test('a page token belongs to one query and lasts three days', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  const query = { customer: 'my_customer', maxResults: 1 };
  const { nextPageToken: pageToken } = directory('users.list', query);
  const refused = '400 invalid: Invalid Input: pageToken';
  expect(refusalOf(() => directory('users.list', { ...query, orderBy: 'email', pageToken }))).toBe(
    refused,
  );
  expect(refusalOf(() => directory('users.list', { ...query, pageToken: 'x' }))).toBe(refused);
  workspace.clock.advance(3 * DAY_MS);
  expect(addresses(directory('users.list', { ...query, pageToken }))).toEqual([ANNA]);
  workspace.clock.advance(1);
  expect(refusalOf(() => directory('users.list', { ...query, pageToken }))).toBe(refused);
});

test('a page has a hundred people unless more are asked for, and never more than five hundred', () => {
  const people = Array.from({ length: 520 }, (_, i) => ({ primaryEmail: `p${i}@acme.example` }));
  const directory = directoryAs(withPeople(people));
  expect(directory('users.list', { customer: 'my_customer' }).users).toHaveLength(100);
  expect(directory('users.list', { customer: 'my_customer', maxResults: 500 }).users).toHaveLength(
    500,
  );
});

test('a domain lists only those whose address is in it', () => {
  const workspace = aWorkspace();
  const { directory: data } = workspace.state;
  data.customers[CUSTOMER]!.domains = [
    { name: 'acme.example', verified: true },
    { name: 'acme-labs.example', verified: true },
  ];
  data.users['5'] = aUser({ id: '5', primaryEmail: 'lab@acme-labs.example' });
  touch(data);
  const directory = directoryAs(workspace);
  expect(addresses(directory('users.list', { domain: 'acme-labs.example' }))).toEqual([
    'lab@acme-labs.example',
  ]);
  expect(addresses(directory('users.list', { domain: 'acme.example' }))).toHaveLength(3);
  expect(addresses(directory('users.list', { customer: CUSTOMER }))).toHaveLength(4);
});

test.each([
  [{}, '400 badRequest: Bad Request'],
  [{ customer: 'my_customer', domain: 'acme.example' }, '400 badRequest: Bad Request'],
  [{ customer: 'acme.example' }, '400 badRequest: Bad Request'],
  [{ customer: 'C09other99' }, NOT_AUTHORIZED],
  [{ domain: 'nowhere.example' }, '404 notFound: Domain not found.'],
  [{ customer: 'my_customer', query: 'colour=red' }, '400 invalid: Invalid Input: query'],
  [{ customer: 'my_customer', projection: 'custom' }, '400 badRequest: Bad Request'],
])('a listing of %j is refused: %s', (params, expected) => {
  expect(refusalOf(() => directoryAs(aWorkspace())('users.list', params))).toBe(expected);
});

test('another organization is refused, by id and by domain', () => {
  const state = smallCompany();
  const other = { id: 'C09other99', name: 'Other', primaryDomain: 'other.example' };
  state.directory.customers[other.id] = {
    ...other,
    domains: [{ name: other.primaryDomain, verified: true }],
    edition: 'business-starter',
    apiAccess: true,
  };
  state.directory.users['9'] = aUser({
    id: '9',
    primaryEmail: 'x@other.example',
    customerId: other.id,
  });
  const directory = directoryAs(new LocalWorkspace({ state, latency: 'none' }));
  expect(refusalOf(() => directory('users.list', { customer: other.id }))).toBe(NOT_AUTHORIZED);
  expect(refusalOf(() => directory('users.list', { domain: 'other.example' }))).toBe(
    NOT_AUTHORIZED,
  );
  expect(refusalOf(() => directory('users.get', { userKey: 'x@other.example' }))).toBe(
    NOT_AUTHORIZED,
  );
  expect(refusalOf(() => directory('users.get', { userKey: '9' }))).toBe(NOT_AUTHORIZED);
});

test("where programs may not use the API, Google's own console still works", () => {
  const workspace = aWorkspace();
  workspace.state.directory.customers[CUSTOMER]!.apiAccess = false;
  const { users } = directoryAs(workspace)('users.list', { customer: 'my_customer' }) as {
    users: readonly object[];
  };
  expect(users).toHaveLength(3);
});

test('a consumer account has no directory', () => {
  const state = smallCompany();
  state.directory.consumers['somebody@gmail.com'] = '30000000000000000000';
  const directory = directoryAs(
    new LocalWorkspace({ state, latency: 'none' }),
    'somebody@gmail.com',
  );
  expect(refusalOf(() => directory('users.list', { customer: 'my_customer' }))).toBe(
    NOT_AUTHORIZED,
  );
});

test('deleted people are listed separately, for twenty days', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  directory('users.delete', { userKey: BEN });
  const listed = () =>
    addresses(directory('users.list', { customer: 'my_customer', showDeleted: 'true' }));
  expect(listed()).toEqual([BEN]);
  expect(addresses(directory('users.list', { customer: 'my_customer' }))).toEqual([ADMIN, ANNA]);
  workspace.clock.advance(20 * DAY_MS);
  expect(listed()).toEqual([]);
});

test('the etag of a listing changes when somebody in it does, and only then', () => {
  const directory = directoryAs(aWorkspace());
  const etags = () => {
    const { etag, users } = directory('users.list', { customer: 'my_customer' });
    return [etag, ...users.map((user: Answer) => user.etag)];
  };
  const before = etags();
  expect(etags()).toEqual(before);
  directory('users.update', { userKey: BEN }, { suspended: true });
  const after = etags();
  expect(after[0]).not.toBe(before[0]);
  expect(after.slice(1, 3)).toEqual(before.slice(1, 3));
  expect(after[3]).not.toBe(before[3]);
});

test('an answer is a copy: changing it changes nothing', () => {
  const directory = directoryAs(aWorkspace());
  directory('users.get', { userKey: ANNA }).name.givenName = 'Changed';
  expect(directory('users.get', { userKey: ANNA }).name.givenName).toBe('anna');
});

test('five hundred of ten thousand people are listed in milliseconds', () => {
  const state = emptyState(1);
  Object.assign(state.directory, smallCompany().directory);
  for (let i = 0; i < 10_000; i++) {
    const id = `3${String(i).padStart(20, '0')}`;
    state.directory.users[id] = aUser({ id, primaryEmail: `person${i}@acme.example` });
  }
  const directory = directoryAs(new LocalWorkspace({ state, latency: 'none' }));
  const query = { customer: 'my_customer', maxResults: 500, projection: 'full' };
  let pageToken: string | undefined;
  const readAll = (): number => {
    let pages = 0;
    const ms = processorMs(() => {
      do {
        pageToken = directory('users.list', { ...query, pageToken }).nextPageToken;
        pages++;
      } while (pageToken);
    });
    return ms / pages;
  };
  readAll();
  // Some 2 ms; the margin is for slower machines.
  expect(readAll()).toBeLessThan(25);
});
