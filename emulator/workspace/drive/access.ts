import type { Caller } from '../caller';
import { findCustomerByDomain, findGroup } from '../directory/accounts';
import type { GroupRecord } from '../state/directory';
import type { Workspace } from '../workspace';
import { callingAccount, type Account } from './account';
import { appReaches, type Reach } from './app-access';
import { appNotAuthorized, fileNotFound, insufficientRole } from './errors';
import { parentOf } from './files';
import type { DriveFile, PermissionRecord, Role } from '../state/drive';

const RANK: Readonly<Record<Role, number>> = { reader: 1, commenter: 2, writer: 3, owner: 4 };

export const isAtLeast = (role: Role | null, needed: Role): boolean =>
  role !== null && RANK[role] >= RANK[needed];

/** A permission as it applies to a file: its own, or inherited from a folder above it. */
export interface HeldPermission {
  readonly permission: PermissionRecord;
  readonly inheritedFrom: string | null;
}

/** The file's own permissions, then those inherited from its folders. The owner of a folder owns only the folder. */
export function permissionsOf({ state: { drive } }: Workspace, file: DriveFile): HeldPermission[] {
  const held: HeldPermission[] = file.permissions.map((permission) => ({
    permission,
    inheritedFrom: null,
  }));
  for (let at = parentOf(drive.files, file); at; at = parentOf(drive.files, at)) {
    for (const permission of at.permissions) {
      if (permission.role === 'owner') continue;
      if (held.some(({ permission: { id } }) => id === permission.id)) continue;
      held.push({ permission, inheritedFrom: at.id });
    }
  }
  return held;
}

/** The strongest role an account has on a file; null for none. */
export function roleOf(workspace: Workspace, file: DriveFile, account: Account): Role | null {
  let strongest: Role | null = null;
  for (const { permission } of permissionsOf(workspace, file)) {
    if (isAtLeast(strongest, permission.role)) continue;
    if (isFor(workspace, permission, account)) strongest = permission.role;
  }
  return strongest;
}

/** Whether a permission applies to an account at present. */
export function isFor(
  workspace: Workspace,
  permission: PermissionRecord,
  account: Account,
): boolean {
  const { directory } = workspace.state;
  if ((permission.expirationTime ?? Infinity) <= workspace.clock.now()) return false;
  switch (permission.type) {
    case 'anyone':
      return true;
    case 'user':
      return (
        permission.accountId === account.id ||
        (permission.accountId === undefined && permission.emailAddress === account.email)
      );
    case 'domain':
      return (
        account.customerId !== null &&
        findCustomerByDomain(directory, permission.domain!)?.id === account.customerId
      );
    case 'group': {
      const group = findGroup(directory, permission.emailAddress!);
      return group !== undefined && isMember(workspace, group, account, new Set());
    }
  }
}

function isMember(
  workspace: Workspace,
  group: GroupRecord,
  account: Account,
  seen: Set<string>,
): boolean {
  if (seen.has(group.id)) return false;
  seen.add(group.id);
  return group.members.some((member) => {
    if (member.type === 'CUSTOMER') return member.id === account.customerId;
    if (member.type !== 'GROUP') return member.id === account.id || member.email === account.email;
    const inner = workspace.state.directory.groups[member.id];
    return inner !== undefined && isMember(workspace, inner, account, seen);
  });
}

/**
 * The file that a call names, when person and application may do this with it.
 *
 * @param fileId not `root`, which stands for the caller's My Drive: the caller of this function resolves it.
 * @throws GoogleError 404 where the file is hidden from the person or the application; 403 where they may only see it.
 */
export function requireFile(
  workspace: Workspace,
  caller: Caller,
  fileId: string,
  { role, reach }: { readonly role: Role; readonly reach: Reach },
): DriveFile {
  const file = workspace.state.drive.files[fileId];
  const held = file ? roleOf(workspace, file, callingAccount(caller)) : null;
  if (!file || held === null) throw fileNotFound(fileId);
  if (!appReaches(workspace, caller, fileId, reach)) {
    if (appReaches(workspace, caller, fileId, 'drive.read'))
      throw appNotAuthorized(caller.projectNumber, fileId);
    throw fileNotFound(fileId);
  }
  if (!isAtLeast(held, role)) throw insufficientRole();
  return file;
}
