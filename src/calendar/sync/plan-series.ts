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
import type { Operation } from './operations';
import { versionOf } from './pair-writes';
import { againInGoogle, followers, madeAnew, rejoiningFirst } from './plan-followers';
import { atWork, planDates } from './plan-dates';
import { givingSide } from './plan-one-way';
import { planPair, type PairContext } from './plan-pair';
import { planSplit, withoutNewDates, withoutOwnEnd } from './plan-split';
import { asPresent, datesOf, googleOf, NONE, type Series, type Touched } from './series-change';

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
  const orphans = orphaned(touched, known);
  for (const link of orphans) operations.push({ kind: 'leave', link, postpones: true });
  return { operations, rest: rest.filter(({ link }) => !orphans.has(link)) };
}

/**
 * Exceptions left by a run that was killed while it split their series: the ended event gets its row only now, so the next run puts them
 * under it.
 */
function orphaned(touched: readonly Touched[], { links, unlinked }: Known): ReadonlySet<Link> {
  const found = links.filter(
    ({ slot, behind }) => slot && behind && unlinked.google.has(slot.series),
  );
  if (found.length === 0) return new Set();
  const works = new Map(touched.map(({ link, work }) => [link, work]));
  const isLeft = (work: Change | undefined): boolean => work === undefined || isAstray(work);
  return new Set(found.filter((link) => isLeft(works.get(link))));
}

type LeftOut = Extract<Change, { readonly kind: 'left-out' }>;

/** Whether a row is still under the later part of a series that was split. */
const isAstray = (work: Change | undefined): work is LeftOut =>
  work?.kind === 'left-out' && work.reason === 'no-such-date';

/** Whether a row still names the former row of a series that was made anew, because the run that was to change that failed. */
const isUnderFormer = (work: Change | undefined, { work: { version } }: Link): work is LeftOut =>
  work?.kind === 'left-out' && work.reason === 'no-such-series' && version === '';

function gathered(
  touched: readonly Touched[],
  { links, unlinked }: Known,
): { series: Series[]; rest: Touched[] } {
  const rest: Touched[] = [];
  const changed = new Map<string, Touched>();
  const concerned = new Set<string>();
  const seriesOf = seriesNaming(links, touched);
  for (const one of touched) {
    const { link } = one;
    if (!link.slot && !isSeries(one)) rest.push(one);
    else {
      changed.set(link.google.id, one);
      concerned.add(seriesOf(one) ?? link.google.id);
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
    if (!link.slot) continue;
    const one = changed.get(link.google.id) ?? { link, google: undefined, work: undefined };
    const id = seriesOf(one)!;
    if (!concerned.has(id)) continue;
    const slot = { ...link.slot, series: id };
    const its = series.get(id);
    if (its)
      its.exceptions.push(id === link.slot.series ? one : { ...one, link: { ...link, slot } });
    else if (one.google || one.work) rest.push(one);
  }
  return { series: [...series.values()], rest };
}

/** The series of an exception by Google's id: of one that Google has lost, the one that its row names. */
function seriesNaming(
  links: readonly Link[],
  touched: readonly Touched[],
): (one: Touched) => string | undefined {
  const isLost = ({ google, work }: Touched): boolean =>
    google?.kind === 'gone' && work?.kind === 'present' && work.slot !== null;
  const pairs = touched.some(isLost)
    ? new Map(links.map(({ google, work }) => [work.id, google.id]))
    : new Map<string, string>();
  return (one) =>
    (isLost(one) ? pairs.get((one.work as Present).slot!.series) : undefined) ??
    one.link.slot?.series;
}

const isSeries = ({ link, google, work }: Touched): boolean =>
  link.base.recurrence !== null || repeats(google) || repeats(work);

const repeats = (change: Change | undefined): boolean =>
  change?.kind === 'present' && change.entry.recurrence !== null;

function planOne(read: Series, context: PairContext): Operation[] {
  const link = withoutOwnEnd(read, context.policy);
  const series = { ...read, link };
  const exceptions = series.exceptions.filter(({ work }) => work?.kind !== 'gone');
  const changes = { google: series.google, work: atWork({ ...series, exceptions }, [], NONE) };
  const fate = planPair(link, changes, context);
  const split = fate && madeAnew(fate, link) ? null : planSplit(series, fate, context);
  if (split === null) return planWhole(series, fate, context);
  return split === 'later' ? planFirst(withoutNewDates(series, fate), context) : split;
}

/** Carries what else has changed, and has the series planned again by the next run. */
function planFirst(series: Series, context: PairContext): Operation[] {
  const { link, google, work } = series;
  const operations = planWhole(series, planPair(link, { google, work }, context), context);
  const isOwn = (operation: Operation): boolean =>
    (operation.kind === 'update' || operation.kind === 'link') && operation.previous === link;
  const postpones = true;
  return operations.some(isOwn)
    ? operations.map((operation) =>
        isOwn(operation) ? ({ ...operation, postpones } as Operation) : operation,
      )
    : [...operations, { kind: 'leave', link, postpones }];
}

function planWhole(series: Series, fate: Operation | null, context: PairContext): Operation[] {
  if (fate?.kind === 'delete' || fate?.kind === 'unlink')
    return [fate, ...followers(series, fate, context)];
  if (fate?.kind === 'create') {
    const { heard } = fate.source;
    const remade = { ...fate, source: asItIs(fate.source), ...(heard?.length && { heard }) };
    return [remade, ...followers(series, remade, context)];
  }
  if (fate && madeAnew(fate, series.link))
    return [{ ...fate, postpones: true }, ...followers(series, fate, context)];
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
  const { link, work } = one;
  const google = googleOf(one);
  if (!google && !work) return [];
  // A run that was killed while it split the series has left the row under the later part. Under its own, it has changed since.
  const isElsewhere =
    (isAstray(work) || isUnderFormer(work, link)) && work.series !== series.link.work.id;
  if (link.behind && isElsewhere && google?.kind === 'present') return [rejoiningFirst(one)];
  const isMoved =
    google?.kind === 'gone' && givingSide(context.policy) !== 'google' && isDisplaced(link, series);
  if (isMoved && (work === undefined || work.kind === 'present')) {
    const made = context.replacementOf('google', link);
    if (made) {
      const moved = { ...link, google: versionOf(made, link.google) };
      const operation = planPair(moved, { google: { ...made, isNews: true }, work }, context);
      return operation && 'previous' in operation ? [{ ...operation, previous: link }] : [];
    }
    return [againInGoogle(one, series.link, context)];
  }
  const operation = planPair(link, { google, work }, context);
  return operation ? [operation] : [];
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
