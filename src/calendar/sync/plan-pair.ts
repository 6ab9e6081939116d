/** What to do about one pair. The tables are the policy. */
import { unreachable } from '../../kit/unreachable';
import type { Change, Present } from '../entry/change';
import type { Side } from '../entry/entry';
import { masked } from '../entry/google-change';
import type { Link } from '../entry/link';
import { asCopied } from './as-copied';
import { agreed, isChanged, type AllCourses } from './merge';
import type { Operation } from './operations';
import { deletion, left, nextLink, versionOf } from './pair-writes';
import { isFilteredOut, isLeftOutByChoice, planLeftOutByChoice } from './plan-chosen';
import { isToBeHidden, planHiding, type Changes } from './plan-hiding';
import { planMerge, type MergingPair } from './plan-merge';
import { givingSide, planOneWay } from './plan-one-way';
import { planWithdrawn } from './plan-withdrawn';
import type { Policy } from '../entry/policy';
import {
  asDeclined,
  asGiven,
  asSeen,
  asTyped,
  isMade,
  isOrganizers,
  isToBeAdded,
  isToBeShown,
  newsOf,
} from './news-of';
import { isHidden, isMasked } from './privacy';

type State = 'same' | 'changed' | 'gone';

type Decision =
  | 'nothing'
  | 'merge'
  | 'recreate-google'
  | 'recreate-work'
  | 'delete-google'
  | 'delete-work'
  | 'unlink'
  | 'leave';
type Table = Readonly<Record<State, Readonly<Record<State, Decision>>>>;

/** Rows: what happened in Google; columns: in the work system. A merge with one side changed copies that side. */
// prettier-ignore
const BOTH_WAYS: Table = {
  //          work: same            changed                     gone
  same:    { same: 'nothing',     changed: 'merge',           gone: 'delete-google' },
  changed: { same: 'merge',       changed: 'merge',           gone: 'recreate-work' },
  gone:    { same: 'delete-work', changed: 'recreate-google', gone: 'unlink' },
};

/** For pairs whose event Tandem may not write. Edits of the copy stay there until the event changes. */
// prettier-ignore
const ONE_WAY: Table = {
  //          work: same            changed                     gone
  same:    { same: 'nothing',     changed: 'nothing',         gone: 'leave' },
  changed: { same: 'merge',       changed: 'merge',           gone: 'recreate-work' },
  gone:    { same: 'delete-work', changed: 'delete-work',     gone: 'unlink' },
};

export interface PairContext {
  readonly policy: Policy;
  readonly courses: AllCourses;
  /** An entry that already replaces a deleted half, made by a run that was not finished. */
  replacementOf(on: Side, link: Link): Present | null;
}

/** The operation for one pair, or null when there is nothing to do. */
export function planPair(known: Link, changes: Changes, context: PairContext): Operation | null {
  const { policy } = context;
  const link = asGiven(known, changes.google);
  if (isOrganizers(changes.google, link)) return planOrganizers(link, changes.work);
  const there = { google: asDeclined(changes.google, link), work: asTyped(changes.work, link) };
  const isOwn = there.work?.kind !== 'handed-over';
  const isChosen = isOwn && (isLeftOutByChoice(link, policy) || isFilteredOut(link, there.google));
  const chosen = isChosen ? planLeftOutByChoice(link, there, context) : null;
  if (chosen?.kind === 'delete' || chosen?.kind === 'unlink') return chosen;
  if (isOwn && isToBeHidden(link, there, policy)) return planHiding(link, there, context);
  if (isChosen) return chosen;
  if (!link.withdrawing) return planKnown(link, there, context);
  return planWithdrawn(link, there, {
    plan: (now) => planKnown(now, there, context),
    recreate: (on, source) =>
      planRecreate(
        on,
        asSeen(source, link, policy),
        { link, ...there, ...waysOf(link, there.google, context) },
        context,
      ),
  });
}

/** The person's own copy goes, whatever was written into it: nothing is carried from a copy to a meeting of somebody else's. */
function planOrganizers(link: Link, work: Change | undefined): Operation {
  const isCopy = work === undefined || work.kind === 'present';
  return isCopy ? { ...deletion('work', work, link), withdraws: true } : { kind: 'unlink', link };
}

/** The operation for a pair whose details are not to be hidden. */
function planKnown(link: Link, there: Changes, context: PairContext): Operation | null {
  const { policy } = context;
  const work = isToBeAdded(there.work, link) ? there.work : newsOf(there.work, link.work);
  const google = isToBeShown(link, there.google, policy)
    ? there.google
    : asSeen(newsOf(there.google, link.google), link, policy);
  if (work?.kind === 'handed-over') return planHandedOver(link, { google, work }, context);
  if (google?.kind === 'left-out' || isLeftIn(link, work))
    return planLeftOut(link, { google, work });
  const pair = { link, google, work, ...waysOf(link, google, context) };
  if (link.behind && !google && !work) return there.google && there.work ? refreshed(pair) : null;
  const giving = givingSide(policy);
  if (giving) return planOneWay(giving, pair);
  const table = pair.isOneWay ? ONE_WAY : BOTH_WAYS;
  return operationOf(table[stateOf('google', pair)][stateOf('work', pair)], pair, context);
}

/** Activities of a type that is no longer synced stay as they are; what began in Google goes on (D4). */
const isLeftIn = (link: Link, work: Change | undefined): boolean =>
  work?.kind === 'left-out' ||
  (work?.kind === 'present' && work.unsent !== null && link.origin === 'work');

