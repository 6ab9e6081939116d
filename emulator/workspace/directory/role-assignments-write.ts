import { NotEmulated } from '../../kit/not-emulated';
import { type ApiMethod, type ApiMethods, type JsonObject } from '../api-method';
import type { Workspace } from '../workspace';
import { touch } from './accounts';
import { adminEvent, writeAdminLog } from './admin-log';
import { newNumericId } from './identifiers';
import { textOf } from './json-copy';
import { placesOf } from './privilege-tree';
import { ROLE_CHANGE_LAG_MS } from './privileges';
import {
  alreadyExists,
  invalidInput,
  missingField,
  orgUnitNotFound,
  resourceNotFound,
} from './refusals';
import { assignmentCustomer, assignmentResource, namedAssignment } from './role-assignment-view';
import { assignmentsOf, superAdminAssignment } from './role-holders';
import { findRole } from './system-roles';
import { setSuperAdmin } from './users-lifecycle';
import type { DirectoryState, RoleAssignmentRecord, RoleRecord } from '../state/directory';

const PAGE =
  'https://developers.google.com/workspace/admin/directory/reference/rest/v1/roleAssignments';

const assignmentEvent = (
  { state }: Workspace,
  name: 'ASSIGN_ROLE' | 'UNASSIGN_ROLE',
  { roleName }: RoleRecord,
  assignedTo: string,
) => {
  const { users, groups } = state.directory;
  const email = users[assignedTo]?.primaryEmail ?? groups[assignedTo]?.email ?? assignedTo;
  return adminEvent('DELEGATED_ADMIN_SETTINGS', name, { ROLE_NAME: roleName, USER_EMAIL: email });
};

const insert: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { id: customerId } = assignmentCustomer(request, caller, workspace);
  const body = request.body ?? {};
  if (body.expirationDetails) throw new NotEmulated('RoleAssignment.expirationDetails', PAGE);
  const role = findRole(directory, customerId, textOf(body.roleId) ?? '');
  if (!role) throw resourceNotFound('roleId');
  const holder = holderIn(workspace, customerId, body);
  const scope = scopeIn(directory, customerId, { body, role });
  const user = directory.users[holder.assignedTo];
  if (role.isSuperAdminRole && user) setSuperAdmin(workspace, user, true);
  const assignment: RoleAssignmentRecord =
    role.isSuperAdminRole && user
      ? superAdminAssignment(user)
      : {
          roleAssignmentId: newNumericId(workspace),
          customerId,
          roleId: role.roleId,
          ...holder,
          ...scope,
          ...(typeof body.condition === 'string' && { condition: body.condition }),
          since: workspace.clock.now(),
        };
  if (!role.isSuperAdminRole) keep(directory, assignment);
  writeAdminLog(workspace, caller, customerId, [
    assignmentEvent(workspace, 'ASSIGN_ROLE', role, holder.assignedTo),
  ]);
  return assignmentResource(assignment);
};

/** @throws GoogleError 409 when the assignment already exists. */
function keep(directory: DirectoryState, assignment: RoleAssignmentRecord): void {
  const same = assignmentsOf(directory, assignment.assignedTo, { throughGroups: false }).some(
    ({ roleId, orgUnitId, removedAt }) =>
      roleId === assignment.roleId && orgUnitId === assignment.orgUnitId && removedAt === undefined,
  );
  if (same) throw alreadyExists();
  directory.roleAssignments[assignment.roleAssignmentId] = assignment;
  touch(directory);
}

/** The id of a user, group or service account. */
function holderIn(
  { state }: Workspace,
  customerId: string,
  { assignedTo }: JsonObject,
): Pick<RoleAssignmentRecord, 'assignedTo' | 'assigneeType'> {
  const id = textOf(assignedTo);
  if (!id) throw missingField('assignedTo');
  const { users, groups } = state.directory;
  if (users[id]?.customerId === customerId) return { assignedTo: id, assigneeType: 'user' };
  if (groups[id]?.customerId === customerId) return { assignedTo: id, assigneeType: 'group' };
  const isRobot = Object.values(state.cloud.projects).some(({ serviceAccounts }) =>
    Object.values(serviceAccounts).some(({ uniqueId }) => uniqueId === id),
  );
  if (!isRobot) throw resourceNotFound('assignedTo');
  return { assignedTo: id, assigneeType: 'user' };
}

/** A role can be limited to an org unit only when all its privileges can. */
function scopeIn(
  directory: DirectoryState,
  customerId: string,
  { body, role }: { readonly body: JsonObject; readonly role: RoleRecord },
): Pick<RoleAssignmentRecord, 'scopeType' | 'orgUnitId'> {
  const scopeType = textOf(body.scopeType) ?? 'CUSTOMER';
  if (scopeType === 'CUSTOMER') return { scopeType };
  if (scopeType !== 'ORG_UNIT') throw invalidInput('scopeType');
  const orgUnitId = textOf(body.orgUnitId)?.replace(/^id:/, '');
  if (!orgUnitId) throw missingField('orgUnitId');
  if (directory.orgUnits[`id:${orgUnitId}`]?.customerId !== customerId) throw orgUnitNotFound();
  const limitable = role.rolePrivileges.every(({ privilegeName }) =>
    placesOf(privilegeName).every(({ privilege }) => privilege.isOuScopable),
  );
  if (!limitable || role.isSuperAdminRole) throw invalidInput('scopeType');
  return { scopeType, orgUnitId };
}

const remove: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { id: customerId } = assignmentCustomer(request, caller, workspace);
  const assignment = namedAssignment(request, workspace.state, customerId);
  const { roleAssignmentId, roleId, assignedTo } = assignment;
  const kept = directory.roleAssignments[roleAssignmentId];
  const user = directory.users[assignedTo];
  if (!kept && user) setSuperAdmin(workspace, user, false);
  if (kept) withdraw(workspace, kept);
  writeAdminLog(workspace, caller, customerId, [
    assignmentEvent(
      workspace,
      'UNASSIGN_ROLE',
      findRole(directory, customerId, roleId)!,
      assignedTo,
    ),
  ]);
  return undefined;
};

/** Keeps the record while the role is still in effect; drops records whose time is over. */
function withdraw({ state, clock }: Workspace, assignment: RoleAssignmentRecord): void {
  const { directory } = state;
  const now = clock.now();
  assignment.removedAt = now;
  for (const { roleAssignmentId, removedAt } of Object.values(directory.roleAssignments)) {
    if (removedAt !== undefined && now - removedAt >= ROLE_CHANGE_LAG_MS) {
      delete directory.roleAssignments[roleAssignmentId];
    }
  }
  touch(directory);
}

export const roleAssignmentWriting: ApiMethods = {
  'directory.roleAssignments.insert': insert,
  'directory.roleAssignments.delete': remove,
};
