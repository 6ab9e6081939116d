import { createHash } from 'node:crypto';
import { isoInstant } from '../../kit/clock';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { permissionsOf, roleOf } from './access';
import { callingAccount, findAccount, userResource, type Account } from './account';
import { appReaches, hasFileAccess } from './app-access';
import { capabilities, mayShare } from './capabilities';
import { isMeant, selectFields, type FieldTree } from './field-mask';
import { isTrashed, ownerIdOf, parentOf } from './files';
import { FOLDER, isGoogleType, SPREADSHEET } from './mime-types';
import { permissionResource } from './permission-resource';
import type { DriveFile, Role } from '../state/drive';

/** The File resource as one caller sees it, with only the selected fields. Costly ones are built only when selected. */
export function fileResource(
  workspace: Workspace,
  caller: Caller,
  file: DriveFile,
  fields: FieldTree,
): object {
  const me = callingAccount(caller);
  const role = roleOf(workspace, file, me) ?? 'reader';
  const more = fields === true || [...fields.keys()].some((name) => !BASIC.has(name));
  const resource: Record<string, unknown> = {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(more && { ...described(workspace, caller, file), ...personal(workspace, file, me) }),
  };
  if (isMeant(fields, 'capabilities')) resource['capabilities'] = capabilities(file, role);
  if (isMeant(fields, 'permissions') || isMeant(fields, 'permissionIds'))
    Object.assign(resource, sharing(workspace, file, role));
  if (more && !isGoogleType(file.mimeType)) Object.assign(resource, binary(file));
  return selectFields(resource, fields);
}

/** Fields that cost nothing. */
const BASIC = new Set(['kind', 'id', 'name', 'mimeType']);

function described(workspace: Workspace, caller: Caller, file: DriveFile): object {
  const { drive } = workspace.state;
  const appProperties = file.appProperties[caller.clientId];
  const parent = parentOf(drive.files, file);
  const me = callingAccount(caller);
  const seesParent =
    parent !== undefined &&
    roleOf(workspace, parent, me) !== null &&
    (parent.parentId === null || appReaches(workspace, caller, parent.id, 'drive.read'));
  return {
    ...structuredClone(file.kept),
    ...(file.description !== undefined && { description: file.description }),
    trashed: isTrashed(workspace, file),
    explicitlyTrashed: file.explicitlyTrashed,
    ...(seesParent && { parents: [parent.id] }),
    ...(Object.keys(file.properties).length > 0 && { properties: { ...file.properties } }),
    ...(appProperties && { appProperties: { ...appProperties } }),
    spaces: ['drive'],
    version: String(file.version),
    ...links(file),
    createdTime: isoInstant(file.createdTime),
    modifiedTime: isoInstant(file.modifiedTime),
    owners: [person(workspace, ownerIdOf(file), me)].filter(Boolean),
    lastModifyingUser: person(workspace, file.lastModifyingAccountId, me),
    shared: permissionsOf(workspace, file).length > 1,
    ownedByMe: ownerIdOf(file) === me.id,
    viewersCanCopyContent: !file.copyRequiresWriterPermission,
    copyRequiresWriterPermission: file.copyRequiresWriterPermission,
    writersCanShare: file.writersCanShare,
    hasThumbnail: false,
    thumbnailVersion: '0',
    quotaBytesUsed: String(bytesOf(file)),
    isAppAuthorized: hasFileAccess(workspace, {
      clientId: caller.clientId,
      userId: me.id,
      fileId: file.id,
    }),
    linkShareMetadata: { securityUpdateEligible: false, securityUpdateEnabled: true },
  };
}

/** The fields that depend on the caller. */
function personal(workspace: Workspace, file: DriveFile, me: Account): object {
  const mine = file.perAccount[me.id] ?? {};
  const sharedBy = mine.sharedByAccountId;
  return {
    starred: mine.starred === true,
    viewedByMe: mine.viewedTime !== undefined,
    ...(mine.viewedTime !== undefined && { viewedByMeTime: isoInstant(mine.viewedTime) }),
    modifiedByMe: mine.modifiedTime !== undefined,
    ...(mine.modifiedTime !== undefined && { modifiedByMeTime: isoInstant(mine.modifiedTime) }),
    ...(mine.sharedTime !== undefined && { sharedWithMeTime: isoInstant(mine.sharedTime) }),
    ...(sharedBy !== undefined && { sharingUser: person(workspace, sharedBy, me) }),
  };
}

function sharing(workspace: Workspace, file: DriveFile, role: Role): object {
  if (!mayShare(file, role)) return {};
  const held = permissionsOf(workspace, file);
  return {
    permissions: held.map((one) => permissionResource(workspace, one)),
    permissionIds: held.map(({ permission: { id } }) => id),
  };
}

function links({ id, mimeType }: DriveFile): object {
  const icon = `https://drive-thirdparty.googleusercontent.com/16/type/${mimeType}`;
  return { webViewLink: webViewLink(id, mimeType), iconLink: icon };
}

const webViewLink = (id: string, mimeType: string): string =>
  mimeType === SPREADSHEET
    ? `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`
    : mimeType === FOLDER
      ? `https://drive.google.com/drive/folders/${id}`
      : `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;

/** The fields of files with bytes of their own. */
function binary(file: DriveFile): object {
  const head = file.revisions.at(-1);
  const bytes = Buffer.from(head?.content ?? '', 'base64');
  const extension = /\.([^.]+)$/.exec(file.name)?.[1];
  return {
    size: String(bytes.length),
    md5Checksum: checksum('md5', bytes),
    sha1Checksum: checksum('sha1', bytes),
    sha256Checksum: checksum('sha256', bytes),
    ...(head && { headRevisionId: head.id, originalFilename: head.originalFilename ?? file.name }),
    ...(extension !== undefined && { fileExtension: extension, fullFileExtension: extension }),
    webContentLink: `https://drive.google.com/uc?id=${file.id}&export=download`,
  };
}

export const checksum = (algorithm: string, bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest('hex');

const bytesOf = (file: DriveFile): number =>
  file.revisions.reduce((sum, { content = '' }) => sum + Buffer.byteLength(content, 'base64'), 0);

const person = (workspace: Workspace, accountId: string, me: Account): object | undefined => {
  const account = findAccount(workspace, accountId);
  return account && userResource(workspace, account, me);
};
