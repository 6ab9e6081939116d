/**
 * Plans for a person who chose that their sync goes one way only (TF14): one side gives, the other follows, and the side that
 * gives is never written.
 */
import type { Change, Present } from '../entry/change';
import { otherSide, type Entry, type Field, type Side } from '../entry/entry';
import { FIELDS, sameField } from '../entry/fields';
import type { Link } from '../entry/link';
import { wayOf } from '../entry/own-choices';
import type { Policy } from '../entry/policy';
import { sameRule } from '../entry/series-start';
import { conflictOf, writeOf } from './merge-outcome';
import { merged, type Courses } from './merge';
import type { Operation } from './operations';
import { deletion, left, nextLink } from './pair-writes';
import type { LeftOut, Planned } from './planned';

/** The side from which everything comes; null while changes travel both ways. */
export function givingSide({ person }: Pick<Policy, 'person'>): Side | null {
  const way = wayOf(person);
  return way === 'both-ways' ? null : way === 'to-work' ? 'google' : 'work';
}

export interface OneWayPair {
  readonly link: Link;
  readonly google: Change | undefined;
  readonly work: Change | undefined;
  readonly isOneWay: boolean;
  readonly courses: Courses;
}

/**
 * A copy that Tandem made follows its original: whoever edits the copy is told what was put back, and a copy that somebody
 * deleted stays away. What a person made themself on the side that follows gets the changes of its other half, keeps their own
 * edits, and is never deleted.
 */
export function planOneWay(giving: Side, pair: OneWayPair): Operation | null {
  const { link } = pair;
  const follower = otherSide[giving];
  const [given, taken] = [pair[giving], pair[follower]];
  if (given?.kind === 'gone' && (taken?.kind === 'gone' || link.origin !== giving || link.halved))
    return { kind: 'unlink', link };
  if (given?.kind === 'gone') return deletion(follower, taken, link);
  if (taken?.kind === 'gone')
    return link.halved && link.behind ? null : { kind: 'leave', link, halves: true };
  return planPresent(giving, pair);
}

function planPresent(giving: Side, pair: OneWayPair): Operation | null {
  const { link, courses, isOneWay } = pair;
  const follower = otherSide[giving];
  const there = { google: presentOf(pair.google), work: presentOf(pair.work) };
  if (!there.google && !there.work) return null;
  const entries = {
    // Google does not say what was added to its texts.
    google: { ...(there.google?.entry ?? link.base), added: link.base.added },
    work: there.work?.entry ?? link.base,
  };
  const isCopy = there[follower]?.origin?.id === link[giving].id;
  const fields = isCopy
    ? followed(entries[giving], entries[follower], link.base, courses)
    : merged(entries, link.base, courses, giving)[`${follower}Fields`];
  const after = taking(entries[follower], entries[giving], fields);
  const write = writeOf(entries[follower], after, fields);
  const base = taking(
    link.base,
    entries[giving],
    FIELDS.filter((field) => courses[field] !== 'apart'),
  );
  const next = nextLink(link, pair, base, isOneWay);
  if (write) {
    const lost = fields.filter((field) => !sameField(field, entries[follower], link.base));
    const told = conflictOf(next, entries, lost, giving);
    const isPutBack = lost.every((field) => sameField(field, entries[giving], link.base));
    const conflict = told && isPutBack ? { ...told, oneWay: true as const } : told;
    const halves = { google: null, work: null, [follower]: write };
    return { kind: 'update', next, previous: link, ...halves, conflict };
  }
  // What they changed on the side that follows is carried once changes travel both ways again.
  const isKept = FIELDS.some(
    (field) => courses[field] !== 'apart' && !sameField(field, entries[follower], base),
  );
  if (isKept) return left(link);
  return { kind: 'link', next, previous: link };
}

const presentOf = (change: Change | undefined): Present | null =>
  change?.kind === 'present' ? change : null;

/** What a copy has to take over. Single dates that somebody took out of a copy stay out. */
const followed = (given: Entry, copy: Entry, base: Entry, courses: Courses): Field[] =>
  FIELDS.filter(
    (field) =>
      courses[field] !== 'apart' &&
      !sameField(field, given, copy) &&
      !(field === 'recurrence' && sameField(field, given, base) && sameRule(given, copy)),
  );

/**
 * Takes out new dates of series on the side that follows, which would change the series on the side that gives; but not those that may
 * be the same as one there.
 */
export function takeOutDates(
  unlinked: Readonly<Record<Side, Map<string, Present>>>,
  giving: Side,
): LeftOut[] {
  const side = otherSide[giving];
  const given = new Set([...unlinked[giving].values()].flatMap(({ slot }) => slot?.date ?? []));
  const out = [...unlinked[side].values()].filter(({ slot, origin }) => {
    return slot !== null && origin === null && !given.has(slot.date);
  });
  for (const { id } of out) unlinked[side].delete(id);
  return out.map(({ id }) => ({ side, id, reason: REASON[giving] }));
}

const REASON = { google: 'only-to-work', work: 'only-to-google' } as const;

/** Whatever else would write on the side that gives, other than to hide private details, leaves it as it is instead. */
export function withoutGiving({ operations, leftOut }: Planned, giving: Side): Planned {
  const told: LeftOut[] = [];
  const instead = new Map<Operation, Operation | null>();
  for (const operation of operations) {
    const kept = keptOf(operation, giving);
    instead.set(operation, kept);
    if (kept?.kind === 'leave' && kept.halves)
      told.push({ side: giving, id: kept.link[giving].id, reason: 'copy-deleted' });
    if (kept !== operation && operation.kind === 'create' && operation.replaces === null)
      told.push({ side: otherSide[giving], id: operation.source.id, reason: REASON[giving] });
  }
  const isThere = (operation: Operation | null): operation is Operation => operation !== null;
  for (const kept of instead.values()) {
    const needs = kept?.needs?.map((one) => instead.get(one) ?? null).filter(isThere);
    if (kept && needs) Object.assign(kept, { needs });
  }
  return {
    operations: [...instead.values()].filter(isThere),
    leftOut: leftOut.concat(told),
  };
}

function keptOf(operation: Operation, giving: Side): Operation | null {
  if ('hides' in operation) return operation;
  switch (operation.kind) {
    case 'create':
      if (operation.on === giving) return leaving(operation.replaces);
      return operation.detaches ? { ...operation, detaches: false } : operation;
    case 'delete':
      return operation.on === giving ? leaving(operation.link) : operation;
    case 'occurrence':
      return giving === 'google' ? null : operation;
    case 'update': {
      const { kind: _, google: __, work: ___, conflict: ____, detaches, ...paired } = operation;
      if (detaches && giving === 'work') {
        // The row goes on naming another event: letting go of it would be a write.
        const isAlone = operation.google === null && operation.work === null;
        return keptOf(
          isAlone ? { ...paired, kind: 'link' } : { ...operation, detaches: false },
          giving,
        );
      }
      if (operation[giving] === null) return operation;
      if (operation[otherSide[giving]] !== null) return { ...operation, [giving]: null };
      return operation.previous ? leaving(operation.previous) : { ...paired, kind: 'link' };
    }
    default:
      return operation;
  }
}

const leaving = (link: Link | null): Operation | null => link && left(link);

const taking = (entry: Entry, from: Entry, fields: readonly Field[]): Entry => ({
  ...entry,
  ...Object.fromEntries(fields.map((field) => [field, from[field]])),
});
