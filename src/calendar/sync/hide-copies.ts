/**
 * Takes back what the work system shows of private events, for somebody whose sync is off. Their calendar is not theirs to give any
 * more: Google is neither read nor written, and rows and links alone say what is private.
 */
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import { changeOfActivity } from '../entry/activity';
import type { Present } from '../entry/change';
import { FIELDS, sameField } from '../entry/fields';
import { masked } from '../entry/google-change';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import { apply } from './apply';
import { writeOf } from './merge-outcome';
import { LinkTable } from './link-table';
import type { NextLink, Operation } from './operations';
import { nextLink } from './pair-writes';
import type { CalendarPorts } from './ports';
import { isHidden } from './privacy';
import type { Removed } from './removal';

/** Earlier than any entry that is synced. */
const FROM_THE_BEGINNING = '1970-01-01T00:00:00.000Z';

/** Fails as the work system does; the next call finds what is left. */
export function hideCopies(ports: CalendarPorts, policy: Policy): Result<Removed, Failure> {
  const loaded = ports.links.load();
  if (!loaded.ok) return loaded;
  const listed = ports.work.changes(null, FROM_THE_BEGINNING);
  if (!listed.ok) return listed;
  const rows = listed.value.items.flatMap((item): Present[] => {
    const change = item.kind === 'activity' ? changeOfActivity(item.activity, policy) : null;
    return change?.kind === 'present' ? [change] : [];
  });
  const { links } = loaded.value;
  const applied = apply(planHidingAtWork(links, rows, policy), ports, {
    policy,
    table: new LinkTable(links),
  });
  const { stopped, failed, done } = applied;
  if (stopped) return stopped.kind === 'deadline' ? ok('unfinished') : fail(stopped.failure);
  if (failed[0]) return fail(failed[0].failure);
  const kept = ports.links.save({ kept: done.flatMap(asUnread), dropped: [] });
  if (!kept.ok) return kept;
  const hidden = ports.journal.hide({ ids: [], allPrivate: 'of-the-person' });
  return hidden.ok ? ok('done') : hidden;
}

/** One operation for each private event that has a link, or a row made from it whose link is lost. */
export function planHidingAtWork(
  links: readonly Link[],
  rows: readonly Present[],
  policy: Policy,
): Operation[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const linked = new Set(links.map(({ work }) => work.id));
  return [
    ...links
      .filter(({ base, origin }) => isHidden(base, origin, policy))
      .map((link) => hiding(link, byId.get(link.work.id), policy)),
    ...rows
      .filter(({ id, origin, entry }) => origin && !linked.has(id) && entry.private)
      .map((row) => hiding(linkOf(row), row, policy)),
  ];
}

/** A row that somebody has edited since then keeps its times, as their edit is nowhere else. */
function hiding(link: Link, row: Present | undefined, { privateEvents }: Policy): Operation {
  const next = nextLink(link, { work: row }, masked(link.base), link.oneWay);
  if (!row)
    return link.withdrawing ? { kind: 'unlink', link } : { kind: 'link', next, previous: link };
  const isMade = row.origin?.id === link.google.id && row.version === link.work.version;
  if (privateEvents === 'leave-out' && isMade) {
    const { id, version, entry: before } = row;
    return { kind: 'delete', on: 'work', at: { id, version }, link, before, hides: true };
  }
  const shown = masked(row.entry);
  const fields = FIELDS.filter((field) => !sameField(field, row.entry, shown));
  const work = writeOf(row.entry, shown, fields);
  return work === null
    ? { kind: 'link', next, previous: link }
    : { kind: 'update', next, previous: link, google: null, work, conflict: null, hides: true };
}

/** A link for a row that has only the mark of the event from which it was made. */
const linkOf = ({ id, version, entry, origin }: Present): Link => ({
  google: { id: origin!.id, version: '' },
  work: { id, version },
  base: entry,
  origin: 'google',
  generation: 1,
  oneWay: false,
  behind: false,
});

/** Once the sync is on again, each row is compared with what was agreed last, edits from before this among it. */
function asUnread(operation: Operation): Link[] {
  if (operation.kind !== 'update') return [];
  const next: NextLink = operation.next;
  return [{ ...next, work: { ...next.work, version: '' }, behind: false }];
}
