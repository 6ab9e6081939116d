/** Who is looked at in this run, and in which order. */
import { msOf } from '../../kit/clock';
import { dueJobs, type Job } from '../../runs/due-jobs';
import type { ConnectionBook } from './connection-book';
import { isToBeSynced } from './announce';
import { pollMs } from './poll';
import type { AddressedPerson } from '../../kit/person';
import type { Undo, Waiting } from '../boards/wishes';
import type { Connection } from '../ports';
import { hasFinished } from '../sync/read-under';
import type { FormerCopies, RunnerPorts } from './ports';

/** `by`: the address of the administrator. */
export type EverybodysUndo = Undo & { readonly by: string };

/** What is to be done for one person. */
export interface Task {
  readonly person: AddressedPerson;
  readonly kind: 'sync' | 'preview' | 'look-back' | 'list' | 'removal' | 'count';
  /** The wish to remove once it is done; null when there is none. */
  readonly waiting: Waiting | null;
  /** What an administrator undoes for everybody. */
  readonly undo?: EverybodysUndo;
}

/**
 * People with wishes or changed activities first, then everybody who is due, the longest wait first. The person in whose turn
 * the last execution was ended comes last, so that nobody waits behind them again.
 */
export function dueTasks(
  ports: RunnerPorts,
  book: ConnectionBook,
  waiting: readonly Waiting[],
  undos: ReadonlyMap<string, EverybodysUndo> = NO_UNDOS,
): Task[] {
  if (ports.former) return formerTasks(ports.former, book);
  const nowMs = ports.clock.now();
  const on = book.all().filter(isToBeSynced);
  const everyMs = pollMs(on.length, ports.everyMs);
  const tasks = new Map<string, Task>();
  const kind = ports.isLeaving ? 'removal' : 'sync';
  for (const person of on) tasks.set(person.userId, { person, kind, waiting: null });
  for (const one of waiting) {
    const { userId } = one.person;
    const task = taskOf(one, book.find(userId));
    // What somebody in it wishes for besides has no effect any more.
    if (task && kind === 'sync') tasks.set(userId, task);
    else if (!task || task.kind !== 'removal') ports.wishes.remove(one);
    else tasks.set(userId, task);
  }
  for (const [userId, undo] of undos) {
    const task = tasks.get(userId);
    if (task && isFree(task)) tasks.set(userId, { ...task, kind: kindOf(undo), undo });
  }
  const jobs = [...tasks.values()].map((task): Job => ({
    id: task.person.userId,
    everyMs,
    lastStartMs: lastMs(ports, book.find(task.person.userId), task.person.userId),
    isWished:
      task.waiting !== null ||
      task.kind === 'removal' ||
      task.undo !== undefined ||
      isNews(ports, book.find(task.person.userId)),
  }));
  const order = dueJobs(jobs, nowMs).map(({ id }) => tasks.get(id)!);
  const { lost } = ports.looks;
  return [
    ...order.filter(({ person }) => person.userId !== lost),
    ...order.filter(({ person }) => person.userId === lost),
  ];
}

/** Everybody who ever had a sync, also where it is off by now: their copies may have stayed. Wishes wait. */
const formerTasks = ({ task: kind, after }: FormerCopies, book: ConnectionBook): Task[] =>
  book
    .all()
    .filter(({ userId }) => after === null || userId > after)
    .sort((one, other) => (one.userId < other.userId ? -1 : 1))
    .map((person) => ({ person, kind, waiting: null }));

const NO_UNDOS: ReadonlyMap<string, EverybodysUndo> = new Map();

/** What the person wished for themself comes first; a later run undoes the rest. */
const isFree = ({ kind, waiting }: Task): boolean =>
  kind === 'sync' && (waiting === null || waiting.wish.kind === 'look');

const kindOf = ({ go }: Undo): Task['kind'] => (go ? 'sync' : 'look-back');

/** Null when there is nothing left to do. */
function taskOf(waiting: Waiting, connection: Connection | null): Task | null {
  const { wish } = waiting;
  const person = connection ?? { ...waiting.person, addresses: [waiting.person.email] };
  if (wish.kind === 'preview' || wish.kind === 'list') return { person, kind: wish.kind, waiting };
  if (wish.kind === 'undo') return { person, kind: kindOf(wish), waiting };
  if (wish.kind === 'off') return connection && { person, kind: 'removal', waiting };
  return { person, kind: 'sync', waiting };
}

function lastMs(
  { looks }: RunnerPorts,
  connection: Connection | null,
  userId: string,
): number | null {
  const lookedMs = looks.lastMs(userId);
  const ranAt = connection?.lastRunAt ?? null;
  return lookedMs ?? (ranAt === null ? null : msOf(ranAt));
}

/** Whether something to do is already known: an unfinished or a first run, a second look, or changed activities. */
function isNews({ looks, work }: RunnerPorts, connection: Connection | null): boolean {
  if (connection === null) return false;
  const { userId, progress, failure, workState } = connection;
  if (looks.isUnfinished(userId) || (!hasFinished(progress) && failure === null)) return true;
  if (progress !== null && failure === null && progress.missing.length > 0) return true;
  const state = work.stateOf(connection);
  return (
    state.ok &&
    state.value !== null &&
    state.value !== workState &&
    state.value !== looks.stateAt(userId)
  );
}
