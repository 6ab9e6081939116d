import { createHash } from 'node:crypto';
import { ADMIN_APIS, ADMIN_CONSOLE } from './privilege-tree';
import type { DirectoryState, RoleRecord } from '../state/directory';

interface SystemRole {
  readonly name: string;
  readonly description: string;
  readonly privileges: readonly (readonly [serviceId: string, privilegeName: string])[];
}

const apis = (...names: string[]) => names.map((name) => [ADMIN_APIS, name] as const);
const console = (...names: string[]) => names.map((name) => [ADMIN_CONSOLE, name] as const);

export const SUPER_ADMIN_ROLE = '_SEED_ADMIN_ROLE';

/**
 * The roles that every organization has.
 *
 * @see https://knowledge.workspace.google.com/admin/users/prebuilt-administrator-roles
 */
const SYSTEM_ROLES: readonly SystemRole[] = [
  {
    name: SUPER_ADMIN_ROLE,
    description: 'Google Workspace Administrator Seed Role',
    privileges: [...console('SUPER_ADMIN'), ...apis('ROOT_APP_ADMIN', 'ADMIN_APIS_ALL')],
  },
  {
    name: '_GROUPS_ADMIN_ROLE',
    description: 'Groups Administrator',
    privileges: [
      ...console('CHANGE_USER_GROUP_MEMBERSHIP', 'ADMIN_DASHBOARD'),
      ...apis('USERS_RETRIEVE', 'GROUPS_ALL', 'ORGANIZATION_UNITS_RETRIEVE'),
    ],
  },
  {
    name: '_USER_MANAGEMENT_ADMIN_ROLE',
    description: 'User Management Administrator',
    privileges: [
      ...console('ADMIN_DASHBOARD'),
      ...apis('USERS_ALL', 'USER_SECURITY_ALL', 'ORGANIZATION_UNITS_RETRIEVE'),
    ],
  },
  {
    name: '_HELP_DESK_ADMIN_ROLE',
    description: 'Help Desk Administrator',
    privileges: [
      ...console('ADMIN_DASHBOARD'),
      ...apis(
        'USERS_RETRIEVE',
        'USERS_RESET_PASSWORD',
        'USERS_FORCE_PASSWORD_CHANGE',
        'ORGANIZATION_UNITS_RETRIEVE',
      ),
    ],
  },
  {
    name: '_SERVICE_ADMIN_ROLE',
    description: 'Services Administrator',
    privileges: [
      ...console('ADMIN_DASHBOARD', 'SERVICES'),
      ...apis('ORGANIZATION_UNITS_RETRIEVE', 'USERS_RETRIEVE'),
    ],
  },
];

/** A role's id in an organization: the same name gets the same id at every start. */
export const systemRoleId = (customerId: string, name: string): string =>
  (
    BigInt(`0x${createHash('sha256').update(`${customerId} ${name}`).digest('hex').slice(0, 13)}`) +
    10_000_000_000_000n
  ).toString();

const built = new Map<string, readonly RoleRecord[]>();

/** The prebuilt roles of an organization. They cannot be changed, so they are not part of its state. */
export function systemRoles(customerId: string): readonly RoleRecord[] {
  const known = built.get(customerId);
  if (known) return known;
  const roles = SYSTEM_ROLES.map(({ name, description, privileges }) => ({
    roleId: systemRoleId(customerId, name),
    customerId,
    roleName: name,
    roleDescription: description,
    isSystemRole: true,
    isSuperAdminRole: name === SUPER_ADMIN_ROLE,
    rolePrivileges: privileges.map(([serviceId, privilegeName]) => ({ serviceId, privilegeName })),
  }));
  built.set(customerId, roles);
  return roles;
}

/** A role of an organization, prebuilt or its own. */
export function findRole(
  directory: DirectoryState,
  customerId: string,
  roleId: string,
): RoleRecord | undefined {
  const own = directory.roles[roleId];
  if (own?.customerId === customerId) return own;
  return systemRoles(customerId).find((role) => role.roleId === roleId);
}
