import { ADMIN, ANNA, BEN } from '../../support/small-company';
import { refusal, startClients, type Clients } from './clients';

let clients: Clients;
beforeAll(async () => {
  clients = await startClients();
});
afterAll(() => clients.started.stop());

test('users come in pages, in order', async () => {
  const { users } = clients.directory(ADMIN);
  const seen: unknown[] = [];
  let pageToken: string | undefined;
  do {
    const { data } = await users.list({
      customer: 'my_customer',
      maxResults: 2,
      orderBy: 'email',
      ...(pageToken && { pageToken }),
    });
    seen.push(data.users!.map(({ primaryEmail }) => primaryEmail));
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken);
  expect(seen).toEqual([[ADMIN, ANNA], [BEN]]);
});

test('a mask leaves the rest out', async () => {
  const { data } = await clients.directory(ADMIN).users.list({
    customer: 'my_customer',
    fields: 'users(primaryEmail,name/givenName)',
    maxResults: 1,
    orderBy: 'email',
  });
  expect(data).toEqual({ users: [{ primaryEmail: ADMIN, name: { givenName: 'admin' } }] });
});

test('a query finds people', async () => {
  const { data } = await clients
    .directory(ADMIN)
    .users.list({ customer: 'my_customer', query: 'email:ben*' });
  expect(data.users).toMatchObject([{ primaryEmail: BEN }]);
});

test('the version that a caller has is not sent again', async () => {
  const { users } = clients.directory(ADMIN);
  const { data } = await users.get({ userKey: ANNA });
  const known = { headers: { 'If-None-Match': data.etag! } };
  expect((await users.get({ userKey: ANNA }, known)).status).toBe(304);
});

test('a user is changed, suspended and found by the id after renaming', async () => {
  const { users } = clients.directory(ADMIN);
  const { data: made } = await users.insert({
    requestBody: {
      primaryEmail: 'new@acme.example',
      password: 'a-long-password',
      name: { givenName: 'New', familyName: 'One' },
    },
  });
  await users.update({
    userKey: made.id!,
    requestBody: { suspended: true, primaryEmail: 'renamed@acme.example' },
  });
  const { data } = await users.get({ userKey: made.id! });
  expect(data).toMatchObject({
    id: made.id,
    suspended: true,
    primaryEmail: 'renamed@acme.example',
  });
  expect((await users.delete({ userKey: made.id! })).status).toBe(204);
});

test('groups nest, and their kinds of members are distinguished', async () => {
  const { groups, members } = clients.directory(ADMIN);
  for (const email of ['all@acme.example', 'team@acme.example'])
    await groups.insert({ requestBody: { email, name: email } });
  await members.insert({
    groupKey: 'all@acme.example',
    requestBody: { email: 'team@acme.example', role: 'MEMBER' },
  });
  await members.insert({
    groupKey: 'team@acme.example',
    requestBody: { email: ANNA, role: 'OWNER' },
  });
  const types = async (includeDerivedMembership: boolean) =>
    (
      await members.list({ groupKey: 'all@acme.example', includeDerivedMembership })
    ).data.members?.map(({ type }) => type);
  expect(await types(false)).toEqual(['GROUP']);
  expect(await types(true)).toContain('USER');
  expect((await members.hasMember({ groupKey: 'all@acme.example', memberKey: ANNA })).data).toEqual(
    { isMember: true },
  );
});

test('an org unit’s path holds slashes', async () => {
  const { orgunits } = clients.directory(ADMIN);
  await orgunits.insert({
    customerId: 'my_customer',
    requestBody: { name: 'Sales', parentOrgUnitPath: '/' },
  });
  clients.started.clock.advance(1_000); // one org unit a second
  await orgunits.insert({
    customerId: 'my_customer',
    requestBody: { name: 'North', parentOrgUnitPath: '/Sales' },
  });
  const { data } = await orgunits.get({ customerId: 'my_customer', orgUnitPath: 'Sales/North' });
  expect(data).toMatchObject({ orgUnitPath: '/Sales/North' });
});

test.each<[string, () => Promise<unknown>, unknown]>([
  [
    'an unknown user',
    () => clients.directory(ADMIN).users.get({ userKey: 'nobody@acme.example' }),
    [404, 'notFound', 'Resource Not Found: userKey'],
  ],
  [
    'an unknown group',
    () => clients.directory(ADMIN).members.list({ groupKey: 'nobody@acme.example' }),
    [404, 'notFound', 'Resource Not Found: groupKey'],
  ],
  [
    'a caller without the privilege',
    () => clients.directory(ANNA).users.list({ customer: 'my_customer' }),
    [403, 'forbidden', 'Not Authorized to access this resource/api'],
  ],
  [
    'neither customer nor domain',
    () => clients.directory(ADMIN).users.list({}),
    [400, 'badRequest', 'Bad Request'],
  ],
  [
    'a bad query',
    () => clients.directory(ADMIN).users.list({ customer: 'my_customer', query: 'shoeSize=44' }),
    [400, 'invalid', 'Invalid Input: query'],
  ],
  [
    'too long a page',
    () => clients.directory(ADMIN).users.list({ customer: 'my_customer', maxResults: 501 }),
    [400, 'invalidParameter', expect.stringContaining("Invalid value '501'")],
  ],
  [
    'a field that is none',
    () =>
      clients
        .directory(ADMIN)
        .groups.patch({ groupKey: 'all@acme.example', requestBody: { nonsense: 1 } as object }),
    [400, 'badRequest', expect.stringContaining('Unknown name "nonsense"')],
  ],
])('%s is refused as the client tells it', async (_, call, expected) => {
  expect(await refusal(call())).toEqual(expected);
});
