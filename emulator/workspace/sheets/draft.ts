import type { JsonObject } from '../api-method';
import type { Account } from '../drive/account';
import type { DriveFile } from '../state/drive';
import type { Workspace } from '../workspace';
import type { SpreadsheetRecord } from '../state/sheets';

/** A spreadsheet while requests change it: only when all of them succeed does it replace the real one. */
export interface Draft {
  readonly workspace: Workspace;
  readonly file: DriveFile;
  readonly account: Account;
  readonly spreadsheet: SpreadsheetRecord;
  /** The title of the file, which requests may change. */
  title: string;
}

/** Handles one kind of batchUpdate request: changes the draft and returns its reply, if it has one. */
export type RequestHandler = (request: JsonObject, draft: Draft) => JsonObject | void;
