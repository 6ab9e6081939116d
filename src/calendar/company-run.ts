/** One execution over everybody who is due: in chunks, the idle ones of a chunk at once and then one person a step. */
import { instantAt, msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { ok, type Result } from '../kit/result';
import { connectionBook, type ConnectionBook } from './connection-book';
import {
  checkedStaff,
  cursorOf,
  isIdle,
  renewed,
  turnOf,
  type Ready,
  type TurnEnd,
} from './person-cycle';
import { lookAhead, takeCopiesAway } from './person-wishes';
import { policies } from './policies';
import { pollMs } from './poll';
import { dueTasks, type Task } from './queue';
import type { Connection, RunnerPorts } from './runner-ports';
import { takeWishes } from './take-wishes';
import { doneStatus, failedStatus, heldStatus, writtenOn, type Told } from './told';
import { nothingUnsaved, save } from './unsaved';

/** People whose listings are asked for at once. */
export const CHUNK = 50;
/** So much is lost to a kill at most; it is found again, but not in the journal. */
const MOST_UNSAVED_WRITES = 200;
/** One calendar that does not answer is its own matter; several in a row are not. */
const FAILURES_IN_A_ROW = 3;
const DEFAULT_PAUSE_MS = 60_000;

export type RunStep =
  | { readonly kind: 'next' }
  | { readonly kind: 'done' }
  | { readonly kind: 'yield'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

const NEXT: RunStep = { kind: 'next' };

export interface CompanyRun {
  step(): RunStep;
  flush(): Result<null, Failure>;
  readonly counts: Readonly<Record<string, number>>;
  /** The look that is longest ago among all who are synced; null when there is none. */
  oldestLookMs(): number | null;
}

export function companyRun(ports: RunnerPorts): CompanyRun {
  const { looks, clock } = ports;
  const now = (): string => instantAt(clock.now());
  const policy = policies(ports.work, now);
  const counts = { people: 0, idle: 0, toGoogle: 0, toWork: 0, conflicts: 0, held: 0, failed: 0 };
  let book: ConnectionBook | null = null;
  let tasks: Task[] = [];
  let ready: Ready[] = [];
  let unsaved = nothingUnsaved();
  let isSavingDue = false;
  let failuresInARow = 0;

  function begin(): RunStep {
    const loaded = connectionBook(ports.connections);
    if (!loaded.ok) return stop(loaded.failure);
    const waiting = takeWishes(ports, loaded.value);
    if (!waiting.ok) return stop(waiting.failure);
    book = loaded.value;
    tasks = dueTasks(ports, book, waiting.value);
    return NEXT;
  }

  function stop(failure: Failure): RunStep {
    isSavingDue = true;
    if (traitsOf(failure).retry !== 'soon') return { kind: 'failed', failure };
    const afterMs = failure.kind === 'rate-limited' ? failure.retryAfterMs : null;
    return { kind: 'yield', afterMs: afterMs ?? DEFAULT_PAUSE_MS };
  }

  /** A person's failure is theirs alone, unless it says that it is everybody's. */
  function failedFor(task: Task, failure: Failure): RunStep {
    const isAnswerless = ANSWERLESS.has(failure.kind);
    failuresInARow = isAnswerless ? failuresInARow + 1 : 0;
    const { stops } = traitsOf(failure);
    const isTheirs = stops === 'record' || stops === 'person' || isAnswerless;
    if (!isTheirs) return stop(failure);
    counts.failed += 1;
    const isOut = failure.kind === 'suspended-subject';
    note(task, isOut ? { state: 'off', failure: failure.kind } : { failure: failure.kind });
    const outcome = isOut || task.kind === 'removal' ? 'off' : 'failed';
    if (task.kind === 'preview')
      return previewed(task, lookAhead.failed(ports, task.email, failure, now()));
    unsaved.status.set(task.email, failedStatus(failure, outcome, told(task.email)));
    fulfilled(task);
    return failuresInARow < FAILURES_IN_A_ROW ? NEXT : stop(failure);
  }

  function previewed(task: Task, put: Result<null, Failure>): RunStep {
    if (!put.ok) return stop(put.failure);
    fulfilled(task);
    return NEXT;
  }

  function note(task: Task, changes: Partial<Connection>): void {
    const connection = book!.find(task.email);
    if (!connection || task.kind === 'preview') return;
    const isNew = (Object.keys(changes) as (keyof Connection)[]).some(
      (field) => connection[field] !== changes[field],
    );
    if (isNew) book!.put({ ...connection, ...changes });
  }

  const fulfilled = ({ waiting }: Task): void => {
    if (waiting) unsaved.fulfilled.push(waiting);
  };

  const told = (email: string): Told => {
    const links = ports.records.linksOf(email).load();
    return {
      at: now(),
      before: ports.board.status(email),
      links: links.ok ? links.value.length : 0,
    };
  };

  const looked = (email: string, workState: string | null, isUnfinished = false): void =>
    looks.note(email, clock.now(), { workState, isUnfinished });

  /** Reads who of a chunk has anything to do; the others are done with it. */
  function sweep(chunk: readonly Task[]): RunStep {
    const able: Ready[] = [];
    for (const task of chunk) {
      const found = readyFor(task);
      const failed = found.ok ? null : failedFor(task, found.failure);
      if (!found.ok) looked(task.email, null);
      if (failed && failed.kind !== 'next') return failed;
      if (found.ok && found.value) able.push(found.value);
    }
    const asks = able.flatMap(({ task, connection, policy: known }) => {
      const cursor = task.kind === 'sync' ? cursorOf(connection.progress, known) : null;
      return cursor === null ? [] : [{ email: task.email, cursor, from: known.window.fromInstant }];
    });
    if (asks.length > 0) ports.google.prefetch(asks);
    const cursors = new Map(asks.map((ask) => [ask.email, ask]));
    for (const one of able) {
      const ask = cursors.get(one.task.email);
      const listing = ask && ports.google.of(ask.email).changes(ask.cursor, ask.from);
      const all = listing && ask ? { ...one, asked: { ...ask, listing } } : one;
      if (isIdle(all)) idle(all);
      else ready.push(all);
    }
    isSavingDue = ready.length === 0;
    return NEXT;
  }

  /** What a person's turn needs; null when there is nothing to do for them any more. */
  function readyFor(task: Task): Result<Ready | null, Failure> {
    const known = book!.find(task.email);
    if (task.kind === 'sync' && known?.state !== 'on') {
      fulfilled(task);
      return ok(null);
    }
    const connection = known ?? stranger(task.email);
    const checked = checkedStaff(ports, task.email, connection.googleId);
    if (!checked.ok) return checked;
    const zone = connection.zone === null ? ports.google.zoneOf(task.email) : ok(connection.zone);
    if (!zone.ok) return zone;
    note(task, { zone: zone.value });
    const person = policy.of({ email: task.email, zone: zone.value });
    if (!person.ok) return person;
    const workState = ports.work.stateOf(task.email);
    if (!workState.ok) return workState;
    return ok({
      task,
      connection: { ...connection, zone: zone.value },
      policy: person.value,
      workState: workState.value,
      asked: null,
      begunAt: now(),
    });
  }

  function idle(one: Ready): void {
    const { email } = one.task;
    counts.people += 1;
    counts.idle += 1;
    failuresInARow = 0;
    const connection = renewed(one);
    if (connection) book!.put(connection);
    inStep(one);
    looked(email, one.workState);
    fulfilled(one.task);
  }

  const inStep = ({ task, begunAt }: Ready): void => {
    const people = book!.all().filter(({ state }) => state === 'on').length;
    unsaved.fresh.set(task.email, { at: begunAt, everyMs: pollMs(people, ports.everyMs) });
  };

  function work(one: Ready): RunStep {
    const { task } = one;
    if (task.email === looks.lost) {
      const kept = saved();
      if (!kept.ok) return stop(kept.failure);
    }
    looks.begin(task.email);
    counts.people += 1;
    const step = WORK[task.kind](one);
    if (ready.length === 0) isSavingDue = true;
    return step;
  }

  const WORK: Readonly<Record<Task['kind'], (one: Ready) => RunStep>> = {
    sync(one) {
      unsaved.hasRecords = true;
      const end = turnOf(ports, one);
      looked(one.task.email, one.workState, end.kind === 'unfinished');
      return synced(one, end);
    },
    preview(one) {
      const put = lookAhead.planned(ports, one, now());
      if (put.ok) failuresInARow = 0;
      return put.ok ? previewed(one.task, put.value) : failedFor(one.task, put.failure);
    },
    removal(one) {
      unsaved.hasRecords = true;
      const removed = takeCopiesAway(ports, one);
      looked(one.task.email, one.workState);
      if (!removed.ok) return failedFor(one.task, removed.failure);
      if (removed.value === 'unfinished') return { kind: 'yield', afterMs: 0 };
      failuresInARow = 0;
      note(one.task, { state: 'off', progress: null, workState: null });
      fulfilled(one.task);
      return NEXT;
    },
  };

  function synced(one: Ready, end: TurnEnd): RunStep {
    const { email } = one.task;
    if (end.kind !== 'held' && end.report) count(end.report);
    if (end.kind === 'unfinished') return { kind: 'yield', afterMs: 0 };
    if (end.kind === 'failed') return failedFor(one.task, end.failure);
    failuresInARow = 0;
    fulfilled(one.task);
    if (end.kind === 'held') {
      counts.held += 1;
      note(one.task, { failure: 'held' });
      unsaved.status.set(email, heldStatus(end.hold, told(email)));
      return NEXT;
    }
    book!.put(end.connection);
    inStep(one);
    unsaved.status.set(email, doneStatus(end.report, told(email)));
    return NEXT;
  }

  function count({ done, conflicts }: NonNullable<Extract<TurnEnd, { kind: 'done' }>['report']>) {
    const written = { google: writtenOn('google', done), work: writtenOn('work', done) };
    counts.toGoogle += written.google;
    counts.toWork += written.work;
    counts.conflicts += conflicts.length;
    unsaved.writes += written.google + written.work;
  }

  function saved(): Result<null, Failure> {
    isSavingDue = false;
    if (!book) return ok(null);
    const kept = save(ports, book, unsaved, policy.summary());
    if (kept.ok) unsaved = nothingUnsaved();
    return kept;
  }

  return {
    counts,
    step() {
      if (!ports.isOn) return { kind: 'done' };
      if (!book) return begin();
      const one = ready.shift();
      if (one) return work(one);
      const chunk = tasks.splice(0, CHUNK);
      if (chunk.length > 0) return sweep(chunk);
      ports.previews.clean(clock.now());
      isSavingDue = true;
      return { kind: 'done' };
    },
    flush: () =>
      isSavingDue || unsaved.writes >= MOST_UNSAVED_WRITES || ports.deadline.left() === 0
        ? saved()
        : ok(null),
    oldestLookMs() {
      const on = book?.all().filter(({ state }) => state === 'on') ?? [];
      const all = on.map(
        ({ email, lastRunAt }) => looks.lastMs(email) ?? (lastRunAt ? msOf(lastRunAt) : null),
      );
      return all.reduce<number | null>(
        (oldest, ms) => (ms === null ? oldest : Math.min(oldest ?? ms, ms)),
        null,
      );
    },
  };
}

const ANSWERLESS: ReadonlySet<Failure['kind']> = new Set([
  'unavailable',
  'timed-out',
  'unreadable-answer',
]);

/** Somebody who never turned it on, and only wants to see what would happen. */
const stranger = (email: string): Connection => ({
  email,
  googleId: null,
  state: 'off',
  consentedAt: '',
  consentVersion: 0,
  zone: null,
  workState: null,
  lastRunAt: null,
  freshAt: null,
  failure: null,
  progress: null,
});