/** A pair with a half that is left out stays as it is; if its event is gone, the activity is unlinked. */
function planLeftOut(link: Link, { google, work }: Changes): Operation | null {
  if (google?.kind === 'gone')
    return isAlone(link, work) ? deletion('work', work, link) : { kind: 'unlink', link };
  const cancelled = google?.kind === 'present' ? google.cancelled : undefined;
  const isNews = cancelled !== undefined && cancelled.join() !== (link.cancelled ?? []).join();
  if (link.behind && !isNews) return null;
  return { kind: 'leave', link, ...(cancelled && { cancelled }) };
}

/** The row of an exception, as the last run left it, whose series went in a run that could not delete the row as well. */
const isAlone = ({ slot, work: { version } }: Link, work: Change | undefined): boolean =>
  slot !== undefined &&
  work?.kind === 'left-out' &&
  work.reason === 'no-such-series' &&
  work.version === version;

/**
 * The activity belongs to another person now. The copy that Tandem made is deleted; if it has been edited since, the edit is
 * carried over first, and the next look deletes it. An event that the person made themself is theirs, and stays as it is.
 */
function planHandedOver(
  link: Link,
  { google, work }: { readonly google: Change | undefined; readonly work: HandedOver },
  context: PairContext,
): Operation | null {
  if (google?.kind === 'gone') return { kind: 'unlink', link };
  if (link.origin === 'google') {
    const showsMore = isHidden(link.base, link.origin, context.policy) && !isMasked(link.base);
    if (!showsMore) return left(link);
    // The row belongs to its new owner; nothing about a private event is remembered.
    const next = nextLink(link, { google }, masked(link.base), link.oneWay);
    return { kind: 'link', previous: link, next };
  }
  // It was made a series, or something else that Tandem does not carry, so it is the person's own by now.
  if (google?.kind === 'left-out') return { kind: 'unlink', link };
  const pair = { link, google, work: work.present ?? undefined, ...waysOf(link, google, context) };
  if (stateOf('google', pair) === 'same')
    return { ...deletion('google', google, link), withdraws: true };
  return work.present ? planMerge(pair, context.policy) : left(link);
}

type HandedOver = Extract<Change, { readonly kind: 'handed-over' }>;

function waysOf(
  link: Link,
  google: Change | undefined,
  { policy, courses }: PairContext,
): Pick<MergingPair, 'isOneWay' | 'courses'> {
  const isOneWay = google?.kind === 'present' ? !google.writable : link.oneWay;
  if (isOneWay) return { isOneWay, courses: courses.oneWay };
  const entry = google?.kind === 'present' ? google.entry : link.base;
  const hidden = isHidden(entry, link.origin, policy);
  if (hidden) return { isOneWay, courses: courses.masked };
  return { isOneWay, courses: isMade(link) ? courses.made : courses.usual };
}

function stateOf(side: Side, { link, courses, ...pair }: MergingPair): State {
  const change = pair[side];
  if (change?.kind === 'gone') return 'gone';
  return change?.kind === 'present' && isChanged(side, change.entry, link.base, courses)
    ? 'changed'
    : 'same';
}

function operationOf(
  decision: Decision,
  pair: MergingPair,
  context: PairContext,
): Operation | null {
  const { link, google, work } = pair;
  switch (decision) {
    case 'nothing':
      if (!google && !work) return null;
      // What has to be put back is no change that travels.
      return context.policy.fieldWays && !pair.isOneWay
        ? planMerge(pair, context.policy)
        : refreshed(pair);
    case 'merge':
      return planMerge(pair, context.policy);
    case 'recreate-google':
      return planRecreate('google', work as Present, pair, context);
    case 'recreate-work':
      return planRecreate('work', google as Present, pair, context);
    case 'delete-google':
      return link.halved ? left(link) : deletion('google', google, link);
    case 'delete-work':
      return link.halved ? left(link) : deletion('work', work, link);
    case 'unlink':
      return { kind: 'unlink', link };
    case 'leave':
      return left(link);
    default:
      return unreachable(decision);
  }
}

/** Only the versions have changed, nothing that is carried over: the next run should see no news. */
function refreshed({ link, google, work, isOneWay, courses }: MergingPair): Operation {
  const base = google?.kind === 'present' ? agreed(google.entry, link.base, courses) : link.base;
  return { kind: 'link', previous: link, next: nextLink(link, { google, work }, base, isOneWay) };
}

function planRecreate(
  on: Side,
  there: Present,
  pair: MergingPair,
  context: PairContext,
): Operation {
  const { link } = pair;
  const made = context.replacementOf(on, link);
  const generation = link.generation + (on === 'google' ? 1 : 0);
  if (made === null) {
    const copied = asCopied(there, on, context.policy, link.base);
    return { kind: 'create', on, ...copied, origin: link.origin, generation, replaces: link };
  }
  const halves = on === 'google' ? { google: made, work: there } : { google: there, work: made };
  const moved = {
    ...link,
    generation,
    google: versionOf(halves.google, link.google),
    work: versionOf(halves.work, link.work),
  };
  const operation = planMerge({ ...pair, ...halves, link: moved }, context.policy);
  return operation.kind === 'update' || operation.kind === 'link'
    ? { ...operation, previous: link }
    : operation;
}
