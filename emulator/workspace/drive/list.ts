import { NotEmulated } from '../../kit/not-emulated';
import { numberParam, textParam, type ApiMethod, type ApiRequest } from '../api-method';
import type { Caller } from '../caller';
import { GoogleError, invalid } from '../google-error';
import { decodePageToken, encodePageToken } from '../page-token';
import type { Workspace } from '../workspace';
import { isFor, permissionsOf } from './access';
import { callingAccount, type Account } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { appReaches } from './app-access';
import { within, selectFields } from './field-mask';
import { fileResource } from './file-resource';
import { orderOf } from './list-order';
import { matcherOf } from './query/match';
import { parseQuery } from './query/parse';
import type { DriveFile } from '../state/drive';

const PAGE = 'https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list';

/** `drive.files.list` @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list */
export const listFiles: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  refuseWhatIsMissing(request);
  const pageSize = pageSizeOf(request, 100, 1000);
  const query = [textParam(request, 'q'), textParam(request, 'orderBy'), callingAccount(caller).id];
  const offset = offsetOf(request, query);
  const found = findFiles(request, caller, workspace);
  const page = found.slice(offset, offset + pageSize);
  const more = offset + pageSize < found.length;
  const ofFile = within(fields, 'files');
  return selectFields(
    {
      kind: 'drive#fileList',
      ...(more && { nextPageToken: `~!!~${encodePageToken(query, offset + pageSize)}` }),
      incompleteSearch: false,
      ...(ofFile && { files: page.map((file) => fileResource(workspace, caller, file, ofFile)) }),
    },
    fields,
  );
};

function findFiles(request: ApiRequest, caller: Caller, workspace: Workspace): DriveFile[] {
  const { drive } = workspace.state;
  const me = callingAccount(caller);
  const q = textParam(request, 'q');
  const matches =
    q === undefined || q.trim() === '' ? () => true : matcherOf(workspace, caller, parseQuery(q));
  const order = orderOf(textParam(request, 'orderBy'), me);
  const root = drive.roots[me.id];
  return Object.values(drive.files)
    .filter(
      (file) =>
        file.id !== root &&
        isListed(workspace, file, me) &&
        appReaches(workspace, caller, file.id, 'drive.read') &&
        matches(file),
    )
    .sort(order);
}

/** A file is in a person's listings when it is theirs, is shared with them by name or group, or was opened by them. */
function isListed(workspace: Workspace, file: DriveFile, me: Account): boolean {
  const opened = file.perAccount[me.id]?.viewedTime !== undefined;
  return permissionsOf(workspace, file).some(
    ({ permission }) =>
      (opened ||
        permission.type === 'user' ||
        permission.type === 'group' ||
        permission.allowFileDiscovery === true) &&
      isFor(workspace, permission, me),
  );
}

function refuseWhatIsMissing(request: ApiRequest): void {
  const spaces = textParam(request, 'spaces') ?? 'drive';
  if (spaces !== 'drive') throw new NotEmulated(`drive.files.list spaces=${spaces}`, PAGE);
  const corpora = textParam(request, 'corpora') ?? 'user';
  if (corpora === 'drive' || textParam(request, 'driveId') !== undefined)
    throw new NotEmulated('drive.files.list corpora=drive', PAGE);
  if (!['user', 'domain', 'allDrives'].includes(corpora)) throw invalid('Invalid Value', 'corpora');
}

/** @throws GoogleError 400 outside the method's limits. */
export function pageSizeOf(request: ApiRequest, usual: number, most: number): number {
  const size = numberParam(request, 'pageSize') ?? usual;
  if (size >= 1 && size <= most) return size;
  throw new GoogleError(
    400,
    'invalidParameter',
    `Invalid value '${size}'. Values must be within the range: [1, ${most}]`,
    { locationType: 'parameter', location: 'pageSize' },
  );
}

/** Where a listing continues. @throws GoogleError 400 for a token that belongs to another query. */
export function offsetOf(request: ApiRequest, query: unknown): number {
  const token = textParam(request, 'pageToken');
  if (token === undefined) return 0;
  const offset = decodePageToken<number>(query, token.replace(/^~!!~/, ''));
  if (offset === null) throw invalid('Invalid Value', 'pageToken');
  return offset;
}
