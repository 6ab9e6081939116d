import { GoogleError } from '../google-error';
import type { ApiMethod, ApiRequest, JsonObject } from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { requireFile } from './access';
import { callingAccount } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { grantFileAccess } from './app-access';
import { auditAccess } from './audit';
import { fillNewFile } from './content';
import { badRequest } from './errors';
import { fileResource } from './file-resource';
import { addFile, newFileId, rootOf } from './files';
import { resolveId } from './get';
import { FOLDER, isGoogleType } from './mime-types';
import type { DriveFile } from '../state/drive';
import { applyMetadata, instantOf, refuseOutputOnly } from './written-fields';

/** `drive.files.create` @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/create */
export const createFile: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  const body = request.body ?? {};
  refuseOutputOnly(body);
  const file = newFile(workspace, caller, {
    body,
    name: typeof body['name'] === 'string' ? body['name'] : 'Untitled',
    mimeType: mimeTypeOf(body, request),
  });
  try {
    fillNewFile(workspace, file, callingAccount(caller), request.media);
  } catch (error) {
    delete workspace.state.drive.files[file.id];
    throw error;
  }
  auditAccess(workspace, caller, file, request.media ? 'upload' : 'create');
  return fileResource(workspace, caller, file, fields);
};

/** Adds a file of the caller's to the folder that the body names, and gives the creating application access to it. */
export function newFile(
  workspace: Workspace,
  caller: Caller,
  {
    body,
    name,
    mimeType,
  }: { readonly body: JsonObject; readonly name: string; readonly mimeType: string },
): DriveFile {
  const me = callingAccount(caller);
  const parentId = parentFor(workspace, caller, body);
  const id = givenId(workspace, body) ?? newFileId(workspace, isGoogleType(mimeType));
  const draft = addFile(workspace, me, { id, name, mimeType, parentId });
  try {
    applyMetadata(draft, body, caller);
  } catch (error) {
    delete workspace.state.drive.files[id];
    throw error;
  }
  const modified = instantOf(body, 'modifiedTime');
  if (modified !== undefined) draft.modifiedTime = modified;
  grantFileAccess(workspace, { clientId: caller.clientId, userId: me.id, fileId: id });
  return draft;
}

function mimeTypeOf(body: JsonObject, { media }: ApiRequest): string {
  const given = body['mimeType'];
  if (typeof given === 'string' && given !== '') return given;
  return media?.contentType.split(';')[0]!.trim() ?? 'application/octet-stream';
}

function parentFor(workspace: Workspace, caller: Caller, body: JsonObject): string {
  const given = body['parents'];
  if (!Array.isArray(given) || given.length === 0) return rootOf(workspace, callingAccount(caller));
  if (given.length > 1)
    throw new GoogleError(
      403,
      'multipleParentsNotAllowed',
      'A file cannot be created with multiple parents.',
    );
  return requireFolder(workspace, caller, String(given[0])).id;
}

/** A folder to which the caller may add files. */
export function requireFolder(workspace: Workspace, caller: Caller, id: string): DriveFile {
  const me = callingAccount(caller);
  const root = rootOf(workspace, me);
  const resolved = resolveId(workspace, caller, id);
  if (resolved === root) return workspace.state.drive.files[root]!;
  const folder = requireFile(workspace, caller, resolved, { role: 'writer', reach: 'drive.write' });
  if (folder.mimeType !== FOLDER)
    throw new GoogleError(403, 'parentNotAFolder', 'The specified parent is not a folder.');
  return folder;
}

function givenId({ state }: Workspace, body: JsonObject): string | undefined {
  const { id } = body;
  if (typeof id !== 'string') return undefined;
  if (!/^[\w-]{19,}$/.test(id)) throw badRequest('The provided file ID is not usable.');
  if (state.drive.files[id])
    throw new GoogleError(409, 'fileIdInUse', 'A file already exists with the provided ID.');
  return id;
}
