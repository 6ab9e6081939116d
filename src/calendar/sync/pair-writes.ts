/** The link of a pair after both halves have been read. */
import type { Change } from '../entry/change';
import type { Entry, Side } from '../entry/entry';
import type { Link, Version } from '../entry/link';
import type { NextLink } from './operations';

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
