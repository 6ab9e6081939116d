/** What to do about exceptions of series that belong to no pair yet. */
import type { Present } from '../entry/change';
import type { Entry, Side, Slot } from '../entry/entry';
import { slotEntry } from '../entry/slot-entry';
import { creation, met, type Met } from './join-entries';
import type { Link } from '../entry/link';
import type { Operation } from './operations';
import { endOfFormer } from './other-entry';
import type { LeftOut, Paired, Planned } from './planned';

/** Exceptions of series that are pairs, or become pairs in this run: they are joined by their date. */
export function planExceptions(
  exceptions: Readonly<Record<Side, readonly Present[]>>,
  paired: Paired,
): Planned {
  const series = seriesPairs(paired);
  const operations: Operation[] = [];
  const leftOut: LeftOut[] = [];
  const without = (side: Side, { id }: Present): void => {
    leftOut.push({ side, id, reason: 'no-such-series' });
  };
  const waiting = new Map<string, Present>();
  for (const work of exceptions.work) {
    const key = slotKey(work.slot!);
    if (waiting.has(key) || isTaken(work.slot!, series, paired))
      leftOut.push({ side: 'work', id: work.id, reason: 'date-taken' });
    else waiting.set(key, work);
  }
  for (const google of exceptions.google) {
    const its = series.google.get(google.slot!.series);
    if (!its) {
      without('google', google);
      continue;
    }
    const key = its.work === null ? '' : slotKey({ ...google.slot!, series: its.work });
    const work = waiting.get(key);
    const needs = its.operation ? [its.operation] : [];
    if (work) {
      waiting.delete(key);
      const base = slotEntry(its.base, google.slot!.date);
      const pair: Met = { google, work, origin: 'work', generation: 1, base };
      operations.push({ ...met(pair, paired.policy, paired.courses), needs });
      continue;
    }
    operations.push({ ...creation('work', google, paired.policy, its.base), needs });
  }
  for (const work of waiting.values()) {
    const its = series.work.get(work.slot!.series);
    if (its)
      operations.push({
        ...creation('google', work, paired.policy, its.base),
        needs: needsOf(work, its, paired),
        ...(work.former?.isNamed && { detaches: true }),
      });
    else without('work', work);
  }
  return { operations, leftOut };
}

/** Whether a pair takes the place of that date already. */
const isTaken = (
  { series: activity, date }: Slot,
  series: ReturnType<typeof seriesPairs>,
  paired: Paired,
): boolean => {
  const its = series.work.get(activity)?.google;
  return paired.links.some(
    (link) =>
      link.slot?.series === its && link.slot?.date === date && leaving(link, paired) === undefined,
  );
};

/** What this run does to end a pair. */
const leaving = (link: Link, { made }: Paired): Operation | undefined =>
  made.find(
    (operation) =>
      (operation.kind === 'delete' || operation.kind === 'unlink') && operation.link === link,
  );

/** The deletion of the pair that had the same date so far, and what is done to the series. */
function needsOf(work: Present, its: SeriesPair, paired: Paired): Operation[] {
  const former = paired.links.find(
    (link) => link.slot?.series === its.google && link.slot?.date === work.slot!.date,
  );
  const left = former && leaving(former, paired);
  const all = [its.operation, left].flatMap((operation) => operation ?? []);
  return [...all, ...endOfFormer(work, paired.made)];
}

const slotKey = ({ series, date }: Slot): string => `${series} ${date}`;

interface SeriesPair {
  /** The ids of both halves; null for one that is about to be made. */
  readonly google: string | null;
  readonly work: string | null;
  readonly base: Entry;
  /** What this run does to the pair. */
  readonly operation: Operation | null;
}

/** The series that both sides have, or will have after this run, by the id of either half. */
function seriesPairs({
  links,
  made,
}: Paired): Readonly<Record<Side, ReadonlyMap<string, SeriesPair>>> {
  const google = new Map<string, SeriesPair>();
  const work = new Map<string, SeriesPair>();
  for (const link of links) {
    if (!link.base.recurrence) continue;
    const pair = { google: link.google.id, work: link.work.id, base: link.base, operation: null };
    google.set(link.google.id, pair);
    work.set(link.work.id, pair);
  }
  for (const operation of made) {
    switch (operation.kind) {
      case 'link':
      case 'update': {
        const { next } = operation;
        if (!next.base.recurrence) break;
        const pair = { google: next.google.id, work: next.work.id, base: next.base, operation };
        google.set(next.google.id, pair);
        work.set(next.work.id, pair);
        break;
      }
      case 'create': {
        const { on, source, replaces } = operation;
        if (replaces) {
          google.delete(replaces.google.id);
          work.delete(replaces.work.id);
        }
        if (!source.entry.recurrence) break;
        const isAtWork = on === 'google';
        const pair = {
          google: isAtWork ? null : source.id,
          work: isAtWork ? source.id : null,
          base: source.entry,
          operation,
        };
        (on === 'work' ? google : work).set(source.id, pair);
        break;
      }
      case 'delete':
      case 'unlink':
        google.delete(operation.link.google.id);
        work.delete(operation.link.work.id);
        break;
      default:
    }
  }
  return { google, work };
}
