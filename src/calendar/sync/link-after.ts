/** The links after operations have been carried out. */
import { besideBoxKey } from '../entry/activity';
import type { Link, LinkChanges } from '../entry/link';
import type { Operation, Update } from './operations';
import type { Outcome } from './outcome';

export function linkChanges(outcomes: readonly Outcome[]): LinkChanges {
  const kept: Link[] = [];
  const dropped: Link[] = [];
  for (const outcome of outcomes) {
    const { previous, link } = linkAfter(outcome);
    if (link) kept.push(link);
    if (previous && !isSamePair(previous, link)) dropped.push(previous);
  }
  return { kept, dropped };
}

const isSamePair = (one: Link, other: Link | null): boolean =>
  one.google.id === other?.google.id && one.work.id === other.work.id;

function linkAfter(outcome: Outcome): {
  readonly previous: Link | null;
  readonly link: Link | null;
} {
  const { operation, google, work, generation } = outcome;
  switch (operation.kind) {
    case 'link':
      return {
        previous: operation.previous,
        link: toBeRead({ ...operation.next, behind: false }, operation),
      };
    case 'update':
      return { previous: operation.previous, link: toBeRead(updated(outcome), operation) };
    case 'create': {
      const { source, origin, replaces, on, series } = operation;
      const from = { id: source.id, version: source.version };
      return {
        previous: replaces,
        link: {
          google: google ? { id: google.id, version: google.etag ?? '' } : from,
          work: work ? { id: work.id, version: work.version } : from,
          base: on === 'google' ? { ...source.entry, participants: [] } : source.entry,
          origin,
          generation,
          oneWay: !source.writable,
          slot: series && { series: series.google.id, date: source.slot!.date },
          cancelled: source.cancelled,
          behind: false,
          besideBox: source.besideBox?.key,
        },
      };
    }
    case 'leave':
      return {
        previous: operation.link,
        link: toBeRead(
          {
            ...settled(operation.link),
            cancelled: operation.cancelled ?? operation.link.cancelled,
            ...(operation.halves && { halved: true as const }),
          },
          operation,
        ),
      };
    case 'occurrence':
      return { previous: null, link: null };
    default:
      return { previous: operation.link, link: null };
  }
}

function updated({ operation, google, work }: Outcome): Link {
  const { next } = operation as Update;
  return {
    ...next,
    google: google ? { id: google.id, version: google.etag ?? '' } : next.google,
    work: work ? { id: work.id, version: work.version } : next.work,
    behind: false,
    besideBox: work ? work.besideBox && besideBoxKey(work.besideBox) : next.besideBox,
  };
}

/** If the pair is to be planned again, its activity counts as news, whatever was written into it. */
const toBeRead = (link: Link, { postpones }: Operation): Link =>
  postpones ? { ...link, behind: true, work: { ...link.work, version: '' } } : link;

/** What an earlier run was about to take back, this one has left as it is. */
const settled = ({ withdrawing: _, ...link }: Link): Link => ({ ...link, behind: true });
