/**
 * Rows that somebody made another entry: one date of a series is an entry or a series of its own now, or takes the place of another
 * date; or an entry has become one date of a series. The pair ends as if its row had been deleted, and the row counts as new.
 */
import type { Present } from '../entry/change';
import type { Side } from '../entry/entry';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import { startsByRule } from '../entry/series-start';
import { isInWindow } from '../entry/sync-window';
import type { Reason } from '../entry/why';
import type { Operation } from './operations';
import type { Touched } from './series-change';

export type OtherEntry =
  | { readonly kind: 'other'; readonly row: Present }
  /** As another entry it would not be synced, so the pair stays as it is, and the row is told. */
  | { readonly kind: 'stays'; readonly reason: Reason };

/** Null for a row that still is what its pair is. A pair that is behind may have been left so by a killed run. */
export function otherEntry(
  link: Link,
  { google, work }: Pick<Touched, Side>,
  { links, policy }: { readonly links: readonly Link[]; readonly policy: Policy },
): OtherEntry | null {
  const { slot, oneWay, behind, halved, withdrawing } = link;
  if (work?.kind !== 'present' || slot?.date === work.slot?.date) return null;
  if (oneWay || behind || halved || withdrawing || google?.kind === 'left-out') return null;
  const reason = whyNot(work, links, policy);
  if (reason) return { kind: 'stays', reason };
  const former = { isNamed: work.origin !== null };
  return { kind: 'other', row: { ...work, origin: null, former } };
}

function whyNot(row: Present, links: readonly Link[], { window }: Policy): Reason | null {
  if (row.unsent) return row.unsent;
  if (!isInWindow(row.entry, window)) return 'before-window';
  const { slot } = row;
  if (!slot) return startsByRule(row.entry) ? null : 'start-outside-rule';
  const series = links.find(({ work }) => work.id === slot.series);
  if (!series?.base.recurrence) return 'no-such-series';
  const isTaken = links.some(
    (link) =>
      link.slot?.series === series.google.id &&
      link.slot.date === slot.date &&
      link.work.id !== row.id,
  );
  return isTaken ? 'date-taken' : null;
}

/** What ends the former pair of a row comes before the row is copied anew. */
export const endOfFormer = ({ id, former }: Present, made: readonly Operation[]): Operation[] =>
  former
    ? made.filter(
        (operation) =>
          (operation.kind === 'delete' || operation.kind === 'unlink') &&
          operation.link.work.id === id,
      )
    : [];
