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
  failed: Failed[];
  /** What met another state than it was planned for is read and planned again, once. */
  isSecondRound: boolean;
}

export class DirectoryRun {
  private readonly notes: RunNotes;
  private session: Session | null = null;

  constructor(
    private readonly ports: DirectoryRunPorts,
    lease: Lease,
  ) {
    this.notes = runNotes(ports.store, lease);
  }

  step(point: Point): Step<Point> {
    const { session } = this;
    if (!session) return this.begun(point);
    const batch = session.batches.shift();
    if (batch) return this.written(session, batch, point);
    if (!session.isSecondRound && staleIn(session.failed).length > 0)
      return this.again(session, point);
    return this.finished(session, point);
  }

  flush(): Result<null, Failure> {
    const flushed = this.ports.journal.flush();
    if (!flushed.ok || !this.session?.book.isChanged) return flushed;
    return this.ports.problems.save(this.session.book.list());
  }

  /** The instant of its reading; null before. */
  readAt = (): string | null => this.session?.at ?? null;

  private begun(point: Point): Step<Point> {
    const opened = open(this.ports, this.notes);
    if (!opened.ok) return this.stopped(opened.failure);
    this.session = opened.value;
    const left = count(opened.value.batches);
    return left === 0
      ? this.finished(opened.value, point)
      : { kind: 'next', point: { ...point, total: point.done + left } };
  }

  private written(session: Session, batch: readonly Operation[], point: Point): Step<Point> {
    const outcome = applied(batch, this.ports.employees, this.ports.journal);
    if (!outcome.ok) return this.stopped(outcome.failure);
    const { done, failed } = outcome.value;
    const stale = session.isSecondRound ? [] : staleIn(failed);
    noteAttempts(session.book, { done, failed: without(failed, stale) });
    session.failed.push(...failed);
    return { kind: 'next', point: pointAfter(point, outcome.value, stale.length) };
  }

  private again(session: Session, point: Point): Step<Point> {
    const employees = this.ports.employees.load();
    if (!employees.ok) return this.stopped(employees.failure);
    const operations = replanned(session, plan(session.found.users, employees.value).operations);
    session.failed = without(session.failed, staleIn(session.failed));
    session.isSecondRound = true;
    session.batches.push(...batchesOf(operations, this.ports.batchSize ?? BATCH));
    return { kind: 'next', point: { ...point, total: point.done + operations.length } };
  }

  private finished(session: Session, point: Point): Step<Point> {
    const flushed = this.flush();
    if (!flushed.ok) return this.stopped(flushed.failure);
    const noted = this.notes.finished(goodOf(session, point));
    return noted.ok ? { kind: 'done' } : this.stopped(noted.failure);
  }

  private stopped(failure: Failure): Step<Point> {
    if (failure.kind === 'rate-limited')
      return { kind: 'yield', afterMs: failure.retryAfterMs ?? PAUSE_MS };
    this.notes.failed(failure);
    return { kind: 'failed', failure };
  }
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
