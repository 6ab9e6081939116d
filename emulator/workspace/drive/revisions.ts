import { isoInstant } from '../../kit/clock';
import {
  MediaAnswer,
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiRequest,
} from '../api-method';
import type { Caller } from '../caller';
import { GoogleError } from '../google-error';
import { encodePageToken } from '../page-token';
import type { Workspace } from '../workspace';
import { requireFile } from './access';
import { callingAccount, findAccount, userResource } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { notDownloadable } from './errors';
import { selectFields } from './field-mask';
import { checksum } from './file-resource';
import { offsetOf, pageSizeOf } from './list';
import type { DriveFile, RevisionRecord } from '../state/drive';

/** `drive.revisions.list`, oldest first. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/revisions/list */
export const listRevisions: ApiMethod = (request, caller, workspace) => {
  const fields = fieldsOfAnswer(request);
  const file = revisedFile(workspace, caller, request);
  const pageSize = pageSizeOf(request, 200, 1000);
  const offset = offsetOf(request, file.id);
  const more = offset + pageSize < file.revisions.length;
  return selectFields(
    {
      kind: 'drive#revisionList',
      ...(more && { nextPageToken: encodePageToken(file.id, offset + pageSize) }),
      revisions: file.revisions
        .slice(offset, offset + pageSize)
        .map((revision) => revisionResource(workspace, caller, revision)),
    },
    fields,
  );
};

/** `drive.revisions.get`: metadata, or the bytes with `alt=media`. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/revisions/get */
export const getRevision: ApiMethod = (request, caller, workspace) => {
  const file = revisedFile(workspace, caller, request);
  const id = requiredParam(request, 'revisionId');
  const revision =
    id === 'head' ? file.revisions.at(-1) : file.revisions.find((candidate) => candidate.id === id);
  if (!revision)
    throw new GoogleError(404, 'notFound', `Revision not found: ${id}.`, {
      locationType: 'parameter',
      location: 'revisionId',
    });
  if (textParam(request, 'alt') !== 'media')
    return selectFields(revisionResource(workspace, caller, revision), fieldsOfAnswer(request));
  if (revision.content === undefined) throw notDownloadable();
  return new MediaAnswer(
    revision.mimeType,
    new Uint8Array(Buffer.from(revision.content, 'base64')),
  );
};

function revisedFile(workspace: Workspace, caller: Caller, request: ApiRequest): DriveFile {
  return requireFile(workspace, caller, requiredParam(request, 'fileId'), {
    role: 'writer',
    reach: 'drive.read',
  });
}

function revisionResource(
  workspace: Workspace,
  caller: Caller,
  { id, mimeType, modifiedTime, lastModifyingAccountId, content, ...rest }: RevisionRecord,
): object {
  const by = findAccount(workspace, lastModifyingAccountId);
  const bytes = content === undefined ? undefined : Buffer.from(content, 'base64');
  return {
    kind: 'drive#revision',
    id,
    mimeType,
    modifiedTime: isoInstant(modifiedTime),
    ...(by && { lastModifyingUser: userResource(workspace, by, callingAccount(caller)) }),
    ...(bytes && {
      size: String(bytes.length),
      md5Checksum: checksum('md5', bytes),
      originalFilename: rest.originalFilename,
      keepForever: rest.keepForever === true,
    }),
  };
}

/** Edits by one person within this time form one revision of an Editors document. Google merges them, without saying when. */
const MERGED_MS = 10 * 60 * 1000;

/** Records an edit of an Editors document: adds a new revision, or extends the last one. */
export function noteRevision(workspace: Workspace, file: DriveFile, accountId: string): void {
  const now = workspace.clock.now();
  const last = file.revisions.at(-1);
  if (last?.lastModifyingAccountId === accountId && now - last.modifiedTime < MERGED_MS) {
    last.modifiedTime = now;
    return;
  }
  file.revisions.push({
    id: String(file.version),
    modifiedTime: now,
    lastModifyingAccountId: accountId,
    mimeType: file.mimeType,
  });
}
