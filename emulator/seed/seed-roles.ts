import { DIGITS, type Random } from '../kit/random';
import { findGroup, findUser, touch } from '../workspace/directory/accounts';
import { findOrgUnit } from '../workspace/directory/org-unit-lookup';
import { placesOf } from '../workspace/directory/privilege-tree';
import { systemRoles } from '../workspace/directory/system-roles';
import type {
  CustomerRecord,
  DirectoryState,
  RoleAssignmentRecord,
  RoleRecord,
} from '../workspace/state/directory';
import { customerOf } from './seed-organizations';
import { ROLES, type SeedRoles } from './seed-files';

type SeedAssignment = SeedRoles['assignments'][number];

/** Adds the organizations' own roles and the people who hold them and the prebuilt ones, long enough ago to be in effect. */
export function seedRoles(directory: DirectoryState, chance: Random): void {
  for (const { name, organization, description, privileges } of ROLES.roles) {
    const roleId = `1${chance.text(16, DIGITS)}`;
    directory.roles[roleId] = {
      roleId,
      customerId: customerOf(directory, `@${organization}`).id,
      roleName: name,
      roleDescription: description,
      isSystemRole: false,
      isSuperAdminRole: false,
      rolePrivileges: privileges.map(privilegeOf),
    };
  }
  for (const seed of ROLES.assignments) {
    const roleAssignmentId = `1${chance.text(16, DIGITS)}`;
    directory.roleAssignments[roleAssignmentId] = assignmentOf(directory, seed, roleAssignmentId);
  }
  touch(directory);
}

function privilegeOf(privilegeName: string): RoleRecord['rolePrivileges'][number] {
  const place = placesOf(privilegeName)[0];
  if (!place) throw new Error(`The seed names an unknown privilege: ${privilegeName}.`);
  return { serviceId: place.privilege.serviceId, privilegeName };
}

function assignmentOf(
  directory: DirectoryState,
  { role, to, unit }: SeedAssignment,
  roleAssignmentId: string,
): RoleAssignmentRecord {
  const customer = customerOf(directory, to);
  const user = findUser(directory, to);
  const holder = user ?? findGroup(directory, to);
  if (!holder) throw new Error(`The seed gives a role to an unknown account: ${to}.`);
  return {
    roleAssignmentId,
    customerId: customer.id,
    roleId: roleIdOf(directory, customer, role),
    assignedTo: holder.id,
    assigneeType: user ? 'user' : 'group',
    ...scopeOf(directory, customer, unit),
    since: 0,
  };
}

function roleIdOf({ roles }: DirectoryState, { id }: CustomerRecord, name: string): string {
  const all = [...systemRoles(id), ...Object.values(roles).filter((one) => one.customerId === id)];
  const role = all.find(({ roleName }) => roleName === name);
  if (!role) throw new Error(`The seed has no role ${name}.`);
  return role.roleId;
}

function scopeOf(
  directory: DirectoryState,
  { id }: CustomerRecord,
  path: string | undefined,
): Pick<RoleAssignmentRecord, 'scopeType' | 'orgUnitId'> {
  if (path === undefined) return { scopeType: 'CUSTOMER' };
  const unit = findOrgUnit(directory, id, path);
  if (!unit) throw new Error(`The seed has no org unit ${path}.`);
  return { scopeType: 'ORG_UNIT', orgUnitId: unit.orgUnitId.slice('id:'.length) };
}
