/** Removes the copies that the sync made, for a person who turned it off and said so (D3). */
import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import { changeOfActivity } from '../entry/activity';
import { apply, type Failed } from './apply';
import type { Change } from '../entry/change';
import { otherSide, type Side } from '../entry/entry';
import { changeOfEvent } from '../entry/google-change';
import type { Link } from '../entry/link';
import { allCourses, isChanged, type Courses } from './merge';
import type { Operation } from './operations';
import type { Policy } from '../entry/policy';
import type { CalendarPorts } from './ports';

/** Copies looked at before any of them is deleted. */
const LOT = 50;

/** A copy that is never as it was read is somebody's who edits it. */
const MOST_TRIES = 3;

export type Removed = 'done' | 'unfinished';

/**
 * Deletes copies and drops the links, lot by lot. What a person made stays, and so does a copy that somebody changed after
 * the last run: its words are nowhere else. Fails as the sides do; what is left is found by the next call.
 */
export function removeCopies(ports: CalendarPorts, policy: Policy): Result<Removed, Failure> {
  const loaded = ports.links.load();
  if (!loaded.ok) return loaded;
  for (const lot of batchesOf(loaded.value.links, LOT)) {
    let links: readonly Link[] = lot;
    for (let tries = 1; links.length > 0; tries += 1) {
      if (ports.deadline.left() === 0) return ok('unfinished');
      const copies = copiesOf(links, ports, policy);
      if (!copies.ok) return copies;
      const applied = apply(planRemoval(links, copies.value, policy), ports, policy);
      const { stopped, failed } = applied;
      if (stopped) return stopped.kind === 'deadline' ? ok('unfinished') : fail(stopped.failure);
      // What was not as it had been read is looked at again: most often only its place is another.
      const again = failed.filter(({ failure }) => tries < MOST_TRIES && isStale(failure));
      const dropped = failed.filter((one) => !again.includes(one)).map(linkOf);
      const kept = dropped.length > 0 ? ports.links.save({ kept: [], dropped }) : ok(null);
      if (!kept.ok) return kept;
      links = again.map(linkOf);
    }
  }
  return ok('done');
}

const isStale = ({ kind }: Failure): boolean => kind === 'stale-etag';

const linkOf = ({ operation }: Failed): Link => (operation as { readonly link: Link }).link;

/** One operation for each link: its copy is deleted, or the two are parted. */
export function planRemoval(
  links: readonly Link[],
  copies: ReadonlyMap<Link, Change>,
  policy: Policy,
): Operation[] {
  const { usual } = allCourses(policy);
  return links.map((link): Operation => {
    const copy = copies.get(link);
    const on = otherSide[link.origin];
    if (!copy || !isOurs(on, link, copy, usual)) return { kind: 'unlink', link };
    const { id, version, entry } = copy;
    return { kind: 'delete', on, at: { id, version }, link, before: entry };
  });
}

/** The mark on the copy itself proves that we made it: pairs that were found alike have none, whatever their link says. */
function isOurs(
  on: Side,
  link: Link,
  copy: Change,
  courses: Courses,
): copy is Extract<Change, { kind: 'present' }> {
  return (
    copy.kind === 'present' &&
    copy.origin?.id === link[otherSide[on]].id &&
    !isChanged(on, copy.entry, link.base, courses)
  );
}

function copiesOf(
  links: readonly Link[],
  ports: CalendarPorts,
  policy: Policy,
): Result<ReadonlyMap<Link, Change>, Failure> {
  const copies = new Map<Link, Change>();
  const inGoogle = links.filter(({ origin }) => origin === 'work');
  const inWork = links.filter(({ origin }) => origin === 'google');
  if (inGoogle.length > 0) {
    const events = ports.google.get(inGoogle.map(({ google }) => google.id));
    if (!events.ok) return events;
    events.value.forEach(
      (event, index) => event && copies.set(inGoogle[index]!, changeOfEvent(event, policy)),
    );
  }
  if (inWork.length > 0) {
    const activities = ports.work.get(inWork.map(({ work }) => work.id));
    if (!activities.ok) return activities;
    activities.value.forEach(
      (activity, index) =>
        activity && copies.set(inWork[index]!, changeOfActivity(activity, policy)),
    );
  }
  return ok(copies);
}
