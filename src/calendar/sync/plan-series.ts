/**
 * Plans series and their exceptions. Each is a pair of its own, merged like any other; what they decide about each other is
 * decided here: a date with an exception is not skipped, an exception that was deleted is a date skipped, and what happens to
 * a series happens to its exceptions.
 */
import { isSlot } from '../../kit/recurrence/dates';
import type { Change, Present } from '../entry/change';
import type { Entry, Side } from '../entry/entry';
import { sameField } from '../entry/fields';
import type { Link } from '../entry/link';
import { instanceId, sameRule, seriesStart, withSkipped } from '../entry/series-start';
import type { Operation } from './operations';
import { versionOf } from './pair-writes';
import type { Touched } from './plan';
import { planPair, type PairContext } from './plan-pair';

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

/** One series with everything that happened to it. */
interface Series {
  readonly link: Link;
  google: Change | undefined;
  work: Change | undefined;
  /** Its exceptions, touched or not. */
  readonly exceptions: Touched[];
  /** Dates of new exceptions. */
  readonly fresh: Readonly<Record<Side, ReadonlySet<string>>>;
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

const NONE: ReadonlySet<string> = new Set();

const isSeries = ({ link, google, work }: Touched): boolean =>
  link.base.recurrence !== null || repeats(google) || repeats(work);

const repeats = (change: Change | undefined): boolean =>
  change?.kind === 'present' && change.entry.recurrence !== null;

/** Dates of exceptions by the id of their series. */
function datesOf(unlinked: ReadonlyMap<string, Present>): Map<string, Set<string>> {
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

function planOne(series: Series, context: PairContext): Operation[] {
  const { link } = series;
  const changes = { google: series.google, work: atWork(series, [], NONE) };
  const fate = planPair(link, changes, context);
  if (fate?.kind === 'delete' || fate?.kind === 'unlink') return [fate, ...followers(series, fate)];
  if (fate?.kind === 'create') {
    const remade = { ...fate, source: asItIs(fate.source) };
    return [remade, ...followers(series, remade)];
  }
  const exceptions = series.exceptions.flatMap((one) => planException(one, series, context));
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
  const isMoved = google?.kind === 'gone' && isDisplaced(link, series);
  if (isMoved && (work === undefined || work.kind === 'present')) {
    const made = context.replacementOf('google', link);
    if (made) {
      const moved = { ...link, google: versionOf(made, link.google) };
      const operation = planPair(moved, { google: { ...made, isNews: true }, work }, context);
      return operation && 'previous' in operation ? [{ ...operation, previous: link }] : [];
    }
    return [remade(one, series.link)];
  }
  const operation = planPair(link, { google, work }, context);
  return operation ? [operation] : [];
}

/** Puts an exception of the work system into Google's series again. */
const remade = (
  { link, work }: Touched,
  series: Link,
  needs: readonly Operation[] = [],
): Operation => ({
  kind: 'create',
  on: 'google',
  source: {
    ...(work?.kind === 'present' ? work : asPresent(link, 'work')),
    slot: { series: series.work.id, date: link.slot!.date },
  },
  origin: link.origin,
  generation: link.generation,
  replaces: link,
  needs,
});

/** One half as the last run left it. */
const asPresent = (link: Link, side: Side): Present => ({
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
});

/**
 * Whether an exception's id is that of another time of day: Google drops the exceptions of a series whose start changes,
 * but what people agreed on for single dates stays.
 */
function isDisplaced({ slot, google: { id } }: Link, { google, link }: Series): boolean {
  const { when, recurrence } = google?.kind === 'present' ? google.entry : link.base;
  if (!slot || !recurrence || instanceId(link.google.id, when, slot.date) === id) return false;
  return isSlot(recurrence, seriesStart(when), slot.date);
}

/** The series itself, once it is known what its exceptions do. */
function planDates(
  series: Series,
  exceptions: readonly Operation[],
  context: PairContext,
): Operation[] {
  const { link } = series;
  const needs = exceptions.filter(
    (operation) => operation.kind === 'delete' && operation.on === 'google',
  );
  const gone = new Set(needs.map(dateOf));
  const google = inGoogle(series, exceptions, gone);
  const work = atWork(series, exceptions, gone);
  if (!google && !work) return [];
  const operation = planPair(link, { google, work }, context);
  if (!operation) return [];
  const heard = google?.kind === 'present' ? google.heard : undefined;
  const read = series.google?.kind === 'present' ? series.google.entry : link.base;
  return withOccurrences(operation, {
    link,
    google,
    read: withSkipped(read, [...gone]),
    needs,
  }).map((one) => (one.kind === 'occurrence' || !heard?.length ? one : { ...one, heard }));
}

const dateOf = (operation: Operation): string =>
  'link' in operation ? (operation.link.slot?.date ?? '') : '';

/** Google's series: without dates that are about to take place again, and with those whose exception is about to go. */
function inGoogle(
  { link, google, fresh }: Series,
  exceptions: readonly Operation[],
  gone: ReadonlySet<string>,
): Change | undefined {
  if (google && google.kind !== 'present') return google;
  const now = google ?? asPresent(link, 'google');
  const { recurrence } = now.entry;
  const back = new Set([
    ...fresh.work,
    ...exceptions.flatMap((operation) =>
      operation.kind === 'create' && operation.on === 'google' && operation.source.slot
        ? [operation.source.slot.date]
        : [],
    ),
  ]);
  if (!recurrence || (gone.size === 0 && !recurrence.skipped.some((date) => back.has(date))))
    return google;
  const without = (dates: readonly string[]): string[] => dates.filter((date) => !back.has(date));
  const skipped = new Set([...without(recurrence.skipped), ...gone]);
  const cancelled = new Set([...without(now.cancelled ?? link.cancelled ?? []), ...gone]);
  return {
    ...now,
    entry: { ...now.entry, recurrence: { ...recurrence, skipped: [...skipped].sort() } },
    cancelled: [...cancelled].sort(),
    isNews: true,
  };
}

/** The work system's series: a date for which it has an exception is not skipped, whatever its rule says. */
function atWork(
  { work, exceptions, fresh }: Series,
  operations: readonly Operation[],
  gone: ReadonlySet<string>,
): Change | undefined {
  if (work?.kind !== 'present' || !work.entry.recurrence) return work;
  const { recurrence } = work.entry;
  const deleted = new Set(
    operations.flatMap((operation) =>
      operation.kind === 'unlink' || (operation.kind === 'delete' && operation.on === 'work')
        ? [dateOf(operation)]
        : [],
    ),
  );
  const own = new Set([
    ...fresh.work,
    ...exceptions.flatMap(({ link: { slot } }) =>
      slot && !gone.has(slot.date) && !deleted.has(slot.date) ? [slot.date] : [],
    ),
  ]);
  const skipped = recurrence.skipped.filter((date) => !own.has(date) && !fresh.google.has(date));
  if (skipped.length === recurrence.skipped.length) return work;
  return { ...work, entry: { ...work.entry, recurrence: { ...recurrence, skipped } } };
}

interface Main {
  readonly link: Link;
  /** The series as it is planned with. */
  readonly google: Change | undefined;
  /** The series as Google has it. */
  readonly read: Entry;
  readonly needs: readonly Operation[];
}

/**
 * Cancels and restores single dates one by one: a new rule would make Google drop the exceptions. Only where the rule or the
 * start changes anyway, the dates that are skipped become part of it.
 */
function withOccurrences(operation: Operation, { link, google, read, needs }: Main): Operation[] {
  if (operation.kind !== 'update' && operation.kind !== 'link')
    return needs.length > 0 ? [{ ...operation, needs }] : [operation];
  const series = google?.kind === 'present' ? google.entry : link.base;
  const write = operation.kind === 'update' ? operation.google : null;
  const after = write?.after ?? series;
  if (!after.recurrence || !read.recurrence)
    return [{ ...operation, next: { ...operation.next, cancelled: undefined }, needs }];
  const known = new Set(link.cancelled ?? []);
  for (const date of (google?.kind === 'present' && google.cancelled) || []) known.add(date);
  const isMoved = write?.fields.includes('when') === true && !sameField('when', series, after);
  const isNewRule = write?.fields.includes('recurrence') === true && !sameRule(series, after);
  const skipped = new Set(after.recurrence.skipped);
  const before = new Set(read.recurrence.skipped);
  const restored = [...before].filter((date) => !skipped.has(date));
  const isWhole = isMoved || isNewRule || restored.some((date) => !known.has(date));
  const forgotten = google?.kind === 'present' ? (google.forgotten ?? []) : [];
  const cancels = isWhole ? [] : [...skipped].filter((date) => !before.has(date));
  const away = isMoved ? [] : [...new Set([...cancels, ...forgotten])];
  const restores = isMoved ? [] : restored.filter((date) => known.has(date));
  const occurrence = (date: string, takesPlace: boolean): Operation => ({
    kind: 'occurrence',
    link,
    date,
    takesPlace,
    series: read,
  });
  const writes = [
    ...away.map((date) => occurrence(date, false)),
    ...restores.map((date) => occurrence(date, true)),
  ];
  const cancelled = isMoved
    ? []
    : [...new Set([...(operation.next.cancelled ?? []), ...away])]
        .filter((date) => !restores.includes(date))
        .sort();
  const next = { ...operation.next, cancelled };
  const all = [...needs, ...writes];
  const main = asWritten(operation, { before: read, after, isWhole, isMoved });
  return [...writes, { ...main, next, ...(all.length > 0 && { needs: all }) }];
}

type Paired = Extract<Operation, { readonly kind: 'update' | 'link' }>;

interface Rewritten {
  readonly before: Entry;
  readonly after: Entry;
  readonly isWhole: boolean;
  readonly isMoved: boolean;
}

/** The rule is written with a new start, because Google forgets then what was cancelled one by one; and not for single dates. */
function asWritten(operation: Paired, { before, after, isWhole, isMoved }: Rewritten): Paired {
  const write = operation.kind === 'update' ? operation.google : null;
  const others = (write?.fields ?? []).filter((field) => field !== 'recurrence');
  const isRule = isWhole && (isMoved || !sameField('recurrence', before, after));
  const fields = isRule ? [...others, 'recurrence' as const] : others;
  const google = fields.length > 0 ? { before: write?.before ?? before, after, fields } : null;
  const { next, previous } = operation;
  if (operation.kind === 'update' && (google || operation.work)) return { ...operation, google };
  if (google) return { kind: 'update', next, previous, google, work: null, conflict: null };
  return { kind: 'link', next, previous };
}

/** What happens to the exceptions of a series that is deleted, unlinked or made anew. */
function followers({ link, work, exceptions }: Series, fate: Operation): Operation[] {
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
    };
    const isThere = one.work?.kind !== 'gone';
    if (fate.kind === 'create' && fate.on === 'google')
      return isThere ? [remade(one, link, [fate])] : [{ kind: 'unlink', link: its }];
    if (fate.kind === 'create') {
      if (one.google?.kind === 'gone') return isThere ? [removal] : [{ kind: 'unlink', link: its }];
      const source = one.google?.kind === 'present' ? one.google : asPresent(its, 'google');
      const again: Operation = {
        kind: 'create',
        on: 'work',
        source: { ...source, slot: its.slot ?? null },
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
