import {
  requiredParam,
  type ApiMethod,
  type ApiMethods,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { AuditEvent } from '../audit-log';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { namedCustomer, requireSuperAdmin } from './access';
import { touch } from './accounts';
import { adminEvent, writeAdminLog } from './admin-log';
import { etagOf } from './etag';
import { newNumericId } from './identifiers';
import { objectsIn, textOf } from './json-copy';
import { nextPageToken, pagePosition, pageSize } from './paging';
import { isPrivilege, PRIVILEGES, privilegeKey, type Privilege } from './privilege-tree';
import {
  alreadyExists,
  conditionNotMet,
  invalidInput,
  missingField,
  resourceNotFound,
} from './refusals';
import { findRole, systemRoles } from './system-roles';
import type { CustomerRecord, DirectoryState, RoleRecord } from '../state/directory';

/** Only super administrators read and write roles: no privilege of a delegated administrator covers them. */
function customerOf(request: ApiRequest, caller: Caller, workspace: Workspace): CustomerRecord {
  const customer = namedCustomer(workspace, caller, requiredParam(request, 'customer'));
  requireSuperAdmin(workspace, caller);
  return customer;
}

function privilegeResource({ name, children, ...privilege }: Privilege): JsonObject {
  const content: JsonObject = {
    serviceId: privilege.serviceId,
    serviceName: privilege.serviceName,
    privilegeName: name,
    isOuScopable: privilege.isOuScopable,
    ...(children.length > 0 && { childPrivileges: children.map(privilegeResource) }),
  };
  return { kind: 'admin#directory#privilege', etag: etagOf(content), ...content };
}

const listPrivileges: ApiMethod = (request, caller, workspace) => {
  customerOf(request, caller, workspace);
  const items = PRIVILEGES.map(privilegeResource);
  return { kind: 'admin#directory#privileges', etag: etagOf(items), items };
};

/** The Role resource; false flags are left out. @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/roles */
function roleResource(role: RoleRecord): JsonObject {
  const content: JsonObject = {
    roleId: role.roleId,
    roleName: role.roleName,
    roleDescription: role.roleDescription,
    rolePrivileges: role.rolePrivileges.map((privilege) => ({ ...privilege })),
    ...(role.isSystemRole && { isSystemRole: true }),
    ...(role.isSuperAdminRole && { isSuperAdminRole: true }),
  };
  return { kind: 'admin#directory#role', etag: etagOf(content), ...content };
}

const rolesOf = ({ roles }: DirectoryState, customerId: string): RoleRecord[] => [
  ...systemRoles(customerId),
  ...Object.values(roles).filter((role) => role.customerId === customerId),
];

const list: ApiMethod = (request, caller, workspace) => {
  const { id } = customerOf(request, caller, workspace);
  const roles = rolesOf(workspace.state.directory, id);
  const start = pagePosition<number>(request, workspace) ?? 0;
  const end = start + pageSize(request, 100, 100);
  const items = roles.slice(start, end).map(roleResource);
  return {
    kind: 'admin#directory#roles',
    etag: etagOf(items),
    ...(items.length > 0 && { items }),
    ...(end < roles.length && { nextPageToken: nextPageToken(request, workspace, end) }),
  } satisfies JsonObject;
};

function namedRole(request: ApiRequest, { directory }: Workspace['state'], customerId: string) {
  const role = findRole(directory, customerId, requiredParam(request, 'roleId'));
  if (!role) throw resourceNotFound('roleId');
  return role;
}

const get: ApiMethod = (request, caller, workspace) => {
  const { id } = customerOf(request, caller, workspace);
  return roleResource(namedRole(request, workspace.state, id));
};

/** @throws GoogleError 400 for a privilege that its service does not have. */
function privilegesIn({ rolePrivileges }: JsonObject): RoleRecord['rolePrivileges'] {
  return objectsIn(rolePrivileges).map(({ serviceId, privilegeName }) => {
    const [service, name] = [textOf(serviceId) ?? '', textOf(privilegeName) ?? ''];
    if (!isPrivilege(service, name)) throw invalidInput('rolePrivileges');
    return { serviceId: service, privilegeName: name };
  });
}

function freeName(directory: DirectoryState, role: RoleRecord): void {
  const taken = rolesOf(directory, role.customerId).some(
    (other) => other.roleId !== role.roleId && other.roleName === role.roleName,
  );
  if (taken) throw alreadyExists();
}

const roleEvent = (name: string, { roleName }: RoleRecord, more: Record<string, string> = {}) =>
  adminEvent('DELEGATED_ADMIN_SETTINGS', name, { ROLE_NAME: roleName, ...more });

const insert: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { id: customerId } = customerOf(request, caller, workspace);
  const body = request.body ?? {};
  const roleName = textOf(body.roleName);
  if (!roleName) throw missingField('roleName');
  const role: RoleRecord = {
    roleId: newNumericId(workspace),
    customerId,
    roleName,
    roleDescription: textOf(body.roleDescription) ?? '',
    isSystemRole: false,
    isSuperAdminRole: false,
    rolePrivileges: privilegesIn(body),
  };
  freeName(directory, role);
  directory.roles[role.roleId] = role;
  touch(directory);
  writeAdminLog(workspace, caller, customerId, [
    roleEvent('CREATE_ROLE', role),
    ...privilegeEvents(role, 'ADD_PRIVILEGE', role.rolePrivileges, []),
  ]);
  return roleResource(role);
};

