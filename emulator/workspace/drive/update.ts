import {
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { requireFile, roleOf } from './access';
import { callingAccount } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { auditAccess } from './audit';
import { replaceContent } from './content';
import { requireFolder } from './create';
import { badRequest, insufficientRole } from './errors';
import { fileResource } from './file-resource';
import { parentOf, touchContent, touchFile } from './files';
import { resolveId } from './get';
import type { DriveFile } from '../state/drive';
import { applyMetadata, instantOf, refuseOutputOnly } from './written-fields';

/** `drive.files.update` @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/update */
export const updateFile: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  const body = request.body ?? {};
  refuseOutputOnly(body);
  const file = fileToUpdate(workspace, caller, request, body);
  const me = callingAccount(caller);
  const parentId = newParent(workspace, caller, request, file);
  describe(workspace, caller, file, body);
  if (request.media) {
    replaceContent(workspace, file, me, request.media);
    auditAccess(workspace, caller, file, 'edit');
  }
  move(workspace, caller, file, parentId);
  if (typeof body['starred'] === 'boolean') star(workspace, file, me.id, body['starred']);
  if (typeof body['trashed'] === 'boolean') trash(workspace, caller, file, body['trashed']);
  if (request.media || Object.keys(body).some((name) => !STANDING.has(name)))
    touchContent(workspace, file, me, instantOf(body, 'modifiedTime'));
  return fileResource(workspace, caller, file, fields);
};

/** Fields that can change without the file counting as modified. */
const STANDING: ReadonlySet<string> = new Set([
  'kind',
  'id',
  'starred',
  'trashed',
  'viewedByMeTime',
  'properties',
  'appProperties',
  'writersCanShare',
]);

/** Requires the role for an update: a reader may star; a writer may change; only the owner may trash. */
function fileToUpdate(
  workspace: Workspace,
  caller: Caller,
  request: ApiRequest,
  body: JsonObject,
): DriveFile {
  const starsOnly = Object.keys(body).length === 1 && 'starred' in body && !request.media;
  const describes = request.media === undefined;
  const file = requireFile(
    workspace,
    caller,
    resolveId(workspace, caller, requiredParam(request, 'fileId')),
    {
      role: starsOnly ? 'reader' : 'writer',
      reach: describes ? 'drive.describe' : 'drive.write',
    },
  );
  const owner = roleOf(workspace, file, callingAccount(caller)) === 'owner';
  if (!owner && (typeof body['trashed'] === 'boolean' || 'writersCanShare' in body))
    throw insufficientRole();
  return file;
}

function describe(workspace: Workspace, caller: Caller, file: DriveFile, body: JsonObject): void {
  const oldName = file.name;
  applyMetadata(file, body, caller);
  if (typeof body['mimeType'] === 'string' && body['mimeType'] !== file.mimeType)
    file.mimeType = body['mimeType'];
  if (file.name !== oldName)
    auditAccess(workspace, caller, file, {
      name: 'rename',
      parameters: [
        { name: 'old_value', multiValue: [oldName] },
        { name: 'new_value', multiValue: [file.name] },
      ],
    });
  touchFile(workspace, file);
}

function star(workspace: Workspace, file: DriveFile, accountId: string, starred: boolean): void {
  (file.perAccount[accountId] ??= {}).starred = starred;
  touchFile(workspace, file);
}

function trash(workspace: Workspace, caller: Caller, file: DriveFile, trashed: boolean): void {
  if (file.explicitlyTrashed === trashed) return;
  file.explicitlyTrashed = trashed;
  touchFile(workspace, file);
  auditAccess(workspace, caller, file, trashed ? 'trash' : 'untrash');
}

/** The file's folder after this call. */
function newParent(
  workspace: Workspace,
  caller: Caller,
  request: ApiRequest,
  file: DriveFile,
): string | null {
  const added = idsOf(request, 'addParents');
  const removed = idsOf(request, 'removeParents').map((id) => resolveId(workspace, caller, id));
  if (added.length > 1) throw badRequest('A file may have one parent only.');
  if (added[0] === undefined)
    return file.parentId !== null && removed.includes(file.parentId) ? null : file.parentId;
  const folder = requireFolder(workspace, caller, added[0]);
  if (isInside(workspace, folder, file))
    throw badRequest('Cannot add a parent that would create a cycle in the directory graph.');
  return folder.id;
}

function move(
  workspace: Workspace,
  caller: Caller,
  file: DriveFile,
  parentId: string | null,
): void {
  const source = file.parentId;
  if (parentId === source) return;
  file.parentId = parentId;
  touchFile(workspace, file);
  auditAccess(workspace, caller, file, {
    name: 'move',
    parameters: [
      ...folderParameters(workspace, 'source', source),
      ...folderParameters(workspace, 'destination', parentId),
    ],
  });
}

function folderParameters(
  { state: { drive } }: Workspace,
  which: 'source' | 'destination',
  id: string | null,
): { name: string; value: string }[] {
  if (id === null) return [];
  return [
    { name: `${which}_folder_id`, value: id },
    { name: `${which}_folder_title`, value: drive.files[id]?.name ?? '' },
  ];
}

function isInside({ state: { drive } }: Workspace, folder: DriveFile, file: DriveFile): boolean {
  for (let at: DriveFile | undefined = folder; at; at = parentOf(drive.files, at)) {
    if (at.id === file.id) return true;
  }
  return false;
}

const idsOf = (request: ApiRequest, name: string): string[] =>
  (textParam(request, name) ?? '').split(',').filter((id) => id !== '');
