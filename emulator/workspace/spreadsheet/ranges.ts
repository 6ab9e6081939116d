import { formatRange, parseArea, splitRange, type Area } from './a1-notation';
import { refusal, unparsableRange } from './errors';
import type { Block } from './grid';
import type { GridRange, SheetRecord, SpreadsheetRecord } from '../state/sheets';

/** A range of one sheet, as it was named. */
export interface SheetRange {
  readonly sheet: SheetRecord;
  readonly area: Area;
}

/**
 * The meaning of a range in a spreadsheet: A1 notation with or without a title, a title alone, or a named range. Without a
 * title the first sheet is meant; text that looks like a cell is a cell, even where a sheet has that title.
 *
 * @throws GoogleError 400 "Unable to parse range".
 * @see https://developers.google.com/workspace/sheets/api/guides/concepts#cell
 */
export function resolveRange(spreadsheet: SpreadsheetRecord, text: string): SheetRange {
  const parts = splitRange(text);
  if (!parts) throw unparsableRange(text);
  const { title, area, quoted } = parts;
  if (title === null) return resolveUntitled(spreadsheet, text);
  const sheet = findSheetByTitle(spreadsheet, title);
  if (!sheet) throw unparsableRange(text);
  if (area === null && quoted) return { sheet, area: {} };
  const parsed = parseArea(area ?? '');
  if (!parsed) throw unparsableRange(text);
  return { sheet, area: parsed };
}

function resolveUntitled(spreadsheet: SpreadsheetRecord, text: string): SheetRange {
  const parsed = parseArea(text);
  if (parsed) return { sheet: spreadsheet.sheets[0]!, area: parsed };
  const named = spreadsheet.namedRanges.find(
    ({ name }) => String(name).toLowerCase() === text.toLowerCase(),
  );
  if (named) return fromGridRange(spreadsheet, named['range'] as unknown as GridRange);
  const sheet = findSheetByTitle(spreadsheet, text);
  if (!sheet) throw unparsableRange(text);
  return { sheet, area: {} };
}

/** A sheet by title: exactly, else ignoring letter case. */
export function findSheetByTitle(
  { sheets }: SpreadsheetRecord,
  title: string,
): SheetRecord | undefined {
  const lower = title.toLowerCase();
  return (
    sheets.find((sheet) => sheet.title === title) ??
    sheets.find((sheet) => sheet.title.toLowerCase() === lower)
  );
}

/** @throws GoogleError 400 */
export function requireSheet({ sheets }: SpreadsheetRecord, sheetId: unknown): SheetRecord {
  const id = sheetId ?? 0;
  const sheet = sheets.find((candidate) => candidate.sheetId === id);
  if (!sheet) throw refusal(`No grid with id: ${String(id)}`);
  return sheet;
}

/** The GridRange of a request. @throws GoogleError 400 for a sheet that does not exist. */
export function fromGridRange(spreadsheet: SpreadsheetRecord, range: GridRange): SheetRange {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  return {
    sheet: requireSheet(spreadsheet, range.sheetId),
    area: {
      ...(startRowIndex !== undefined && { startRow: startRowIndex }),
      ...(endRowIndex !== undefined && { endRow: endRowIndex }),
      ...(startColumnIndex !== undefined && { startColumn: startColumnIndex }),
      ...(endColumnIndex !== undefined && { endColumn: endColumnIndex }),
    },
  };
}

/**
 * The block of the grid that an area covers, cut at the grid's end.
 *
 * @throws GoogleError 400 when it begins beyond the grid.
 */
export function blockOf({ sheet, area }: SheetRange): Block {
  const { startRow = 0, startColumn = 0 } = area;
  if (startRow >= sheet.rowCount || startColumn >= sheet.columnCount)
    throw beyondGrid({ sheet, area });
  return {
    startRow,
    startColumn,
    endRow: Math.min(area.endRow ?? sheet.rowCount, sheet.rowCount),
    endColumn: Math.min(area.endColumn ?? sheet.columnCount, sheet.columnCount),
  };
}

export const beyondGrid = ({ sheet, area }: SheetRange): Error =>
  refusal(
    `Range (${formatRange(sheet.title, area)}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
  );

export const gridRangeOf = (sheetId: number, block: Block): GridRange => ({
  sheetId,
  startRowIndex: block.startRow,
  endRowIndex: block.endRow,
  startColumnIndex: block.startColumn,
  endColumnIndex: block.endColumn,
});

/** The whole of a sheet. */
export const wholeBlock = ({ rowCount, columnCount }: SheetRecord): Block => ({
  startRow: 0,
  endRow: rowCount,
  startColumn: 0,
  endColumn: columnCount,
});
