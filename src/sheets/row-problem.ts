import type { FailureOf } from '../kit/failure';

/** A mistake in a sheet that a person should correct. Everything else goes on. */
export interface RowProblem {
  /** For example `Activities, row 12`, counted as the spreadsheet shows it. */
  readonly about: string;
  readonly failure: FailureOf<'rejected'>;
}

/** @param at the row, counted from 0 including the heading row. */
export const rowProblem = (sheet: string, at: number, reason: string): RowProblem => {
  const about = `${sheet}, row ${at + 1}`;
  return { about, failure: { kind: 'rejected', id: about, reason } };
};
