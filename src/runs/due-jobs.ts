/** Which of many recurring syncs are due, and in which order one run takes them. Pure. */

/** A sync that runs again and again. */
export interface Job {
  readonly id: string;
  /** Time from one start to the next, at most; a trigger that comes less often makes it longer. */
  readonly everyMs: number;
  /** Null before its first run. Whether that run succeeded makes no difference. */
  readonly lastStartMs: number | null;
  /** Somebody is waiting for it, or told us that something changed. */
  readonly isWished: boolean;
}

/** Google asks that intervals vary, by up to a quarter. Ours only ever become shorter. */
const SPREAD = 0.25;

/**
 * When a job is due, in milliseconds since 1970: at once if it never ran or is wished for.
 *
 * @see https://developers.google.com/workspace/calendar/api/guides/quota
 */
export function dueMs(job: Job, nowMs: number): number {
  const startMs = job.lastStartMs;
  const isAtOnce = startMs === null || job.isWished || startMs > nowMs;
  return isAtOnce ? Math.min(nowMs, startMs ?? nowMs) : startMs + variedInterval(job);
}

/**
 * Jobs that are due, whichever has waited longest first. A wish puts a job ahead by one interval, so that many wishes do
 * not hold up anybody forever.
 */
export const dueJobs = (jobs: readonly Job[], nowMs: number): Job[] =>
  jobs
    .filter((job) => dueMs(job, nowMs) <= nowMs)
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));

/** Smaller is sooner. */
function rank({ lastStartMs, everyMs, isWished }: Job): number {
  if (lastStartMs === null) return -Infinity;
  return lastStartMs + (isWished ? 0 : everyMs);
}

/** The interval, shorter by a part that differs from job to job and from run to run. */
function variedInterval({ id, everyMs, lastStartMs }: Job): number {
  let hash = 0x811c9dc5;
  for (const character of `${id} ${lastStartMs}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return everyMs * (1 - (SPREAD * (hash >>> 0)) / 2 ** 32);
}
