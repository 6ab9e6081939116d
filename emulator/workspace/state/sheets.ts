import type { JsonObject } from '../json';

/** A formula as it was entered, with its `=`. */
export interface FormulaCell {
  readonly formula: string;
}

/** The content that was entered into a cell; null for an empty one. */
export type Cell = null | string | number | boolean | FormulaCell;

/**
 * Rows of values. A row is never modified in place but replaced, so that copying the outer array copies the sheet. Rows
 * have no empty values at their end, and the sheet has no empty rows at its end: see grid.ts.
 */
export type Matrix<T> = (readonly (T | null)[])[];

/** A range as Google's API writes it: half-open, from 0, unbounded where an index is missing. */
export interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface SheetRecord {
  readonly sheetId: number;
  title: string;
  rowCount: number;
  columnCount: number;
  /** Other fields of SheetProperties and GridProperties, as they were sent: hidden, tabColorStyle, frozenRowCount … */
  properties: JsonObject;
  gridProperties: JsonObject;
  cells: Matrix<Cell>;
  /** For each cell, everything about it but its value: a position in the spreadsheet's `styles`. */
  styles: Matrix<number>;
  /** DimensionProperties of rows and columns that differ from the default, by index. */
  rowProperties: Record<string, JsonObject>;
  columnProperties: Record<string, JsonObject>;
  merges: GridRange[];
  protectedRanges: JsonObject[];
  basicFilter: JsonObject | null;
  conditionalFormats: JsonObject[];
  tables: JsonObject[];
}

/** The content of a spreadsheet. Its id and title are those of its file in Drive. */
export interface SpreadsheetRecord {
  readonly spreadsheetId: string;
  locale: string;
  timeZone: string;
  /** Other fields of SpreadsheetProperties, as they were sent. */
  properties: JsonObject;
  /** In the order of their tabs. */
  sheets: SheetRecord[];
  namedRanges: JsonObject[];
  developerMetadata: JsonObject[];
  /** Everything about cells but their values: fields of CellData such as userEnteredFormat, note, dataValidation. Append-only. */
  styles: JsonObject[];
}

export interface SheetsState {
  /** By spreadsheet id, which is the Drive file's id. */
  spreadsheets: Record<string, SpreadsheetRecord>;
}

export const emptySheetsState = (): SheetsState => ({ spreadsheets: {} });
