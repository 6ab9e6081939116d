import {
  flagParam,
  textParam,
  type ApiMethod,
  type ApiMethods,
  type JsonObject,
} from '../api-method';
import { findGroup, findUser } from './accounts';
import { etagOf } from './etag';
import { nextPageToken, pagePosition, pageSize } from './paging';
import { resourceNotFound } from './refusals';
import {
  allAssignments,
  assignmentCustomer,
  assignmentResource,
  isListed,
  namedAssignment,
} from './role-assignment-view';
import { roleAssignmentWriting } from './role-assignments-write';
import { assignmentsOf, superAdminAssignment } from './role-holders';
import type { DirectoryState, RoleAssignmentRecord } from '../state/directory';

const list: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { id } = assignmentCustomer(request, caller, workspace);
  const userKey = textParam(request, 'userKey');
  const roleId = textParam(request, 'roleId');
  const found =
    userKey === undefined
      ? allAssignments(directory, id)
      : assignmentsOfKey(directory, id, {
          key: userKey,
          throughGroups: flagParam(request, 'includeIndirectRoleAssignments'),
        });
  const asked = found.filter((one) => roleId === undefined || one.roleId === roleId);
  const start = pagePosition<number>(request, workspace) ?? 0;
  const end = start + pageSize(request, 200, 200);
  const items = asked.slice(start, end).map(assignmentResource);
  return {
    kind: 'admin#directory#roleAssignments',
    etag: etagOf(items),
    ...(items.length > 0 && { items }),
    ...(end < asked.length && { nextPageToken: nextPageToken(request, workspace, end) }),
  } satisfies JsonObject;
};

/** The assignments of a user or group. @throws GoogleError 404 for anybody outside this organization. */
function assignmentsOfKey(
  directory: DirectoryState,
  customerId: string,
  { key, throughGroups }: { readonly key: string; readonly throughGroups: boolean },
): RoleAssignmentRecord[] {
  const user = findUser(directory, key);
  const holder = user ?? findGroup(directory, key);
  const robot = assignmentsOf(directory, key).filter((one) => one.customerId === customerId);
  if (holder?.customerId !== customerId && robot.length === 0) throw resourceNotFound('userKey');
  const held = assignmentsOf(directory, holder?.id ?? key, { throughGroups }).filter(isListed);
  return user?.isAdmin ? [superAdminAssignment(user), ...held] : held;
}

const get: ApiMethod = (request, caller, workspace) => {
  const { id } = assignmentCustomer(request, caller, workspace);
  return assignmentResource(namedAssignment(request, workspace.state, id));
};

export const roleAssignmentMethods: ApiMethods = {
  'directory.roleAssignments.list': list,
  'directory.roleAssignments.get': get,
  ...roleAssignmentWriting,
};
