/** One series with everything that happened to it. */
import type { Change, Present } from '../entry/change';
import type { Side } from '../entry/entry';
import type { Link } from '../entry/link';
import type { Operation } from './operations';

/** A pair and what happened to it. */
export interface Touched {
  readonly link: Link;
  readonly google: Change | undefined;
  readonly work: Change | undefined;
  /** Whether its row counts as gone because it is another entry now. */
  readonly isFreed?: boolean;
}

/** What Google changed. Of an event whose row was given another meaning that decides nothing: the event goes. */
export const googleOf = ({ link, google, isFreed }: Touched): Change | undefined =>
  isFreed && google?.kind === 'present' ? { ...google, entry: link.base } : google;

/** One series with everything that happened to it. */
export interface Series {
  readonly link: Link;
  google: Change | undefined;
  work: Change | undefined;
  /** Its exceptions, touched or not. */
  readonly exceptions: Touched[];
  /** Dates of new exceptions. */
  readonly fresh: Readonly<Record<Side, ReadonlySet<string>>>;
}

export const NONE: ReadonlySet<string> = new Set();

/** Dates of exceptions by the id of their series. */
export function datesOf(unlinked: ReadonlyMap<string, Present>): Map<string, Set<string>> {
  const dates = new Map<string, Set<string>>();
  for (const { slot } of unlinked.values()) {
    if (!slot) continue;
    const known = dates.get(slot.series);
    if (known) known.add(slot.date);
    else dates.set(slot.series, new Set([slot.date]));
  }
  return dates;
}

/** New series do not skip the dates for which they have an exception. */
export function withOwnDates(unlinked: Map<string, Present>): Map<string, Present> {
  for (const [series, dates] of datesOf(unlinked)) {
    const one = unlinked.get(series);
    const recurrence = one?.entry.recurrence;
    if (!one || !recurrence?.skipped.some((date) => dates.has(date))) continue;
    const skipped = recurrence.skipped.filter((date) => !dates.has(date));
    unlinked.set(series, {
      ...one,
      entry: { ...one.entry, recurrence: { ...recurrence, skipped } },
    });
  }
  return unlinked;
}

/** One half as the last run left it. */
export const asPresent = (link: Link, side: Side): Present => ({
  kind: 'present',
  id: link[side].id,
  version: link[side].version,
  entry: link.base,
  slot: link.slot ?? null,
  origin: null,
  writable: true,
  unsent: null,
  updatedAt: null,
  createdAt: null,
  ...(side === 'google' && link.cancelled && { cancelled: link.cancelled }),
});

export const dateOf = (operation: Operation): string =>
  'link' in operation ? (operation.link.slot?.date ?? '') : '';
