import type { FailureOf } from '../kit/failure';

/** Something in a sheet that a person should put right; everything else goes on. */
export interface RowProblem {
  /** Such as `Activities, row 12`: counted as the spreadsheet shows it. */
  readonly about: string;
  readonly failure: FailureOf<'rejected'>;
}

/** @param at counted from 0, the heading row included. */
export const rowProblem = (sheet: string, at: number, reason: string): RowProblem => {
  const about = `${sheet}, row ${at + 1}`;
  return { about, failure: { kind: 'rejected', id: about, reason } };
};
