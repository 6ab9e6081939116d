/** Which syncs are due: one recurring trigger serves them all, so they take turns. Pure. */

/** A sync that runs again and again. */
export interface Job {
  readonly id: string;
  readonly tenant: string;
  /** Time from one start to the next, at most; a trigger that comes less often makes it longer. */
  readonly everyMs: number;
  /** Null before its first run. Whether that run was good makes no difference. */
  readonly lastStartMs: number | null;
  /** A pause that Google or a person asked for; null for none. */
  readonly notBeforeMs: number | null;
  /** Somebody is waiting for it, or told us that something changed. */
  readonly isWished: boolean;
}

/** Google asks that intervals vary, by up to a quarter. Ours only ever become shorter. */
const SPREAD = 0.25;

/**
 * When a job is due, in milliseconds since 1970: at once if it never ran or is wished for, but never in a pause.
 *
 * @see https://developers.google.com/workspace/calendar/api/guides/quota
 */
export function dueMs(job: Job, nowMs: number): number {
  const startMs = job.lastStartMs;
  const isAtOnce = startMs === null || job.isWished || startMs > nowMs;
  const turnMs = isAtOnce ? Math.min(nowMs, startMs ?? nowMs) : startMs + varied(job);
  return Math.max(turnMs, job.notBeforeMs ?? -Infinity);
}

/**
 * Jobs that are due, in the order to run them: tenants take turns, and in a tenant whoever has waited longest comes first.
 * A wish puts a job ahead by one interval, so that many wishes hold nobody up for ever.
 */
export function dueJobs(jobs: readonly Job[], nowMs: number): Job[] {
  const due = jobs
    .filter((job) => dueMs(job, nowMs) <= nowMs)
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const tenants = new Map<string, Job[]>();
  for (const job of due) {
    const queue = tenants.get(job.tenant);
    if (queue) queue.push(job);
    else tenants.set(job.tenant, [job]);
  }
  return turns([...tenants.values()]);
}

/** Smaller is sooner. */
function rank({ lastStartMs, everyMs, isWished }: Job): number {
  if (lastStartMs === null) return -Infinity;
  return lastStartMs + (isWished ? 0 : everyMs);
}

/** The first of each queue, then the second of each, and so on. */
function turns(queues: readonly (readonly Job[])[]): Job[] {
  const order: Job[] = [];
  let left = queues;
  for (let turn = 0; left.length > 0; turn += 1) {
    for (const queue of left) order.push(queue[turn]!);
    left = left.filter((queue) => queue.length > turn + 1);
  }
  return order;
}

/** The interval, shorter by a part that differs from job to job and from run to run. */
function varied({ id, everyMs, lastStartMs }: Job): number {
  let hash = 0x811c9dc5;
  for (const character of `${id} ${lastStartMs}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return everyMs * (1 - (SPREAD * (hash >>> 0)) / 2 ** 32);
}
