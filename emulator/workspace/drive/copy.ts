import { requiredParam, type ApiMethod } from '../api-method';
import type { Workspace } from '../workspace';
import { copySpreadsheet } from '../spreadsheet/spreadsheets';
import { requireFile, roleOf } from './access';
import { callingAccount, type Account } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { auditAccess } from './audit';
import { capabilities } from './capabilities';
import { newRevision } from './content';
import { newFile } from './create';
import { GoogleError } from '../google-error';
import { fileResource } from './file-resource';
import { SPREADSHEET } from './mime-types';
import type { DriveFile } from '../state/drive';
import { refuseOutputOnly } from './written-fields';

/** `drive.files.copy`: the content and the description, not the sharing. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/copy */
export const copyFile: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  const body = request.body ?? {};
  refuseOutputOnly(body);
  const source = requireFile(workspace, caller, requiredParam(request, 'fileId'), {
    role: 'reader',
    reach: 'drive.download',
  });
  const me = callingAccount(caller);
  if (!capabilities(source, roleOf(workspace, source, me)!)['canCopy'])
    throw new GoogleError(403, 'cannotCopyFile', 'This file cannot be copied by the user.');
  const copy = newFile(workspace, caller, {
    body: { properties: source.properties, ...body },
    name: typeof body['name'] === 'string' ? body['name'] : `Copy of ${source.name}`,
    mimeType: source.mimeType,
  });
  copyContent(workspace, source, copy, me);
  auditAccess(workspace, caller, copy, 'copy');
  return fileResource(workspace, caller, copy, fields);
};

function copyContent(workspace: Workspace, source: DriveFile, copy: DriveFile, by: Account): void {
  if (source.mimeType === SPREADSHEET) copySpreadsheet(workspace, source.id, copy.id);
  const head = source.revisions.at(-1);
  if (head?.content !== undefined)
    copy.revisions.push(newRevision(workspace, by, copy, head.content));
  Object.assign(copy.kept, structuredClone(source.kept));
}
