/**
 * Plans series and their exceptions. Each is a pair of its own, merged like any other; what they decide about each other is
 * decided here and in `plan-dates.ts`, and what happens to a series happens to its exceptions.
 */
import { isSlot } from '../../kit/recurrence/dates';
import { sameAdded } from '../entry/added-text';
import type { Change, Present } from '../entry/change';
import type { Side } from '../entry/entry';
import type { Link } from '../entry/link';
import { instanceId, seriesStart } from '../entry/series-start';
import { asCopied } from './as-copied';
import type { Operation } from './operations';
import { versionOf } from './pair-writes';
import { atWork, planDates } from './plan-dates';
import { givingSide } from './plan-one-way';
import { planPair, type PairContext } from './plan-pair';
import { asPresent, datesOf, NONE, type Series, type Touched } from './series-change';

export interface SeriesPlan {
  readonly operations: readonly Operation[];
  /** The touched pairs that are neither a series nor an exception. */
  readonly rest: readonly Touched[];
}

interface Known {
  readonly links: readonly Link[];
  readonly unlinked: Readonly<Record<Side, Map<string, Present>>>;
  readonly context: PairContext;
}

export function planSeries(touched: readonly Touched[], known: Known): SeriesPlan {
  const { series, rest } = gathered(touched, known);
  const operations: Operation[] = [];
  for (const one of series) operations.push(...planOne(one, known.context));
  return { operations, rest };
}

function gathered(
  touched: readonly Touched[],
  { links, unlinked }: Known,
): { series: Series[]; rest: Touched[] } {
  const rest: Touched[] = [];
  const changed = new Map<string, Touched>();
  const concerned = new Set<string>();
  for (const one of touched) {
    const { link } = one;
    if (!link.slot && !isSeries(one)) rest.push(one);
    else {
      changed.set(link.google.id, one);
      concerned.add(link.slot?.series ?? link.google.id);
    }
  }
  const fresh = { google: datesOf(unlinked.google), work: datesOf(unlinked.work) };
  if (fresh.google.size > 0 || fresh.work.size > 0)
    for (const { google, work } of links)
      if (fresh.google.has(google.id) || fresh.work.has(work.id)) concerned.add(google.id);
  if (concerned.size === 0) return { series: [], rest };
  const series = new Map<string, Series>();
  for (const link of links) {
    if (link.slot || !concerned.has(link.google.id)) continue;
    const change = changed.get(link.google.id);
    series.set(link.google.id, {
      link,
      google: change?.google,
      work: change?.work,
      exceptions: [],
      fresh: {
        google: fresh.google.get(link.google.id) ?? NONE,
        work: fresh.work.get(link.work.id) ?? NONE,
      },
    });
  }
  for (const link of links) {
    if (!link.slot || !concerned.has(link.slot.series)) continue;
    const one = changed.get(link.google.id) ?? { link, google: undefined, work: undefined };
    const its = series.get(link.slot.series);
    if (its) its.exceptions.push(one);
    else if (one.google || one.work) rest.push(one);
  }
  return { series: [...series.values()], rest };
}

const isSeries = ({ link, google, work }: Touched): boolean =>
  link.base.recurrence !== null || repeats(google) || repeats(work);

const repeats = (change: Change | undefined): boolean =>
  change?.kind === 'present' && change.entry.recurrence !== null;

function planOne(series: Series, context: PairContext): Operation[] {
  const { link } = series;
  const changes = { google: series.google, work: atWork(series, [], NONE) };
  const fate = planPair(link, changes, context);
  if (fate?.kind === 'delete' || fate?.kind === 'unlink')
    return [fate, ...followers(series, fate, context)];
  if (fate?.kind === 'create') {
    const { heard } = fate.source;
    const remade = { ...fate, source: asItIs(fate.source), ...(heard?.length && { heard }) };
    return [remade, ...followers(series, remade, context)];
  }
  const dates = series.exceptions.map((one) => withAddedOf(series, one));
  const exceptions = dates.flatMap((one) => planException(one, series, context));
  const main = planDates(series, exceptions, context);
  // The id of an exception depends on when its series begins.
  const needs = main.filter(({ kind }) => kind !== 'occurrence');
  const remakes = (operation: Operation): boolean =>
    operation.kind === 'create' && operation.on === 'google' && needs.length > 0;
  return [
    ...exceptions.map((operation) => (remakes(operation) ? { ...operation, needs } : operation)),
    ...main,
  ];
}

