import type { Privilege, Role } from '../resources';

/** The Admin console's names of the prebuilt roles. @see https://knowledge.workspace.google.com/admin/users/prebuilt-administrator-roles */
const PREBUILT: Readonly<Record<string, string>> = {
  _SEED_ADMIN_ROLE: 'Super Admin',
  _GROUPS_ADMIN_ROLE: 'Groups Admin',
  _USER_MANAGEMENT_ADMIN_ROLE: 'User Management Admin',
  _HELP_DESK_ADMIN_ROLE: 'Help Desk Admin',
  _SERVICE_ADMIN_ROLE: 'Services Admin',
};

export const roleTitle = ({ roleName }: Role): string => PREBUILT[roleName] ?? roleName;

const SERVICES: Readonly<Record<string, string>> = {
  admin: 'Admin console privileges',
  admin_apis: 'Admin API privileges',
  calendar: 'Calendar',
  gmail: 'Gmail',
  security_center: 'Security center',
  directory: 'Directory settings',
};

export const serviceTitle = ({ serviceName }: Privilege): string =>
  SERVICES[serviceName] ?? serviceName;

/** The Admin API privileges that the console names by their object and their action. */
const ACTIONS: Readonly<Record<string, string>> = {
  ALL: '',
  RETRIEVE: 'Read',
  CREATE: 'Create',
  UPDATE: 'Update',
  DELETE: 'Delete',
  MOVE: 'Move users',
  SUSPEND: 'Suspend users',
  ALIAS: 'Rename users',
  ADD_NICKNAME: 'Add and remove aliases',
  RESET_PASSWORD: 'Reset password',
  FORCE_PASSWORD_CHANGE: 'Force password change',
  UPDATE_CUSTOM_ATTRIBUTES_USER_PRIVILEGE_GROUP: 'Update custom attributes',
};

const OBJECTS = [
  ['ORGANIZATION_UNITS_', 'Organizational units'],
  ['USERS_', 'Users'],
  ['GROUPS_', 'Groups'],
] as const;

/** A privilege in words: `USERS_RETRIEVE` is "Users › Read". Others show their own name in lower case. */
export function privilegeTitle(privilegeName: string): string {
  for (const [prefix, object] of OBJECTS) {
    const action = privilegeName.startsWith(prefix)
      ? ACTIONS[privilegeName.slice(prefix.length)]
      : undefined;
    if (action !== undefined) return action === '' ? object : `${object} › ${action}`;
  }
  const words = privilegeName.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
