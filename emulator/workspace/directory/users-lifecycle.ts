import { isoInstant } from '../../kit/clock';
import { requiredParam, type ApiMethod, type ApiMethods } from '../api-method';
import type { Workspace } from '../workspace';
import { namedUser, ownCustomer, requireMayChange, requireSuperAdmin } from './access';
import { changeGroup, changeUser, findGroup, findUser } from './accounts';
import { writeAdminLog } from './admin-log';
import { textOf } from './json-copy';
import { findOrgUnit } from './org-unit-lookup';
import { requirePrivilege } from './privileges';
import {
  alreadyExists,
  conditionNotMet,
  invalidInput,
  missingField,
  resourceNotFound,
} from './refusals';
import { userEvent } from './user-change';
import { requireCreationComplete } from './user-creation';
import { isStillRestorable } from './user-deletion';
import type { UserRecord } from '../state/directory';

const remove: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requirePrivilege(workspace, caller, 'USERS_DELETE');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  requireMayChange(workspace, caller, 'USERS_DELETE', user);
  requireCreationComplete(workspace, user);
  changeUser(directory, user, () => {
    user.deletionTime = isoInstant(workspace.clock.now());
  });
  leaveGroups(workspace, user);
  writeAdminLog(workspace, caller, user.customerId, [userEvent(user, 'DELETE_USER')]);
  return undefined;
};

/** A deleted user is in no group; restoring does not bring memberships back. */
function leaveGroups({ state }: Workspace, { id }: UserRecord): void {
  for (const group of Object.values(state.directory.groups)) {
    if (!group.members.some((member) => member.id === id)) continue;
    changeGroup(state.directory, group, () => {
      group.members = group.members.filter((member) => member.id !== id);
    });
  }
}

/**
 * Restores a user within twenty days. A user whose address was taken meanwhile cannot come back; one whose org unit is gone
 * comes back where the request says, or at the root.
 */
const undelete: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  requireSuperAdmin(workspace, caller);
  const user = directory.users[requiredParam(request, 'userKey')];
  if (user?.customerId !== ownCustomer(workspace, caller).id) throw resourceNotFound('userKey');
  if (!isStillRestorable(workspace, user)) {
    throw conditionNotMet('Cannot undelete: the user is not a recently deleted user.');
  }
  if (findUser(directory, user.primaryEmail) ?? findGroup(directory, user.primaryEmail)) {
    throw alreadyExists();
  }
  const asked = textOf(request.body?.orgUnitPath);
  const unit = findOrgUnit(directory, user.customerId, asked ?? user.orgUnitPath);
  if (!unit && asked !== undefined) throw invalidInput('INVALID_OU_ID');
  changeUser(directory, user, () => {
    delete user.deletionTime;
    user.orgUnitPath = unit?.orgUnitPath ?? '/';
    user.aliases = user.aliases.filter((alias) => !findUser(directory, alias));
  });
  writeAdminLog(workspace, caller, user.customerId, [userEvent(user, 'UNDELETE_USER')]);
  return undefined;
};

/** Makes a user a super administrator, or revokes that. Google ignores or refuses this from delegated administrators. */
const makeAdmin: ApiMethod = (request, caller, workspace) => {
  requireSuperAdmin(workspace, caller);
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  const status = request.body?.status;
  if (typeof status !== 'boolean') throw missingField('status');
  requireCreationComplete(workspace, user);
  setSuperAdmin(workspace, user, status);
  const name = status ? 'GRANT_ADMIN_PRIVILEGE' : 'REVOKE_ADMIN_PRIVILEGE';
  writeAdminLog(workspace, caller, user.customerId, [userEvent(user, name)]);
  return undefined;
};

/** Grants or revokes the super administrator role. */
export function setSuperAdmin({ state }: Workspace, user: UserRecord, isAdmin: boolean): void {
  changeUser(state.directory, user, () => void (user.isAdmin = isAdmin));
}

/** Ends every session: access tokens based on grants stay valid, as at Google; browsers must sign in again. */
const signOut: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'USER_SECURITY_ALL');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  requireMayChange(workspace, caller, 'USER_SECURITY_ALL', user);
  writeAdminLog(workspace, caller, user.customerId, [userEvent(user, 'RESET_SIGNIN_COOKIES')]);
  return undefined;
};

export const userLifecycle: ApiMethods = {
  'directory.users.delete': remove,
  'directory.users.undelete': undelete,
  'directory.users.makeAdmin': makeAdmin,
  'directory.users.signOut': signOut,
};
