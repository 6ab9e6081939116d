/** Rows of the workbook that a person should put right, kept among the Problems until they have. */
import type { Clock } from '../kit/clock';
import { ok, type Result } from '../kit/result';
import type { Failure } from '../kit/failure';
import { problemBook } from '../runs/problems';
import type { OrganizationBook } from './organization-workbook';

/** As rows are named, here and in no other problem. */
const IS_ROW = /, row \d+$/;

export interface RowsToCheck extends Pick<OrganizationBook, 'rowProblems'> {
  readonly records: Pick<OrganizationBook['records'], 'problems' | 'settingsProblems'>;
}

/** Writes only when something was put right, or something else is wrong: rows that nobody read say nothing. */
export function noteRowProblems(
  { rowProblems, records: { problems, settingsProblems } }: RowsToCheck,
  clock: Clock,
): Result<null, Failure> {
  const inRows = rowProblems();
  if (!inRows.ok) return inRows;
  if (inRows.value === null) return ok(null);
  const inSettings = settingsProblems();
  if (!inSettings.ok) return inSettings;
  const found = [...inSettings.value, ...inRows.value];
  const before = problems.load();
  if (!before.ok) return before;
  const book = problemBook(before.value, clock);
  const wrong = new Map(found.map(({ about, failure }) => [about, failure]));
  for (const { about, version } of before.value) {
    if (!IS_ROW.test(about)) continue;
    const failure = wrong.get(about);
    if (failure === undefined) book.noteSuccess(about);
    else if (failure.reason === version) wrong.delete(about);
  }
  for (const [about, failure] of wrong) book.noteFailure(about, failure.reason, failure);
  return book.isChanged ? problems.save(book.list()) : ok(null);
}
