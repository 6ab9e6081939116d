/** Counts and times in words. */
import type { Freshness } from '../runs/freshness';
import type { OperationKind } from './operations';

export const peopleCounted = (count: number): string =>
  count === 1 ? '1 person' : `${grouped(count)} people`;

export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A length of time, in the largest unit that is precise enough. */
export function lengthOf(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return counted(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return counted(Math.floor(hours / 24), 'day');
  const rest = minutes % 60;
  return rest === 0 || hours >= 24
    ? counted(hours, 'hour')
    : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`;
}

const counted = (count: number, unit: string): string =>
  `${count} ${unit}${count === 1 ? '' : 's'}`;

export function freshnessText(freshness: Freshness): string {
  switch (freshness.kind) {
    case 'never':
      return 'No run has succeeded yet.';
    case 'fresh':
      return `Up to date as of ${lengthOf(freshness.ageMs)} ago.`;
    case 'behind':
      return `Behind: the last run that succeeded read the directory ${lengthOf(freshness.ageMs)} ago.`;
  }
}

/** What a run will do, and what it has done. */
export const KIND_WORDS: Readonly<
  Record<OperationKind, { readonly will: string; readonly did: string }>
> = {
  insert: { will: 'New in the work system', did: 'Brought in' },
  link: { will: 'Already in the work system, joined by address', did: 'Joined by address' },
  update: { will: 'Changed', did: 'Changed' },
  deactivate: { will: 'Deactivated, not deleted', did: 'Deactivated' },
  reactivate: { will: 'Active again', did: 'Active again' },
};
