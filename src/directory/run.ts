/** One execution of a full run: what it has read and planned is in memory, and how far it has come is in its point. */
import { batchesOf } from '../kit/batches';
import { instantAt } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { fail, ok, type Result } from '../kit/result';
import type { Step } from '../runs/checkpoint';
import type { Lease } from '../runs/lease';
import { problemBook, type ProblemBook } from '../runs/problems';
import { applyBatch, BATCH, type Failed } from './apply';
import { forgetOthers, noteAttempts, toBeTried } from './attempts';
import { deactivationsIn } from './brakes';
import { afterOf, type LeftOut, type Operation } from './operations';
import { keyOf, plan } from './plan';
import { DIRECTORY_JOB, pointAfter, type Point } from './point';
import { domainOf } from './person';
import { leftOutPeople } from './preview';
import type { DirectoryUser } from './ports';
import { prospect, type Prospect } from './prospect';
import type { DirectoryRunPorts } from './run-ports';
import { runNotes, type RunNotes } from './run-notes';
import type { Last } from './settings';

/** How long a run waits when Google asks it to slow down without saying for how long. */
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
    if (!session) return this.begin(point);
    const batch = session.batches.shift();
    if (batch) return this.write(session, batch, point);
    if (!session.isSecondRound && staleIn(session.failed).length > 0)
      return this.replan(session, point);
    return this.finish(session, point);
  }

  flush(): Result<null, Failure> {
    const flushed = this.ports.journal.flush();
    if (!flushed.ok || !this.session?.book.isChanged) return flushed;
    return this.ports.problems.save(this.session.book.list());
  }

  /** The instant before it read anything; null until then. */
  readAt = (): string | null => this.session?.at ?? null;

  private begin(point: Point): Step<Point> {
    const opened = open(this.ports, this.notes);
    if (!opened.ok) return this.stop(opened.failure);
    this.session = opened.value;
    const left = count(opened.value.batches);
    return left === 0
      ? this.finish(opened.value, point)
      : { kind: 'next', point: { ...point, total: point.done + left } };
  }

  private write(session: Session, batch: readonly Operation[], point: Point): Step<Point> {
    const outcome = applyBatch(batch, this.ports.employees, this.ports.journal);
    if (!outcome.ok) return this.stop(outcome.failure);
    const { done, failed } = outcome.value;
    const stale = session.isSecondRound ? [] : staleIn(failed);
    noteAttempts(session.book, { done, failed: without(failed, stale) });
    session.failed.push(...failed);
    return { kind: 'next', point: pointAfter(point, outcome.value, stale.length) };
  }

  private replan(session: Session, point: Point): Step<Point> {
    const employees = this.ports.employees.load();
    if (!employees.ok) return this.stop(employees.failure);
    const operations = planAgain(session, plan(session.found.users, employees.value).operations);
    session.failed = without(session.failed, staleIn(session.failed));
    session.isSecondRound = true;
    session.batches.push(...batchesOf(operations, this.ports.batchSize ?? BATCH));
    return { kind: 'next', point: { ...point, total: point.done + operations.length } };
  }

  private finish(session: Session, point: Point): Step<Point> {
    const flushed = this.flush();
    if (!flushed.ok) return this.stop(flushed.failure);
    const noted = this.notes.noteFinished(goodOf(session, point));
    return noted.ok ? { kind: 'done' } : this.stop(noted.failure);
  }

  private stop(failure: Failure): Step<Point> {
    if (failure.kind === 'rate-limited')
      return { kind: 'yield', afterMs: failure.retryAfterMs ?? PAUSE_MS };
    // Where this cannot be noted, the record of the run still has the kind of the failure.
    void this.notes.noteFailed(failure);
    return { kind: 'failed', failure };
  }
}

/** Reads, plans and brakes. Fails with `held` when a person has to look. */
function open(ports: DirectoryRunPorts, notes: RunNotes): Result<Session, Failure> {
  const nowMs = ports.clock.now();
  const found = prospect(ports, nowMs);
  if (!found.ok) return found;
  const { hold, plan: planned, users } = found.value;
  const problems = ports.problems.load();
  if (!problems.ok) return problems;
  const book = problemBook(problems.value, ports.clock);
  noteDomains(users, ports, book);
  if (hold) return holdRun(notes.noteHeld(planned, hold, nowMs), ports, book);
  forgetOthers(book, planned.operations);
  const { operations, leftOut } = toBeTried(planned.operations, book);
  return ok({
    at: instantAt(nowMs),
    found: found.value,
    book,
    leftOut: planned.leftOut.concat(leftOut),
    batches: batchesOf(operations, ports.batchSize ?? BATCH),
    failed: [],
    isSecondRound: false,
  });
}

/** Also before a hold: people of a domain that was added find their organization whether or not anybody decides. */
function noteDomains(
  users: readonly DirectoryUser[],
  ports: Pick<DirectoryRunPorts, 'noteDomains'>,
  book: ProblemBook,
): void {
  const domains = new Set(users.map(({ primaryEmail }) => domainOf(primaryEmail)));
  const noted = ports.noteDomains([...domains].sort());
  if (noted.ok) book.noteSuccess(ABOUT_DOMAINS);
  else book.noteFailure(ABOUT_DOMAINS, null, noted.failure);
}

const ABOUT_DOMAINS = 'directory domains';

function holdRun(
  noted: Result<null, Failure>,
  { problems }: Pick<DirectoryRunPorts, 'problems'>,
  book: ProblemBook,
): Result<never, Failure> {
  if (!noted.ok) return noted;
  const saved = book.isChanged ? problems.save(book.list()) : noted;
  return saved.ok ? fail({ kind: 'held', job: DIRECTORY_JOB }) : saved;
}

const staleIn = (failed: readonly Failed[]): Failed[] =>
  failed.filter(({ failure }) => traitsOf(failure).retry === 'replan');

const without = <T>(all: readonly T[], some: readonly T[]): T[] =>
  all.filter((one) => !some.includes(one));

/** Only what was stale. Nobody is deactivated who was not to be before: no brake has seen them. */
function planAgain({ found, failed }: Session, operations: readonly Operation[]): Operation[] {
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

/** People who failed and are shown by name; all of them are among the Problems. */
const MOST_FAILED = 5;

const goodOf = (
  { at, found, leftOut, failed }: Session,
  { counts }: Point,
): NonNullable<Last['good']> => ({
  at,
  users: found.plan.users,
  counts: { ...counts, unchanged: found.plan.unchanged },
  leftOut: leftOutPeople(leftOut),
  failed: {
    count: failed.length,
    examples: failed
      .slice(0, MOST_FAILED)
      .map(({ operation, failure }) => ({ who: afterOf(operation).email, failure })),
  },
});
