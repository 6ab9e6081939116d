import { ANNA, aWorkspace } from '../../support/small-company';
import { adminLog, CUSTOMER, directoryAs, NOT_AUTHORIZED, refusalOf, type Answer } from './acting';

const customer = 'my_customer';

test('an organization is read by id or as one’s own, and its contact data changed', () => {
  const directory = directoryAs(aWorkspace());
  expect(directory('customers.get', { customerKey: customer })).toMatchObject({
    id: CUSTOMER,
    customerDomain: 'acme.example',
    language: 'en',
    postalAddress: { organizationName: 'Acme' },
  });
  const changed = directory(
    'customers.patch',
    { customerKey: CUSTOMER },
    {
      phoneNumber: '+358401234567',
      postalAddress: { countryCode: 'FI' },
    },
  );
  expect(changed).toMatchObject({
    phoneNumber: '+358401234567',
    postalAddress: { organizationName: 'Acme', countryCode: 'FI' },
  });
});

test.each([
  [{ alternateEmail: 'me@acme.example' }, '400 invalid: Invalid Input: alternateEmail'],
  [{ phoneNumber: '040' }, '400 invalid: Invalid Input: phoneNumber'],
  [{ customerDomain: 'new.example' }, '400 invalid: Invalid Input: customerDomain'],
])('contact data %j is refused: %s', (body, expected) => {
  const directory = directoryAs(aWorkspace());
  expect(refusalOf(() => directory('customers.patch', { customerKey: customer }, body))).toBe(
    expected,
  );
});

test('people may be in any domain of the organization, and have an address in each of its alias domains', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  directory('domains.insert', { customer }, { domainName: 'Labs.example' });
  directory(
    'domainAliases.insert',
    { customer },
    { domainAliasName: 'acme.test', parentDomainName: 'acme.example' },
  );
  const { domains } = directory('domains.list', { customer });
  expect(domains.map(({ domainName, isPrimary }: Answer) => [domainName, isPrimary])).toEqual([
    ['acme.example', true],
    ['labs.example', false],
  ]);
  expect(domains[0].domainAliases[0]).toMatchObject({
    domainAliasName: 'acme.test',
    verified: true,
  });
  expect(directory('users.get', { userKey: 'anna@acme.test' })).toMatchObject({
    primaryEmail: ANNA,
    nonEditableAliases: ['anna@acme.test', 'anna@acme.example.test-google-a.com'],
  });
  directory('domainAliases.delete', { customer, domainAliasName: 'acme.test' });
  expect(refusalOf(() => directory('users.get', { userKey: 'anna@acme.test' }))).toBe(
    '404 notFound: Domain not found.',
  );
  expect(directory('domainAliases.list', { customer })).not.toHaveProperty('domainAliases');
  expect(adminLog(workspace)).toEqual([
    'ADD_SECONDARY_DOMAIN SECONDARY_DOMAIN_NAME=labs.example',
    'ADD_DOMAIN_ALIAS DOMAIN_NAME=acme.example DOMAIN_ALIAS=acme.test',
    'REMOVE_DOMAIN_ALIAS DOMAIN_NAME=acme.example DOMAIN_ALIAS=acme.test',
  ]);
});

test('a domain with people in it cannot be removed', () => {
  const directory = directoryAs(aWorkspace());
  const remove = (domainName: string) =>
    refusalOf(() => directory('domains.delete', { customer, domainName }));
  expect(remove('acme.example')).toMatch(/^412 conditionNotMet/);
  directory('domains.insert', { customer }, { domainName: 'labs.example' });
  expect(remove('labs.example')).toBe('none');
  expect(remove('labs.example')).toBe('404 notFound: Domain not found.');
});

test('the privileges are a tree with Google’s ids', () => {
  const { items } = directoryAs(aWorkspace())('privileges.list', { customer });
  const users = items.find(({ privilegeName }: Answer) => privilegeName === 'USERS_ALL');
  expect(users).toMatchObject({
    serviceId: '00haapch16h1ysv',
    serviceName: 'admin_apis',
    isOuScopable: true,
  });
  expect(users.childPrivileges.map(({ privilegeName }: Answer) => privilegeName)).toContain(
    'USERS_RETRIEVE',
  );
  const groups = items.find(({ privilegeName }: Answer) => privilegeName === 'GROUPS_ALL');
  expect(groups.isOuScopable).toBe(false);
});

test('every organization has prebuilt roles, which cannot be changed, and makes its own', () => {
  const workspace = aWorkspace();
  const directory = directoryAs(workspace);
  const roles = directory('roles.list', { customer }).items;
  const seed = roles.find(({ roleName }: Answer) => roleName === '_SEED_ADMIN_ROLE');
  expect(seed).toMatchObject({ isSystemRole: true, isSuperAdminRole: true });
  expect(
    refusalOf(() => directory('roles.patch', { customer, roleId: seed.roleId }, { roleName: 'x' })),
  ).toMatch(/^400/);
  const rolePrivileges = [{ serviceId: '00haapch16h1ysv', privilegeName: 'USERS_RETRIEVE' }];
  const role = directory('roles.insert', { customer }, { roleName: 'Reader', rolePrivileges });
  expect(role).not.toHaveProperty('isSystemRole');
  directory('roles.update', { customer, roleId: role.roleId }, { roleName: 'Watcher' });
  directory('roles.delete', { customer, roleId: role.roleId });
  expect(adminLog(workspace)).toEqual([
    'CREATE_ROLE ROLE_NAME=Reader',
    'ADD_PRIVILEGE ROLE_NAME=Reader PRIVILEGE_NAME=USERS_RETRIEVE',
    'RENAME_ROLE ROLE_NAME=Reader NEW_VALUE=Watcher',
    'DELETE_ROLE ROLE_NAME=Watcher',
  ]);
});

