/** What holds a run before it writes, until a person says go. */
import type { Side } from '../entry/entry';
import { exampleOfChange, type ChangeExample } from './change-example';
import type { Operation, Write } from './operations';

/** So many deletions are never too many; above that, a share of the pairs counts. */
const DELETIONS_AT_LEAST = 5;
const DELETIONS_SHARE = 0.1;
/** The same for entries that the work system changes: people do not move a fifth of a calendar at once, but sorting one column does. */
const CHANGES_AT_LEAST = 10;
const CHANGES_SHARE = 0.2;
/** The most creations in one run. An initial sync has no such limit, because the person has seen its preview. */
const CREATIONS = 500;
/** How many changes a card has room for. */
const EXAMPLES = 10;

/** Why a run was held. */
export type Hold =
  | { readonly kind: 'too-many-deletions'; readonly deletions: number; readonly links: number }
  | TooManyChanges
  | { readonly kind: 'too-many-creations'; readonly creations: number; readonly most: number }
  | { readonly kind: 'empty-listing'; readonly side: Side; readonly links: number }
  | {
      readonly kind: 'shrunken-listing';
      readonly side: Side;
      readonly missing: number;
      readonly links: number;
    };

interface TooManyChanges {
  readonly kind: 'too-many-changes';
  readonly changes: number;
  /** Deletions in the same plan if there are too many of them as well; otherwise 0. */
  readonly deletions: number;
  readonly links: number;
  /** At most ten, soonest first. */
  readonly examples: readonly ChangeExample[];
}

/** The numbers that a person has seen and said go to. */
export interface Approval {
  readonly deletions: number;
  readonly creations: number;
  readonly changes: number;
}

export const mostDeletions = (links: number): number =>
  Math.max(DELETIONS_AT_LEAST, Math.floor(links * DELETIONS_SHARE));

export const mostChanges = (links: number): number =>
  Math.max(CHANGES_AT_LEAST, Math.floor(links * CHANGES_SHARE));

/** The reason to hold a plan; null when there is none. */
export function planHold(
  operations: readonly Operation[],
  { links, isInitial }: { readonly links: number; readonly isInitial: boolean },
  approved: Approval | null,
): Hold | null {
  const count = (kind: Operation['kind']): number =>
    operations.filter(
      (operation) =>
        operation.kind === kind &&
        !('hides' in operation) &&
        !('follows' in operation) &&
        !isOneTooMany(operation),
    ).length;
  const deletions = aboveBrake(count('delete'), mostDeletions(links));
  const changed = operations.flatMap(changeAtWork);
  const changes = aboveBrake(changed.length, mostChanges(links));
  const isCovered = deletions <= (approved?.deletions ?? 0) && changes <= (approved?.changes ?? 0);
  if (!isCovered && changes > 0)
    return { kind: 'too-many-changes', changes, deletions, links, examples: examplesOf(changed) };
  if (!isCovered) return { kind: 'too-many-deletions', deletions, links };
  const creations = count('create');
  const most = Math.max(CREATIONS, approved?.creations ?? 0);
  return creations > most && !isInitial ? { kind: 'too-many-creations', creations, most } : null;
}

/** Whether it takes back a second activity of one meeting: the organizer's remains, so nothing is lost. */
const isOneTooMany = (operation: Operation): boolean =>
  operation.kind === 'delete' && operation.on === 'work' && operation.withdraws === true;

/** The count if it is above the brake; otherwise 0. */
const aboveBrake = (count: number, most: number): number => (count > most ? count : 0);

/**
 * What would change in an event of a known pair because its activity did, at most one write. An activity that is only read again, under another
 * policy, has its old version. Edits that people make in their own calendars do not count: a calendar is edited entry by entry
 * by its owner, while a sheet can be sorted, filled down and pasted into, by several people.
 */
function changeAtWork(operation: Operation): Write[] {
  if (operation.kind === 'create') return operation.continues ? [operation.continues.google] : [];
  const isChanged =
    operation.kind === 'update' &&
    operation.google !== null &&
    operation.previous !== null &&
    operation.previous.work.version !== operation.next.work.version;
  return isChanged ? [operation.google!] : [];
}

const examplesOf = (changed: readonly Write[]): ChangeExample[] =>
  changed
    .map(exampleOfChange)
    .sort((one, other) => (one.start < other.start ? -1 : 1))
    .slice(0, EXAMPLES);

/**
 * The reason not to believe a full listing, because it is empty or lacks more than may be deleted at once; null otherwise.
 *
 * @param links how many pairs the listing should contain.
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
