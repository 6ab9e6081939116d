/** What a person's spreadsheet is, and which sheets (tabs) it has, before any cell is read. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { driveFiles, spreadsheets } from './advanced';
import { call } from './call';
import { aboutDrive, aboutSheets } from './sheet-tabs';

type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;

export interface Tab {
  readonly id: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly isHidden: boolean;
  readonly isFiltered: boolean;
}

export interface Listed {
  readonly zone: string;
  readonly tabs: readonly Tab[];
}

const GOOGLE_SHEET = 'application/vnd.google-apps.spreadsheet';

/** Whether rows can be added to the file at all. Drive says it in facts; the Sheets API only in sentences. */
export function checkFile(fileId: string): Result<{ readonly isShared: boolean }, Failure> {
  const found = call(
    () =>
      driveFiles().get(fileId, {
        fields: 'mimeType,trashed,shared,capabilities(canEdit)',
        supportsAllDrives: true,
      }),
    aboutDrive(fileId),
  );
  if (!found.ok) return found;
  const { mimeType, trashed, shared, capabilities } = found.value;
  if (trashed) return fail({ kind: 'workbook-in-trash', workbook: fileId });
  if (mimeType !== GOOGLE_SHEET) return fail({ kind: 'office-file', id: fileId });
  if (capabilities?.canEdit === false) return fail({ kind: 'forbidden', id: fileId });
  return ok({ isShared: shared === true });
}

const SHEET_FIELDS = [
  'properties(sheetId,title,hidden,gridProperties(rowCount,columnCount))',
  'basicFilter(criteria,filterSpecs)',
];

export function listTabs(fileId: string): Result<Listed, Failure> {
  const fields = `properties(timeZone),sheets(${SHEET_FIELDS.join(',')})`;
  const found = call(() => spreadsheets().get(fileId, { fields }), aboutSheets(fileId));
  if (!found.ok) return found;
  const { properties, sheets = [] } = found.value;
  return ok({ zone: properties?.timeZone ?? '', tabs: sheets.map(tabOf) });
}

/** Google leaves out what is false, zero or empty. */
function tabOf({ properties, basicFilter }: Sheet): Tab {
  const { sheetId = 0, title = '', hidden = false, gridProperties } = properties ?? {};
  const { criteria = {}, filterSpecs = [] } = (basicFilter ?? {}) as Filter;
  return {
    id: sheetId,
    title,
    rows: gridProperties?.rowCount ?? 0,
    columns: gridProperties?.columnCount ?? 0,
    isHidden: hidden,
    isFiltered: Object.keys(criteria).length + filterSpecs.length > 0,
  };
}

/** Rows are hidden by either. @see https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets#basicfilter */
interface Filter {
  readonly criteria?: object;
  readonly filterSpecs?: readonly unknown[];
}
