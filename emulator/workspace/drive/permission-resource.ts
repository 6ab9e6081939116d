import { isoInstant } from '../../kit/clock';
import { findCustomerByDomain, findGroup } from '../directory/accounts';
import type { Workspace } from '../workspace';
import type { HeldPermission } from './access';
import { displayNameOf, findAccount } from './account';
import type { PermissionRecord } from '../state/drive';

/** Drive's Permission resource. */
export function permissionResource(
  workspace: Workspace,
  { permission, inheritedFrom }: HeldPermission,
): object {
  const { id, type, role, domain, allowFileDiscovery, expirationTime } = permission;
  const emailAddress = currentAddress(workspace, permission);
  const displayName = nameOf(workspace, permission, emailAddress);
  return {
    kind: 'drive#permission',
    id,
    type,
    role,
    ...(emailAddress !== undefined && { emailAddress }),
    ...(displayName !== undefined && { displayName }),
    ...(domain !== undefined && { domain }),
    ...(allowFileDiscovery !== undefined && { allowFileDiscovery }),
    ...(expirationTime !== undefined && { expirationTime: isoInstant(expirationTime) }),
    ...((type === 'user' || type === 'group') && { deleted: isGone(workspace, permission) }),
    ...(type === 'user' && { pendingOwner: false }),
    permissionDetails: [
      {
        permissionType: 'file',
        role,
        inherited: inheritedFrom !== null,
        ...(inheritedFrom !== null && { inheritedFrom }),
      },
    ],
  };
}

/** An account's present address: a permission follows a renamed person. */
const currentAddress = (
  workspace: Workspace,
  { accountId, emailAddress }: PermissionRecord,
): string | undefined =>
  (accountId === undefined ? undefined : findAccount(workspace, accountId)?.email) ?? emailAddress;

function nameOf(
  workspace: Workspace,
  { type, domain }: PermissionRecord,
  emailAddress: string | undefined,
): string | undefined {
  const { directory } = workspace.state;
  if (type === 'user') return displayNameOf(workspace, emailAddress!);
  if (type === 'group') return findGroup(directory, emailAddress!)?.name ?? emailAddress;
  if (type === 'domain') return findCustomerByDomain(directory, domain!)?.name ?? domain;
  return undefined;
}

const isGone = (workspace: Workspace, { accountId }: PermissionRecord): boolean =>
  accountId !== undefined && findAccount(workspace, accountId) === undefined;
