import {
  flagParam,
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiMethods,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import { namedGroup } from './access';
import { findGroup, findUser } from './accounts';
import { etagOf } from './etag';
import { memberResource } from './member-view';
import { memberWriting } from './members-write';
import { derivedMembers, findMember, isInGroup } from './membership';
import { nextPageToken, pagePosition, pageSize } from './paging';
import { requirePrivilege } from './privileges';
import { invalidInput, resourceNotFound } from './refusals';
import type { MemberRecord } from '../state/directory';

const ROLES = ['OWNER', 'MANAGER', 'MEMBER'];

const get: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_RETRIEVE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const member = findMember(directory, group, requiredParam(request, 'memberKey'));
  if (!member) throw resourceNotFound('memberKey');
  return memberResource(directory, member, { withDelivery: true });
};

const list: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_RETRIEVE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const all = flagParam(request, 'includeDerivedMembership')
    ? derivedMembers(workspace, group)
    : group.members;
  const roles = askedRoles(request);
  const matching = roles ? all.filter(({ role }) => roles.includes(role)) : all;
  const start = startOf(matching, pagePosition<Position>(request, workspace));
  const end = start + pageSize(request, 200, 200);
  const members = matching.slice(start, end).map((member) => memberResource(directory, member));
  return {
    kind: 'admin#directory#members',
    etag: etagOf(members),
    ...(members.length > 0 && { members }),
    ...(end < matching.length && {
      nextPageToken: nextPageToken(request, workspace, [end, matching[end - 1]!.id]),
    }),
  } satisfies JsonObject;
};

function askedRoles(request: ApiRequest): readonly string[] | null {
  const roles = textParam(request, 'roles')
    ?.split(',')
    .map((role) => role.trim().toUpperCase());
  if (!roles || roles.join() === '') return null;
  if (!roles.every((role) => ROLES.includes(role))) throw invalidInput('roles');
  return roles;
}

/** How many members were shown, and the last one: members that leave meanwhile must not cause others to be skipped. */
type Position = readonly [shown: number, lastId: string];

function startOf(members: readonly MemberRecord[], position: Position | null): number {
  if (!position) return 0;
  const [shown, lastId] = position;
  if (members[shown - 1]?.id === lastId) return shown;
  const last = members.findIndex(({ id }) => id === lastId);
  return last < 0 ? Math.max(0, shown - 1) : last + 1;
}

/** Nested membership is known only within the organization: an outside address must be a direct member. */
const hasMember: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_RETRIEVE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const key = requiredParam(request, 'memberKey');
  if (findMember(directory, group, key)) return { isMember: true };
  const wanted = findUser(directory, key) ?? findGroup(directory, key);
  if (wanted?.customerId !== group.customerId) throw invalidInput('memberKey');
  return { isMember: isInGroup(directory, group, wanted) };
};

export const memberMethods: ApiMethods = {
  'directory.members.get': get,
  'directory.members.list': list,
  'directory.members.hasMember': hasMember,
  ...memberWriting,
};
