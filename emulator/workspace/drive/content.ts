import { NotEmulated } from '../../kit/not-emulated';
import { BASE64URL } from '../../kit/random';
import type { ApiRequest } from '../api-method';
import { replaceWithCsv } from '../spreadsheet/csv-import';
import { addSpreadsheet } from '../spreadsheet/spreadsheets';
import type { Workspace } from '../workspace';
import type { Account } from './account';
import { badRequest } from './errors';
import { isGoogleType, SPREADSHEET } from './mime-types';
import type { DriveFile, RevisionRecord } from '../state/drive';

type Media = NonNullable<ApiRequest['media']>;

const PAGE = 'https://developers.google.com/workspace/drive/api/guides/manage-uploads';

/** Gives a new file its first content: the upload, converted where an Editors type was asked for, else nothing. */
export function fillNewFile(
  workspace: Workspace,
  file: DriveFile,
  by: Account,
  media: Media | undefined,
): void {
  if (file.mimeType === SPREADSHEET) addSpreadsheet(workspace, file.id, { properties: {} });
  if (media || !isGoogleType(file.mimeType))
    replaceContent(
      workspace,
      file,
      by,
      media ?? { contentType: file.mimeType, bytes: new Uint8Array() },
    );
}

/** Replaces a file's content with uploaded bytes. @throws NotEmulated for conversions that are not emulated. */
export function replaceContent(
  workspace: Workspace,
  file: DriveFile,
  by: Account,
  media: Media,
): void {
  if (!isGoogleType(file.mimeType)) {
    file.revisions.push(
      newRevision(workspace, by, file, Buffer.from(media.bytes).toString('base64')),
    );
    if (file.revisions.length > REVISIONS_KEPT) dropOldest(file);
    return;
  }
  const from = media.contentType.split(';')[0]!.trim();
  const separator = SEPARATORS[from];
  if (file.mimeType === SPREADSHEET && separator !== undefined) {
    const text = Buffer.from(media.bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
    replaceWithCsv(workspace, file.id, text, separator);
    return;
  }
  if (file.mimeType.endsWith('.folder')) throw badRequest('A folder has no content.');
  throw new NotEmulated(`drive.files conversion from ${from} to ${file.mimeType}`, PAGE);
}

const SEPARATORS: Readonly<Record<string, ',' | '\t'>> = {
  'text/csv': ',',
  'text/tab-separated-values': '\t',
};

/** Drive keeps at most this many revisions of a file, besides those that are kept forever. */
const REVISIONS_KEPT = 100;

function dropOldest(file: DriveFile): void {
  const at = file.revisions.findIndex(({ keepForever }) => !keepForever);
  if (at >= 0) file.revisions.splice(at, 1);
}

/** A revision made at this moment. */
export const newRevision = (
  workspace: Workspace,
  by: Account,
  { mimeType, name }: DriveFile,
  content?: string,
): RevisionRecord => ({
  id: `0B${workspace.random.text(49, BASE64URL)}`,
  modifiedTime: workspace.clock.now(),
  lastModifyingAccountId: by.id,
  mimeType,
  originalFilename: name,
  ...(content !== undefined && { content }),
});
