import { requiredParam, type ApiMethod, type JsonObject } from '../api-method';
import { auditAccess } from '../drive/audit';
import { noteEdit, openSpreadsheet } from './access';
import { answerFields } from './answer-fields';
import { applyRequests } from './apply-requests';
import { refusal } from '../spreadsheet/errors';
import { resolveRange } from '../spreadsheet/ranges';
import { spreadsheetResource } from './spreadsheet-resource';

/** `sheets.spreadsheets.batchUpdate`: all requests or none, replies in their order. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate */
export const batchUpdateSpreadsheet: ApiMethod = (request, caller, workspace) => {
  const id = requiredParam(request, 'spreadsheetId');
  const { file } = openSpreadsheet(workspace, caller, id, 'write');
  const body = request.body ?? {};
  const requests = (Array.isArray(body['requests']) ? body['requests'] : []) as JsonObject[];
  if (requests.length === 0) throw refusal('Must specify at least one request.');
  const oldName = file.name;
  const replies = applyRequests(workspace, caller, id, requests);
  noteEdit(workspace, caller, file);
  if (file.name !== oldName)
    auditAccess(workspace, caller, file, {
      name: 'rename',
      parameters: [
        { name: 'old_value', multiValue: [oldName] },
        { name: 'new_value', multiValue: [file.name] },
      ],
    });
  return answerFields(request, {
    spreadsheetId: id,
    replies,
    ...(body['includeSpreadsheetInResponse'] === true && {
      updatedSpreadsheet: readUpdated(workspace, caller, id, body),
    }),
  });
};

function readUpdated(
  workspace: Parameters<ApiMethod>[2],
  caller: Parameters<ApiMethod>[1],
  id: string,
  body: JsonObject,
): JsonObject {
  const open = openSpreadsheet(workspace, caller, id, 'read');
  const texts = (Array.isArray(body['responseRanges']) ? body['responseRanges'] : []) as string[];
  return spreadsheetResource(workspace, caller, open, {
    ranges: texts.map((text) => resolveRange(open.spreadsheet, text)),
    ...(body['responseIncludeGridData'] === true && { data: true }),
  });
}
