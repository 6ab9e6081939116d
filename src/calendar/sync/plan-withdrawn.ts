/**
 * A pair whose copy an earlier run was about to take back. Whether it was killed before or after it did is not known, and since then the
 * organization may show more again, or the person may have turned their sync on again. A copy that is missing is not somebody's
 * deletion, and a copy that says less is not somebody's edit: both come back from the original.
 */
import type { Change, Present } from '../entry/change';
import { otherSide, type Side } from '../entry/entry';
import { masked } from '../entry/google-change';
import type { Link } from '../entry/link';
import type { Operation } from './operations';
import { nextLink } from './pair-writes';

type Changes = Readonly<Record<Side, Change | undefined>>;

export interface Ways {
  /** As for any other pair. */
  plan(link: Link): Operation | null;
  recreate(on: Side, source: Present): Operation;
}

export function planWithdrawn(link: Link, changes: Changes, ways: Ways): Operation | null {
  const side = otherSide[link.origin];
  const copy = changes[side];
  const original = changes[link.origin];
  if (copy?.kind === 'gone' && original?.kind === 'present' && original.unsent === null)
    return ways.recreate(side, original);
  // Only rows are masked. Compared with a mask, whatever the event says and the row does not is news for the row.
  const isTouched = copy?.kind === 'present' && copy.version !== link[side].version;
  const known = side === 'work' && isTouched ? { ...link, base: masked(link.base) } : link;
  return ways.plan(known) ?? settled(link);
}

/** Nothing was taken back, and nothing will be. */
const settled = (link: Link): Operation =>
  link.behind
    ? { kind: 'leave', link }
    : { kind: 'link', previous: link, next: nextLink(link, {}, link.base, link.oneWay) };
