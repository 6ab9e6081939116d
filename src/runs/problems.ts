import { instantAt, type Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import type { Problem } from './ports';

export const PROBLEMS = {
  /** Failures in a row after which something is left alone, so that it does not delay anything else. */
  TRIES: 5,
  /** Above this, the oldest are dropped first; those in quarantine are kept longest. */
  MAX_KEPT: 500,
} as const;

/** The problems of an organization during one run: read before it, and saved after it if anything changed. */
export interface ProblemBook {
  readonly isChanged: boolean;
  /** All problems, those in quarantine last, otherwise newest last. */
  list(): readonly Problem[];
  /** @param version the version that failed, so that the record is tried again once it has changed. */
  noteFailure(about: string, version: string | null, failure: Failure): void;
  /** Removes the problem, because it works again. */
  noteSuccess(about: string): void;
  /** Whether it should be left alone for now. */
  isQuarantined(about: string, version: string | null): boolean;
}

export function problemBook(problems: readonly Problem[], clock: Clock): ProblemBook {
  const book = new Map(problems.map((problem) => [problem.about, problem]));
  let isChanged = false;

  function put(problem: Problem): void {
    book.set(problem.about, problem);
    isChanged = true;
  }

  return {
    get isChanged() {
      return isChanged;
    },
    list: () => kept([...book.values()]),
    noteFailure(about, version, failure) {
      put(problemAfter(book.get(about), { about, version, failure }, instantAt(clock.now())));
    },
    noteSuccess(about) {
      if (book.delete(about)) isChanged = true;
    },
    isQuarantined(about, version) {
      const problem = book.get(about);
      return problem !== undefined && problem.isQuarantined && problem.version === version;
    },
  };
}

function problemAfter(
  before: Problem | undefined,
  seen: Pick<Problem, 'about' | 'version' | 'failure'>,
  at: string,
): Problem {
  const isSame = before !== undefined && before.version === seen.version;
  const count = (isSame ? before.count : 0) + (isBlameless(seen.failure) ? 0 : 1);
  return {
    ...seen,
    count,
    firstSeenAt: before?.firstSeenAt ?? at,
    lastSeenAt: at,
    isQuarantined: count >= PROBLEMS.TRIES,
  };
}

/** One of Google's limits, or another run in the way, says nothing about what was tried. */
const isBlameless = (failure: Failure): boolean =>
  failure.kind === 'rate-limited' || traitsOf(failure).retry === 'later';

function kept(problems: readonly Problem[]): Problem[] {
  return [...problems]
    .sort(
      (a, b) =>
        Number(a.isQuarantined) - Number(b.isQuarantined) ||
        compared(a.lastSeenAt, b.lastSeenAt) ||
        compared(a.about, b.about),
    )
    .slice(-PROBLEMS.MAX_KEPT);
}

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
