/** Pairs that their person does not want synced (TF16). */
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import { isChanged, type AllCourses } from './merge';
import type { Operation } from './operations';
import { versionOf } from './pair-writes';
import type { Changes } from './plan-hiding';

export const isLeftOutByChoice = ({ google, slot }: Link, { person }: Policy): boolean =>
  person.choices !== undefined && person.choices.leftOut.includes(slot?.series ?? google.id);

/**
 * The activity that Tandem made goes, unless somebody has edited it since: then their edit would be nowhere else. A copy in Google stays,
 * because it is what the person chose on, and is no longer updated. Dates of a series go with it.
 */
export function planLeftOutByChoice(
  link: Link,
  { work }: Changes,
  courses: AllCourses,
): Operation | null {
  if (work?.kind === 'gone') return { kind: 'unlink', link };
  const isOurs =
    work?.kind === 'present' &&
    link.origin === 'google' &&
    !link.slot &&
    work.origin?.id === link.google.id &&
    !isChanged('work', work.entry, link.base, courses.usual);
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
