import { MediaAnswer, requiredParam, textParam, type ApiMethod } from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { requireFile } from './access';
import { callingAccount } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { auditAccess } from './audit';
import { fileNotFound, notDownloadable } from './errors';
import { fileResource } from './file-resource';
import { rootOf } from './files';
import { isGoogleType } from './mime-types';
import type { DriveFile } from '../state/drive';

/** `drive.files.get`: metadata, or the bytes with `alt=media`. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/get */
export const getFile: ApiMethod = (request, caller, workspace) => {
  const id = resolveId(workspace, caller, requiredParam(request, 'fileId'));
  if (textParam(request, 'alt') === 'media') {
    return download(workspace, caller, requireDownload(workspace, caller, id));
  }
  const fields = fieldsOfAnswer(request);
  const mine = id === workspace.state.drive.roots[callingAccount(caller).id];
  const file = mine
    ? workspace.state.drive.files[id]!
    : requireFile(workspace, caller, id, { role: 'reader', reach: 'drive.read' });
  return fileResource(workspace, caller, file, fields);
};

/** The file id that a caller means: `root` is their own My Drive. */
export const resolveId = (workspace: Workspace, caller: Caller, id: string): string =>
  id === 'root' ? rootOf(workspace, callingAccount(caller)) : id;

function requireDownload(workspace: Workspace, caller: Caller, id: string): DriveFile {
  const file = requireFile(workspace, caller, id, { role: 'reader', reach: 'drive.download' });
  if (isGoogleType(file.mimeType)) throw notDownloadable();
  return file;
}

function download(workspace: Workspace, caller: Caller, file: DriveFile): MediaAnswer {
  const head = file.revisions.at(-1);
  if (head?.content === undefined) throw fileNotFound(file.id);
  auditAccess(workspace, caller, file, 'download');
  return new MediaAnswer(file.mimeType, new Uint8Array(Buffer.from(head.content, 'base64')));
}

/**
 * Marks a file as opened by a person in Google's own products: it counts as viewed, and the log records it. API reads do
 * neither.
 */
export function openFile(workspace: Workspace, caller: Caller, fileId: string): void {
  const file = requireFile(workspace, caller, fileId, { role: 'reader', reach: 'drive.read' });
  (file.perAccount[callingAccount(caller).id] ??= {}).viewedTime = workspace.clock.now();
  auditAccess(workspace, caller, file, 'view');
}
