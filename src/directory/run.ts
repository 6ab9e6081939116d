/** One execution of a full run: what it read and planned is in memory, and how far it came in its point. */
import { batchesOf } from '../kit/batches';
import { instantAt } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { ok, type Result } from '../kit/result';
import type { Step } from '../runs/checkpoint';
import type { Lease } from '../runs/lease';
import { problemBook, type ProblemBook } from '../runs/problems';
import { applied, BATCH, type Failed } from './apply';
import { forgetOthers, noteAttempts, toBeTried } from './attempts';
import { deactivationsIn } from './brakes';
import { afterOf, type LeftOut, type Operation } from './operations';
import { keyOf, plan } from './plan';
import { DIRECTORY_JOB, pointAfter, type Point } from './point';
import { leftOutExamples, NAMES } from './preview';
import { prospect, type Prospect } from './prospect';
import type { DirectoryRunPorts } from './run-ports';
import { runNotes, type RunNotes } from './run-notes';
import type { Last } from './settings';

/** How long a run waits that was told to slow down without being told for how long. */
const PAUSE_MS = 60_000;

interface Session {
  readonly at: string;
  readonly found: Prospect;
  readonly book: ProblemBook;
  readonly leftOut: readonly LeftOut[];
  readonly batches: Operation[][];
  readonly failed: Failed[];
  /** What met another state than it was planned for is read and planned again, once. */
  isSecondRound: boolean;
}

export interface DirectoryRun {
  step(point: Point): Step<Point>;
  flush(): Result<null, Failure>;
  /** The instant of its reading; null before. */
  readAt(): string | null;
}

export function directoryRun(ports: DirectoryRunPorts, lease: Lease): DirectoryRun {
  const notes = runNotes(ports.store, lease);
  let session: Session | null = null;

  function step(point: Point): Step<Point> {
    if (!session) return begun(point);
    const batch = session.batches.shift();
    if (batch) return written(session, batch, point);
    if (!session.isSecondRound && staleIn(session.failed).length > 0) return again(session, point);
    return finished(session, point);
  }

  function begun(point: Point): Step<Point> {
    const opened = open(ports, notes);
    if (!opened.ok) return stopped(opened.failure);
    session = opened.value;
    const left = count(session.batches);
    return left === 0
      ? finished(session, point)
      : { kind: 'next', point: { ...point, total: point.done + left } };
  }

  function written(current: Session, batch: readonly Operation[], point: Point): Step<Point> {
    const outcome = applied(batch, ports.employees, ports.journal);
    if (!outcome.ok) return stopped(outcome.failure);
    const { done, failed } = outcome.value;
    const stale = current.isSecondRound ? [] : staleIn(failed);
    noteAttempts(current.book, { done, failed: failed.filter((one) => !stale.includes(one)) });
    current.failed.push(...failed);
    return { kind: 'next', point: pointAfter(point, outcome.value, stale.length) };
  }

  function again(current: Session, point: Point): Step<Point> {
    const employees = ports.employees.load();
    if (!employees.ok) return stopped(employees.failure);
    const batches = batchesOf(
      replanned(current, plan(current.found.users, employees.value).operations),
      ports.batchSize ?? BATCH,
    );
    current.failed.splice(0, Infinity, ...without(current.failed, staleIn(current.failed)));
    current.isSecondRound = true;
    current.batches.push(...batches);
    return { kind: 'next', point: { ...point, total: point.done + count(batches) } };
  }

  function flush(): Result<null, Failure> {
    const flushed = ports.journal.flush();
    if (!flushed.ok || !session?.book.isChanged) return flushed;
    return ports.problems.save(session.book.list());
  }

  function finished(current: Session, point: Point): Step<Point> {
    const flushed = flush();
    if (!flushed.ok) return stopped(flushed.failure);
    const noted = notes.finished(goodOf(current, point));
    return noted.ok ? { kind: 'done' } : stopped(noted.failure);
  }

  function stopped(failure: Failure): Step<Point> {
    if (failure.kind === 'rate-limited')
      return { kind: 'yield', afterMs: failure.retryAfterMs ?? PAUSE_MS };
    notes.failed(failure);
    return { kind: 'failed', failure };
  }

  return { step, flush, readAt: () => session?.at ?? null };
}

/** Reads, plans and brakes. Fails with `held` when a person has to look. */
function open(ports: DirectoryRunPorts, notes: RunNotes): Result<Session, Failure> {
  const at = instantAt(ports.clock.now());
  const found = prospect(ports, ports.clock.now());
  if (!found.ok) return found;
  const { hold, plan: planned } = found.value;
  if (hold) {
    const noted = notes.held(planned, hold, at);
    return noted.ok ? { ok: false, failure: { kind: 'held', job: DIRECTORY_JOB } } : noted;
  }
  const problems = ports.problems.load();
  if (!problems.ok) return problems;
  const book = problemBook(problems.value, ports.clock);
  forgetOthers(book, planned.operations);
  const { operations, leftOut } = toBeTried(planned.operations, book);
  return ok({
    at,
    found: found.value,
    book,
    leftOut: planned.leftOut.concat(leftOut),
    batches: batchesOf(operations, ports.batchSize ?? BATCH),
    failed: [],
    isSecondRound: false,
  });
}

const staleIn = (failed: readonly Failed[]): Failed[] =>
  failed.filter(({ failure }) => traitsOf(failure).retry === 'replan');

const without = <T>(all: readonly T[], some: readonly T[]): T[] =>
  all.filter((one) => !some.includes(one));

/** Only what was stale, and nobody is deactivated who was not to be: the brakes have not seen them. */
function replanned({ found, failed }: Session, operations: readonly Operation[]): Operation[] {
  const stale = new Set(staleIn(failed).map(({ operation }) => keyOf(operation)));
  const seen = new Set(deactivationsIn(found.plan.operations).map(keyOf));
  return operations.filter(
    (operation) =>
      stale.has(keyOf(operation)) &&
      (operation.kind !== 'deactivate' || seen.has(keyOf(operation))),
  );
}

const count = (batches: readonly (readonly unknown[])[]): number =>
  batches.reduce((sum, batch) => sum + batch.length, 0);

const goodOf = (
  { at, found, leftOut, failed }: Session,
  { counts }: Point,
): NonNullable<Last['good']> => ({
  at,
  users: found.plan.users,
  counts: { ...counts, unchanged: found.plan.unchanged },
  leftOut: { count: leftOut.length, examples: leftOutExamples(leftOut) },
  failed: {
    count: failed.length,
    examples: failed
      .slice(0, NAMES)
      .map(({ operation, failure }) => ({ who: afterOf(operation).email, failure })),
  },
});
