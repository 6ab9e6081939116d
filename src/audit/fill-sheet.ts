/** Brings a sheet up to date with the log: reads a slice, appends the missing rows, and goes on to the next slice. */
import { instantAt, msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { valueOr } from '../kit/slot';
import { addRows } from './add-rows';
import { NOTHING_ADDED, plusRows, type Added, type Outcome } from './exported';
import { eventsOf, type LogEvent } from './log-event';
import type { AuditPorts } from './ports';
import { withMark, type LogFilter, type Mark } from './settings';
import type { SheetRows } from './sheet-rows';
import { advanced, narrowed, readSlice, sliceEnd, startAt, type Course } from './slice';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Events reach the log in no order, usually hours late and now and then days. The next export reads everything
 * younger than this again, and no export says that it is complete beyond it (D18).
 *
 * @see https://support.google.com/a/answer/7061566
 */
export const OVERLAP_MS = 3 * DAY_MS;

export interface Wish extends LogFilter {
  readonly fileId: string;
  /** Compares the whole log with the sheet, as a first export does. */
  readonly isWhole: boolean;
}

/** Everything that one export works with. */
export interface Filling {
  readonly ports: AuditPorts;
  readonly wish: Wish;
  readonly rows: SheetRows;
  readonly nowMs: number;
  /** What the previous export saved. */
  readonly mark: Mark | null;
}

interface Progress {
  readonly course: Course;
  readonly added: Added;
  /** The date of the newest event that is known to have a row; empty when there is none. */
  readonly newest: string;
  /** As in `Outcome`. */
  readonly upTo: string | null;
}

type Stepped =
  | { readonly kind: 'next'; readonly progress: Progress }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

/**
 * Adds a row for every event that has none, oldest first. Once it is complete, every event that was in the log by then
 * has exactly one row, whatever interrupted earlier exports and however the pages were cut. An event that reaches the
 * log up to three days late gets its row from the next export. Two executions at the same time would both add rows:
 * run it inside `alone`.
 *
 * People may sort, move and edit rows: each is known by its key. A row without a key, from before there were keys or
 * because somebody deleted their column, is recognized by its date, application, event, user and address. A deleted row
 * comes back if its event is less than three days old, or when the whole log is read.
 */
export function fillSheet(run: Filling): Outcome {
  const { ports, wish, nowMs, mark } = run;
  const settledUpTo = wish.isWhole ? null : (mark?.settledUpTo ?? null);
  let progress: Progress = {
    course: startAt(settledUpTo, nowMs, mark?.spanMs ?? Infinity),
    added: NOTHING_ADDED,
    newest: mark?.newest ?? '',
    upTo: settledUpTo,
  };
  let isFirst = true;
  do {
    const stepped = step(run, progress);
    if (stepped.kind === 'ended') return stepped.outcome;
    isFirst &&= stepped.progress.upTo === progress.upTo;
    progress = stepped.progress;
    // At least one slice is written: an export that never got that far would never finish.
  } while (isFirst || ports.deadline.left() > 0);
  return { kind: 'continues', added: progress.added, upTo: progress.upTo };
}

/** One slice: read to its end before anything is written, because a missing page is a failure. */
function step(run: Filling, progress: Progress): Stepped {
  const { course } = progress;
  const { from, spanMs } = course;
  const to = sliceEnd(course, run.nowMs);
  const { appName, eventName } = run.wish;
  const read = readSlice(run.ports, { appName, eventName, from, to }, spanMs);
  if (!read.ok) return ended(failed(progress, progress.added, read.failure));
  if (read.value.kind === 'too-much') {
    const endMs = to === null ? run.nowMs : msOf(to);
    const smaller = narrowed(course, read.value.oldest, endMs);
    return { kind: 'next', progress: { ...progress, course: smaller } };
  }
  const { activities } = read.value;
  const events = eventsOf(activities, run.wish).filter(
    ({ time }) => (from === null || time >= from) && (to === null || time <= to),
  );
  return write(run, progress, { events, to, activities: activities.length });
}

interface Found {
  /** Oldest first. */
  readonly events: readonly LogEvent[];
  /** The end of their slice. */
  readonly to: string | null;
  /** How many log entries were read for them, including those that the filter left out. */
  readonly activities: number;
}

function write(run: Filling, progress: Progress, { events, to, activities }: Found): Stepped {
  const range = { from: progress.course.from, to };
  const { written, present, end } = addRows(run.rows, run.ports.deadline, { events, ...range });
  const already = progress.added.already + present;
  const added = plusRows(
    { ...progress.added, already },
    written.map(({ cells }) => cells),
    run.mark?.newest ?? '',
  );
  if (end.kind === 'failed') return ended(failed(progress, added, end.failure));
  if (end.kind === 'no-time') return ended({ kind: 'continues', added, upTo: progress.upTo });
  const last = events[events.length - 1]?.time ?? '';
  const newest = last > progress.newest ? last : progress.newest;
  const course = to === null ? null : advanced(progress.course, to, activities);
  remember(run, newest, course);
  if (course === null) return ended({ kind: 'complete', added, isHeard: newest !== '' });
  return { kind: 'next', progress: { course, added, newest, upTo: course.from } };
}

const failed = ({ upTo }: Progress, added: Added, failure: Failure): Outcome => ({
  kind: 'failed',
  added,
  failure,
  upTo,
});

const ended = (outcome: Outcome): Stepped => ({ kind: 'ended', outcome });

/**
 * Saves how far the sheet is complete. In a log that has been quiet, the overlap reaches back from its newest event.
 */
function remember({ ports, wish, nowMs }: Filling, newest: string, next: Course | null): void {
  const to = next?.from ?? null;
  if (newest === '' && to === null) return;
  const settledMs =
    to === null
      ? Math.min(nowMs, msOf(newest)) - OVERLAP_MS
      : Math.min(nowMs - OVERLAP_MS, msOf(to));
  const { fileId, appName, eventName } = wish;
  const settledUpTo = instantAt(settledMs);
  const marks = valueOr(ports.marks.read(), []);
  const spanMs = next === null ? {} : { spanMs: next.spanMs };
  // An export without a mark only reads more.
  void ports.marks.write(
    withMark(marks, { fileId, appName, eventName, settledUpTo, newest, ...spanMs }),
  );
}
