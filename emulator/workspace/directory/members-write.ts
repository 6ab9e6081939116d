import { requiredParam, type ApiMethod, type ApiMethods, type JsonObject } from '../api-method';
import type { AuditEvent } from '../audit-log';
import type { Workspace } from '../workspace';
import { namedGroup } from './access';
import { changeGroup, findCustomerByDomain, findGroup, findUser } from './accounts';
import { domainOf, isAddress } from './addresses';
import { adminEvent, writeAdminLog } from './admin-log';
import { newUserId } from './identifiers';
import { textOf } from './json-copy';
import { memberResource } from './member-view';
import { findMember, isInGroup, memberAddress } from './membership';
import { requirePrivilege } from './privileges';
import {
  alreadyExists,
  conditionNotMet,
  invalidInput,
  missingField,
  resourceNotFound,
} from './refusals';
import type { DirectoryState, GroupRecord, MemberRecord } from '../state/directory';

const DELIVERY = ['ALL_MAIL', 'DAILY', 'DIGEST', 'DISABLED', 'NONE'];

const memberEvent = (
  directory: DirectoryState,
  name: string,
  { group, member }: { readonly group: GroupRecord; readonly member: MemberRecord },
  more: Readonly<Record<string, string>> = {},
) =>
  adminEvent('GROUP_SETTINGS', name, {
    USER_EMAIL: memberAddress(directory, member) ?? member.id,
    GROUP_EMAIL: group.email,
    ...more,
  });

const insert: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_UPDATE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const body = request.body ?? {};
  const deliverySettings = deliveryIn(body);
  const member: MemberRecord = {
    ...whoIsAdded(workspace, group, body),
    role: roleIn(body) ?? 'MEMBER',
    addedAt: workspace.clock.now(),
    ...(deliverySettings && { deliverySettings }),
  };
  const address = member.email?.toLowerCase();
  const same = group.members.some(
    ({ id, email }) =>
      id === member.id || (address !== undefined && email?.toLowerCase() === address),
  );
  if (same) throw alreadyExists('Member already exists.');
  requireNoCycle(directory, group, member);
  changeGroup(directory, group, () => void group.members.push(member));
  writeAdminLog(workspace, caller, group.customerId, [
    memberEvent(directory, 'ADD_GROUP_MEMBER', { group, member }),
  ]);
  return memberResource(directory, member, { withDelivery: true });
};

type WhoIsAdded = Pick<MemberRecord, 'id' | 'type' | 'email'>;

/** The member that a request adds: by address, or by id. Outsiders are not checked. */
function whoIsAdded(workspace: Workspace, group: GroupRecord, body: JsonObject): WhoIsAdded {
  const { directory } = workspace.state;
  const key = textOf(body.email) ?? textOf(body.id);
  if (!key) throw missingField('memberKey');
  if (key === group.customerId) return { id: key, type: 'CUSTOMER' };
  const user = findUser(directory, key);
  if (user?.customerId === group.customerId) {
    return { id: user.id, type: 'USER', email: user.primaryEmail };
  }
  const inner = findGroup(directory, key);
  if (inner?.customerId === group.customerId) {
    return { id: inner.id, type: 'GROUP', email: inner.email };
  }
  if (!key.includes('@')) throw resourceNotFound('memberKey');
  if (!isAddress(key)) throw invalidInput('memberKey');
  const owner = findCustomerByDomain(directory, domainOf(key));
  if (owner?.id === group.customerId) throw resourceNotFound('memberKey');
  const email = key.toLowerCase();
  const id = user?.id ?? inner?.id ?? directory.consumers[email] ?? newUserId(workspace);
  return { id, type: 'EXTERNAL', email };
}

/** @throws GoogleError 412 when the group would contain itself. */
function requireNoCycle(directory: DirectoryState, group: GroupRecord, member: MemberRecord): void {
  const inner = member.type === 'GROUP' ? directory.groups[member.id] : undefined;
  if (inner && (inner === group || isInGroup(directory, inner, { id: group.id, customerId: '' }))) {
    throw conditionNotMet('Cyclic memberships not allowed (GROUP_CANNOT_CONTAIN_CYCLE)');
  }
}

function roleIn({ role }: JsonObject): MemberRecord['role'] | undefined {
  if (role === undefined || role === null) return undefined;
  const known = (['OWNER', 'MANAGER', 'MEMBER'] as const).find((name) => name === role);
  if (!known) throw invalidInput('role');
  return known;
}

function deliveryIn({ delivery_settings: delivery }: JsonObject): string | undefined {
  if (delivery === undefined || delivery === null) return undefined;
  if (typeof delivery !== 'string' || !DELIVERY.includes(delivery)) {
    throw invalidInput('delivery_settings');
  }
  return delivery;
}

const change: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_UPDATE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const member = findMember(directory, group, requiredParam(request, 'memberKey'));
  if (!member) throw resourceNotFound('memberKey');
  const { role, deliverySettings = 'ALL_MAIL' } = member;
  const wanted = {
    role: roleIn(request.body ?? {}) ?? role,
    deliverySettings: deliveryIn(request.body ?? {}) ?? deliverySettings,
  };
  changeGroup(directory, group, () => void Object.assign(member, wanted));
  const events = changeEvents(directory, { group, member }, { role, deliverySettings });
  writeAdminLog(workspace, caller, group.customerId, events);
  return memberResource(directory, member, { withDelivery: true });
};

function changeEvents(
  directory: DirectoryState,
  of: { readonly group: GroupRecord; readonly member: MemberRecord },
  before: { readonly role: string; readonly deliverySettings: string },
): AuditEvent[] {
  const { role, deliverySettings = 'ALL_MAIL' } = of.member;
  const changed = (name: string, was: string, is: string): AuditEvent[] =>
    was === is ? [] : [memberEvent(directory, name, of, { OLD_VALUE: was, NEW_VALUE: is })];
  return [
    ...changed('UPDATE_GROUP_MEMBER', before.role, role),
    ...changed('UPDATE_GROUP_MEMBER_DELIVERY_SETTINGS', before.deliverySettings, deliverySettings),
  ];
}

const remove: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_UPDATE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const member = findMember(directory, group, requiredParam(request, 'memberKey'));
  if (!member) throw resourceNotFound('memberKey');
  changeGroup(directory, group, () => {
    group.members = group.members.filter((other) => other !== member);
  });
  writeAdminLog(workspace, caller, group.customerId, [
    memberEvent(directory, 'REMOVE_GROUP_MEMBER', { group, member }),
  ]);
  return undefined;
};

export const memberWriting: ApiMethods = {
  'directory.members.insert': insert,
  'directory.members.update': change,
  'directory.members.patch': change,
  'directory.members.delete': remove,
};
