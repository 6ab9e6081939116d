/** What one execution knows and has not saved yet: connections, statuses and counts. It decides what a failure stops, too. */
import { instantAt, msOf } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import { isTransient, traitsOf } from '../../kit/failure-traits';
import type { Result } from '../../kit/result';
import type { ConnectionBook } from './connection-book';
import type { Policies } from './policies';
import { policySince } from './policy-since';
import { pollMs } from './poll';
import type { Task } from './queue';
import type { Connection } from '../ports';
import type { RunnerPorts } from './ports';
import type { Lags } from '../boards/freshness-log';
import { sayable } from '../boards/sayable';
import type { CycleReport } from '../sync/sync';
import type { RunUndo } from './run-undo';
import { failedStatus, ownMeetings, writtenOn, type Told } from './told';
import { nothingUnsaved, save } from './unsaved';
import { NOTHING_TO_DO } from '../sync/preview';
import { UNFINISHED } from '../sync/read-under';

/** One calendar without a response concerns one person; so many in a row concern everybody. */
const FAILURES_IN_A_ROW = 3;
const DEFAULT_PAUSE_MS = 60_000;
/** The most writes that a kill can leave out of the journal; they are found and linked again. */
const MOST_UNSAVED_WRITES = 200;
const SAVINGS_A_LOOK_BOOK = 10;

const ONLY_LOOKS: ReadonlySet<Task['kind']> = new Set(['preview', 'look-back', 'list', 'count']);

/** Failures that turn a person's sync off: suspended in Google, or inactive in the work system (S7). */
const isOutOfService = ({ kind }: Failure): boolean =>
  kind === 'suspended-subject' || kind === 'inactive-at-work';

