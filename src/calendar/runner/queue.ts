/** Who is looked at in this run, and in which order. */
import { instantAt, msOf } from '../../kit/clock';
import { dueJobs, type Job } from '../../runs/dispatcher';
import type { ConnectionBook } from './connection-book';
import { pollMs } from './poll';
import type { Connection, RunnerPorts } from '../runner-ports';
import type { Waiting } from '../boards/wishes';

/** What is to be done for one person. */
export interface Task {
  readonly email: string;
  readonly kind: 'sync' | 'preview' | 'removal';
  /** Removed once it is done; null where nobody wished. */
  readonly waiting: Waiting | null;
}

/**
 * Wishes and people whose activities moved first, then everybody whose time it is, whoever has waited longest first. Whom
 * the last execution did not come back from comes last, so that nobody else waits behind them again.
 */
export function dueTasks(
  ports: RunnerPorts,
  book: ConnectionBook,
  waiting: readonly Waiting[],
): Task[] {
  const nowMs = ports.clock.now();
  const on = book.all().filter(({ state }) => state === 'on');
  const everyMs = pollMs(on.length, ports.everyMs);
  const tasks = new Map<string, Task>();
  for (const { email } of on) tasks.set(email, { email, kind: 'sync', waiting: null });
  for (const one of waiting) {
    const task = taskOf(one, book.find(one.email));
    if (task) tasks.set(one.email, task);
    else ports.wishes.remove(one);
  }
  const jobs = [...tasks.values()].map((task): Job => ({
    id: task.email,
    tenant: ports.customer,
    everyMs,
    lastStartMs: lastMs(ports, book.find(task.email), task.email),
    notBeforeMs: null,
    isWished: task.waiting !== null || isNews(ports, book.find(task.email)),
  }));
  const order = dueJobs(jobs, nowMs).map(({ id }) => tasks.get(id)!);
  const { lost } = ports.looks;
  return [
    ...order.filter(({ email }) => email !== lost),
    ...order.filter(({ email }) => email === lost),
  ];
}

/** Null for what there is nothing to do about any more. */
function taskOf(waiting: Waiting, connection: Connection | null): Task | null {
  const { email, wish } = waiting;
  if (wish.kind === 'preview') return { email, kind: 'preview', waiting };
  if (wish.kind === 'off') return connection && { email, kind: 'removal', waiting };
  return { email, kind: 'sync', waiting };
}

function lastMs(
  { looks }: RunnerPorts,
  connection: Connection | null,
  email: string,
): number | null {
  const lookedMs = looks.lastMs(email);
  const ranAt = connection?.lastRunAt ?? null;
  return lookedMs ?? (ranAt === null ? null : msOf(ranAt));
}

/** Something to do is known of already: a run to go on with, a first one, or activities that are not as they were. */
function isNews({ looks, work }: RunnerPorts, connection: Connection | null): boolean {
  if (connection === null) return false;
  const { email, progress, failure, workState } = connection;
  if (looks.isUnfinished(email) || (progress === null && failure === null)) return true;
  const state = work.stateOf(email);
  return (
    state.ok &&
    state.value !== null &&
    state.value !== workState &&
    state.value !== looks.stateAt(email)
  );
}

/** Whether a person's approval has not been used: a run that was done since would have used it. */
export const isUnused = ({ freshAt }: Pick<Connection, 'freshAt'>, at: string): boolean =>
  freshAt === null || freshAt < instantAt(msOf(at));
