import { isoInstant } from '../../kit/clock';
import { NotEmulated } from '../../kit/not-emulated';
import {
  flagParam,
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiRequest,
} from '../api-method';
import type { Caller } from '../caller';
import { invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { roleOf } from './access';
import { callingAccount } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { appReaches } from './app-access';
import { selectFields, within, type FieldTree } from './field-mask';
import { fileResource } from './file-resource';
import { pageSizeOf } from './list';
import type { DriveFile, RemovalRecord } from '../state/drive';

const PAGE = 'https://developers.google.com/workspace/drive/api/reference/rest/v3/changes/list';

/** `drive.changes.getStartPageToken` @see https://developers.google.com/workspace/drive/api/reference/rest/v3/changes/getStartPageToken */
export const getStartPageToken: ApiMethod = (request, _caller, workspace) => {
  refuseSharedDrives(request);
  return {
    kind: 'drive#startPageToken',
    startPageToken: String(workspace.state.drive.lastChangeId + 1),
  };
};

/**
 * `drive.changes.list`: each file that changed since the token, once, in its present state; deleted and no longer
 * shared files as `removed`. The last page has `newStartPageToken`. Tokens do not expire.
 *
 * @see https://developers.google.com/workspace/drive/api/reference/rest/v3/changes/list
 */
export const listChanges: ApiMethod = (request, caller, workspace) => {
  refuseSharedDrives(request);
  const fields = fieldsOfAnswer(request);
  const from = positionOf(request);
  const pageSize = pageSizeOf(request, 100, 1000);
  const found = changesSince(workspace, caller, from, request);
  const page = found.slice(0, pageSize);
  const next = found[pageSize];
  const ofChange = within(fields, 'changes');
  return selectFields(
    {
      kind: 'drive#changeList',
      ...(next
        ? { nextPageToken: String(next.changeId) }
        : { newStartPageToken: String(workspace.state.drive.lastChangeId + 1) }),
      ...(ofChange && {
        changes: page.map((one) => changeResource(workspace, caller, one, ofChange)),
      }),
    },
    fields,
  );
};

const isFile = (change: DriveFile | RemovalRecord): change is DriveFile => 'version' in change;

function changesSince(
  workspace: Workspace,
  caller: Caller,
  from: number,
  request: ApiRequest,
): (DriveFile | RemovalRecord)[] {
  const { drive } = workspace.state;
  const me = callingAccount(caller);
  const reaches = (fileId: string): boolean => appReaches(workspace, caller, fileId, 'drive.read');
  const files = Object.values(drive.files).filter(
    (file) => file.changeId >= from && roleOf(workspace, file, me) !== null && reaches(file.id),
  );
  if (request.params['includeRemoved'] === false) return files.sort(byChange);
  const seen = new Set(files.map(({ id }) => id));
  const removals = drive.removals.filter(
    ({ changeId, fileId, accountIds }) =>
      changeId >= from && !seen.has(fileId) && accountIds.includes(me.id) && reaches(fileId),
  );
  return [...files, ...removals].sort(byChange);
}

const byChange = (left: { changeId: number }, right: { changeId: number }): number =>
  left.changeId - right.changeId;

function changeResource(
  workspace: Workspace,
  caller: Caller,
  change: DriveFile | RemovalRecord,
  fields: FieldTree,
): object {
  const removed = !isFile(change);
  const ofFile = within(fields, 'file');
  return {
    kind: 'drive#change',
    removed,
    type: 'file',
    changeType: 'file',
    time: isoInstant(removed ? change.at : change.modifiedTime),
    fileId: removed ? change.fileId : change.id,
    ...(!removed && ofFile && { file: fileResource(workspace, caller, change, ofFile) }),
  };
}

function positionOf(request: ApiRequest): number {
  const token = requiredParam(request, 'pageToken');
  if (!/^\d+$/.test(token)) throw invalid('Invalid Value', 'pageToken');
  return Number(token);
}

function refuseSharedDrives(request: ApiRequest): void {
  if (textParam(request, 'driveId') !== undefined || flagParam(request, 'includeCorpusRemovals'))
    throw new NotEmulated(`${request.methodId} of a shared drive`, PAGE);
}
