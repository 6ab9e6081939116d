/**
 * Plans one run of a person's calendar sync. Pure: no clock, no network. Each side is compared with what the last run left,
 * never with the other side's time stamps.
 */
import type { Change, Present } from '../entry/change';
import type { Side } from '../entry/entry';
import type { Link } from '../entry/link';
import { allCourses } from './merge';
import type { Operation } from './operations';
import { otherEntry } from './other-entry';
import { givingSide, takeOutDates, withoutGiving } from './plan-one-way';
import { planPair, type PairContext } from './plan-pair';
import { planSeries } from './plan-series';
import { planUnlinked } from './plan-unlinked';
import { takeLostCopies } from './plan-lost-copies';
import type { LeftOut, Planned } from './planned';
import { googleOf, withOwnDates, type Touched } from './series-change';
import type { Policy } from '../entry/policy';

/**
 * The operations after which both sides are the same: pairs first, in the order of the links.
 *
 * @param google Google's changes since the last run, at most one for each id.
 * @param work the work system's changes, likewise.
 * @param links the pairs as the last run left them; empty on the first run.
 */
export function plan(
  google: readonly Change[],
  work: readonly Change[],
  links: readonly Link[],
  policy: Policy,
): Planned {
  const left = { google: byId(google), work: byId(work) };
  const touched: Touched[] = [];
  const leftOut = [...leftOutOf('google', google), ...leftOutOf('work', work)];
  if (google.length > 0 || work.length > 0)
    for (const link of links) {
      const changes = {
        google: left.google.get(link.google.id),
        work: left.work.get(link.work.id),
      };
      if (changes.google) left.google.delete(link.google.id);
      if (changes.work) left.work.delete(link.work.id);
      const { id } = link.work;
      const other = otherEntry(link, changes, { links, policy });
      if (other?.kind === 'other') left.work.set(id, other.row);
      if (other?.kind === 'stays') leftOut.push({ side: 'work', id, reason: other.reason });
      if (other) changes.work = other.kind === 'other' ? { kind: 'gone', id } : undefined;
      if (changes.google || changes.work)
        touched.push({ link, ...changes, isFreed: other?.kind === 'other' });
    }
  const pairOf = new Map(touched.map(({ link }) => [link.work.id, link]));
  leftOut.push(
    ...touched.flatMap(leftOutByChoice),
    ...work.flatMap((change) => givenAway(change, pairOf.get(change.id))),
  );
  const giving = givingSide(policy);
  const unlinked = { google: present(left.google), work: withOwnDates(present(left.work)) };
  const lost = takeLostCopies(left.google, unlinked.work);
  if (giving) leftOut.push(...takeOutDates(unlinked, giving));
  const courses = allCourses(policy);
  const context: PairContext = { policy, courses, replacementOf: replacements(unlinked, links) };
  const series = planSeries(touched, { links, unlinked, context });
  const operations: Operation[] = [...lost, ...series.operations];
  for (const one of series.rest) {
    const operation = planPair(one.link, { google: googleOf(one), work: one.work }, context);
    if (operation !== null) operations.push(operation);
  }
  const rest = planUnlinked(unlinked, { policy, courses, links, made: operations });
  const planned = {
    operations: operations.concat(rest.operations),
    leftOut: leftOut.concat(rest.leftOut),
  };
  return giving ? withoutGiving(planned, giving) : planned;
}

const byId = (changes: readonly Change[]): Map<string, Change> =>
  new Map(changes.map((change) => [change.id, change]));

function present(changes: ReadonlyMap<string, Change>): Map<string, Present> {
  const found = new Map<string, Present>();
  for (const change of changes.values())
    if (change.kind === 'present') found.set(change.id, change);
  return found;
}

const leftOutOf = (side: Side, changes: readonly Change[]): LeftOut[] =>
  changes.flatMap((change) =>
    change.kind === 'left-out' ? [{ side, id: change.id, reason: change.reason }] : [],
  );

/** Of a pair; what is in none is left out where it would be copied. */
const leftOutByChoice = ({ google }: Touched): LeftOut[] =>
  google?.kind === 'present' && (google.unsent === 'chosen' || google.unsent === 'filtered')
    ? [{ side: 'google', id: google.id, reason: google.unsent }]
    : [];

/** What is said of an activity of somebody else's: nothing where the copy of it goes. */
function givenAway({ kind, id }: Change, link: Link | undefined): LeftOut[] {
  if (kind !== 'handed-over' || link?.origin === 'work') return [];
  return [{ side: 'work', id, reason: link ? 'handed-over' : 'owned-by-other' }];
}

/**
 * Finds an entry that takes the place of a deleted half, and takes it out of the unlinked ones: an earlier run has made it, or,
 * for one date of a series, a person.
 */
function replacements(
  unlinked: Readonly<Record<Side, Map<string, Present>>>,
  links: readonly Link[],
): (on: Side, link: Link) => Present | null {
  const byOrigin = { google: originsOf(unlinked.google), work: originsOf(unlinked.work) };
  return (on, link) => {
    const made =
      byOrigin[on].get(on === 'google' ? link.work.id : link.google.id) ??
      inSlot(unlinked[on], on, link, links);
    if (!made) return null;
    if (on === 'google' && !link.slot && made.origin!.generation <= link.generation) return null;
    unlinked[on].delete(made.id);
    return made;
  };
}

/** An exception keeps its date when its series moves to another time of day, but not its id. */
function inSlot(
  entries: ReadonlyMap<string, Present>,
  on: Side,
  { slot: its }: Link,
  links: readonly Link[],
): Present | undefined {
  const series = its && links.find(({ google }) => google.id === its.series)?.[on].id;
  if (!its || series === undefined) return undefined;
  return [...entries.values()].find(
    ({ slot }) => slot?.series === series && slot.date === its.date,
  );
}

const originsOf = (changes: ReadonlyMap<string, Present>): ReadonlyMap<string, Present> =>
  new Map(
    [...changes.values()].flatMap((change): [string, Present][] =>
      change.origin ? [[change.origin.id, change]] : [],
    ),
  );
