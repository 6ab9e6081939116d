import { dateOf, type Row } from './row';

/** What an export added to the sheet. */
export interface Added {
  readonly count: number;
  /** How many are older than rows exported before: they reached the log late (D18). */
  readonly late: number;
  /** Dates of the rows; empty when there are none. */
  readonly oldest: string;
  readonly newest: string;
}

export const NOTHING_ADDED: Added = { count: 0, late: 0, oldest: '', newest: '' };

/**
 * @param rows sorted by date.
 * @param newestBefore the newest date of earlier exports; empty when there was none.
 */
export const plusRows = (added: Added, rows: readonly Row[], newestBefore: string): Added => {
  if (rows.length === 0) return added;
  const first = dateOf(rows[0]!);
  const last = dateOf(rows[rows.length - 1]!);
  return {
    count: added.count + rows.length,
    late: added.late + rows.filter((row) => dateOf(row) < newestBefore).length,
    oldest: added.count === 0 || first < added.oldest ? first : added.oldest,
    newest: last > added.newest ? last : added.newest,
  };
};
