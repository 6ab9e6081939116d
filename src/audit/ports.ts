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

/** A sheet (tab) of the open file. Rows and columns are counted from 0, and rows begin below the headings. */
export interface ExportSheet {
  /** The first row as text; empty when nothing is in it; null when there is no such sheet. */
  headings(): Result<readonly string[] | null, Failure>;
  /**
   * The values of a column below its heading, as text, with empty texts for gaps; an empty list when there is no such
   * sheet.
   */
  column(index: number): Result<readonly string[], Failure>;
  /** Whole rows as text; trailing empty cells and rows may be missing. */
  rows(first: number, count: number): Result<readonly (readonly string[])[], Failure>;
  /** Makes the sheet if there is none; writes the headings and freezes the first row where that row is empty. */
  ensure(headings: readonly string[]): Result<null, Failure>;
  /**
   * Adds rows below the last one, as text that is never taken for a formula (RAW). One request. After `timed-out` or
   * `unavailable`, the rows may have been added all the same.
   */
  append(rows: readonly (readonly string[])[]): Result<null, Failure>;
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
  /** Runs the work while no other execution exports. Fails with `busy` without running it. */
  alone<T>(work: () => T): Result<T, Failure>;
}
