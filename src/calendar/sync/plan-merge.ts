/** Merges the two halves of one pair into what each of them should say. */
import { otherSide, type Side } from '../entry/entry';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import { merged, winnerOf, type Courses } from './merge';
import { writeOf } from './merge-outcome';
import type { Operation } from './operations';
import { nextLink } from './pair-writes';
import { followed, lostIn } from './plan-field-ways';
import type { Changes } from './plan-hiding';

/** What is known about a pair. */
export interface MergingPair extends Changes {
  readonly link: Link;
  readonly isOneWay: boolean;
  readonly courses: Courses;
}

export function planMerge(pair: MergingPair, policy: Policy): Operation {
  const { link, courses, isOneWay } = pair;
  const google = pair.google?.kind === 'present' ? pair.google : null;
  const work = pair.work?.kind === 'present' ? pair.work : null;
  const halves = { google, work };
  const entries = { google: google?.entry ?? link.base, work: work?.entry ?? link.base };
  const winner = winnerOf(policy.winner, google, work);
  const isCopy = (side: Side): boolean => halves[side]?.origin?.id === link[otherSide[side]].id;
  const result = followed(
    merged(entries, link.base, courses, winner),
    { entries, base: link.base, courses, isCopy },
    isOneWay ? {} : policy,
  );
  const next = nextLink(link, pair, result.google, isOneWay);
  const writes = {
    google: writeOf(entries.google, result.google, result.googleFields),
    work: writeOf(entries.work, result.work, result.workFields),
  };
  if (!writes.google && !writes.work) return { kind: 'link', next, previous: link };
  const lost = lostIn(next, entries, result, winner);
  return { kind: 'update', next, previous: link, ...writes, ...lost };
}
