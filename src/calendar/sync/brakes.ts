/** What stops a run before it writes, until a person says go. */
import type { Side } from '../entry/entry';
import type { Operation } from './operations';

/** This many deletions are never too many; above them, a share of the pairs. */
const DELETIONS_AT_LEAST = 5;
const DELETIONS_SHARE = 0.1;
/** Creations in one run. An initial sync has none of it: it is looked at before it starts. */
const CREATIONS = 500;

/** Why a run was held. */
export type Hold =
  | { readonly kind: 'too-many-deletions'; readonly deletions: number; readonly links: number }
  | { readonly kind: 'too-many-creations'; readonly creations: number; readonly most: number }
  | { readonly kind: 'empty-listing'; readonly side: Side; readonly links: number }
  | {
      readonly kind: 'shrunken-listing';
      readonly side: Side;
      readonly missing: number;
      readonly links: number;
    };

/** What a person has seen and said go to. */
export interface Approval {
  readonly deletions: number;
  readonly creations: number;
}

export const mostDeletions = (links: number): number =>
  Math.max(DELETIONS_AT_LEAST, Math.floor(links * DELETIONS_SHARE));

/** A hold on the plan itself, or null. */
export function planHold(
  operations: readonly Operation[],
  { links, isInitial }: { readonly links: number; readonly isInitial: boolean },
  approved: Approval | null,
): Hold | null {
  const count = (kind: Operation['kind']): number =>
    operations.filter((operation) => operation.kind === kind).length;
  const deletions = count('delete');
  if (deletions > Math.max(mostDeletions(links), approved?.deletions ?? 0))
    return { kind: 'too-many-deletions', deletions, links };
  const creations = count('create');
  const most = Math.max(CREATIONS, approved?.creations ?? 0);
  return creations > most && !isInitial ? { kind: 'too-many-creations', creations, most } : null;
}

/**
 * A hold on a full listing, or null: one that is empty, or lacks more than may be deleted at once, is not believed.
 *
 * @param links how many pairs it ought to show.
 */
export function listingHold(
  side: Side,
  { items, missing, links }: { items: number; missing: number; links: number },
  approved: Approval | null,
): Hold | null {
  if (missing === 0 || missing <= (approved?.deletions ?? 0)) return null;
  if (items === 0) return { kind: 'empty-listing', side, links };
  return missing > mostDeletions(links) ? { kind: 'shrunken-listing', side, missing, links } : null;
}
