import { NotEmulated } from '../../kit/not-emulated';
import type { Json, JsonObject } from '../api-method';
import type { SpreadsheetRecord } from '../state/sheets';

const PAGE = 'https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets';

/** Parts of a Sheet that create accepts and we do not store. */
const NOT_KEPT = [
  'filterViews',
  'charts',
  'bandedRanges',
  'rowGroups',
  'columnGroups',
  'slicers',
  'commentThreads',
];

/** The content of a spreadsheets.create body beyond the empty sheets, as requests of batchUpdate. */
export function requestsFor(spreadsheet: SpreadsheetRecord, body: JsonObject): JsonObject[] {
  const sheets = (Array.isArray(body['sheets']) ? body['sheets'] : []) as JsonObject[];
  return [
    ...sheets.flatMap((sheet, at) => requestsOfSheet(sheet, spreadsheet.sheets[at]!.sheetId)),
    ...listOf(body, 'namedRanges').map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...listOf(body, 'developerMetadata').map((developerMetadata) => ({
      createDeveloperMetadata: { developerMetadata },
    })),
  ];
}

function requestsOfSheet(sheet: JsonObject, sheetId: number): JsonObject[] {
  for (const name of NOT_KEPT) {
    if (listOf(sheet, name).length > 0)
      throw new NotEmulated(`sheets.spreadsheets.create sheets[].${name}`, PAGE);
  }
  const filter = sheet['basicFilter'] as JsonObject | undefined;
  return [
    ...listOf(sheet, 'data').flatMap((data) => requestsOfData(data, sheetId)),
    ...listOf(sheet, 'merges').map((range) => ({
      mergeCells: { range: onSheet(range, sheetId), mergeType: 'MERGE_ALL' },
    })),
    ...listOf(sheet, 'protectedRanges').map((protectedRange) => ({
      addProtectedRange: { protectedRange: withRange(protectedRange, sheetId) },
    })),
    ...listOf(sheet, 'conditionalFormats').map((rule, index) => ({
      addConditionalFormatRule: {
        rule: { ...rule, ranges: listOf(rule, 'ranges').map((range) => onSheet(range, sheetId)) },
        index,
      },
    })),
    ...listOf(sheet, 'tables').map((table) => ({ addTable: { table: withRange(table, sheetId) } })),
    ...listOf(sheet, 'developerMetadata').map((developerMetadata) => ({
      createDeveloperMetadata: { developerMetadata },
    })),
    ...(filter ? [{ setBasicFilter: { filter: withRange(filter, sheetId) } }] : []),
  ];
}

function requestsOfData(data: JsonObject, sheetId: number): JsonObject[] {
  const rowIndex = (data['startRow'] as number | undefined) ?? 0;
  const columnIndex = (data['startColumn'] as number | undefined) ?? 0;
  const rows = listOf(data, 'rowData');
  return [
    ...(rows.length > 0
      ? [{ updateCells: { rows, fields: '*', start: { sheetId, rowIndex, columnIndex } } }]
      : []),
    ...dimensionRequests(listOf(data, 'rowMetadata'), {
      sheetId,
      dimension: 'ROWS',
      from: rowIndex,
    }),
    ...dimensionRequests(listOf(data, 'columnMetadata'), {
      sheetId,
      dimension: 'COLUMNS',
      from: columnIndex,
    }),
  ];
}

const dimensionRequests = (
  metadata: readonly JsonObject[],
  { sheetId, dimension, from }: { sheetId: number; dimension: string; from: number },
): JsonObject[] =>
  metadata.map((properties, at) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: from + at, endIndex: from + at + 1 },
      properties,
      fields: '*',
    },
  }));

const listOf = (object: JsonObject, name: string): JsonObject[] => {
  const list = object[name];
  return Array.isArray(list) ? (list as JsonObject[]) : [];
};

const onSheet = (range: Json, sheetId: number): JsonObject => ({
  ...(range as JsonObject),
  sheetId,
});

const withRange = (object: JsonObject, sheetId: number): JsonObject => ({
  ...object,
  range: onSheet(object['range'] ?? {}, sheetId),
});
