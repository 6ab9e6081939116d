/** Pairs that their person does not want synced (TF15, TF16). */
import type { Change } from '../entry/change';
import type { Link } from '../entry/link';
import { filterOf } from '../entry/own-choices';
import type { Policy } from '../entry/policy';
import { isChanged, type AllCourses } from './merge';
import type { Operation } from './operations';
import { versionOf } from './pair-writes';
import type { Changes } from './plan-hiding';

export const isLeftOutByChoice = ({ google, slot }: Link, { person }: Policy): boolean =>
  person.choices !== undefined && person.choices.leftOut.includes(slot?.series ?? google.id);

/** Whether their filter leaves out the event of a pair. What began in the work system is not from Google. */
export const isFilteredOut = ({ origin }: Link, google: Change | undefined): boolean =>
  origin === 'google' && google?.kind === 'present' && google.unsent === 'filtered';

/**
 * The activity that Tandem made goes, unless somebody has edited it since: then their edit would be nowhere else. A copy in Google stays,
 * because it is what the person chose on, and is no longer updated. Dates of a series go with it. Of what only their filter leaves
 * out, the person says whether the activities go.
 */
export function planLeftOutByChoice(
  link: Link,
  { work }: Changes,
  { policy, courses }: { readonly policy: Policy; readonly courses: AllCourses },
): Operation | null {
  if (work?.kind === 'gone') return { kind: 'unlink', link };
  const isToGo = isLeftOutByChoice(link, policy) || filterOf(policy.person).copies === 'remove';
  const isOurs =
    isToGo &&
    work?.kind === 'present' &&
    link.origin === 'google' &&
    !link.slot &&
    work.origin?.id === link.google.id &&
    !isChanged('work', work.entry, link.base, courses.edits);
  if (isOurs) {
    const before = { ...work.entry, private: work.entry.private || link.base.private };
    return {
      kind: 'delete',
      on: 'work',
      at: versionOf(work, link.work),
      link,
      before,
      withdraws: true,
    };
  }
  return link.behind ? null : { kind: 'leave', link };
}
