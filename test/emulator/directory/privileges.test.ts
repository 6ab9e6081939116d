import {
  hasPrivilege,
  isDelegatedAdmin,
  isSuperAdmin,
  requirePrivilege,
  ROLE_CHANGE_LAG_MS,
} from '../../../emulator/workspace/directory/privileges';
import { findPrincipal, findUser, touch } from '../../../emulator/workspace/directory/accounts';
import type { RoleAssignmentRecord } from '../../../emulator/workspace/state/directory';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import type { UserPrincipal } from '../../../emulator/workspace/caller';
import { ADMIN, ANNA, aWorkspace, BEN } from '../../support/small-company';

const person = (workspace: LocalWorkspace, email: string): UserPrincipal =>
  findPrincipal(workspace.state.directory, email)!;
const user = (workspace: LocalWorkspace, email: string) =>
  findUser(workspace.state.directory, email)!;

/** Gives Anna a role with these privileges of the Admin API. */
function giveAnna(
  workspace: LocalWorkspace,
  privileges: readonly string[],
  assignment: Partial<RoleAssignmentRecord> = {},
): void {
  const { directory } = workspace.state;
  const customerId = Object.keys(directory.customers)[0]!;
  directory.roles['77'] = {
    roleId: '77',
    customerId,
    roleName: 'Tested',
    roleDescription: '',
    isSystemRole: false,
    isSuperAdminRole: false,
    rolePrivileges: privileges.map((privilegeName) => ({
      privilegeName,
      serviceId: '00haapch16h1ysv',
    })),
  };
  directory.roleAssignments['1'] = {
    roleAssignmentId: '1',
    customerId,
    roleId: '77',
    assignedTo: user(workspace, ANNA).id,
    assigneeType: 'user',
    scopeType: 'CUSTOMER',
    since: 0,
    ...assignment,
  };
  touch(directory);
}

test('a super administrator has every privilege, a person without a role none', () => {
  const workspace = aWorkspace();
  expect(hasPrivilege(workspace, person(workspace, ADMIN), 'USERS_RETRIEVE')).toBe(true);
  expect(hasPrivilege(workspace, person(workspace, ANNA), 'USERS_RETRIEVE')).toBe(false);
  expect(isSuperAdmin(workspace, person(workspace, ADMIN))).toBe(true);
  expect(isDelegatedAdmin(workspace, person(workspace, ADMIN))).toBe(false);
});

test.each([
  [['USERS_ALL'], 'USERS_RETRIEVE', true],
  [['USERS_ALL'], 'USERS_SUSPEND', true],
  [['USERS_RETRIEVE'], 'USERS_ALL', false],
  [['USERS_UPDATE'], 'USERS_ALIAS', true],
  [['USERS_UPDATE'], 'USERS_RETRIEVE', false],
  [['GROUPS_ALL'], 'USERS_RETRIEVE', false],
  [['ADMIN_REPORTING_ACCESS'], 'REPORTING_AUDIT_ACCESS', true],
])('a role with %j grants %s: %s', (held, asked, expected) => {
  const workspace = aWorkspace();
  giveAnna(workspace, held);
  expect(hasPrivilege(workspace, person(workspace, ANNA), asked)).toBe(expected);
  expect(isDelegatedAdmin(workspace, person(workspace, ANNA))).toBe(true);
});

test('a role given to a group works for everybody in it, however deep', () => {
  const workspace = aWorkspace();
  const { directory } = workspace.state;
  const member = (id: string, type: 'USER' | 'GROUP') =>
    ({ id, type, role: 'MEMBER', addedAt: 0 }) as const;
  for (const [id, members] of [
    ['g1', [member('g2', 'GROUP')]],
    ['g2', [member(user(workspace, ANNA).id, 'USER')]],
  ] as const) {
    directory.groups[id] = {
      id,
      customerId: 'C01acme00',
      email: `${id}@acme.example`,
      name: id,
      description: '',
      aliases: [],
      members: [...members],
    };
  }
  giveAnna(workspace, ['USERS_RETRIEVE'], { assignedTo: 'g1', assigneeType: 'group' });
  expect(hasPrivilege(workspace, person(workspace, ANNA), 'USERS_RETRIEVE')).toBe(true);
  expect(hasPrivilege(workspace, person(workspace, BEN), 'USERS_RETRIEVE')).toBe(false);
});

test('a role limited to an org unit reaches its people and those of the units below', () => {
  const workspace = aWorkspace();
  const { directory } = workspace.state;
  directory.orgUnits['id:s'] = {
    orgUnitId: 'id:s',
    customerId: 'C01acme00',
    name: 'Sales',
    description: '',
    orgUnitPath: '/Sales',
    parentOrgUnitId: 'id:root',
  };
  giveAnna(workspace, ['USERS_RETRIEVE', 'GROUPS_ALL'], { scopeType: 'ORG_UNIT', orgUnitId: 's' });
  const anna = person(workspace, ANNA);
  const ben = user(workspace, BEN);
  expect(hasPrivilege(workspace, anna, 'USERS_RETRIEVE', ben)).toBe(false);
  ben.orgUnitPath = '/Sales/North';
  expect(hasPrivilege(workspace, anna, 'USERS_RETRIEVE', ben)).toBe(true);
  ben.orgUnitPath = '/Salesforce';
  expect(hasPrivilege(workspace, anna, 'USERS_RETRIEVE', ben)).toBe(false);
  expect(hasPrivilege(workspace, anna, 'GROUPS_RETRIEVE')).toBe(false);
});

test('a new role works only after a day, unless changes are immediate', () => {
  const workspace = aWorkspace();
  giveAnna(workspace, ['USERS_RETRIEVE'], { since: workspace.clock.now() });
  const anna = person(workspace, ANNA);
  expect(() => requirePrivilege(workspace, anna, 'USERS_RETRIEVE')).toThrow(
    expect.objectContaining({
      code: 403,
      reason: 'forbidden',
      message: 'Not Authorized to access this resource/api',
    }),
  );
  workspace.clock.advance(ROLE_CHANGE_LAG_MS);
  requirePrivilege(workspace, anna, 'USERS_RETRIEVE');
  const immediate = aWorkspace({ settings: { propagation: 'immediate' } });
  giveAnna(immediate, ['USERS_RETRIEVE'], { since: immediate.clock.now() });
  requirePrivilege(immediate, person(immediate, ANNA), 'USERS_RETRIEVE');
});

test('a service account has what the roles it was given grant', () => {
  const workspace = aWorkspace();
  const robot = { uniqueId: '112233', kind: 'service-account', email: 'r@x.iam' } as const;
  const caller = {
    principal: robot,
    scopes: new Set<string>(),
    clientId: '112233',
    projectNumber: null,
    applicationName: 'Robot',
    impersonated: false,
    cause: 'api',
    ipAddress: null,
  } as const;
  expect(hasPrivilege(workspace, caller, 'USERS_RETRIEVE')).toBe(false);
  giveAnna(workspace, ['USERS_RETRIEVE'], { assignedTo: '112233' });
  expect(hasPrivilege(workspace, caller, 'USERS_RETRIEVE', user(workspace, BEN))).toBe(true);
});
