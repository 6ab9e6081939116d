/** A spreadsheet as rows and columns: what the workbook is made of, whoever keeps it. */
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';

/** As it is stored: dates and times are serial numbers (days since 1899-12-30), in no zone. */
export type Cell = string | number | boolean;

export type Rows = readonly (readonly Cell[])[];

/** Cells of one row from a column on. Counted from 0, the heading row included. */
export interface RowUpdate {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly Cell[];
}

export interface SheetForm {
  readonly title: string;
  readonly headings: readonly string[];
  /** Number formats by column index, such as `yyyy-mm-dd hh:mm`. */
  readonly formats?: Readonly<Record<number, string>>;
  /** Pixels by column index; other columns are as wide as Google makes them. */
  readonly widths?: Readonly<Record<number, number>>;
  /** What stands below the headings at first. */
  readonly firstRows?: Rows;
  /** Not meant for people. */
  readonly isHidden?: boolean;
}

/**
 * Sheets are named by title. Strings are written as they are: nothing becomes a formula, a date or a number (RAW).
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest
 */
export interface Spreadsheet {
  readonly id: string;
  /** Rows of several sheets, headings included, in their order; trailing empty cells and rows may be missing. One request. */
  read(sheets: readonly string[]): Result<readonly Rows[], Failure>;
  /** The first row alone, for a sheet that only grows. One request. */
  headings(sheet: string): Result<readonly Cell[], Failure>;
  /** Adds rows below the last one that holds anything. One request; not to be repeated unseen. */
  append(sheet: string, rows: Rows): Result<null, Failure>;
  /** One request for all. */
  update(updates: readonly RowUpdate[]): Result<null, Failure>;
  /** Removes rows, counted as in `RowUpdate`. One request. */
  deleteRows(sheet: string, rows: readonly number[]): Result<null, Failure>;
  /** Differs after every change by anybody: Drive's file `version`. One request to Drive. */
  version(): Result<string, Failure>;
}
