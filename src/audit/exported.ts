/** How an export ended. */
import type { Failure } from '../kit/failure';
import { dateOf, type Row } from './row';
import type { LogFilter } from './settings';

/** What an export added to the sheet. */
export interface Added {
  readonly count: number;
  /** How many of the events that were read had their row already. */
  readonly already: number;
  /** How many are older than rows exported before: they reached the log late (D18). */
  readonly late: number;
  /** Dates of the rows; empty when there are none. */
  readonly oldest: string;
  readonly newest: string;
}

export const NOTHING_ADDED: Added = { count: 0, already: 0, late: 0, oldest: '', newest: '' };

/**
 * @param rows sorted by date.
 * @param newestBefore the newest date of earlier exports; empty when there was none.
 */
export const plusRows = (added: Added, rows: readonly Row[], newestBefore: string): Added => {
  if (rows.length === 0) return added;
  const first = dateOf(rows[0]!);
  const last = dateOf(rows[rows.length - 1]!);
  return {
    ...added,
    count: added.count + rows.length,
    late: added.late + rows.filter((row) => dateOf(row) < newestBefore).length,
    oldest: added.count === 0 || first < added.oldest ? first : added.oldest,
    newest: last > added.newest ? last : added.newest,
  };
};

export type Outcome =
  /** `isHeard`: whether this or an earlier export ever met an event that the filter asks for. */
  | { readonly kind: 'complete'; readonly added: Added; readonly isHeard: boolean }
  /** Time ran out. `upTo`: everything before it is in the sheet; null while no such time is known. */
  | { readonly kind: 'continues'; readonly added: Added; readonly upTo: string | null }
  /** Rows that were already added stay, and the next export recognizes them. */
  | {
      readonly kind: 'failed';
      readonly added: Added;
      readonly failure: Failure;
      readonly upTo: string | null;
    }
  /** There is a sheet with our title, but headings are `missing` in it, or are there `twice`. */
  | {
      readonly kind: 'other-headings';
      readonly missing: readonly string[];
      readonly twice: readonly string[];
    }
  /**
   * No event has the application's name. `near`: names in the log that are like it, the most alike first. `isWhole`:
   * whether all of the log was searched for them, or only its newest entries.
   */
  | { readonly kind: 'unknown-name'; readonly near: readonly string[]; readonly isWhole: boolean }
  /** Google has no event of the name. */
  | { readonly kind: 'unknown-event' };

/** The sheet that rows were added to. */
export interface Place {
  readonly fileId: string;
  /** Google's id of the sheet, as `#gid=` has it. */
  readonly sheetId: number;
  /** The spreadsheet's time zone, an IANA name. */
  readonly zone: string;
  readonly isHidden: boolean;
  /** Whether a filter hides some of its rows. */
  readonly isFiltered: boolean;
  /** Whether others can open the spreadsheet too. */
  readonly isShared: boolean;
  /** Whether the sheet of an earlier export was no longer there, so that a new one was made. */
  readonly isMadeAgain: boolean;
  /** Whether there were rows, but not the hidden column that tells which events they are. */
  readonly hadNoKeys: boolean;
}

export type Exported = Outcome & {
  /** What was exported: as asked, or with the application's name as the log has it. */
  readonly filter: LogFilter;
  /** Null when the spreadsheet or the sheet could not be opened. */
  readonly place: Place | null;
  /** How far earlier exports came, if Google no longer keeps the events that follow; null otherwise. */
  readonly lostFrom: string | null;
};
