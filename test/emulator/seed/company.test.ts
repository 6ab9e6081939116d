import { LocalWorkspace } from '../../../emulator/local-workspace';
import { seedCompany } from '../../../emulator/seed/company';
import { findUser } from '../../../emulator/workspace/directory/accounts';
import type { UserRecord } from '../../../emulator/workspace/state/directory';
import { directoryAs, refusalOf, type Answer } from '../directory/acting';

const ADMIN = 'admin@havu.example';
const workspace = new LocalWorkspace({ state: seedCompany(1), latency: 'none' });
const directory = directoryAs(workspace, ADMIN);
const { directory: data } = workspace.state;

const user = (address: string): UserRecord => findUser(data, address)!;
const listed = (params: object): string[] =>
  (
    directory('users.list', { customer: 'my_customer', maxResults: 500, ...params }).users ?? []
  ).map(({ primaryEmail }: Answer) => primaryEmail);

test('the same number makes the same company, another number another', () => {
  expect(JSON.stringify(seedCompany(7))).toBe(JSON.stringify(seedCompany(7)));
  expect(JSON.stringify(seedCompany(7))).not.toBe(JSON.stringify(seedCompany(8)));
});

test('it is plain JSON: what is saved and loaded is the same', () => {
  const state = seedCompany(3);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
});

test('some sixty people work in two domains of one organization, whose admin is a super administrator', () => {
  expect(listed({}).length).toBeGreaterThan(55);
  const { domains } = directory('domains.list', { customer: 'my_customer' });
  expect(domains.map(({ domainName }: Answer) => domainName)).toEqual([
    'havu.example',
    'havu-labs.example',
  ]);
  expect(domains[0].domainAliases).toHaveLength(1);
  expect(user(`admin@${domains[0].domainName}`).isAdmin).toBe(true);
  expect(listed({ customer: undefined, domain: 'havu-labs.example' }).length).toBeGreaterThan(5);
});

test('another organization lives beside it, and two people of none', () => {
  const other = directoryAs(workspace, 'admin@brightwater.example');
  expect(other('users.list', { customer: 'my_customer' }).users).toHaveLength(5);
  expect(refusalOf(() => other('users.get', { userKey: ADMIN }))).toMatch(/^403/);
  expect(Object.keys(data.consumers)).toHaveLength(2);
});

test.each([
  ['suspended', 'isSuspended=true'],
  ['suspended and archived', 'isSuspended=true isArchived=true'],
  ['archived alone', 'isSuspended=false isArchived=true'],
  ['of the same name twice', "name='Anna Virtanen'"],
  ['whose name is not in Latin letters', 'givenName:美咲'],
  ['who report to a director, directly or not', 'manager=markus.virtanen@havu.example'],
  ['who report to somebody that is gone', 'directManager=pekka.former@havu.example'],
  ['who report to another company', 'directManager=lead@brightwater.example'],
  ['found by a custom field', 'Employment.capacity<35'],
  ['found by a skill', 'Employment.skills=sql'],
])('there are people %s', (_what, query) => {
  expect(listed({ query }).length).toBeGreaterThan(0);
});

test('there are guests, deleted people and people who never signed in', () => {
  const all = directory('users.list', { customer: 'my_customer', maxResults: 500 })
    .users as Answer[];
  expect(all.filter(({ isGuestUser }) => isGuestUser)).toHaveLength(2);
  expect(all.some(({ lastLoginTime }) => lastLoginTime === '1970-01-01T00:00:00.000Z')).toBe(true);
  expect(listed({ showDeleted: 'true' })).toEqual([
    'eeva.gone@havu.example',
    'janne.former@havu.example',
  ]);
  expect(all.some(({ primaryEmail }) => primaryEmail !== primaryEmail.toLowerCase())).toBe(true);
});

test('there are people without calendar, without mail, and without both', () => {
  const off = Object.values(data.users).map(({ servicesOff }) => servicesOff.join());
  expect(off).toEqual(expect.arrayContaining(['calendar', 'gmail', 'calendar,gmail']));
});

test('a renamed person is found at the old address', () => {
  expect(user('liisa.nurmi@havu.example').primaryEmail).toBe('liisa.nurmi-berg@havu.example');
});

test('groups are nested three deep and contain outsiders, everybody, or nobody', () => {
  const members = (name: string, more = {}): Answer[] =>
    directory('members.list', { groupKey: `${name}@havu.example`, ...more }).members ?? [];
  const derived = members('consulting', { includeDerivedMembership: true }).map(
    ({ email }) => email,
  );
  expect(derived).toContain('veera.kallio@havu.example');
  expect(members('consulting').map(({ type }) => type)).toContain('GROUP');
  const outside = members('project-kaamos').filter(({ type }) => type === 'EXTERNAL');
  expect(outside).toHaveLength(3);
  expect(members('all-staff')).toEqual([expect.objectContaining({ type: 'CUSTOMER' })]);
  expect(members('book-club')).toEqual([]);
});

test('an administrator of one org unit sees its people only', () => {
  const noora = directoryAs(workspace, 'noora.saari@havu.example');
  const { users } = noora('users.list', { customer: 'my_customer', maxResults: 500 });
  expect(users.length).toBeGreaterThan(10);
  expect(users.every(({ orgUnitPath }: Answer) => orgUnitPath.startsWith('/Consulting'))).toBe(
    true,
  );
});

test.each([
  ['the integration account reads people', 'tandem-sync@havu.example', 'users.list', 'none'],
  ['the integration account reads groups', 'tandem-sync@havu.example', 'groups.list', 'none'],
  ['the help desk reads people', 'helpdesk@havu.example', 'users.list', 'none'],
  [
    'through a group, an engineer reads groups',
    'onni.toivonen@havu-labs.example',
    'groups.list',
    'none',
  ],
  ['the help desk reads no domains', 'helpdesk@havu.example', 'domains.list', '403'],
  ['nobody else reads people', 'jari.niemi@havu.example', 'users.list', '403'],
])('%s', (_what, as, method, expected) => {
  const call = () => directoryAs(workspace, as)(method, { customer: 'my_customer' });
  expect(refusalOf(call).slice(0, expected.length)).toBe(expected);
});

test('every unit, manager and member of the files is where the directory says', () => {
  const paths = new Set(
    Object.values(data.orgUnits).map((unit) => unit.customerId + unit.orgUnitPath),
  );
  for (const one of Object.values(data.users))
    expect(paths).toContain(one.customerId + one.orgUnitPath);
  const external = Object.values(data.groups).flatMap(({ members }) =>
    members.filter(({ type }) => type === 'EXTERNAL').map(({ email }) => email),
  );
  expect(external.sort()).toEqual([
    'kaisa.virta@gmail.com',
    'lead@brightwater.example',
    'pm@customer.example',
  ]);
});
