/** What the export of OAuth log events needs of the world. */
import type { Failure } from '../kit/failure';
import type { Page } from '../kit/pages';
import type { Result } from '../kit/result';

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

export interface TokenLogQuery {
  /** Newest first from Google; the instant from which to read, inclusive. Null: as far back as the log goes (180 days). */
  readonly from: string | null;
  /** Exact name of the application; empty for all. */
  readonly appName: string;
  /** `authorize`, `revoke`, …; empty for all. */
  readonly eventName: string;
}

export interface TokenLog {
  /** One page of at most 1,000 activities. */
  page(query: TokenLogQuery, pageToken: string | undefined): Result<Page<TokenActivity>, Failure>;
}

/** A sheet (tab) of the file that is open in front of the person. */
export interface ExportSheet {
  /** The values of a column below its heading, as text; an empty list when there is no such sheet. */
  column(index: number): Result<readonly string[], Failure>;
  /** Makes the sheet if there is none, with its headings and a frozen first row. */
  ensure(headings: readonly string[]): Result<null, Failure>;
  /** Adds rows below the last, as text that no formula is made of. */
  append(rows: readonly (readonly string[])[]): Result<null, Failure>;
}
