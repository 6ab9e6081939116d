import { requiredParam, type ApiRequest, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { namedCustomer, requireSuperAdmin } from './access';
import { etagOf } from './etag';
import { resourceNotFound } from './refusals';
import { superAdminAssignment } from './role-holders';
import type { CustomerRecord, DirectoryState, RoleAssignmentRecord } from '../state/directory';

/** The RoleAssignment resource. @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/roleAssignments */
export function assignmentResource(assignment: RoleAssignmentRecord): JsonObject {
  const { roleAssignmentId, roleId, assignedTo, assigneeType, scopeType } = assignment;
  const content: JsonObject = {
    roleAssignmentId,
    roleId,
    assignedTo,
    assigneeType,
    scopeType,
    ...(assignment.orgUnitId !== undefined && { orgUnitId: assignment.orgUnitId }),
    ...(assignment.condition !== undefined && { condition: assignment.condition }),
  };
  return { kind: 'admin#directory#roleAssignment', etag: etagOf(content), ...content };
}

export function assignmentCustomer(
  request: ApiRequest,
  caller: Caller,
  workspace: Workspace,
): CustomerRecord {
  const customer = namedCustomer(workspace, caller, requiredParam(request, 'customer'));
  requireSuperAdmin(workspace, caller);
  return customer;
}

/** Every assignment that is in effect or will be; withdrawn ones are not listed. */
export const allAssignments = (
  { users, roleAssignments }: DirectoryState,
  customerId: string,
): RoleAssignmentRecord[] => [
  ...Object.values(users)
    .filter((user) => user.isAdmin && user.customerId === customerId && !user.deletionTime)
    .map(superAdminAssignment),
  ...Object.values(roleAssignments).filter((one) => one.customerId === customerId && isListed(one)),
];

export const isListed = ({ removedAt }: RoleAssignmentRecord): boolean => removedAt === undefined;

export function namedAssignment(
  request: ApiRequest,
  { directory }: Workspace['state'],
  customerId: string,
): RoleAssignmentRecord {
  const id = requiredParam(request, 'roleAssignmentId');
  const found = allAssignments(directory, customerId).find((one) => one.roleAssignmentId === id);
  if (!found) throw resourceNotFound('roleAssignmentId');
  return found;
}