/** An exception to whose texts something else is to be added now, because it is to those of its series. */
function withAddedOf({ link, work }: Series, one: Touched): Touched {
  if (one.work || link.origin !== 'work' || work?.kind !== 'present') return one;
  const { added } = work.entry;
  if (sameAdded(added, one.link.base.added)) return one;
  const row = asPresent(one.link, 'work');
  return { ...one, work: { ...row, entry: { ...row.entry, added } } };
}

/** A series that is copied anew has the dates that Google shows now. */
function asItIs(source: Present): Present {
  const { entry, forgotten = [] } = source;
  if (!entry.recurrence || forgotten.length === 0) return source;
  const skipped = entry.recurrence.skipped.filter((date) => !forgotten.includes(date));
  return { ...source, entry: { ...entry, recurrence: { ...entry.recurrence, skipped } } };
}

/** An exception of a series that goes on. */
function planException(one: Touched, series: Series, context: PairContext): Operation[] {
  const { link, google, work } = one;
  if (!google && !work) return [];
  const isMoved =
    google?.kind === 'gone' && givingSide(context.policy) !== 'google' && isDisplaced(link, series);
  if (isMoved && (work === undefined || work.kind === 'present')) {
    const made = context.replacementOf('google', link);
    if (made) {
      const moved = { ...link, google: versionOf(made, link.google) };
      const operation = planPair(moved, { google: { ...made, isNews: true }, work }, context);
      return operation && 'previous' in operation ? [{ ...operation, previous: link }] : [];
    }
    return [remade(one, series.link, context)];
  }
  const operation = planPair(link, { google, work }, context);
  return operation ? [operation] : [];
}

/** Puts an exception of the work system into Google's series again. */
function remade(
  { link, work }: Touched,
  series: Link,
  { policy }: PairContext,
  needs: readonly Operation[] = [],
): Operation {
  const row = work?.kind === 'present' ? work : asPresent(link, 'work');
  const slot = { series: series.work.id, date: link.slot!.date };
  return {
    kind: 'create',
    on: 'google',
    ...asCopied({ ...row, slot }, 'google', policy, series.base),
    origin: link.origin,
    generation: link.generation,
    replaces: link,
    needs,
  };
}

/**
 * Whether an exception's id is that of another time of day: Google drops the exceptions of a series whose start changes,
 * but what people agreed on for single dates stays.
 */
function isDisplaced({ slot, google: { id } }: Link, { google, link }: Series): boolean {
  const { when, recurrence } = google?.kind === 'present' ? google.entry : link.base;
  if (!slot || !recurrence || instanceId(link.google.id, when, slot.date) === id) return false;
  return isSlot(recurrence, seriesStart(when), slot.date);
}

/** What happens to the exceptions of a series that is deleted, unlinked or made anew. */
function followers(
  { link, work, exceptions }: Series,
  fate: Operation,
  context: PairContext,
): Operation[] {
  const isRowGone = work?.kind === 'gone';
  return exceptions.flatMap((one): Operation[] => {
    const its = one.link;
    const removal: Operation = {
      kind: 'delete',
      on: 'work',
      at: versionOf(one.work, its.work),
      link: its,
      before: one.work?.kind === 'present' ? one.work.entry : its.base,
      follows: true,
      ...('hides' in fate && { hides: true as const }),
      ...('withdraws' in fate && { withdraws: true as const }),
    };
    const isThere = one.work?.kind !== 'gone';
    if (fate.kind === 'create' && fate.on === 'google')
      return isThere ? [remade(one, link, context, [fate])] : [{ kind: 'unlink', link: its }];
    if (fate.kind === 'create') {
      if (one.google?.kind === 'gone') return isThere ? [removal] : [{ kind: 'unlink', link: its }];
      const source = one.google?.kind === 'present' ? one.google : asPresent(its, 'google');
      const again: Operation = {
        kind: 'create',
        on: 'work',
        ...asCopied({ ...source, slot: its.slot ?? null }, 'work', context.policy, link.base),
        origin: its.origin,
        generation: its.generation,
        replaces: isThere ? null : its,
        needs: isThere ? [fate, removal] : [fate],
      };
      return isThere ? [removal, again] : [again];
    }
    const isRemoved = fate.kind === 'delete' ? fate.on === 'work' || isRowGone : isRowGone;
    const isLeft = one.work?.kind === 'left-out' || one.work?.kind === 'handed-over';
    return isRemoved && isThere && !isLeft
      ? [{ ...removal, needs: [fate] }]
      : [{ kind: 'unlink', link: its, needs: [fate] }];
  });
}
