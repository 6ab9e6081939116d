import type { ApiMethod, Json, JsonObject } from '../api-method';
import { callingAccount } from '../drive/account';
import { grantFileAccess } from '../drive/app-access';
import { auditAccess } from '../drive/audit';
import { addFile, newFileId, rootOf } from '../drive/files';
import { SPREADSHEET } from '../drive/mime-types';
import type { Workspace } from '../workspace';
import { answerFields } from './answer-fields';
import { refusal } from './errors';
import { requireRoom } from './limits';
import { newSheet, newSheetId } from './new-sheet';
import { requestsFor } from './create-content';
import { applyRequests } from './apply-requests';
import { spreadsheetResource } from './spreadsheet-resource';
import type { SpreadsheetRecord } from './state';

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

/** The content of a new spreadsheet: the sheets the body names, else one of 1000 rows and 26 columns. */
export function addSpreadsheet(workspace: Workspace, id: string, body: JsonObject): void {
  const {
    title: _title,
    locale,
    timeZone,
    ...properties
  } = (body['properties'] ?? {}) as JsonObject;
  const given = (Array.isArray(body['sheets']) ? body['sheets'] : []) as JsonObject[];
  const spreadsheet: SpreadsheetRecord = {
    spreadsheetId: id,
    locale: typeof locale === 'string' && locale !== '' ? locale : 'en_US',
    timeZone: typeof timeZone === 'string' && timeZone !== '' ? timeZone : 'Etc/GMT',
    properties: structuredClone(properties),
    sheets: [],
    namedRanges: [],
    developerMetadata: [],
    styles: [],
  };
  for (const sheet of given) {
    const wanted = (sheet['properties'] ?? {}) as JsonObject;
    const sheetId = (wanted['sheetId'] as number | undefined) ?? newSheetId(workspace, spreadsheet);
    if (spreadsheet.sheets.some((other) => other.sheetId === sheetId))
      throw refusal(
        `Invalid sheets[${spreadsheet.sheets.length}]: A sheet with the ID ${sheetId} already exists.`,
      );
    spreadsheet.sheets.push(newSheet(spreadsheet, { ...wanted, sheetId }));
  }
  if (spreadsheet.sheets.length === 0)
    spreadsheet.sheets.push(newSheet(spreadsheet, { sheetId: 0 }));
  requireRoom(spreadsheet);
  workspace.state.sheets.spreadsheets[id] = spreadsheet;
}

/** Forgets the content of a deleted file. */
export function removeSpreadsheet({ state: { sheets } }: Workspace, id: string): void {
  delete sheets.spreadsheets[id];
}

/** Gives a copied file the content of its original. */
export function copySpreadsheet({ state: { sheets } }: Workspace, from: string, to: string): void {
  const source = sheets.spreadsheets[from];
  if (!source) return;
  const copy = structuredClone(source);
  sheets.spreadsheets[to] = {
    ...copy,
    spreadsheetId: to,
    developerMetadata: visibleMetadata(copy),
  };
}

/** Metadata that belongs to one developer's project is not copied. */
const visibleMetadata = ({ developerMetadata }: SpreadsheetRecord): JsonObject[] =>
  developerMetadata.filter((one) => (one['visibility'] as Json) !== 'PROJECT');
