import type { JsonObject } from '../api-method';
import type { Workspace } from '../workspace';
import { refusal } from './errors';
import type { SheetRecord, SpreadsheetRecord } from '../state/sheets';

const USUAL_ROWS = 1000;
const USUAL_COLUMNS = 26;

/**
 * An empty sheet with these properties; those left out get Google's defaults.
 *
 * @param properties SheetProperties with a sheetId.
 * @throws GoogleError 400 for a title that is taken and for sheets that are not grids.
 */
export function newSheet(spreadsheet: SpreadsheetRecord, properties: JsonObject): SheetRecord {
  const { sheetId, title, index: _index, sheetType, gridProperties, ...others } = properties;
  if (sheetType !== undefined && sheetType !== 'GRID' && sheetType !== 'SHEET_TYPE_UNSPECIFIED')
    throw refusal('You can only add sheets of type GRID.');
  const { rowCount, columnCount, ...grid } = (gridProperties ?? {}) as JsonObject;
  const name = typeof title === 'string' && title !== '' ? title : freeTitle(spreadsheet);
  requireFreeTitle(spreadsheet, name);
  return {
    sheetId: sheetId as number,
    title: name,
    rowCount: countOf(rowCount, USUAL_ROWS),
    columnCount: countOf(columnCount, USUAL_COLUMNS),
    properties: structuredClone(others),
    gridProperties: structuredClone(grid),
    cells: [],
    styles: [],
    rowProperties: {},
    columnProperties: {},
    merges: [],
    protectedRanges: [],
    basicFilter: null,
    conditionalFormats: [],
    tables: [],
  };
}

const countOf = (given: unknown, usual: number): number =>
  typeof given === 'number' && given > 0 ? given : usual;

/** @throws GoogleError 400; titles must differ in more than letter case. */
export function requireFreeTitle(
  { sheets }: SpreadsheetRecord,
  title: string,
  self?: SheetRecord,
): void {
  const lower = title.toLowerCase();
  if (sheets.some((sheet) => sheet !== self && sheet.title.toLowerCase() === lower))
    throw refusal(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

/** `Sheet1`, `Sheet2` … the first one that is free. */
function freeTitle({ sheets }: SpreadsheetRecord): string {
  for (let number = sheets.length + 1; ; number++) {
    const title = `Sheet${number}`;
    if (!sheets.some((sheet) => sheet.title.toLowerCase() === title.toLowerCase())) return title;
  }
}

/** An id that no sheet of the spreadsheet has. */
export function newSheetId({ random }: Workspace, { sheets }: SpreadsheetRecord): number {
  for (;;) {
    const id = 1 + random.int(2_147_483_646);
    if (!sheets.some(({ sheetId }) => sheetId === id)) return id;
  }
}
