/**
 * Takes back what was copied of a private event: after the organization chose to show less of private events, or after the
 * event became private. What somebody wrote into the row since the last run goes to Google first, so that nothing is lost.
 */
import type { Change } from '../entry/change';
import type { Entry } from '../entry/entry';
import { FIELDS, sameField } from '../entry/fields';
import { BUSY_TITLE, masked } from '../entry/google-change';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import { isChanged, merged, winnerOf, type AllCourses, type Courses } from './merge';
import type { Operation } from './operations';
import { conflictOf, writeOf } from './merge-outcome';
import { nextLink, versionOf } from './pair-writes';
import { isHidden, isMasked } from './privacy';

interface HidingContext {
  readonly policy: Policy;
  readonly courses: AllCourses;
}

/** What both sides report about one pair. */
export interface Changes {
  readonly google: Change | undefined;
  readonly work: Change | undefined;
}

/** Whether the work system shows more of a pair's private event than it may. */
export function isToBeHidden(link: Link, { google, work }: Changes, policy: Policy): boolean {
  if (google?.kind === 'gone') return false;
  const entry = google?.kind === 'present' ? google.entry : link.base;
  if (!isHidden(entry, link.origin, policy)) return false;
  // Without its row nothing is shown. Under "leave out" the row may be missing because Tandem deleted it.
  if (work?.kind === 'gone') return policy.privateEvents === 'leave-out';
  return policy.privateEvents === 'leave-out' || !isMasked(link.base);
}

export function planHiding(link: Link, changes: Changes, context: HidingContext): Operation | null {
  const { work } = changes;
  if (context.policy.privateEvents === 'busy') return maskRow(link, changes, context);
  if (work?.kind === 'gone') return { kind: 'unlink', link };
  const leave: Operation | null = link.behind ? null : { kind: 'leave', link };
  // Only the row says whose it is: the next run reads it.
  if (work === undefined) return leave;
  const isMade = work.kind === 'present' && work.origin?.id === link.google.id;
  if (!isMade) return isMasked(link.base) ? leave : maskRow(link, changes, context);
  if (isChanged('work', withoutMask(work.entry, link.base), link.base, context.courses.edits))
    return isMasked(link.base) ? leave : maskRow(link, changes, context);
  return {
    kind: 'delete',
    on: 'work',
    at: versionOf(work, link.work),
    link,
    before: work.entry,
    hides: true,
  };
}

/** Makes the row say only that the time is taken. */
function maskRow(
  link: Link,
  { google, work }: Changes,
  { policy, courses: { usual, whole, oneWay: oneWayCourses } }: HidingContext,
): Operation {
  const isOneWay = google?.kind === 'present' ? !google.writable : link.oneWay;
  const courses = isOneWay ? oneWayCourses : usual;
  const there = {
    google: google?.kind === 'present' ? google : null,
    work: work?.kind === 'present' ? work : null,
  };
  const row = there.work?.entry ?? link.base;
  const entries = {
    google: there.google?.entry ?? link.base,
    work: withoutMask(row, link.base),
  };
  const winner = winnerOf(policy.winner, there.google, there.work);
  const result = merged(entries, link.base, courses, winner);
  const shown = masked(result.work);
  const writes = {
    google: writeOf(entries.google, result.google, result.googleFields),
    work: writeOf(row, shown, shownFields(row, shown, whole)),
  };
  const next = nextLink(link, { google, work }, masked(result.google), isOneWay);
  if (!writes.google && !writes.work) return { kind: 'link', next, previous: link };
  const conflict = conflictOf(next, entries, result.conflicts, winner);
  return { kind: 'update', next, previous: link, ...writes, conflict, hides: true };
}

const shownFields = (row: Entry, shown: Entry, courses: Courses) =>
  FIELDS.filter((field) => courses[field] !== 'apart' && !sameField(field, row, shown));

/**
 * If a run was killed after it had masked the row and before it had noted that, the mask is still there. Nobody typed it, and it
 * must not go to Google.
 */
const withoutMask = (row: Entry, base: Entry): Entry => ({
  ...row,
  title: row.title === BUSY_TITLE ? base.title : row.title,
  location: row.location || base.location,
  notes: row.notes || base.notes,
  participants: row.participants.length > 0 ? row.participants : base.participants,
});
