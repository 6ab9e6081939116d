/** Problems as rows: at most one about each matter. */
import type { Failure } from '../kit/failure';
import { ok } from '../kit/result';
import type { Problem, ProblemStore } from '../runs/ports';
import { jsonOf } from '../kit/json';
import { cellText, flagOf, instantOrNull, textOf, textOrNull } from '../sheets/cells';
import { failureKindOf } from './connections';
import { PROBLEMS_ROWS } from './forms';
import type { FieldOf } from '../sheets/table';
import { keyedPlan, type Wanted } from '../sheets/keyed-rows';
import { carryOut } from '../sheets/plan';
import type { Sheets } from '../sheets/sheets';
import type { Cells } from '../sheets/table';

type Field = FieldOf<typeof PROBLEMS_ROWS>;
type ProblemCells = Cells<Field>;

/** Null for a row that Tandem did not write. */
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

/** A failure in words for people: what is wrong, and what to do about it. */
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
    const wanted = (): Wanted<Field> => {
      const table = sheets.table(PROBLEMS_ROWS);
      const all = new Map<string, ProblemCells | null>();
      for (const { cells } of table.ok ? table.value.rows : [])
        if (problemOf(cells)) all.set(textOf(cells.about), null);
      for (const problem of problems) {
        all.delete(problem.about);
        all.set(problem.about, cellsOf(wordsOf)(problem));
      }
      return all;
    };
    return carryOut(sheets, [
      keyedPlan(sheets, PROBLEMS_ROWS, (cells) => textOf(cells.about) || null, wanted),
    ]);
  },
});
