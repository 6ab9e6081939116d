import type { Json, JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { callingAccount } from '../drive/account';
import { within, type FieldTree } from '../drive/field-mask';
import type { Workspace } from '../workspace';
import type { OpenSpreadsheet } from './access';
import { DEFAULT_FORMAT, DEFAULT_THEME } from './default-format';
import { gridData } from './grid-data';
import { mayEditProtected } from './protection';
import { blockOf, type SheetRange } from '../spreadsheet/ranges';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';

/** Which parts of a spreadsheet are wanted. */
export interface Wanted {
  /** The ranges to which it is limited; all sheets without them. */
  readonly ranges?: readonly SheetRange[];
  /** The cells too: all of them, or these fields of GridData. */
  readonly data?: FieldTree;
}

/** The Spreadsheet resource. */
export function spreadsheetResource(
  workspace: Workspace,
  caller: Caller,
  { file, spreadsheet }: OpenSpreadsheet,
  { ranges = [], data }: Wanted,
): JsonObject {
  const id = spreadsheet.spreadsheetId;
  const sheets = spreadsheet.sheets.flatMap((sheet, index) => {
    const ofSheet = ranges.filter((range) => range.sheet === sheet);
    if (ranges.length > 0 && ofSheet.length === 0) return [];
    return [
      {
        properties: sheetProperties(sheet, index),
        ...(data && { data: dataOf(spreadsheet, sheet, ofSheet, data) }),
        ...partsOf(sheet),
        ...protectedParts(workspace, caller, file, sheet),
      },
    ];
  });
  return {
    spreadsheetId: id,
    properties: spreadsheetProperties(spreadsheet, file.name),
    sheets,
    ...listIf('namedRanges', spreadsheet.namedRanges.map(withoutZeroSheet)),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    ...listIf('developerMetadata', structuredClone(spreadsheet.developerMetadata)),
  };
}

const spreadsheetProperties = (
  { locale, timeZone, properties }: SpreadsheetRecord,
  title: string,
): JsonObject => ({
  title,
  locale,
  autoRecalc: 'ON_CHANGE',
  timeZone,
  defaultFormat: structuredClone(DEFAULT_FORMAT),
  spreadsheetTheme: structuredClone(DEFAULT_THEME),
  ...structuredClone(properties),
});

/** The SheetProperties resource. */
export const sheetProperties = (sheet: SheetRecord, index: number): JsonObject => ({
  sheetId: sheet.sheetId,
  title: sheet.title,
  index,
  sheetType: 'GRID',
  gridProperties: {
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    ...structuredClone(sheet.gridProperties),
  },
  ...structuredClone(sheet.properties),
});

function dataOf(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  ranges: readonly SheetRange[],
  fields: FieldTree,
): JsonObject[] {
  const wanted = ranges.length > 0 ? ranges : [{ sheet, area: {} }];
  return wanted.map((range) => gridData(spreadsheet, sheet, blockOf(range), fields));
}

const partsOf = (sheet: SheetRecord): JsonObject => ({
  ...listIf('merges', structuredClone(sheet.merges) as unknown as JsonObject[]),
  ...listIf('conditionalFormats', structuredClone(sheet.conditionalFormats)),
  ...(sheet.basicFilter && { basicFilter: withoutZeroSheet(sheet.basicFilter) }),
  ...listIf('tables', sheet.tables.map(withoutZeroSheet)),
});

const protectedParts = (
  workspace: Workspace,
  caller: Caller,
  file: OpenSpreadsheet['file'],
  sheet: SheetRecord,
): JsonObject =>
  listIf(
    'protectedRanges',
    sheet.protectedRanges.map((one) => ({
      ...withoutZeroSheet(one),
      requestingUserCanEdit: mayEditProtected(workspace, file, one, callingAccount(caller)),
    })),
  );

const listIf = (name: string, list: readonly JsonObject[]): JsonObject =>
  list.length > 0 ? { [name]: list as Json } : {};

/** Google leaves `sheetId` out of a range of the sheet whose id is 0. */
export function withoutZeroSheet(object: JsonObject): JsonObject {
  const copy = structuredClone(object);
  const range = copy['range'] as JsonObject | undefined;
  if (range?.['sheetId'] === 0) delete range['sheetId'];
  return copy;
}

/** The cell fields that a `fields` mask selects; undefined for none. */
export function dataFields(fields: FieldTree): FieldTree | undefined {
  const sheets = within(fields, 'sheets');
  return sheets && within(sheets, 'data');
}
