/** What the export of OAuth log events is handed. */
import type { Clock } from '../kit/clock';
import type { Deadline } from '../kit/deadline';
import type { Failure } from '../kit/failure';
import type { Page } from '../kit/pages';
import type { Result } from '../kit/result';
import type { Slot } from '../kit/slot';
import type { LogFilter, Marks } from './settings';

/**
 * One activity of the token audit log; it may hold several events.
 *
 * @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token
 */
export interface TokenActivity {
  readonly id: {
    readonly time: string;
    readonly uniqueQualifier: string;
    readonly applicationName?: string;
    readonly customerId?: string;
  };
  readonly actor?: { readonly email?: string; readonly profileId?: string };
  readonly ipAddress?: string;
  readonly events?: readonly {
    readonly name?: string;
    readonly type?: string;
    readonly parameters?: readonly {
      readonly name?: string;
      readonly value?: string;
      readonly multiValue?: readonly string[];
      readonly multiMessageValue?: unknown;
    }[];
  }[];
}

export interface TokenLogQuery extends LogFilter {
  /** The instant from which to read, inclusive. Null: as far back as the log goes (180 days). */
  readonly from: string | null;
  /** The instant up to which to read, inclusive or not. Null: up to now. */
  readonly to: string | null;
}

export interface TokenLog {
  /**
   * One page of at most 1,000 activities, newest first. It may hold more than the filter asks for: the caller leaves
   * out what does not match.
   */
  page(query: TokenLogQuery, pageToken: string | undefined): Result<Page<TokenActivity>, Failure>;
}

/** A spreadsheet and one of its sheets, without their cells. */
export interface ExportFile {
  /** The spreadsheet's time zone, an IANA name. */
  readonly zone: string;
  /** Whether others can open it too. */
  readonly isShared: boolean;
  /** Null when there is no such sheet. */
  readonly sheet: {
    /** Google's id of the sheet, which stays when it is renamed. */
    readonly id: number;
    readonly isHidden: boolean;
    /** Whether a filter hides some of its rows from everybody. */
    readonly isFiltered: boolean;
  } | null;
}

/** Cells from a row on: of a number of rows or to the end, of one column or of all. */
export interface Area {
  readonly firstRow: number;
  readonly rowCount?: number;
  readonly column?: number;
}

/** Rows of cells as text; empty cells and rows at their ends may be missing. */
export type Texts = readonly (readonly string[])[];

/** A row at a place counted from 0, and the text in it that makes it one of ours. */
export interface TakenRow {
  readonly at: number;
  readonly text: string;
}

/**
 * A sheet (tab) of the open file. Rows and columns are counted from 0; the first row is row 0, whatever is in it. A
 * sheet that is renamed meanwhile is still the same one. Fails with `sheet-missing` once it was deleted.
 */
export interface ExportSheet {
  /**
   * Fails with `not-found`, `workbook-in-trash`, `office-file`, or `forbidden` for somebody who may only view the file:
   * then nothing can be added to it.
   */
  file(): Result<ExportFile, Failure>;
  /**
   * The first rows, at most `count`; null when there is no such sheet. Rows that an execution took back before it was
   * ended are judged first.
   */
  top(count: number): Result<Texts | null, Failure>;
  /** Areas of the sheet at one moment, in one request. */
  read(areas: readonly Area[]): Result<readonly Texts[], Failure>;
  /**
   * Makes the sheet if there is none, otherwise uses the empty one; writes the headings, the last one above a hidden
   * column, and freezes the first row.
   */
  make(headings: readonly string[], hidden: string): Result<null, Failure>;
  /**
   * Adds rows below the last one, as text that is never taken for a formula. One request. Fails with
   * `protected-cells` where this account may not write. After `timed-out` or `unavailable`, the rows may have been
   * added all the same.
   */
  append(rows: Texts): Result<null, Failure>;
  /** Adds a hidden column at the end, whatever columns there are by now, with texts by their rows. One request. */
  addColumn(
    heading: string,
    headingRow: number,
    texts: ReadonlyMap<number, string>,
  ): Result<null, Failure>;
  /** Empties the cells that contain just one of these texts, wherever they are by now. */
  erase(texts: readonly string[]): Result<null, Failure>;
  /**
   * Deletes rows, each of which has a cell with a text of its own. A row that has become another one by then is added
   * below the others again.
   */
  takeBack(rows: readonly TakenRow[]): Result<null, Failure>;
}

/** The spreadsheet that the person has open. */
export interface OpenFile {
  /** Empty until the person has given Tandem the file: Google does not say it before. */
  readonly id: string;
  /** Whether the person gave Tandem this file (`drive.file`). */
  readonly hasAccess: boolean;
}

export interface AuditPorts {
  /** Tandem's name in the log (H25). */
  readonly appName: string;
  /** Null when no spreadsheet is open. */
  openFile(): OpenFile | null;
  sheetOf(fileId: string, title: string): ExportSheet;
  readonly log: TokenLog;
  /** The filter of the person's last export. */
  readonly filter: Slot<LogFilter>;
  /** How far the person's exports have come. */
  readonly marks: Slot<Marks>;
  /** No request begins after it: what still follows must fit into the rest of a card's 30 seconds. */
  readonly deadline: Deadline;
  readonly clock: Clock;
  /** Runs the work while no other execution exports into the open file. Fails with `busy` without running it. */
  alone<T>(work: () => T): Result<T, Failure>;
}
