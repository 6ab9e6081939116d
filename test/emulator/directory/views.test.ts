import { ROLE_CHANGE_LAG_MS } from '../../../emulator/workspace/directory/privileges';
import { touch } from '../../../emulator/workspace/directory/accounts';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { ADMIN, ANNA, aWorkspace, BEN } from '../../support/small-company';
import {
  CUSTOMER,
  directoryAs,
  NOT_AUTHORIZED,
  refusalOf,
  withPeople,
  type Answer,
} from './acting';

const USERS = '00haapch16h1ysv';

/** Gives Anna a role over an org unit, or over everybody, and waits until it takes effect. */
function giveAnna(workspace: LocalWorkspace, privileges: string[], orgUnitId?: string): void {
  const directory = directoryAs(workspace);
  const rolePrivileges = privileges.map((privilegeName) => ({ privilegeName, serviceId: USERS }));
  const customer = 'my_customer';
  const { roleId } = directory(
    'roles.insert',
    { customer },
    { roleName: 'Tested', rolePrivileges },
  );
  const { id } = directory('users.get', { userKey: ANNA });
  directory(
    'roleAssignments.insert',
    { customer },
    {
      roleId,
      assignedTo: id,
      ...(orgUnitId ? { scopeType: 'ORG_UNIT', orgUnitId } : { scopeType: 'CUSTOMER' }),
    },
  );
  workspace.clock.advance(ROLE_CHANGE_LAG_MS);
}

test('without a role a person reads nobody, not even themselves, but everybody in the public view', () => {
  const directory = directoryAs(aWorkspace(), ANNA);
  expect(refusalOf(() => directory('users.get', { userKey: ANNA }))).toBe(NOT_AUTHORIZED);
  expect(refusalOf(() => directory('users.list', { customer: 'my_customer' }))).toBe(
    NOT_AUTHORIZED,
  );
  const viewType = 'domain_public';
  expect(directory('users.list', { customer: 'my_customer', viewType }).users).toHaveLength(3);
  expect(directory('users.get', { userKey: BEN, viewType }).primaryEmail).toBe(BEN);
});

test('the public view has core fields only', () => {
  const workspace = withPeople([
    {
      primaryEmail: 'p@acme.example',
      profile: {
        name: { givenName: 'P', familyName: 'Q', fullName: 'P Q' },
        phones: [{ type: 'work', value: '1' }],
        externalIds: [{ type: 'organization', value: 'E1' }],
        recoveryEmail: 'x@y.example',
      },
    },
  ]);
  const user = directoryAs(workspace, ANNA)('users.get', {
    userKey: 'p@acme.example',
    viewType: 'domain_public',
  });
  expect(Object.keys(user).sort()).toEqual(
    ['emails', 'etag', 'id', 'kind', 'name', 'phones', 'primaryEmail'].sort(),
  );
});

test('suspended people are not in the public view: neither listed nor found', () => {
  const workspace = aWorkspace();
  directoryAs(workspace)('users.update', { userKey: BEN }, { suspended: true });
  const directory = directoryAs(workspace, ANNA);
  const viewType = 'domain_public';
  expect(directory('users.list', { customer: 'my_customer', viewType }).users).toHaveLength(2);
  expect(refusalOf(() => directory('users.get', { userKey: BEN, viewType }))).toBe(
    '404 notFound: Resource Not Found: userKey',
  );
});

test('custom fields show with the full projection, or those asked for by name', () => {
  const workspace = aWorkspace();
  const { directory: data } = workspace.state;
  data.schemas[CUSTOMER] = {
    Work: {
      schemaName: 'Work',
      fields: [
        { fieldName: 'site', fieldType: 'STRING' },
        { fieldName: 'salary', fieldType: 'INT64', readAccessType: 'ADMINS_AND_SELF' },
      ],
    },
    Car: { schemaName: 'Car', fields: [{ fieldName: 'plate', fieldType: 'STRING' }] },
  };
  touch(data);
  const directory = directoryAs(workspace);
  const customSchemas = { Work: { site: 'Oulu', salary: '5' }, Car: { plate: 'ABC-1' } };
  directory('users.update', { userKey: BEN }, { customSchemas });
  const seen = (params: object): Answer =>
    directory('users.get', { userKey: BEN, ...params }).customSchemas;
  expect(seen({})).toBeUndefined();
  expect(seen({ projection: 'full' })).toEqual(customSchemas);
  expect(seen({ projection: 'custom', customFieldMask: 'Car' })).toEqual({
    Car: { plate: 'ABC-1' },
  });
  expect(seen({ projection: 'full', viewType: 'domain_public' })).toEqual({
    Work: { site: 'Oulu' },
    Car: { plate: 'ABC-1' },
  });
});

