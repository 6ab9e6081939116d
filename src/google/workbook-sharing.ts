/** Sharing of the organization's workbook. `drive.file` lets the app share the file that it created. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { drivePermissions, driveFiles } from './advanced';
import { call } from './call';
import { aboutDrive } from './sheet-tabs';

interface Permission {
  readonly id?: string;
  readonly emailAddress?: string;
  readonly role?: string;
}

/**
 * Lets somebody edit the workbook, without a notification from Google. Whoever already can is left alone.
 *
 * @see https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create
 */
export function shareWorkbook(id: string, email: string): Result<null, Failure> {
  const found = permissionOf(id, email);
  if (!found.ok) return found;
  if (found.value !== null && CAN_EDIT.includes(found.value.role ?? '')) return ok(null);
  return call(() => {
    drivePermissions().create({ type: 'user', role: 'writer', emailAddress: email }, id, {
      sendNotificationEmail: false,
      fields: 'id',
    });
    return null;
  }, aboutDrive(id));
}

const CAN_EDIT: readonly string[] = ['owner', 'organizer', 'fileOrganizer', 'writer'];

/** Undoes `shareWorkbook`. The owner keeps the file. */
export function unshareWorkbook(id: string, email: string): Result<null, Failure> {
  const found = permissionOf(id, email);
  if (!found.ok) return found;
  const { id: permissionId, role } = found.value ?? {};
  if (permissionId === undefined || role === 'owner') return ok(null);
  return call(() => {
    drivePermissions().remove(id, permissionId);
    return null;
  }, aboutDrive(id));
}

function permissionOf(id: string, email: string): Result<Permission | null, Failure> {
  const listed = call(
    () =>
      drivePermissions().list(id, {
        pageSize: 100,
        fields: 'permissions(id,emailAddress,role)',
      }) as { readonly permissions?: readonly Permission[] },
    aboutDrive(id),
  );
  if (!listed.ok) return listed;
  const all = listed.value.permissions ?? [];
  return ok(all.find((one) => one.emailAddress?.toLowerCase() === email.toLowerCase()) ?? null);
}

/** Fails with `workbook-in-trash`, and with `workbook-gone` when it was deleted for good or this account may not see it. */
export function workbookInPlace(id: string): Result<null, Failure> {
  const file = call(
    () => driveFiles().get(id, { fields: 'trashed' }) as { readonly trashed?: boolean },
    aboutDrive(id),
  );
  if (!file.ok)
    return file.failure.kind === 'not-found' || file.failure.kind === 'forbidden'
      ? fail({ kind: 'workbook-gone', workbook: id })
      : file;
  return file.value.trashed === true ? fail({ kind: 'workbook-in-trash', workbook: id }) : ok(null);
}
