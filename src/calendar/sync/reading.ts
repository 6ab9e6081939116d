/** Reads the changes of both sides, and whatever else a decision about them needs. */
import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { listingHold, type Approval, type Hold } from './brakes';
import type { Change } from '../entry/change';
import { otherSide, type Side } from '../entry/entry';
import type { Link } from '../entry/link';
import type { LinkTable } from './link-table';
import { isResting } from './pending';
import type { Policy } from '../entry/policy';
import type { CalendarPorts } from './ports';
import type { Pending, Progress } from '../ports';
import { showsTooMuch } from './privacy';
import {
  changedSeries,
  joinSeries,
  placeActivities,
  slotsToRead,
  type ReadEvents,
} from './join-series';
import type { Organizers } from '../entry/organizers';
import { organizersOf } from './organizers';
import { googleSource, listAnew, listFrom, newestById, workSource, type Source } from './source';
import { leaveUnproved, type Unproved } from './second-look';
import { isInWindow } from '../entry/sync-window';

/** How many records are asked for at once. */
const GET_BATCH = 50;

export interface Reading {
  readonly changes: Readonly<Record<Side, readonly Change[]>>;
  readonly cursors: Readonly<Record<Side, string | null>>;
  /** The ids that this run decides about. */
  readonly read: Readonly<Record<Side, ReadonlySet<string>>>;
  readonly unproved: Unproved;
  readonly organizers: Organizers;
}

/** The news of one side. Only entries that differ from what the last run left are converted. */
interface News {
  readonly source: Source<unknown>;
  readonly cursor: string | null;
  readonly listed: ReadonlyMap<string, unknown>;
  readonly isFull: boolean;
  readonly changes: Map<string, Change>;
  /** Ids on the other side from which entries without a pair were made. */
  readonly origins: Set<string>;
  /** Ids of paired entries that a full listing lacks; they may or may not be gone. */
  readonly missing: readonly string[];
}

/** Reads both sides, or returns why a listing is not believed. */
export function readBoth(
  ports: CalendarPorts,
  table: LinkTable,
  progress: Progress | null,
  { policy, approved }: { readonly policy: Policy; readonly approved: Approval | null },
): Result<Reading | Hold, Failure> {
  const sources = { google: googleSource(ports, policy), work: workSource(ports, policy) };
  const google = newsOf(sources.google as Source<unknown>, progress, table, policy);
  if (!google.ok) return google;
  const work = newsOf(sources.work as Source<unknown>, progress, table, policy);
  if (!work.ok) return work;
  const sides = { google: google.value, work: work.value };
  const hold =
    holdOf('google', sides.google, table, approved) ?? holdOf('work', sides.work, table, approved);
  if (hold) return ok(hold);
  const wanted = {
    google: wantedIds('google', sides, table, progress?.pending ?? []),
    work: wantedIds('work', sides, table, progress?.pending ?? []),
  };
  for (const id of changedSeries(sides.google.listed as ReadEvents['events'], table))
    readAnyway(sides.google, id, wanted.google);
  for (const id of slotsToRead(sides.work.changes, table)) wanted.google.add(id);
  for (const link of tooOpen(sides.google.changes, table, policy))
    for (const side of ['google', 'work'] as const)
      readAnyway(sides[side], link[side].id, wanted[side]);
  const joined = joinRead(sides, wanted, table, policy);
  if (!joined.ok) return joined;
  const changes = { google: sides.google.changes, work: sides.work.changes };
  const unproved = leaveUnproved(changes, sides.work.listed, { table, progress, approved });
  const { listed, isFull } = sides.google;
  return ok({
    unproved,
    organizers: organizersOf(
      listed.values(),
      isFull ? null : (progress?.organizers ?? null),
      policy,
    ),
    changes: {
      google: [...sides.google.changes.values()],
      work: [...sides.work.changes.values()],
    },
    cursors: { google: sides.google.cursor, work: sides.work.cursor },
    read: joined.value,
  });
}

/**
 * Reads what is wanted, and joins series with their exceptions.
 *
 * @returns the ids that were read.
 */
function joinRead(
  { google, work }: Readonly<Record<Side, News>>,
  wanted: Readonly<Record<Side, ReadonlySet<string>>>,
  table: LinkTable,
  policy: Policy,
): Result<Reading['read'], Failure> {
  const events = new Map(google.listed as ReadEvents['events']);
  const found = readInto(google.changes, google.source, wanted.google, events);
  if (!found.ok) return found;
  const more = [...changedSeries(events, table)].filter((id) => !google.changes.has(id));
  const series = readInto(google.changes, google.source, more, events);
  if (!series.ok) return series;
  const activities = readInto(work.changes, work.source, wanted.work);
  if (!activities.ok) return activities;
  const read = { google: new Set(google.changes.keys()), work: new Set(work.changes.keys()) };
  joinSeries(google.changes, { events, isFull: google.isFull }, table, policy);
  placeActivities(work.changes, table);
  return ok(read);
}

