/** Rows of the workbook that a person should correct, listed in Problems until they have. */
import type { Clock } from '../kit/clock';
import { ok, type Result } from '../kit/result';
import type { Failure } from '../kit/failure';
import { problemBook } from '../runs/problems';
import type { OrganizationBook } from './organization-workbook';

/** How rows are named in these problems, and in no others. */
const IS_ROW = /, row \d+$/;

export interface RowsToCheck extends Pick<OrganizationBook, 'rowProblems'> {
  readonly records: Pick<OrganizationBook['records'], 'problems' | 'settingsProblems'>;
}

/** Writes only when a row was corrected or another is wrong; sheets that were not read change nothing. */
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
