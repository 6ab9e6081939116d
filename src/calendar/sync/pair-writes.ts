/** The link of a pair after both halves have been read. */
import type { Change } from '../entry/change';
import type { Entry, Side } from '../entry/entry';
import type { Link, Version } from '../entry/link';
import type { NextLink, Operation } from './operations';

export const versionOf = (change: Change | undefined, last: Version): Version =>
  change === undefined || change.kind === 'gone'
    ? last
    : { id: change.id, version: change.version };

export const nextLink = (
  link: Link,
  { google, work }: Partial<Readonly<Record<Side, Change | undefined>>>,
  base: Entry,
  oneWay: boolean,
): NextLink => ({
  google: versionOf(google, link.google),
  work: versionOf(work, link.work),
  base,
  origin: link.origin,
  generation: link.generation,
  oneWay,
  slot: link.slot,
  cancelled: (google?.kind === 'present' ? google.cancelled : undefined) ?? link.cancelled,
  besideBox: work?.kind === 'present' ? work.besideBox?.key : link.besideBox,
});

type Deletion = Extract<Operation, { readonly kind: 'delete' }>;

export const deletion = (on: Side, change: Change | undefined, link: Link): Deletion => ({
  kind: 'delete',
  on,
  at: versionOf(change, link[on]),
  link,
  before: change?.kind === 'present' ? change.entry : link.base,
});

/** Leaves a pair as it is; null when it was left before. */
export const left = (link: Link): Operation | null =>
  link.behind ? null : { kind: 'leave', link };
