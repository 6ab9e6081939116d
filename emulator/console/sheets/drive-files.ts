import { act } from '../shell/workspace-client';

/** A spreadsheet as Drive knows it. */
export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly trashed: boolean;
  readonly ownedByMe: boolean;
  readonly shared: boolean;
  readonly modifiedTime: string;
  readonly owners: readonly { readonly displayName: string; readonly emailAddress: string }[];
  readonly capabilities: {
    readonly canEdit: boolean;
    readonly canComment: boolean;
    readonly canCopy: boolean;
    readonly canRename: boolean;
    readonly canShare: boolean;
    readonly canTrash: boolean;
    readonly canDownload: boolean;
  };
}

export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

const FIELDS =
  'id,name,version,trashed,ownedByMe,shared,modifiedTime,owners(displayName,emailAddress),' +
  'capabilities(canEdit,canComment,canCopy,canRename,canShare,canTrash,canDownload)';

/** The owners whose files a listing includes. */
export type Ownership = 'anyone' | 'me' | 'not-me';

const OWNED: Readonly<Record<Ownership, readonly string[]>> = {
  anyone: [],
  me: ["'me' in owners"],
  'not-me': ["not 'me' in owners"],
};

export interface FilePage {
  readonly files: readonly DriveFile[];
  readonly nextPageToken?: string;
}

/** One page of a person's spreadsheets, most recently modified first. */
export function listSpreadsheets(
  account: string,
  { owned, name, pageToken }: { owned: Ownership; name: string; pageToken?: string | undefined },
): Promise<FilePage> {
  const q = [
    `mimeType = '${SPREADSHEET}'`,
    'trashed = false',
    ...OWNED[owned],
    ...(name === '' ? [] : [`name contains '${name.replace(/[\\']/g, '\\$&')}'`]),
  ].join(' and ');
  return act(account, 'drive.files.list', {
    q,
    orderBy: 'modifiedTime desc',
    pageSize: 50,
    fields: `nextPageToken,files(${FIELDS})`,
    ...(pageToken !== undefined && { pageToken }),
  });
}

export const getFile = (account: string, fileId: string): Promise<DriveFile> =>
  act(account, 'drive.files.get', { fileId, fields: FIELDS });

export const renameFile = (account: string, fileId: string, name: string): Promise<DriveFile> =>
  act(account, 'drive.files.update', { fileId, fields: FIELDS }, { name });

export const copyFile = (account: string, fileId: string, name: string): Promise<DriveFile> =>
  act(account, 'drive.files.copy', { fileId, fields: FIELDS }, { name });

export const trashFile = (account: string, fileId: string, trashed: boolean): Promise<DriveFile> =>
  act(account, 'drive.files.update', { fileId, fields: FIELDS }, { trashed });

/** @returns the new spreadsheet's id. */
export async function createSpreadsheet(account: string): Promise<string> {
  const body = { properties: { title: 'Untitled spreadsheet' } };
  const { spreadsheetId } = await act<{ spreadsheetId: string }>(
    account,
    'sheets.spreadsheets.create',
    { fields: 'spreadsheetId' },
    body,
  );
  return spreadsheetId;
}