/** One event for each privilege in `of` that is not in `others`. */
function privilegeEvents(
  role: RoleRecord,
  name: 'ADD_PRIVILEGE' | 'REMOVE_PRIVILEGE',
  of: RoleRecord['rolePrivileges'],
  others: RoleRecord['rolePrivileges'],
): AuditEvent[] {
  const keys = new Set(others.map((held) => privilegeKey(held.serviceId, held.privilegeName)));
  return of
    .filter((held) => !keys.has(privilegeKey(held.serviceId, held.privilegeName)))
    .map(({ privilegeName }) => roleEvent(name, role, { PRIVILEGE_NAME: privilegeName }));
}

const change: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { id: customerId } = customerOf(request, caller, workspace);
  const role = namedRole(request, workspace.state, customerId);
  if (role.isSystemRole) throw invalidInput('roleId');
  const body = request.body ?? {};
  const before = { ...role };
  const wanted: RoleRecord = {
    ...role,
    roleName: textOf(body.roleName) ?? role.roleName,
    roleDescription: textOf(body.roleDescription) ?? role.roleDescription,
    rolePrivileges: body.rolePrivileges ? privilegesIn(body) : role.rolePrivileges,
  };
  freeName(directory, wanted);
  Object.assign(role, wanted);
  touch(directory);
  const { rolePrivileges: old } = before;
  writeAdminLog(workspace, caller, customerId, [
    ...(before.roleName === role.roleName
      ? []
      : [roleEvent('RENAME_ROLE', before, { NEW_VALUE: role.roleName })]),
    ...privilegeEvents(role, 'ADD_PRIVILEGE', role.rolePrivileges, old),
    ...privilegeEvents(role, 'REMOVE_PRIVILEGE', old, role.rolePrivileges),
  ]);
  return roleResource(role);
};

/** A role that somebody holds, or a prebuilt one, cannot be deleted. */
const remove: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { id: customerId } = customerOf(request, caller, workspace);
  const role = namedRole(request, workspace.state, customerId);
  if (role.isSystemRole) throw invalidInput('roleId');
  const held = Object.values(directory.roleAssignments).some(
    ({ roleId, removedAt }) => roleId === role.roleId && removedAt === undefined,
  );
  if (held) throw conditionNotMet('Role is assigned.');
  delete directory.roles[role.roleId];
  touch(directory);
  writeAdminLog(workspace, caller, customerId, [roleEvent('DELETE_ROLE', role)]);
  return undefined;
};

export const roleMethods: ApiMethods = {
  'directory.privileges.list': listPrivileges,
  'directory.roles.list': list,
  'directory.roles.get': get,
  'directory.roles.insert': insert,
  'directory.roles.update': change,
  'directory.roles.patch': change,
  'directory.roles.delete': remove,
};
