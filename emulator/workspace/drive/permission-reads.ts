import { NotEmulated } from '../../kit/not-emulated';
import { flagParam, requiredParam, type ApiMethod, type ApiRequest } from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { permissionsOf, requireFile, roleOf, type HeldPermission } from './access';
import { callingAccount } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { isAtLeast } from './access';
import { insufficientRole, permissionNotFound } from './errors';
import { selectFields } from './field-mask';
import { offsetOf, pageSizeOf } from './list';
import { encodePageToken } from '../page-token';
import { permissionResource } from './permission-resource';
import type { DriveFile } from '../state/drive';

/** `drive.permissions.list`: for those who may change the file. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/list */
export const listPermissions: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  const file = readableFile(workspace, caller, request);
  const pageSize = pageSizeOf(request, 100, 100);
  const offset = offsetOf(request, file.id);
  const held = permissionsOf(workspace, file);
  const page = held.slice(offset, offset + pageSize);
  return selectFields(
    {
      kind: 'drive#permissionList',
      ...(offset + pageSize < held.length && {
        nextPageToken: encodePageToken(file.id, offset + pageSize),
      }),
      permissions: page.map((one) => permissionResource(workspace, one)),
    },
    fields,
  );
};

/** `drive.permissions.get` @see https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/get */
export const getPermission: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  const file = readableFile(workspace, caller, request);
  const held = requireHeld(workspace, file, requiredParam(request, 'permissionId'));
  return selectFields(permissionResource(workspace, held), fields);
};

/** The permission with this id, the file's own or an inherited one. @throws GoogleError 404 */
export function requireHeld(workspace: Workspace, file: DriveFile, id: string): HeldPermission {
  const held = permissionsOf(workspace, file).find(({ permission }) => permission.id === id);
  if (!held) throw permissionNotFound(id);
  return held;
}

function readableFile(workspace: Workspace, caller: Caller, request: ApiRequest): DriveFile {
  refuseAdminAccess(request);
  const file = requireFile(workspace, caller, requiredParam(request, 'fileId'), {
    role: 'reader',
    reach: 'drive.read',
  });
  if (!isAtLeast(roleOf(workspace, file, callingAccount(caller)), 'writer'))
    throw insufficientRole();
  return file;
}

/** @throws NotEmulated for parameters that concern only shared drives. */
export function refuseAdminAccess(request: ApiRequest): void {
  if (flagParam(request, 'useDomainAdminAccess'))
    throw new NotEmulated(
      `${request.methodId} useDomainAdminAccess`,
      'https://developers.google.com/workspace/drive/api/guides/manage-shareddrives',
    );
}
