import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { callingAccount } from './account';
import { newTable } from '../state/own-keys';

/** An application, a person and a file. */
export interface FileGrant {
  readonly clientId: string;
  readonly userId: string;
  readonly fileId: string;
}

const SCOPE = 'https://www.googleapis.com/auth/';

/** Scopes that cover every file of the person, by kind of access. `drive.file` covers only the application's own files. */
const WIDE_SCOPES: Readonly<Record<Reach, readonly string[]>> = {
  'drive.read': ['drive', 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly'],
  'drive.download': ['drive', 'drive.readonly'],
  'drive.describe': ['drive', 'drive.metadata'],
  'drive.write': ['drive'],
  'sheets.read': ['drive', 'drive.readonly', 'spreadsheets', 'spreadsheets.readonly'],
  'sheets.write': ['drive', 'spreadsheets'],
};

/** The kind of access that a call needs. */
export type Reach =
  | 'drive.read'
  | 'drive.download'
  | 'drive.describe'
  | 'drive.write'
  | 'sheets.read'
  | 'sheets.write';

/** Whether the token covers all files of the person, not only those of the application. */
export const reachesEverything = ({ scopes }: Caller, reach: Reach): boolean =>
  WIDE_SCOPES[reach].some((scope) => scopes.has(SCOPE + scope));

/**
 * Lets an application use a file on a person's behalf under `drive.file`: the effect of opening the file with it, or of the
 * dialog of `requestFileScopeForActiveDocument`.
 *
 * @see https://developers.google.com/workspace/drive/api/guides/api-specific-auth
 */
export function grantFileAccess(
  { state }: Workspace,
  { clientId, userId, fileId }: FileGrant,
): void {
  (state.drive.appFiles[`${clientId} ${userId}`] ??= newTable())[fileId] = true;
}

/** Whether the application created this file, or the person opened it with the application. */
export const hasFileAccess = (
  { state }: Workspace,
  { clientId, userId, fileId }: FileGrant,
): boolean => state.drive.appFiles[`${clientId} ${userId}`]?.[fileId] === true;

/** Whether a call's scopes let it access this file. */
export const appReaches = (
  workspace: Workspace,
  caller: Caller,
  fileId: string,
  reach: Reach,
): boolean =>
  reachesEverything(caller, reach) ||
  hasFileAccess(workspace, {
    clientId: caller.clientId,
    userId: callingAccount(caller).id,
    fileId,
  });
