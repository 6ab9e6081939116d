import { requiredParam, type ApiMethod, type ApiMethods, type JsonObject } from '../api-method';
import { namedGroup, namedUser, ownCustomer, requireMayChange } from './access';
import { changeGroup, changeUser } from './accounts';
import { adminEvent, writeAdminLog } from './admin-log';
import { etagOf } from './etag';
import { textOf } from './json-copy';
import { requirePrivilege } from './privileges';
import { invalidInput, missingField, resourceNotFound } from './refusals';
import { freeAddress } from './user-address';
import { userEvent } from './user-change';
import { requireCreationComplete } from './user-creation';
import type { GroupRecord, UserRecord } from '../state/directory';

/** "30 aliases per user". @see https://developers.google.com/workspace/admin/directory/v1/limits */
const MOST_ALIASES = 30;

/** The owner of an alias: the methods treat users and groups alike. */
interface Owner {
  readonly id: string;
  readonly primaryEmail: string;
  readonly aliases: readonly string[];
}

const ofUser = ({ id, primaryEmail, aliases }: UserRecord): Owner => ({
  id,
  primaryEmail,
  aliases,
});
const ofGroup = ({ id, email, aliases }: GroupRecord): Owner => ({
  id,
  primaryEmail: email,
  aliases,
});

function aliasResource({ id, primaryEmail }: Owner, alias: string): JsonObject {
  const content = { id, primaryEmail, alias };
  return { kind: 'admin#directory#alias', etag: etagOf(content), ...content };
}

function aliasesResource(owner: Owner): JsonObject {
  const aliases = owner.aliases.map((alias) => aliasResource(owner, alias));
  return {
    kind: 'admin#directory#aliases',
    etag: etagOf(aliases),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** The alias that a request adds. @throws GoogleError 400 when it names none, or the owner already has thirty. */
function wantedAlias(body: JsonObject | null, { aliases }: Owner): string {
  const alias = textOf(body?.alias);
  if (!alias) throw missingField('alias');
  if (aliases.length >= MOST_ALIASES) throw invalidInput('alias');
  return alias;
}

/** The alias as the record spells it. @throws GoogleError 404 */
function existingAlias({ aliases }: Owner, alias: string): string {
  const found = aliases.find((existing) => existing.toLowerCase() === alias.toLowerCase());
  if (found === undefined) throw resourceNotFound('alias');
  return found;
}

const listOfUser: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'USERS_RETRIEVE');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  requirePrivilege(workspace, caller, 'USERS_RETRIEVE', user);
  return aliasesResource(ofUser(user));
};

const insertForUser: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'USERS_ADD_NICKNAME');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  requireMayChange(workspace, caller, 'USERS_ADD_NICKNAME', user);
  requireCreationComplete(workspace, user);
  const customer = ownCustomer(workspace, caller);
  const wanted = wantedAlias(request.body, ofUser(user));
  const alias = freeAddress(workspace, customer, wanted, { field: 'alias' });
  changeUser(workspace.state.directory, user, () => void user.aliases.push(alias));
  writeAdminLog(workspace, caller, user.customerId, [
    userEvent(user, 'ADD_NICKNAME', { USER_NICKNAME: alias }),
  ]);
  return aliasResource(ofUser(user), alias);
};

const deleteOfUser: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'USERS_ADD_NICKNAME');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  requireMayChange(workspace, caller, 'USERS_ADD_NICKNAME', user);
  const alias = existingAlias(ofUser(user), requiredParam(request, 'alias'));
  changeUser(workspace.state.directory, user, () => {
    user.aliases = user.aliases.filter((other) => other !== alias);
  });
  writeAdminLog(workspace, caller, user.customerId, [
    userEvent(user, 'REMOVE_NICKNAME', { USER_NICKNAME: alias }),
  ]);
  return undefined;
};

const listOfGroup: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'GROUPS_RETRIEVE');
  return aliasesResource(
    ofGroup(namedGroup(workspace, caller, requiredParam(request, 'groupKey'))),
  );
};

/** The admin log has no event of its own for a group's aliases: they are one of the group's settings. */
const groupAliasEvent = ({ email }: GroupRecord, before: string, after: string) =>
  adminEvent('GROUP_SETTINGS', 'CHANGE_GROUP_SETTING', {
    GROUP_EMAIL: email,
    SETTING_NAME: 'alias',
    OLD_VALUE: before,
    NEW_VALUE: after,
  });

const insertForGroup: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'GROUPS_UPDATE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const customer = ownCustomer(workspace, caller);
  const wanted = wantedAlias(request.body, ofGroup(group));
  const alias = freeAddress(workspace, customer, wanted, { field: 'alias' });
  changeGroup(workspace.state.directory, group, () => void group.aliases.push(alias));
  writeAdminLog(workspace, caller, group.customerId, [groupAliasEvent(group, '', alias)]);
  return aliasResource(ofGroup(group), alias);
};

const deleteOfGroup: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'GROUPS_UPDATE');
  const group = namedGroup(workspace, caller, requiredParam(request, 'groupKey'));
  const alias = existingAlias(ofGroup(group), requiredParam(request, 'alias'));
  changeGroup(workspace.state.directory, group, () => {
    group.aliases = group.aliases.filter((other) => other !== alias);
  });
  writeAdminLog(workspace, caller, group.customerId, [groupAliasEvent(group, alias, '')]);
  return undefined;
};

export const aliasMethods: ApiMethods = {
  'directory.users.aliases.list': listOfUser,
  'directory.users.aliases.insert': insertForUser,
  'directory.users.aliases.delete': deleteOfUser,
  'directory.groups.aliases.list': listOfGroup,
  'directory.groups.aliases.insert': insertForGroup,
  'directory.groups.aliases.delete': deleteOfGroup,
};
