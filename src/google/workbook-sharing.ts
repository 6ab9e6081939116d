/** Sharing of the organization's workbook. `drive.file` lets the app share the file that it created. */
import type { Failure } from '../kit/failure';
import { readAll } from '../kit/pages';
import { fail, ok, type Result } from '../kit/result';
import { drivePermissions, driveFiles } from './advanced';
import { call } from './call';
import { aboutDrive } from './sheet-tabs';

interface Permission {
  readonly id?: string;
  readonly emailAddress?: string;
  readonly role?: string;
  /** `user`, `group`, `domain` or `anyone`. */
  readonly type?: string;
  readonly domain?: string;
  readonly deleted?: boolean;
}

/** Who can open a file, as Drive has it. */
export interface FileReaders {
  /** Addresses. */
  readonly people: readonly string[];
  readonly groups: readonly string[];
  /** Everybody in these with the link, or who finds it. */
  readonly domains: readonly string[];
  /** Everybody on the internet who has the link. */
  readonly isPublic: boolean;
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
  const all = permissionsOf(id);
  if (!all.ok) return all;
  return ok(
    all.value.find((one) => one.emailAddress?.toLowerCase() === email.toLowerCase()) ?? null,
  );
}

/** Whoever may read it counts: a reader sees what an editor sees. */
export function workbookReaders(id: string): Result<FileReaders, Failure> {
  const all = permissionsOf(id);
  if (!all.ok) return all;
  const standing = all.value.filter(({ deleted }) => deleted !== true);
  const addresses = (wanted: string): string[] =>
    standing.flatMap(({ type, emailAddress = '' }) =>
      type === wanted && emailAddress !== '' ? [emailAddress.toLowerCase()] : [],
    );
  return ok({
    people: addresses('user'),
    groups: addresses('group'),
    domains: standing.flatMap(({ type, domain = '' }) => (type === 'domain' ? [domain] : [])),
    isPublic: standing.some(({ type }) => type === 'anyone'),
  });
}

const PERMISSION_FIELDS = 'id,emailAddress,role,type,domain,deleted';

function permissionsOf(id: string): Result<readonly Permission[], Failure> {
  const all = readAll((pageToken) => {
    const listed = call(
      () =>
        drivePermissions().list(id, {
          pageSize: 100,
          fields: `nextPageToken,permissions(${PERMISSION_FIELDS})`,
          ...(pageToken !== undefined && { pageToken }),
        }) as { readonly permissions?: readonly Permission[]; readonly nextPageToken?: string },
      aboutDrive(id),
    );
    if (!listed.ok) return listed;
    const { permissions = [], nextPageToken } = listed.value;
    return ok({ items: permissions, nextPageToken, nextSyncToken: undefined });
  });
  return all.ok ? ok(all.value.items) : all;
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