test('a role with an unknown privilege is refused', () => {
  const rolePrivileges = [{ serviceId: '00haapch16h1ysv', privilegeName: 'EVERYTHING' }];
  const directory = directoryAs(aWorkspace());
  expect(
    refusalOf(() => directory('roles.insert', { customer }, { roleName: 'x', rolePrivileges })),
  ).toBe('400 invalid: Invalid Input: rolePrivileges');
});

/** Anna's id, a role to read groups, and one to read people. */
function withRoles(settings: { propagation?: 'immediate' } = {}) {
  const workspace = aWorkspace({ settings });
  const directory = directoryAs(workspace);
  const roleOf = (privilegeName: string): string =>
    directory(
      'roles.insert',
      { customer },
      {
        roleName: privilegeName,
        rolePrivileges: [{ serviceId: '00haapch16h1ysv', privilegeName }],
      },
    ).roleId;
  const { id } = directory('users.get', { userKey: ANNA });
  return {
    workspace,
    directory,
    id,
    groups: roleOf('GROUPS_RETRIEVE'),
    users: roleOf('USERS_RETRIEVE'),
  };
}

test('a withdrawn role keeps working for as long as a new one takes, but is no longer listed', () => {
  const { workspace, directory, id, users } = withRoles();
  const { roleAssignmentId } = directory(
    'roleAssignments.insert',
    { customer },
    {
      roleId: users,
      assignedTo: id,
      scopeType: 'CUSTOMER',
    },
  );
  const reads = () => refusalOf(() => directoryAs(workspace, ANNA)('users.list', { customer }));
  expect(reads()).toBe(NOT_AUTHORIZED);
  expect(directory('users.get', { userKey: ANNA }).isDelegatedAdmin).toBe(true);
  workspace.clock.advance(24 * 60 * 60 * 1000);
  expect(reads()).toBe('none');
  directory('roleAssignments.delete', { customer, roleAssignmentId });
  expect(directory('roleAssignments.list', { customer, userKey: ANNA })).not.toHaveProperty(
    'items',
  );
  expect(reads()).toBe('none');
  workspace.clock.advance(24 * 60 * 60 * 1000);
  expect(reads()).toBe(NOT_AUTHORIZED);
});

test('roles through a group are listed only on request, and only for a person', () => {
  const { directory, users, id } = withRoles({ propagation: 'immediate' });
  const group = directory('groups.insert', {}, { email: 'readers@acme.example' });
  directory('members.insert', { groupKey: group.id }, { email: ANNA });
  directory(
    'roleAssignments.insert',
    { customer },
    { roleId: users, assignedTo: group.id, scopeType: 'CUSTOMER' },
  );
  const listed = (params: object): Answer[] =>
    directory('roleAssignments.list', { customer, ...params }).items ?? [];
  expect(listed({ userKey: ANNA })).toEqual([]);
  const [indirect] = listed({ userKey: ANNA, includeIndirectRoleAssignments: true });
  expect(indirect).toMatchObject({ assigneeType: 'group', assignedTo: group.id });
  expect(listed({ roleId: users })).toHaveLength(1);
  expect(listed({ userKey: id })).toEqual([]);
});

test('a super administrator’s role is an assignment like others', () => {
  const { directory, id } = withRoles();
  const seed = directory('roles.list', { customer }).items[0];
  const made = directory(
    'roleAssignments.insert',
    { customer },
    { roleId: seed.roleId, assignedTo: id },
  );
  expect(directory('users.get', { userKey: ANNA }).isAdmin).toBe(true);
  expect(directory('roleAssignments.list', { customer, roleId: seed.roleId }).items).toHaveLength(
    2,
  );
  directory('roleAssignments.delete', { customer, roleAssignmentId: made.roleAssignmentId });
  expect(directory('users.get', { userKey: ANNA }).isAdmin).toBe(false);
});

test('only privileges that can be limited to an org unit are', () => {
  const { directory, id, groups, users } = withRoles();
  const unit = directory(
    'orgunits.insert',
    { customerId: customer },
    { name: 'S', parentOrgUnitPath: '/' },
  );
  const limited = (roleId: string) =>
    directory(
      'roleAssignments.insert',
      { customer },
      {
        roleId,
        assignedTo: id,
        scopeType: 'ORG_UNIT',
        orgUnitId: unit.orgUnitId.slice('id:'.length),
      },
    );
  expect(limited(users)).toMatchObject({
    scopeType: 'ORG_UNIT',
    orgUnitId: unit.orgUnitId.slice(3),
  });
  expect(refusalOf(() => limited(users))).toBe('409 duplicate: Entity already exists.');
  expect(refusalOf(() => limited(groups))).toBe('400 invalid: Invalid Input: scopeType');
});