test('an administrator of an org unit gets 200 and sees only the people in it', () => {
  const workspace = withPeople([
    { primaryEmail: 'north@acme.example', orgUnitPath: '/Sales/North' },
  ]);
  const admin = directoryAs(workspace);
  const customerId = 'my_customer';
  admin('orgunits.insert', { customerId }, { name: 'Sales', parentOrgUnitPath: '/' });
  const sales = admin('orgunits.get', { customerId, orgUnitPath: 'Sales' });
  admin('orgunits.insert', { customerId }, { name: 'North', parentOrgUnitId: sales.orgUnitId });
  giveAnna(workspace, ['USERS_ALL', 'ORGANIZATION_UNITS_RETRIEVE'], sales.orgUnitId);
  const directory = directoryAs(workspace, ANNA);
  const { users } = directory('users.list', { customer: 'my_customer' });
  expect(users.map(({ primaryEmail }: Answer) => primaryEmail)).toEqual(['north@acme.example']);
  expect(refusalOf(() => directory('users.get', { userKey: BEN }))).toBe(NOT_AUTHORIZED);
  expect(refusalOf(() => directory('users.update', { userKey: BEN }, { suspended: true }))).toBe(
    NOT_AUTHORIZED,
  );
  directory('users.update', { userKey: 'north@acme.example' }, { suspended: true });
  const units = directory('orgunits.list', { customerId, type: 'all' }).organizationUnits;
  expect(units.map(({ orgUnitPath }: Answer) => orgUnitPath)).toEqual(['/Sales', '/Sales/North']);
  expect(refusalOf(() => directory('groups.list', { customer: 'my_customer' }))).toBe(
    NOT_AUTHORIZED,
  );
});

test('a delegated administrator cannot change a super administrator', () => {
  const workspace = aWorkspace();
  giveAnna(workspace, ['USERS_ALL', 'USER_SECURITY_ALL']);
  const directory = directoryAs(workspace, ANNA);
  directory('users.update', { userKey: BEN }, { suspended: true });
  for (const call of [
    () => directory('users.update', { userKey: ADMIN }, { suspended: true }),
    () => directory('users.delete', { userKey: ADMIN }),
    () => directory('users.aliases.insert', { userKey: ADMIN }, { alias: 'boss@acme.example' }),
    () => directory('users.signOut', { userKey: ADMIN }),
    () => directory('users.makeAdmin', { userKey: ANNA }, { status: true }),
    () => directory('roles.list', { customer: 'my_customer' }),
  ]) {
    expect(refusalOf(call)).toBe(NOT_AUTHORIZED);
  }
});

test.each([
  [['USERS_RETRIEVE'], { suspended: true }, NOT_AUTHORIZED],
  [['USERS_RETRIEVE', 'USERS_SUSPEND'], { suspended: true }, 'none'],
  [
    ['USERS_RETRIEVE', 'USERS_SUSPEND'],
    { suspended: true, recoveryEmail: 'a@b.example' },
    NOT_AUTHORIZED,
  ],
  [['USERS_RETRIEVE', 'USERS_RESET_PASSWORD'], { password: 'something new' }, 'none'],
  [['USERS_RETRIEVE', 'USERS_UPDATE'], { primaryEmail: 'benny@acme.example' }, 'none'],
])('with %j, changing %j answers %s', (privileges, body, expected) => {
  const workspace = aWorkspace();
  giveAnna(workspace, privileges);
  const directory = directoryAs(workspace, ANNA);
  expect(refusalOf(() => directory('users.update', { userKey: BEN }, body))).toBe(expected);
});
