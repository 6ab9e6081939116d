/** What the export of OAuth log events needs of the world. */
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
  /** The instant up to which to read; whether it counts itself does not matter here. Null: up to now. */
  readonly to: string | null;
}

export interface TokenLog {
  /**
   * One page of at most 1,000 activities, newest first. More may be answered than the filter asks for: what does not
   * match is left out here.
   */
  page(query: TokenLogQuery, pageToken: string | undefined): Result<Page<TokenActivity>, Failure>;
}

/** A sheet (tab) of the file that is open in front of the person. Rows and columns are counted from 0, rows below the headings. */
export interface ExportSheet {
  /** The first row as text; empty when nothing is in it; null when there is no such sheet. */
  headings(): Result<readonly string[] | null, Failure>;
  /** The values of a column below its heading, as text, gaps as empty ones; an empty list when there is no such sheet. */
  column(index: number): Result<readonly string[], Failure>;
  /** Whole rows as text; trailing empty cells and rows may be missing. */
  rows(first: number, count: number): Result<readonly (readonly string[])[], Failure>;
  /** Makes the sheet if there is none; writes the headings and freezes the first row where that row is empty. */
  ensure(headings: readonly string[]): Result<null, Failure>;
  /**
   * Adds rows below the last, as text that no formula is made of (RAW). One request. When it fails with `timed-out` or
   * `unavailable`, it may have happened.
   */
  append(rows: readonly (readonly string[])[]): Result<null, Failure>;
}

/** The spreadsheet in front of the person. */
export interface OpenFile {
  /** Google tells it only once the person gave Tandem the file: empty before. */
  readonly id: string;
  /** Whether the person gave Tandem this file (`drive.file`). */
  readonly hasAccess: boolean;
}

export interface AuditPorts {
  /** The name that Tandem bears in the log (H25). */
  readonly appName: string;
  /** Null when no spreadsheet is open. */
  openFile(): OpenFile | null;
  sheetOf(fileId: string, title: string): ExportSheet;
  readonly log: TokenLog;
  /** Of the person who exports. */
  readonly filter: Slot<LogFilter>;
  /** Of the person who exports. */
  readonly marks: Slot<Marks>;
  /** Until when another request may begin; what then follows must fit into the rest of a card's 30 seconds. */
  readonly deadline: Deadline;
  readonly clock: Clock;
  /** Runs the work while no other execution exports. Fails with `busy`, without having run it. */
  alone<T>(work: () => T): Result<T, Failure>;
}
