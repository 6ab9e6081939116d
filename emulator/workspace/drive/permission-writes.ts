import {
  flagParam,
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiRequest,
} from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { isFor, requireFile, roleOf } from './access';
import { callingAccount, findAccount, type Account } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { auditSharing, visibilityOf } from './audit';
import { mayShare } from './capabilities';
import { forbidden, insufficientRole, invalidSharing } from './errors';
import { selectFields } from './field-mask';
import { ownerIdOf, touchFile } from './files';
import { expirationIn, permissionOf, roleIn } from './permission-input';
import { refuseAdminAccess, requireHeld } from './permission-reads';
import { permissionResource } from './permission-resource';
import { mailSharing } from './sharing-mail';
import type { DriveFile, PermissionRecord, Role } from '../state/drive';

/** `drive.permissions.create` @see https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create */
export const createPermission: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  const file = sharableFile(workspace, caller, request);
  const permission = permissionOf(workspace, request.body ?? {});
  const notify = notifies(request, permission);
  if (permission.role === 'owner')
    requireTransfer(workspace, request, caller, { file, permission });
  const old = file.permissions.find(({ id }) => id === permission.id);
  const kept = old?.role === 'owner' ? old : permission;
  setPermission(workspace, caller, file, kept);
  if (notify)
    mailSharing(workspace, file, callingAccount(caller), {
      permission,
      message: textParam(request, 'emailMessage'),
    });
  return selectFields(
    permissionResource(workspace, { permission: kept, inheritedFrom: null }),
    fields,
  );
};

/** `drive.permissions.update`: the role, or when it ends. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/update */
export const updatePermission: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  const file = sharableFile(workspace, caller, request);
  const body = request.body ?? {};
  const { permission: old } = requireHeld(workspace, file, requiredParam(request, 'permissionId'));
  const role = body['role'] === undefined ? old.role : roleIn(body);
  if (old.role === 'owner' && role !== 'owner') throw insufficientRole();
  const permission: PermissionRecord = { ...old, role };
  const expirationTime = expirationIn(workspace, body);
  if (expirationTime !== undefined) permission.expirationTime = expirationTime;
  if (flagParam(request, 'removeExpiration')) delete permission.expirationTime;
  if (role === 'owner' && old.role !== 'owner')
    requireTransfer(workspace, request, caller, { file, permission });
  setPermission(workspace, caller, file, permission);
  return selectFields(permissionResource(workspace, { permission, inheritedFrom: null }), fields);
};

/** `drive.permissions.delete`: by whoever may share, or by the person it was given to. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/delete */
export const deletePermission: ApiMethod = (request, caller, workspace) => {
  refuseAdminAccess(request);
  const me = callingAccount(caller);
  const file = requireFile(workspace, caller, requiredParam(request, 'fileId'), {
    role: 'reader',
    reach: 'drive.write',
  });
  const { permission, inheritedFrom } = requireHeld(
    workspace,
    file,
    requiredParam(request, 'permissionId'),
  );
  const ownAccess = permission.accountId === me.id;
  if (permission.role === 'owner' || inheritedFrom !== null) throw insufficientRole();
  if (!ownAccess && !mayShare(file, roleOf(workspace, file, me)!)) throw insufficientRole();
  removePermission(workspace, caller, file, permission);
  return undefined;
};

function sharableFile(workspace: Workspace, caller: Caller, request: ApiRequest): DriveFile {
  refuseAdminAccess(request);
  const file = requireFile(workspace, caller, requiredParam(request, 'fileId'), {
    role: 'writer',
    reach: 'drive.write',
  });
  if (!mayShare(file, roleOf(workspace, file, callingAccount(caller))!)) throw insufficientRole();
  return file;
}

/** People and groups are notified by mail unless the caller declines; an address without an account must be notified. */
function notifies(
  request: ApiRequest,
  { type, role, accountId, emailAddress }: PermissionRecord,
): boolean {
  if (type !== 'user' && type !== 'group') return false;
  const silent = request.params['sendNotificationEmail'] === false;
  if (silent && type === 'user' && accountId === undefined)
    throw invalidSharing(
      `You are trying to invite ${emailAddress}. Since there is no Google account associated with this email address, you must check the "Notify people" box to invite this recipient.`,
    );
  return !silent || role === 'owner';
}

function requireTransfer(
  workspace: Workspace,
  request: ApiRequest,
  caller: Caller,
  { file, permission }: { readonly file: DriveFile; readonly permission: PermissionRecord },
): void {
  if (!flagParam(request, 'transferOwnership'))
    throw forbidden(
      "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
      'transferOwnership',
    );
  if (ownerIdOf(file) !== callingAccount(caller).id) throw insufficientRole();
  const to = permission.accountId && findAccount(workspace, permission.accountId);
  const from = callingAccount(caller);
  if (!to || to.customerId === null || to.customerId !== from.customerId)
    throw forbidden('Consent is required to transfer ownership of a file to another user.');
}

function setPermission(
  workspace: Workspace,
  caller: Caller,
  file: DriveFile,
  permission: PermissionRecord,
): void {
  const oldVisibility = visibilityOf(workspace, file);
  const at = file.permissions.findIndex(({ id }) => id === permission.id);
  const before: Role | 'none' = file.permissions[at]?.role ?? 'none';
  if (permission.role === 'owner') demoteOwner(file, permission);
  if (at >= 0) file.permissions[at] = permission;
  else file.permissions.push(permission);
  if (permission.accountId !== undefined && before === 'none')
    noteSharing(workspace, file, permission.accountId, callingAccount(caller));
  touchFile(workspace, file);
  auditSharing(workspace, caller, file, {
    permission,
    before,
    after: permission.role,
    oldVisibility,
  });
}

/** A person who gives a file away stays a writer. */
function demoteOwner(file: DriveFile, { id }: PermissionRecord): void {
  for (const permission of file.permissions) {
    if (permission.role === 'owner' && permission.id !== id) permission.role = 'writer';
  }
}

function noteSharing(workspace: Workspace, file: DriveFile, accountId: string, by: Account): void {
  const theirs = (file.perAccount[accountId] ??= {});
  theirs.sharedTime = workspace.clock.now();
  theirs.sharedByAccountId = by.id;
}

function removePermission(
  workspace: Workspace,
  caller: Caller,
  file: DriveFile,
  permission: PermissionRecord,
): void {
  const { drive } = workspace.state;
  const oldVisibility = visibilityOf(workspace, file);
  const reached = Object.keys(file.perAccount).flatMap((id) => findAccount(workspace, id) ?? []);
  const before = reached.filter((account) => isFor(workspace, permission, account));
  file.permissions = file.permissions.filter(({ id }) => id !== permission.id);
  touchFile(workspace, file);
  const lost = before.filter((account) => roleOf(workspace, file, account) === null);
  if (lost.length > 0)
    drive.removals.push({
      changeId: ++drive.lastChangeId,
      fileId: file.id,
      at: workspace.clock.now(),
      accountIds: lost.map(({ id }) => id),
    });
  auditSharing(workspace, caller, file, {
    permission,
    before: permission.role,
    after: 'none',
    oldVisibility,
  });
}
