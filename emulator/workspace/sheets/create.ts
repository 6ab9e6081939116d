import type { ApiMethod } from '../api-method';
import { callingAccount } from '../drive/account';
import { grantFileAccess } from '../drive/app-access';
import { auditAccess } from '../drive/audit';
import { addFile, newFileId, rootOf } from '../drive/files';
import { SPREADSHEET } from '../drive/mime-types';
import { answerFields } from './answer-fields';
import { addSpreadsheet, removeSpreadsheet } from '../spreadsheet/spreadsheets';
import { requestsFor } from './create-content';
import { applyRequests } from './apply-requests';
import { spreadsheetResource } from './spreadsheet-resource';

/** `sheets.spreadsheets.create`: into the caller's My Drive. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/create */
export const createSpreadsheet: ApiMethod = (request, caller, workspace) => {
  const me = callingAccount(caller);
  const body = request.body ?? {};
  const title = (body['properties'] as { title?: string } | undefined)?.title;
  const id = newFileId(workspace, true);
  const parentId = rootOf(workspace, me);
  const file = addFile(workspace, me, {
    id,
    name: title ?? 'Untitled spreadsheet',
    mimeType: SPREADSHEET,
    parentId,
  });
  try {
    addSpreadsheet(workspace, id, body);
    applyRequests(
      workspace,
      caller,
      id,
      requestsFor(workspace.state.sheets.spreadsheets[id]!, body),
    );
  } catch (error) {
    delete workspace.state.drive.files[id];
    removeSpreadsheet(workspace, id);
    throw error;
  }
  grantFileAccess(workspace, { clientId: caller.clientId, userId: me.id, fileId: id });
  auditAccess(workspace, caller, file, 'create');
  const spreadsheet = workspace.state.sheets.spreadsheets[id]!;
  return answerFields(request, spreadsheetResource(workspace, caller, { file, spreadsheet }, {}));
};
