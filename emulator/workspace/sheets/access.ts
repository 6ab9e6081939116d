import type { Caller } from '../caller';
import { isAtLeast, roleOf } from '../drive/access';
import { callingAccount } from '../drive/account';
import { appReaches } from '../drive/app-access';
import { auditAccess } from '../drive/audit';
import { touchContent } from '../drive/files';
import { noteRevision } from '../drive/revisions';
import type { DriveFile } from '../state/drive';
import { GoogleError } from '../google-error';
import type { Workspace } from '../workspace';
import { callerHasNoPermission, entityNotFound } from '../spreadsheet/errors';
import type { SpreadsheetRecord } from '../state/sheets';

/** A spreadsheet with its file in Drive: one thing, two records. */
export interface OpenSpreadsheet {
  readonly file: DriveFile;
  readonly spreadsheet: SpreadsheetRecord;
}

/**
 * The spreadsheet that a call names, when person and application may read or write it.
 *
 * @throws GoogleError 404 where there is none or the application may not see it; 403 where the person may not.
 */
export function openSpreadsheet(
  workspace: Workspace,
  caller: Caller,
  id: string,
  purpose: 'read' | 'write',
): OpenSpreadsheet {
  const file = workspace.state.drive.files[id];
  if (!file) throw entityNotFound();
  const role = roleOf(workspace, file, callingAccount(caller));
  if (role === null) throw callerHasNoPermission();
  if (!appReaches(workspace, caller, id, 'sheets.read')) throw entityNotFound();
  const spreadsheet = workspace.state.sheets.spreadsheets[id];
  if (!spreadsheet)
    throw new GoogleError(
      400,
      'failedPrecondition',
      'This operation is not supported for this document',
      {
        status: 'FAILED_PRECONDITION',
      },
    );
  if (purpose === 'write') {
    const mayWrite = isAtLeast(role, 'writer') && appReaches(workspace, caller, id, 'sheets.write');
    if (!mayWrite) throw callerHasNoPermission();
  }
  return { file, spreadsheet };
}

/** What every write does besides changing cells: the file's version, times, revision and log. */
export function noteEdit(workspace: Workspace, caller: Caller, file: DriveFile): void {
  const me = callingAccount(caller);
  touchContent(workspace, file, me);
  noteRevision(workspace, file, me.id);
  auditAccess(workspace, caller, file, 'edit');
}
