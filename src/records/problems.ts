/** The Problems as rows: at most one about anything. */
import type { Failure } from '../kit/failure';
import { ok } from '../kit/result';
import type { Problem, ProblemStore } from '../runs/ports';
import { cellText, flagOf, instantOrNull, jsonOf, textOf, textOrNull } from '../sheets/cells';
import { failureKindOf } from './connections';
import { PROBLEMS_ROWS } from './forms';
import type { FieldOf } from '../sheets/table';
import { rowChanges, written } from '../sheets/keyed-rows';
import type { Sheets } from '../sheets/sheets';
import type { Cells } from '../sheets/table';

type ProblemCells = Cells<FieldOf<typeof PROBLEMS_ROWS>>;

/** Null for a row that is no problem of ours. */
function problemOf(cells: ProblemCells): Problem | null {
  const kind = failureKindOf(cells.kind);
  const facts = jsonOf(textOf(cells.failure));
  const [firstSeenAt, lastSeenAt] = [
    instantOrNull(cells.firstSeenAt),
    instantOrNull(cells.lastSeenAt),
  ];
  const isWhole = kind !== null && typeof facts === 'object' && facts !== null;
  if (!isWhole || firstSeenAt === null || lastSeenAt === null || !textOf(cells.about)) return null;
  return {
    about: textOf(cells.about),
    failure: { ...facts, kind } as Failure,
    version: textOrNull(cells.version),
    count: Number(cells.count) || 0,
    firstSeenAt,
    lastSeenAt,
    isQuarantined: flagOf(cells.isQuarantined) ?? false,
  };
}

/** What a person reads of a failure; what is wrong and what to do about it. */
export type WordsOf = (failure: Failure) => { readonly said: string; readonly cure: string };

const cellsOf =
  (wordsOf: WordsOf) =>
  ({ failure, version, ...problem }: Problem): ProblemCells => {
    const { kind, ...facts } = failure;
    const { said, cure } = wordsOf(failure);
    return {
      ...problem,
      said: cellText(said),
      cure: cellText(cure),
      kind,
      failure: cellText(JSON.stringify(facts)),
      version: version ?? '',
    };
  };

export const workbookProblems = (sheets: Sheets, wordsOf: WordsOf): ProblemStore => ({
  load() {
    const table = sheets.table(PROBLEMS_ROWS);
    return table.ok ? ok(table.value.rows.flatMap(({ cells }) => problemOf(cells) ?? [])) : table;
  },
  save(problems) {
    const table = sheets.table(PROBLEMS_ROWS);
    if (!table.ok) return table;
    const wanted = new Map<string, ProblemCells | null>();
    for (const { cells } of table.value.rows)
      if (problemOf(cells)) wanted.set(textOf(cells.about), null);
    for (const problem of problems) {
      wanted.delete(problem.about);
      wanted.set(problem.about, cellsOf(wordsOf)(problem));
    }
    const changes = rowChanges(table.value, (cells) => textOf(cells.about) || null, wanted);
    return written(sheets, PROBLEMS_ROWS.title, changes);
  },
});