export type RunStep =
  | { readonly kind: 'next' }
  | { readonly kind: 'done' }
  | { readonly kind: 'yield'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const NEXT: RunStep = { kind: 'next' };

export class RunLedger {
  readonly counts = {
    people: 0,
    idle: 0,
    toGoogle: 0,
    toWork: 0,
    conflicts: 0,
    held: 0,
    failed: 0,
  };
  unsaved = nothingUnsaved();
  /** Set at the end of a chunk and of the run. */
  isSavingDue = false;
  /** Set at the end of the run. */
  isEnding = false;
  private failuresInARow = 0;
  private readonly everyMs: number;
  private savings = 0;
  private isPolicyTold = false;

  constructor(
    readonly ports: RunnerPorts,
    readonly book: ConnectionBook,
    readonly policies: Policies,
    /** What an administrator undoes for everybody; null for nothing. */
    readonly undo: RunUndo | null = null,
  ) {
    this.everyMs = pollMs(this.on().length, ports.everyMs);
  }

  now = (): string => instantAt(this.ports.clock.now());

  /** Everybody who is synced. */
  on(): readonly Connection[] {
    return this.book.all().filter(({ state }) => state === 'on');
  }

  /** Ends the run because the failure stops everybody. One that passes soon is waited for. */
  stop(failure: Failure): RunStep {
    this.end();
    return stopping(failure);
  }

  /** A failure stops only this person, unless its traits say that it stops everybody. A wish stays if trying again may help. */
  noteFailure(task: Task, failure: Failure): RunStep {
    const isAnswerless = ANSWERLESS.has(failure.kind);
    this.failuresInARow = isAnswerless ? this.failuresInARow + 1 : 0;
    const { stops } = traitsOf(failure);
    if (stops !== 'record' && stops !== 'person' && !isAnswerless) return this.stop(failure);
    this.counts.failed += 1;
    if (task.undo) this.undo?.noteFailed(task.person);
    const isOut = isOutOfService(failure);
    this.note(task, { failure: failure.kind, ...(isOut && this.off(task)) });
    const told = this.tellFailure(task, failure);
    if (!told.ok) return this.stop(told.failure);
    if (!isTransient(failure)) this.fulfil(task);
    return this.failuresInARow < FAILURES_IN_A_ROW ? NEXT : this.stop(failure);
  }

  private off({ person }: Task): Pick<Connection, 'state' | 'progress'> {
    return { state: 'off', progress: this.book.find(person.userId)?.progress ?? UNFINISHED };
  }

  private tellFailure({ person, kind }: Task, failure: Failure): Result<null, Failure> {
    if (kind === 'preview') {
      if (isTransient(failure)) return { ok: true, value: null };
      return this.ports.previews.put(person.userId, {
        plannedAt: this.now(),
        preview: NOTHING_TO_DO,
        hold: null,
        privateEvents: 'leave-out',
        audience: null,
        same: '',
        failure: sayable(failure),
      });
    }
    const isOff = kind === 'removal' || isOutOfService(failure);
    const { userId } = person;
    const status = failedStatus(sayable(failure), isOff ? 'off' : 'failed', this.told(userId));
    this.unsaved.status.set(userId, status);
    return { ok: true, value: null };
  }

  /** Keeps the changes of a connection. A look ahead or back has none. */
  note({ person, kind }: Task, changes: Partial<Connection>): void {
    const connection = this.book.find(person.userId);
    if (!connection || ONLY_LOOKS.has(kind)) return;
    const isNew = (Object.keys(changes) as (keyof Connection)[]).some(
      (field) => connection[field] !== changes[field],
    );
    if (isNew) this.book.put({ ...connection, ...changes });
  }

  /** The wish is removed once everything is saved. */
  fulfil(task: Task): void {
    if (task.waiting) this.unsaved.fulfilled.push(task.waiting);
    if (task.waiting && task.kind === 'removal') this.note(task, { connected: undefined });
  }

  noteLook(userId: string, workState: string | null, isUnfinished = false): void {
    this.ports.looks.note(userId, this.ports.clock.now(), { workState, isUnfinished });
  }

  /** Notes events that are left alone, so that the card of an open event does not say it is synced. Read only when unknown. */
  noteApart(userId: string, isNew: boolean): void {
    if (!isNew && this.ports.looks.knowsApart(userId)) return;
    const links = this.ports.records.linksOf(userId).load();
    if (!links.ok) return;
    const apart = links.value.filter(({ behind }) => behind);
    this.ports.looks.noteApart(
      userId,
      apart.map(({ google }) => google.id),
    );
  }

  noteSuccess(): void {
    this.failuresInARow = 0;
  }

  noteInStep(userId: string, begunAt: string): void {
    this.ports.looks.noteInStep(userId, msOf(begunAt));
  }

  /** What a new status begins with. */
  told(userId: string): Told {
    const links = this.unsaved.hasRecords ? this.ports.records.linksOf(userId).load() : null;
    const before = this.ports.board.status(userId);
    const connection = this.book.find(userId);
    const organizers = connection?.progress?.organizers?.synced ?? [];
    return {
      at: this.now(),
      before,
      run: this.ports.records.run,
      links: links?.ok ? links.value.length : (before?.links ?? 0),
      conflicts: connection?.conflicts ?? [],
      connectedBy: connection?.connected?.by,
      organizers,
      ownMeetings: links?.ok ? ownMeetings(links.value, organizers) : (before?.ownMeetings ?? []),
    };
  }

  count({ done, conflicts }: CycleReport): void {
    const written = { google: writtenOn('google', done), work: writtenOn('work', done) };
    this.counts.toGoogle += written.google;
    this.counts.toWork += written.work;
    this.counts.conflicts += conflicts.length;
    this.unsaved.writes += written.google + written.work;
  }

  noteLags({ toWork, toGoogle }: Lags): void {
    const { lags } = this.unsaved;
    this.unsaved.lags = {
      toWork: [...lags.toWork, ...toWork],
      toGoogle: [...lags.toGoogle, ...toGoogle],
    };
  }

  /** Has everything saved at the end of this step. */
  end(): void {
    this.isEnding = true;
    this.isSavingDue = true;
  }

  isSavingNow(): boolean {
    if (this.ports.deadline.left() === 0) this.end();
    return this.isSavingDue || this.unsaved.writes >= MOST_UNSAVED_WRITES;
  }

  save(): Result<null, Failure> {
    this.isSavingDue = false;
    const chosen = this.isPolicyTold ? null : this.policies.summary();
    const summary = chosen && {
      ...chosen,
      since: policySince(this.ports, chosen.privateEvents, this.now()),
    };
    const kept = save(this.ports, this.book, this.unsaved, summary);
    if (!kept.ok) return kept;
    this.isPolicyTold ||= summary !== null;
    this.undo?.save();
    this.unsaved = nothingUnsaved();
    this.savings += 1;
    // Everybody's looks are few, long values, and losing them only costs looks: so they are not saved every time.
    if (this.isEnding || this.savings % SAVINGS_A_LOOK_BOOK === 0)
      this.ports.looks.save(new Set(this.on().map(({ userId }) => userId)), this.everyMs);
    return kept;
  }

  /** The oldest last look among everybody who is synced; null when there is none. */
  oldestLookMs(): number | null {
    const { looks } = this.ports;
    return this.on().reduce<number | null>((oldest, { userId, lastRunAt }) => {
      const ms = looks.lastMs(userId) ?? (lastRunAt === null ? null : msOf(lastRunAt));
      return ms === null ? oldest : Math.min(oldest ?? ms, ms);
    }, null);
  }
}

export function stopping(failure: Failure): RunStep {
  if (traitsOf(failure).retry !== 'soon') return { kind: 'failed', failure };
  const afterMs = failure.kind === 'rate-limited' ? failure.retryAfterMs : null;
  return { kind: 'yield', afterMs: afterMs ?? DEFAULT_PAUSE_MS };
}

const ANSWERLESS: ReadonlySet<Failure['kind']> = new Set([
  'unavailable',
  'timed-out',
  'unreadable-answer',
]);
