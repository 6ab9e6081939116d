/** The organization's workbook as a file of the sync account's Drive: made once, marked, and found again. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { SheetForm } from '../sheets/spreadsheet';
import { driveFiles } from './advanced';
import { call } from './call';
import { aboutDrive, addMissingSheets } from './sheet-tabs';

/** The Drive appProperty that says which customer's workbook a file is. No other app can read it. */
const MARK = 'tandemCustomer';

export interface WorkbookForm {
  readonly customerId: string;
  readonly title: string;
  readonly sheets: readonly SheetForm[];
  /**
   * The id of the organization's workbook, if it has one: then no other is looked for or created, and it fails with
   * `not-found` when this account may not open it.
   */
  readonly knownId?: string | null;
}

export interface WorkbookFile {
  readonly id: string;
  readonly isNew: boolean;
}

/** Returns the existing workbook, after adding the sheets that it lacks, or creates a new one. */
export function ensureWorkbook(form: WorkbookForm): Result<WorkbookFile, Failure> {
  const { knownId = null } = form;
  const found = knownId === null ? findWorkbook(form.customerId) : ok(knownId);
  if (!found.ok) return found;
  if (found.value === null) return makeWorkbook(form);
  const completed = addMissingSheets(found.value, form.sheets);
  return completed.ok ? ok({ id: found.value, isNew: false }) : completed;
}

/**
 * The workbook's address in a browser.
 *
 * @param sheetId the sheet to open; if it no longer exists, Google shows the first one.
 */
export const workbookUrl = (id: string, sheetId: number): string =>
  `https://docs.google.com/spreadsheets/d/${encodeURIComponent(id)}/edit#gid=${sheetId}`;

/**
 * The oldest if there are several. Those in the trash do not count. @see
 * https://developers.google.com/workspace/drive/api/guides/properties
 */
export function findWorkbook(customerId: string): Result<string | null, Failure> {
  const files = call(
    () =>
      driveFiles().list({
        q: `appProperties has { key='${MARK}' and value='${escaped(customerId)}' } and trashed = false`,
        orderBy: 'createdTime',
        pageSize: 1,
        fields: 'files(id)',
      }),
    { ...aboutDrive(), listing: 'the workbook among the files of this account' },
  );
  return files.ok ? ok(files.value.files?.[0]?.id ?? null) : files;
}

/** @see https://developers.google.com/workspace/drive/api/guides/search-files */
const escaped = (text: string): string => text.replace(/[\\']/g, '\\$&');

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

/**
 * Creates the file through Drive, which marks it in the same request: if the execution is killed, the next one finds the file and
 * completes it. The Sheets API creates files without a mark.
 *
 * @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/create
 */
function makeWorkbook({ customerId, title, sheets }: WorkbookForm): Result<WorkbookFile, Failure> {
  const made = call(
    () =>
      driveFiles().create({
        name: title,
        mimeType: SPREADSHEET,
        appProperties: { [MARK]: customerId },
      }),
    aboutDrive(),
  );
  if (!made.ok) return made;
  const id = made.value.id ?? '';
  const completed = addMissingSheets(id, sheets);
  return completed.ok ? ok({ id, isNew: true }) : completed;
}
