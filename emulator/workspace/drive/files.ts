import { BASE64URL } from '../../kit/random';
import type { Workspace } from '../workspace';
import { permissionIdOf, type Account } from './account';
import { FOLDER } from './mime-types';
import type { DriveFile, PermissionRecord } from '../state/drive';

/** An id in Drive's form: 44 characters for an Editors document, 33 for anything else. */
export const newFileId = (workspace: Workspace, editors: boolean): string =>
  `1${workspace.random.text(editors ? 43 : 32, BASE64URL)}`;

/** The My Drive folder of an account, created when it is first requested. */
export function rootOf(workspace: Workspace, account: Account): string {
  const { drive } = workspace.state;
  const known = drive.roots[account.id];
  if (known !== undefined) return known;
  const id = `0A${workspace.random.text(15, BASE64URL)}PVA`;
  drive.roots[account.id] = id;
  const root = { id, name: 'My Drive', mimeType: FOLDER, parentId: null };
  addFile(workspace, account, root).changeId = BEFORE_ALL_CHANGES;
  return id;
}

/** A My Drive was always there: changes.list does not mention it. */
const BEFORE_ALL_CHANGES = 0;

/** Adds a new file to its owner's Drive. */
export function addFile(
  workspace: Workspace,
  owner: Account,
  parts: Pick<DriveFile, 'id' | 'name' | 'mimeType' | 'parentId'>,
): DriveFile {
  const { drive } = workspace.state;
  const now = workspace.clock.now();
  const file: DriveFile = {
    ...parts,
    explicitlyTrashed: false,
    createdTime: now,
    modifiedTime: now,
    version: 1,
    changeId: ++drive.lastChangeId,
    lastModifyingAccountId: owner.id,
    properties: {},
    appProperties: {},
    permissions: [ownerPermission(owner)],
    writersCanShare: true,
    copyRequiresWriterPermission: false,
    revisions: [],
    perAccount: { [owner.id]: { viewedTime: now, modifiedTime: now } },
    kept: {},
  };
  drive.files[file.id] = file;
  return file;
}

export const ownerPermission = ({ id, email }: Account): PermissionRecord => ({
  id: permissionIdOf(id),
  type: 'user',
  role: 'owner',
  accountId: id,
  emailAddress: email,
});

/** The account id of the owner. */
export const ownerIdOf = (file: DriveFile): string =>
  file.permissions.find(({ role }) => role === 'owner')!.accountId!;

/** Records that something about a file changed: its version rises and changes.list reports it. */
export function touchFile(workspace: Workspace, file: DriveFile): void {
  file.version++;
  file.changeId = ++workspace.state.drive.lastChangeId;
}

/**
 * Records that somebody changed the content or name of a file.
 *
 * @param at milliseconds; the present unless given.
 */
export function touchContent(
  workspace: Workspace,
  file: DriveFile,
  by: Account,
  at = workspace.clock.now(),
): void {
  touchFile(workspace, file);
  file.modifiedTime = at;
  file.lastModifyingAccountId = by.id;
  (file.perAccount[by.id] ??= {}).modifiedTime = at;
}

/** Whether a file was trashed by hand or is in a trashed folder. */
export function isTrashed({ state: { drive } }: Workspace, file: DriveFile): boolean {
  for (let at: DriveFile | undefined = file; at; at = parentOf(drive.files, at)) {
    if (at.explicitlyTrashed) return true;
  }
  return false;
}

export const parentOf = (
  files: Readonly<Record<string, DriveFile>>,
  { parentId }: DriveFile,
): DriveFile | undefined => (parentId === null ? undefined : files[parentId]);