function newsOf(
  source: Source<unknown>,
  progress: Progress | null,
  table: LinkTable,
  policy: Policy,
): Result<News, Failure> {
  const { side } = source;
  const isAfresh = progress?.policy === '';
  const list = isAfresh && side === 'google' ? listAnew : listFrom;
  const listing = list(source, progress?.[side] ?? null);
  if (!listing.ok) return listing;
  const items = newestById(source, listing.value.items);
  const changes = new Map<string, Change>();
  const origins = new Set<string>();
  for (const [id, item] of items) {
    // Whether somebody else's meeting is an activity of the person's also depends on whether its organizer is synced.
    const isOthers = side === 'google' && table.find(side, id)?.oneWay === true;
    const isSettled = table.isSettled(side, { id, version: source.versionOf(item) });
    if (!isAfresh && !isOthers && isSettled) continue;
    changes.set(id, source.changeOf(item));
    const origin = source.originIdOf(item);
    if (origin !== null && !table.find(side, id)) origins.add(origin);
  }
  const missing = listing.value.isFull
    ? table
        .all()
        .filter(({ withdrawing, halved, base, ...link }) => {
          // What Tandem itself was taking back is read below, and is no reason to doubt the listing.
          const isKnown = withdrawing || halved || items.has(link[side].id);
          return !isKnown && isInWindow(base, policy.window);
        })
        .map((link) => link[side].id)
    : [];
  return ok({
    source,
    cursor: listing.value.cursor,
    listed: items,
    isFull: listing.value.isFull,
    changes,
    origins,
    missing,
  });
}

const holdOf = (
  side: Side,
  { listed: items, missing }: News,
  table: LinkTable,
  approved: Approval | null,
): Hold | null =>
  listingHold(side, { items: items.size, missing: missing.length, links: table.size }, approved);

/** What has to be looked up one by one: what failed before, both halves of pairs left behind, and proof of what is missing. */
function wantedIds(
  side: Side,
  sides: Readonly<Record<Side, News>>,
  table: LinkTable,
  pending: readonly Pending[],
): Set<string> {
  const other = otherSide[side];
  const wanted = new Set(sides[side].missing);
  for (const one of pending) {
    const isTouched =
      sides[other].changes.has(one[other] ?? '') || sides[side].changes.has(one[side] ?? '');
    if (one[side] !== null && (!isResting(one) || isTouched)) wanted.add(one[side]);
  }
  for (const id of sides[other].changes.keys()) {
    const link = table.find(other, id);
    if (link?.behind) wanted.add(link[side].id);
  }
  for (const id of sides[other].origins) if (!table.find(side, id)) wanted.add(id);
  for (const id of sides[side].listed.keys()) wanted.delete(id);
  return wanted;
}

/**
 * Pairs that show more of a private event than the policy allows, pairs whose event has just become private, and pairs whose copy a
 * killed run was taking back. Both halves are needed, whatever the listings contain.
 */
const tooOpen = (
  google: ReadonlyMap<string, Change>,
  table: LinkTable,
  policy: Policy,
): readonly Link[] =>
  table.all().filter((link) => {
    const event = google.get(link.google.id);
    const isLeftOut =
      event?.kind === 'present' && (event.unsent === 'private' || event.unsent === 'filtered');
    return (
      link.withdrawing || showsTooMuch(link, policy) || (isLeftOut && link.origin === 'google')
    );
  });

/** Has an entry read though it is no news by itself: from the listing if it is there, otherwise by asking for it. */
function readAnyway({ source, listed, changes }: News, id: string, wanted: Set<string>): void {
  if (changes.has(id)) return;
  if (listed.has(id)) changes.set(id, source.changeOf(listed.get(id)));
  else wanted.add(id);
}

/**
 * Reads records by id and converts them to changes; a missing one counts as gone.
 *
 * @param records gets the records themselves.
 */
export function readInto(
  changes: Map<string, Change>,
  source: Source<unknown>,
  ids: Iterable<string>,
  records?: Map<string, unknown>,
): Result<null, Failure> {
  for (const batch of batchesOf([...ids], GET_BATCH)) {
    const found = source.get(batch);
    if (!found.ok) return found;
    batch.forEach((id, index) => {
      const item = found.value[index] ?? null;
      if (item !== null) records?.set(id, item);
      changes.set(id, item === null ? { kind: 'gone', id } : source.changeOf(item));
    });
  }
  return ok(null);
}
