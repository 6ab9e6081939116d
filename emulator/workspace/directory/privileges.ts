import type { Caller, UserPrincipal } from '../caller';
import { GoogleError } from '../google-error';
import type { Workspace } from '../workspace';
import { isInOrgUnit } from './org-unit-path';
import { placesOf, privilegeKey } from './privilege-tree';
import { assignmentsOf } from './role-holders';
import { findRole } from './system-roles';
import type { DirectoryState, RoleAssignmentRecord, UserRecord } from '../state/directory';

/**
 * How long a granted or withdrawn role takes to take effect: Google says "up to 24 hours".
 * @see https://knowledge.workspace.google.com/admin/users/make-a-user-an-admin
 */
export const ROLE_CHANGE_LAG_MS = 24 * 60 * 60 * 1000;

/** Who a privilege lets somebody act on: everybody in an organization, the people in some org units, or nobody. */
export type Reach =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'org-units'; readonly paths: readonly string[] }
  | { readonly kind: 'nobody' };

const EVERYBODY: Reach = { kind: 'everybody' };
const NOBODY: Reach = { kind: 'nobody' };

type Who = Caller | UserPrincipal;

const principalOf = (who: Who): Caller['principal'] => ('principal' in who ? who.principal : who);

/** Whether somebody is a super administrator. */
export function isSuperAdmin(workspace: Workspace, who: Who): boolean {
  const principal = principalOf(who);
  return principal.kind === 'user' && superAdmin(workspace.state.directory, principal.userId);
}

/** Whether somebody holds a role other than super administrator, directly or through a group. */
export function isDelegatedAdmin(workspace: Workspace, who: Who): boolean {
  const principal = principalOf(who);
  const id = principal.kind === 'user' ? principal.userId : principal.uniqueId;
  return holdsRole(workspace.state.directory, id);
}

/** The same for a user's id. @see isDelegatedAdmin */
export const holdsRole = (directory: DirectoryState, userId: string): boolean =>
  assignmentsOf(directory, userId).some(({ removedAt }) => removedAt === undefined) &&
  !superAdmin(directory, userId);

/** The reach of one organization's privilege in these hands. */
export function reachOf(
  workspace: Workspace,
  who: Who,
  privilegeName: string,
  customerId: string,
): Reach {
  const { directory } = workspace.state;
  const principal = principalOf(who);
  if (principal.kind === 'user' && principal.customerId !== customerId) return NOBODY;
  const id = principal.kind === 'user' ? principal.userId : principal.uniqueId;
  if (superAdmin(directory, id)) return EVERYBODY;
  const paths: string[] = [];
  for (const assignment of assignmentsOf(directory, id)) {
    if (assignment.customerId !== customerId || !isInForce(workspace, assignment)) continue;
    const granted = grants(directory, assignment, privilegeName);
    if (granted === 'everybody') return EVERYBODY;
    if (granted) paths.push(granted.path);
  }
  return paths.length > 0 ? { kind: 'org-units', paths } : NOBODY;
}

/**
 * Whether somebody may do what a privilege names: in their own organization at all, or to one user. Super administrators
 * may do everything; others by their roles, limited to an org unit and those below it where the assignment says so.
 */
export function hasPrivilege(
  workspace: Workspace,
  who: Who,
  privilegeName: string,
  onUser?: UserRecord,
): boolean {
  const customers = onUser ? [onUser.customerId] : customersOf(workspace, who);
  return customers.some((customerId) => {
    const reach = reachOf(workspace, who, privilegeName, customerId);
    return onUser ? reaches(reach, onUser) : reach.kind !== 'nobody';
  });
}

/** Refuses a caller who lacks a privilege. @throws GoogleError 403 `forbidden` */
export function requirePrivilege(
  workspace: Workspace,
  who: Who,
  privilegeName: string,
  onUser?: UserRecord,
): void {
  if (!hasPrivilege(workspace, who, privilegeName, onUser)) throw notAuthorized();
}

/** The refusal of a caller who is not an administrator, or lacks the privilege. */
export const notAuthorized = (): GoogleError =>
  new GoogleError(403, 'forbidden', 'Not Authorized to access this resource/api');

export const reaches = (reach: Reach, { orgUnitPath }: UserRecord): boolean =>
  reach.kind === 'everybody' ||
  (reach.kind === 'org-units' && reach.paths.some((path) => isInOrgUnit(orgUnitPath, path)));

/** The organizations somebody belongs to; for a service account, those that gave it a role. */
function customersOf(workspace: Workspace, who: Who): readonly string[] {
  const principal = principalOf(who);
  if (principal.kind === 'user') return principal.customerId === null ? [] : [principal.customerId];
  return assignmentsOf(workspace.state.directory, principal.uniqueId).map(
    ({ customerId }) => customerId,
  );
}

const superAdmin = (directory: DirectoryState, userId: string): boolean => {
  const user = directory.users[userId];
  return user !== undefined && user.isAdmin && user.deletionTime === undefined;
};

/** How much of a privilege an assignment grants: everything, one org unit, or nothing. */
function grants(
  directory: DirectoryState,
  { customerId, roleId, scopeType, orgUnitId }: RoleAssignmentRecord,
  privilegeName: string,
): 'everybody' | { readonly path: string } | null {
  const role = findRole(directory, customerId, roleId);
  const place = placesOf(privilegeName).find(({ grantedBy }) =>
    role?.rolePrivileges.some((held) =>
      grantedBy.has(privilegeKey(held.serviceId, held.privilegeName)),
    ),
  );
  if (!place) return null;
  if (scopeType === 'CUSTOMER') return 'everybody';
  const unit = directory.orgUnits[`id:${orgUnitId}`];
  return place.privilege.isOuScopable && unit ? { path: unit.orgUnitPath } : null;
}

function isInForce(
  { settings, clock }: Workspace,
  { since, removedAt }: RoleAssignmentRecord,
): boolean {
  if (settings.propagation === 'immediate') return removedAt === undefined;
  const now = clock.now();
  return (
    now - since >= ROLE_CHANGE_LAG_MS &&
    (removedAt === undefined || now - removedAt < ROLE_CHANGE_LAG_MS)
  );
}
