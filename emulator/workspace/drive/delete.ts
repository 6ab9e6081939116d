import { requiredParam, type ApiMethod } from '../api-method';
import type { Caller } from '../caller';
import { removeSpreadsheet } from '../spreadsheet/spreadsheets';
import type { Workspace } from '../workspace';
import { permissionsOf, requireFile } from './access';
import { callingAccount } from './account';
import { appReaches } from './app-access';
import { auditAccess } from './audit';
import { ownerIdOf } from './files';
import { FOLDER } from './mime-types';
import type { DriveFile } from '../state/drive';

/** `drive.files.delete`: permanently, bypassing the trash; a folder together with what the caller owns in it. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/delete */
export const deleteFile: ApiMethod = (request, caller, workspace) => {
  const file = requireFile(workspace, caller, requiredParam(request, 'fileId'), {
    role: 'owner',
    reach: 'drive.write',
  });
  removeForGood(workspace, caller, file);
  return undefined;
};

/** `drive.files.emptyTrash` @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/emptyTrash */
export const emptyTrash: ApiMethod = (_request, caller, workspace) => {
  const me = callingAccount(caller).id;
  for (const file of Object.values(workspace.state.drive.files)) {
    if (!file.explicitlyTrashed || ownerIdOf(file) !== me) continue;
    if (appReaches(workspace, caller, file.id, 'drive.write'))
      removeForGood(workspace, caller, file);
  }
  return undefined;
};

function removeForGood(workspace: Workspace, caller: Caller, file: DriveFile): void {
  const { drive } = workspace.state;
  if (file.mimeType === FOLDER) {
    const owner = ownerIdOf(file);
    for (const inside of Object.values(drive.files)) {
      if (inside.parentId === file.id && ownerIdOf(inside) === owner)
        removeForGood(workspace, caller, inside);
    }
  }
  auditAccess(workspace, caller, file, 'delete');
  drive.removals.push({
    changeId: ++drive.lastChangeId,
    fileId: file.id,
    at: workspace.clock.now(),
    accountIds: peopleOf(workspace, file),
  });
  delete drive.files[file.id];
  removeSpreadsheet(workspace, file.id);
}

/** Accounts that the file was shared with by name or that had used it. */
const peopleOf = (workspace: Workspace, file: DriveFile): string[] => [
  ...new Set([
    ...Object.keys(file.perAccount),
    ...permissionsOf(workspace, file).flatMap(({ permission: { accountId } }) => accountId ?? []),
  ]),
];
