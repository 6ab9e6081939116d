/** A spreadsheet as rows and columns: what the workbook is made of, whoever keeps it. */
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';

/** A value as it is stored: dates and times are serial numbers (days since 1899-12-30) without a time zone. */
export type Cell = string | number | boolean;

export type Rows = readonly (readonly Cell[])[];

/** How a sheet looks, by column index. */
export interface SheetLook {
  readonly title: string;
  /** Number formats, such as `yyyy-mm-dd hh:mm`. */
  readonly formats?: Readonly<Record<number, string>>;
  /** In pixels; other columns are as wide as Google makes them. */
  readonly widths?: Readonly<Record<number, number>>;
  /** Columns that people do not need to see. */
  readonly hidden?: readonly number[];
  /** How many columns the filter in the headings covers; undefined for no filter. */
  readonly filtered?: number;
}

export interface SheetForm extends SheetLook {
  readonly headings: readonly string[];
  /** The first rows below the headings. */
  readonly firstRows?: Rows;
  /** Whether the sheet is hidden, because it is not meant for people. */
  readonly isHidden?: boolean;
}

/**
 * The hidden sheet in which every batch keeps what it changes. Its first cell is the serial of the last batch, its third that of the
 * batch before; each row below has a note, and from `UNDO_COPY_COLUMN` on a copy of a row.
 */
export const UNDO = 'Undo';

/** The serial of an `UNDO` that was made again after somebody deleted it: no batch has this serial. */
export const UNDO_REMADE = 1;

/** Where copies begin in `UNDO`. */
export const UNDO_COPY_COLUMN = 4;

/**
 * One part of a batch. Sheets are named by title, rows and columns are counted from 0, headings included; rows of `UNDO` by
 * `note`. Parts are done in their order, each meeting what those before it left.
 */
export type Step =
  /** Empties `UNDO` below its first row, in which the serial of the batch before moves to the third cell. Without it, all stays. */
  | { readonly kind: 'clear' }
  /** Writes into rows of `UNDO`, from its first column on. */
  | { readonly kind: 'note'; readonly note: number; readonly rows: Rows }
  /**
   * Copies whole rows into `UNDO`, whatever columns they have: the values that they show to rows from `note` on, and, unless it is
   * null, everything (formulas and formats too) to rows from `whole` on.
   */
  | {
      readonly kind: 'keep';
      readonly sheet: string;
      readonly row: number;
      readonly count: number;
      readonly note: number;
      readonly whole: number | null;
    }
  /** Strings stay as they are: nothing becomes a formula, a date or a number. */
  | {
      readonly kind: 'update';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly cells: readonly Cell[];
    }
  /** Copies cells back from a row of `UNDO`. @param from counted in the row that was copied. */
  | {
      readonly kind: 'restore';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly whole: number;
      readonly from: number;
      readonly width: number;
    }
  /** @param count how many adjacent rows, from `row` on. */
  | {
      readonly kind: 'delete';
      readonly sheet: string;
      readonly row: number;
      readonly count: number;
    }
  /** A new, empty row. */
  | { readonly kind: 'insert'; readonly sheet: string; readonly row: number }
  /** Rows below the last row that has anything in any column. */
  | {
      readonly kind: 'append';
      readonly sheet: string;
      readonly rows: Rows;
      /** Number formats by column: Google does not document whether a new row takes them over from the rows above. */
      readonly formats?: Readonly<Record<number, string>>;
    }
  /** New columns with these headings before the column `at`; existing columns move. */
  | {
      readonly kind: 'add-columns';
      readonly sheet: string;
      readonly at: number;
      readonly headings: readonly string[];
    };

/** Parts that are carried out together or not at all. */
export interface Batch {
  readonly serial: number;
  readonly steps: readonly Step[];
  /** Rows of `UNDO` that the batch uses, from the first on. */
  readonly undoRows: number;
  /** How many rows of `UNDO` the response should return, from the first on. */
  readonly answerRows: number;
}

/** Blocks of a sheet: whole columns or runs of whole rows, counted from 0, the heading row included. */
export interface SheetPart {
  readonly sheet: string;
  readonly blocks: readonly (
    | { readonly kind: 'column'; readonly column: number }
    | { readonly kind: 'rows'; readonly row: number; readonly count: number }
  )[];
}

export interface Reading {
  /** Of the sheets or blocks that were asked for, then of the headings; trailing empty cells and rows may be missing. */
  readonly rows: readonly Rows[];
  /** Of the last batch, as it stood when the sheets were read: 0 before the first one, null without `UNDO`. */
  readonly serial: number | null;
}

/**
 * Sheets are named by title.
 *
 * @see https://developers.google.com/workspace/sheets/api/reference/rest
 */
export interface Spreadsheet {
  readonly id: string;
  /**
   * Whole sheets, and only the first row of others. One request, made when the quota has room for a write after it, so
   * that no write has to wait. Fails with `not-found` for a sheet that does not exist.
   */
  read(sheets: readonly string[], headings?: readonly string[]): Result<Reading, Failure>;
  /** All of `UNDO`; no rows when it is not there. One request. */
  undo(): Result<Rows, Failure>;
  /**
   * Makes a batch at once, in one request, and creates `UNDO` if it is missing. Returns rows of `UNDO` as they were right
   * after it. Fails as a whole; with `timed-out` or `unavailable` it is unknown whether it was done: the serial shows that.
   */
  write(batch: Batch): Result<Rows, Failure>;
  /** One column and some rows of a sheet whose headings are known, because it is too long to read whole. One request. */
  readPart(part: SheetPart): Result<Reading, Failure>;
  /** Differs after every change by anybody: Drive's file `version`. One request to Drive. */
  version(): Result<string, Failure>;
  /** The time zone in which its dates and times are shown. No request once anything was written. */
  zone(): Result<string, Failure>;
  /** Adds those of these sheets that are missing. */
  addMissing(forms: readonly SheetForm[]): Result<null, Failure>;
  /** Gives existing sheets the formats of new ones. Changes no value. */
  dress(looks: readonly SheetLook[]): Result<null, Failure>;
}
