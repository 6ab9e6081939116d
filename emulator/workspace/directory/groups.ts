import { requiredParam, type ApiMethod, type ApiMethods, type JsonObject } from '../api-method';
import type { AuditEvent } from '../audit-log';
import { namedGroup, ownCustomer } from './access';
import { changeGroup } from './accounts';
import { adminEvent, writeAdminLog } from './admin-log';
import { listGroups } from './group-list';
import { groupResource } from './group-view';
import { newGroupId } from './identifiers';
import { textOf } from './json-copy';
import { requirePrivilege } from './privileges';
import { invalidInput, missingField } from './refusals';
import { freeAddress } from './user-address';
import type { GroupRecord } from '../state/directory';

const get: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'GROUPS_RETRIEVE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  return groupResource(workspace.state.directory, group);
};

const groupEvent = (name: string, email: string, more: Readonly<Record<string, string>> = {}) =>
  adminEvent('GROUP_SETTINGS', name, { GROUP_EMAIL: email, ...more });

const insert: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_CREATE');
  const customer = ownCustomer(workspace, caller);
  const body = request.body ?? {};
  const address = textOf(body.email);
  if (!address) throw missingField('email');
  const email = freeAddress(workspace, customer, address, { field: 'email' });
  const group: GroupRecord = {
    id: newGroupId(workspace),
    customerId: customer.id,
    email,
    name: nameIn(body) ?? email.split('@')[0]!,
    description: descriptionIn(body) ?? '',
    aliases: [],
    members: [],
  };
  changeGroup(directory, group, () => void (directory.groups[group.id] = group));
  writeAdminLog(workspace, caller, customer.id, [groupEvent('CREATE_GROUP', email)]);
  return groupResource(directory, group);
};

/** "The group's display name": 1 to 73 characters. @see https://support.google.com/a/answer/9193374 */
function nameIn({ name }: JsonObject): string | undefined {
  if (name === undefined || name === null) return undefined;
  if (typeof name !== 'string' || name === '' || name.length > 73 || /[=<>]/.test(name)) {
    throw invalidInput('name');
  }
  return name;
}

function descriptionIn({ description }: JsonObject): string | undefined {
  if (description === undefined || description === null) return undefined;
  if (typeof description !== 'string' || description.length > 4096) {
    throw invalidInput('description');
  }
  return description;
}

const change: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_UPDATE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const body = request.body ?? {};
  const customer = ownCustomer(workspace, caller);
  const wanted = {
    email: textOf(body.email)?.toLowerCase() ?? group.email,
    name: nameIn(body) ?? group.name,
    description: descriptionIn(body) ?? group.description,
  };
  const renamed = wanted.email !== group.email;
  if (renamed && !group.aliases.includes(wanted.email)) {
    freeAddress(workspace, customer, wanted.email, { field: 'email' });
  }
  const events = changeEvents(group, wanted);
  changeGroup(directory, group, () => {
    // As with users, the old address continues to work.
    if (renamed) {
      group.aliases = [...group.aliases.filter((alias) => alias !== wanted.email), group.email];
    }
    Object.assign(group, wanted);
  });
  writeAdminLog(workspace, caller, customer.id, events);
  return groupResource(directory, group);
};

function changeEvents(
  { email, name, description }: GroupRecord,
  wanted: Pick<GroupRecord, 'email' | 'name' | 'description'>,
): AuditEvent[] {
  const events: AuditEvent[] = [];
  if (name !== wanted.name) {
    events.push(
      groupEvent('CHANGE_GROUP_NAME', email, { OLD_VALUE: name, NEW_VALUE: wanted.name }),
    );
  }
  if (description !== wanted.description) {
    events.push(groupEvent('CHANGE_GROUP_DESCRIPTION', email));
  }
  if (email !== wanted.email) {
    events.push(groupEvent('CHANGE_GROUP_EMAIL', email, { NEW_VALUE: wanted.email }));
  }
  return events;
}

const remove: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'GROUPS_DELETE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  changeGroup(directory, group, () => void delete directory.groups[group.id]);
  for (const parent of Object.values(directory.groups)) {
    parent.members = parent.members.filter(({ id }) => id !== group.id);
  }
  writeAdminLog(workspace, caller, group.customerId, [groupEvent('DELETE_GROUP', group.email)]);
  return undefined;
};

export const groupMethods: ApiMethods = {
  'directory.groups.get': get,
  'directory.groups.list': listGroups,
  'directory.groups.insert': insert,
  'directory.groups.update': change,
  'directory.groups.patch': change,
  'directory.groups.delete': remove,
};
