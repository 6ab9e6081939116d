import { isoInstant } from '../../kit/clock';
import { requiredParam, type ApiMethod, type ApiMethods, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { namedCustomer, namedUser, ownCustomer, requireMayChange } from './access';
import { changeUser } from './accounts';
import { adminEvent, writeAdminLog } from './admin-log';
import { newUserId } from './identifiers';
import { requireCreationComplete } from './user-creation';
import { isObject, textOf } from './json-copy';
import { findOrgUnit, rootUnit } from './org-unit-lookup';
import { hasPrivilege, notAuthorized, requirePrivilege } from './privileges';
import { invalidInput, missingField } from './refusals';
import { freeAddress } from './user-address';
import { planUserChanges, requirePassword } from './user-changes';
import { requireName, withName } from './user-name';
import { NEVER, userResource } from './user-view';
import type { CustomerRecord, UserRecord } from '../state/directory';

const insert: ApiMethod = ({ body }, caller, workspace) => {
  const customer = ownCustomer(workspace, caller);
  requirePrivilege(workspace, caller, 'USERS_CREATE');
  const wanted = body ?? {};
  const address = requiredText(wanted, 'primaryEmail');
  const { givenName, familyName } = isObject(wanted.name) ? wanted.name : ({} as JsonObject);
  requireName('givenName', givenName);
  requireName('familyName', familyName);
  requirePassword(wanted.password);
  const user = newUser(workspace, customer, {
    primaryEmail: freeAddress(workspace, customer, address, { field: 'primary_user_email' }),
    profile: {
      name: withName(withName({}, 'givenName', givenName!), 'familyName', familyName!),
    },
  });
  user.orgUnitPath = creationUnit(workspace, user, wanted);
  requirePrivilege(workspace, caller, 'USERS_CREATE', user);
  const { primaryEmail: _address, orgUnitPath: _unit, password: _password, ...rest } = wanted;
  for (const { apply } of planUserChanges(rest, { workspace, user, keepsLists: false }))
    apply(user);
  return addUser(workspace, caller, user);
};

function requiredText(body: JsonObject, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw missingField(field);
  return value;
}

function creationUnit({ state }: Workspace, { customerId }: UserRecord, body: JsonObject): string {
  const { directory } = state;
  const path = body.orgUnitPath;
  if (path === undefined || path === null)
    return rootUnit(directory, customerId)?.orgUnitPath ?? '/';
  const unit = typeof path === 'string' ? findOrgUnit(directory, customerId, path) : undefined;
  if (!unit) throw invalidInput('INVALID_OU_ID');
  return unit.orgUnitPath;
}

const newUser = (
  workspace: Workspace,
  { id: customerId }: CustomerRecord,
  { primaryEmail, profile }: Pick<UserRecord, 'primaryEmail' | 'profile'>,
): UserRecord => ({
  id: newUserId(workspace),
  customerId,
  primaryEmail,
  suspended: false,
  archived: false,
  isAdmin: false,
  orgUnitPath: '/',
  aliases: [],
  profile: {
    creationTime: isoInstant(workspace.clock.now()),
    lastLoginTime: NEVER,
    agreedToTerms: false,
    ...profile,
  },
  servicesOff: [],
});

function addUser(workspace: Workspace, caller: Caller, user: UserRecord): JsonObject {
  const { directory } = workspace.state;
  changeUser(directory, user, () => void (directory.users[user.id] = user));
  writeAdminLog(workspace, caller, user.customerId, [
    adminEvent('USER_SETTINGS', 'CREATE_USER', { USER_EMAIL: user.primaryEmail }),
  ]);
  return userResource(directory, user);
}

/**
 * Adds a guest: somebody else's address with an account for it in this organization.
 * @see https://support.google.com/a/answer/16558545
 */
const createGuest: ApiMethod = ({ body }, caller, workspace) => {
  const key = textOf(body?.customer);
  const customer = key ? namedCustomer(workspace, caller, key) : ownCustomer(workspace, caller);
  requirePrivilege(workspace, caller, 'USERS_CREATE');
  const guestAddress = requiredText(body ?? {}, 'primaryGuestEmail').toLowerCase();
  const local = guestAddress.replace('@', '_').replace(/[^a-z0-9._-]/g, '_');
  const user = newUser(workspace, customer, {
    primaryEmail: freeAddress(workspace, customer, `${local}@${customer.primaryDomain}`, {
      field: 'primary_guest_email',
    }),
    profile: {
      name: withName(withName({}, 'givenName', guestAddress.split('@')[0]!), 'familyName', 'Guest'),
      isGuestUser: true,
      guestAccountInfo: { primaryGuestEmail: guestAddress },
      isMailboxSetup: false,
    },
  });
  user.servicesOff = ['calendar', 'gmail'];
  return addUser(workspace, caller, user);
};

const change =
  (keepsLists: boolean): ApiMethod =>
  (request, caller, workspace) => {
    const { directory } = workspace.state;
    requireSomePrivilege(workspace, caller);
    const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
    requireMayChange(workspace, caller, 'USERS_RETRIEVE', user);
    requireCreationComplete(workspace, user);
    const changes = planUserChanges(request.body ?? {}, { workspace, user, keepsLists });
    for (const { privilege } of changes) requireMayChange(workspace, caller, privilege, user);
    if (changes.length > 0) {
      changeUser(directory, user, () => changes.forEach(({ apply }) => apply(user)));
      const events = changes.flatMap(({ events }) => events);
      writeAdminLog(workspace, caller, user.customerId, events);
    }
    return userResource(directory, user);
  };

/** A caller who may change nothing learns nothing, not even who exists. */
function requireSomePrivilege(workspace: Workspace, caller: Caller): void {
  if (!hasPrivilege(workspace, caller, 'USERS_RETRIEVE')) throw notAuthorized();
}

export const userWriting: ApiMethods = {
  'directory.users.insert': insert,
  'directory.users.createGuest': createGuest,
  'directory.users.update': change(false),
  'directory.users.patch': change(true),
};
