/** Removes the copies that the sync made, for a person who turned it off and chose that (D3). */
import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import { apply } from './apply';
import { copiesOf, type Copy } from './copies';
import type { Link } from '../entry/link';
import { otherSide } from '../entry/entry';
import { allCourses, isChanged } from './merge';
import { LinkTable } from './link-table';
import type { Operation } from './operations';
import type { Failed } from './outcome';
import type { Policy } from '../entry/policy';
import type { CalendarPorts } from './ports';
import { unlinkedCopies } from './unlinked-copies';

/** How many copies are read before any of them is deleted. */
const LOT = 50;

/** How often a copy is tried; if it has changed each time, somebody is editing it. */
const MOST_TRIES = 3;

export type Removed = 'done' | 'unfinished';

/**
 * Deletes every copy that Tandem made, whatever the organization has chosen since: it goes by the links and, where a link is lost,
 * by the mark on the copy. What a person made stays, and so do pairs that were found to be the same, and a copy that somebody
 * changed after the last run, because that change is nowhere else. The journal no longer says what private entries were about.
 * Fails as the sides do; the next call finds what is left.
 */
export function removeCopies(ports: CalendarPorts, policy: Policy): Result<Removed, Failure> {
  const loaded = ports.links.load();
  if (!loaded.ok) return loaded;
  const lost = unlinkedCopies(ports, loaded.value.links, policy);
  if (!lost.ok) return lost;
  const announced = ports.links.announceWithdrawal(
    loaded.value.links.filter(({ withdrawing }) => !withdrawing),
  );
  if (!announced.ok) return announced;
  const links = [...loaded.value.links, ...lost.value].map((link): Link => ({
    ...link,
    withdrawing: true,
  }));
  for (const lot of batchesOf(links, LOT)) {
    const removed = removeLot(lot, ports, policy);
    if (!removed.ok || removed.value === 'unfinished') return removed;
  }
  const ids = links.flatMap(({ base, google, work }) => (base.private ? [google.id, work.id] : []));
  const hidden = ports.journal.hide({ ids, allPrivate: 'of-the-person' });
  return hidden.ok ? ok('done') : hidden;
}

function removeLot(
  lot: readonly Link[],
  ports: CalendarPorts,
  policy: Policy,
): Result<Removed, Failure> {
  // What is gone is nobody's to read in the journal.
  const discreet: Policy = { ...policy, privateEvents: 'leave-out' };
  let links = lot;
  for (let tries = 1; links.length > 0; tries += 1) {
    if (ports.deadline.left() === 0) return ok('unfinished');
    const copies = copiesOf(links, ports, policy);
    if (!copies.ok) return copies;
    const table = new LinkTable(links);
    const applied = apply(planRemoval(links, copies.value, policy), ports, {
      policy: discreet,
      table,
    });
    const { stopped, failed } = applied;
    if (stopped) return stopped.kind === 'deadline' ? ok('unfinished') : fail(stopped.failure);
    // A copy that had changed is read again: most often only its place is different.
    const again = failed.filter(({ failure }) => tries < MOST_TRIES && isStale(failure));
    const dropped = failed.filter((one) => !again.includes(one)).map(linkOf);
    const kept = dropped.length > 0 ? ports.links.save({ kept: [], dropped }) : ok(null);
    if (!kept.ok) return kept;
    links = again.map(linkOf);
  }
  return ok('done');
}

const isStale = ({ kind }: Failure): boolean => kind === 'stale-etag';

const linkOf = ({ operation }: Failed): Link => (operation as { readonly link: Link }).link;

/** One operation for each link: it deletes the copy, or only unlinks the two. */
export function planRemoval(
  links: readonly Link[],
  copies: ReadonlyMap<Link, Copy>,
  policy: Policy,
): Operation[] {
  return links.map((link): Operation => {
    const copy = copies.get(link);
    // Google goes on showing a date of the person's own series as somebody changed it at work.
    const isException = link.slot !== undefined && link.origin === 'work';
    if (!copy || isException || !isOurs(link, copy, policy)) return { kind: 'unlink', link };
    const { id, version, entry } = copy;
    const on = otherSide[link.origin];
    const before = { ...(entry ?? link.base), private: link.base.private };
    return { kind: 'delete', on, at: { id, version }, link, before, withdraws: true };
  });
}

/**
 * The mark on the copy proves that Tandem made it: pairs that were found to be the same have none, whatever their link says. The
 * copy is unchanged if its version is, or if its content is the same: somebody may have edited a column that is not synced.
 */
function isOurs(link: Link, { id, version, originId, entry }: Copy, policy: Policy): boolean {
  const on = otherSide[link.origin];
  if (originId !== link[link.origin].id || id !== link[on].id) return false;
  if (version === link[on].version) return true;
  return entry !== null && !isChanged(on, entry, link.base, allCourses(policy).edits);
}
