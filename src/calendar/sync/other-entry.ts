/**
 * Rows that somebody made another entry: one date of a series is an entry or a series of its own now, or takes the place of another
 * date; or an entry has become one date of a series. The pair ends as if its row had been deleted, and the row counts as new.
 */
import type { Change, Present } from '../entry/change';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import { startsByRule } from '../entry/series-start';
import { isInWindow } from '../entry/sync-window';
import type { Reason } from '../entry/why';
import type { Operation } from './operations';

export type OtherEntry =
  | { readonly kind: 'other'; readonly row: Present }
  /** As another entry it would not be synced, so the pair stays as it is, and the row is told. */
  | { readonly kind: 'stays'; readonly reason: Reason };

/** Null for a row that still is what its pair is. A pair that is behind may have been left so by a killed run. */
export function otherEntry(
  { slot, oneWay, behind }: Link,
  change: Change | undefined,
  { links, policy }: { readonly links: readonly Link[]; readonly policy: Policy },
): OtherEntry | null {
  if (change?.kind !== 'present' || oneWay || behind) return null;
  if (slot?.date === change.slot?.date) return null;
  const reason = whyNot(change, links, policy);
  if (reason) return { kind: 'stays', reason };
  const former = { isNamed: change.origin !== null };
  return { kind: 'other', row: { ...change, origin: null, former } };
}

function whyNot(row: Present, links: readonly Link[], { window }: Policy): Reason | null {
  if (row.unsent) return row.unsent;
  if (!isInWindow(row.entry, window)) return 'before-window';
  const { slot } = row;
  if (!slot) return startsByRule(row.entry) ? null : 'start-outside-rule';
  const series = links.find(({ work }) => work.id === slot.series);
  if (!series?.base.recurrence) return 'no-such-series';
  const isTaken = links.some(
    (link) => link.slot?.series === series.google.id && link.slot.date === slot.date,
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
