/**
 * Plans a series of which the work system changed what has already taken place. The past stays as it was: the event ends before the next
 * date and gets a row of its own, and the row that was changed goes on as a new event.
 */
import type { Change, Present } from '../entry/change';
import type { Entry, Field } from '../entry/entry';
import { sameEntry, sameField } from '../entry/fields';
import type { Link } from '../entry/link';
import { changesPast, endedBefore, firstComing, hasOnlyEnded, restFrom } from '../entry/past-dates';
import type { Policy } from '../entry/policy';
import { sameRule, seriesStart } from '../entry/series-start';
import { isSlot } from '../../kit/recurrence/dates';
import { creation, met, seen } from './join-entries';
import { taking } from './merge';
import { writeOf } from './merge-outcome';
import type { Operation, Update, Write } from './operations';
import { nextLink, versionOf } from './pair-writes';
import { againInGoogle, rejoining } from './plan-followers';
import { givingSide } from './plan-one-way';
import { planPair, type PairContext } from './plan-pair';
import { asPresent, type Series, type Touched } from './series-change';

const DATES: readonly Field[] = ['when', 'recurrence'];

/**
 * The pair as the last run left it, but for an end that a killed run has already written into the event: that is not Google's change.
 */
export function withoutOwnEnd({ link, google, work }: Touched, { window }: Policy): Link {
  if (google?.kind !== 'present' || work?.kind !== 'present' || !link.base.recurrence) return link;
  const { entry } = google;
  const isOwn =
    DATES.some((field) => !sameField(field, work.entry, link.base)) &&
    hasOnlyEnded(entry, link.base, firstComing(entry.when, window));
  return isOwn ? { ...link, base: { ...link.base, recurrence: entry.recurrence } } : link;
}

/**
 * Null when the change leaves alone what has taken place; `later` when other changes have to be carried first, because they are of the
 * series as it was, and would be lost with it.
 */
export function planSplit(
  series: Series,
  fate: Operation | null,
  context: PairContext,
): Operation[] | 'later' | null {
  const { work, link } = series;
  if (fate?.kind !== 'update' || !fate.google || work?.kind !== 'present') return null;
  // A side that only gives is never written, and the row would have to be.
  if (givingSide(context.policy) !== null) return null;
  const { before: event, after } = fate.google;
  if (!event.recurrence || !DATES.some((field) => fate.google!.fields.includes(field))) return null;
  const coming = firstComing(event.when, context.policy.window);
  if (!changesPast(event, after, coming))
    return isDropping(fate.google) && hasNewDates(series) ? 'later' : null;
  if (fate.hides || fate.conflict || isBusy(series, event)) return 'later';
  const past = endedBefore(event, coming);
  const rest = restFrom(after, coming);
  if (rest === null) return [ended(fate, work.entry, past)];
  const known = series.exceptions.map(({ link: previous }): Operation => {
    const { behind: _, withdrawing: __, ...next } = previous;
    return { kind: 'link', next, previous, postpones: true };
  });
  const end: Operation[] =
    past === event ? known : [{ ...endOf(series, event, past), needs: known }];
  const goesOn = goingOn({ fate, rest, work, needs: end }, series, context);
  const history = historyOf(series, past, goesOn, context);
  const following = series.exceptions.flatMap((one) =>
    followSplit(one, { link, coming, rest, history, goesOn, context }),
  );
  return [...new Set([...known, ...end, goesOn, history, ...following])];
}

/** The event gets a row of its own: the one that a killed run has made, or a new one. */
function historyOf(
  { link, google }: Series,
  past: Entry,
  goesOn: Operation,
  { policy, courses, replacementOf }: PairContext,
): Operation {
  const source = google?.kind === 'present' ? google : asPresent(link, 'google');
  const { heard } = source;
  const made = replacementOf('work', link);
  const entry = seen(past, 'google', policy);
  const ended = { ...source, entry };
  const operation = made
    ? met({ google: ended, work: made, origin: 'google', generation: 1 }, policy, courses)
    : creation('work', ended, policy, entry);
  return { ...operation, needs: [goesOn], ...(heard && { heard }) };
}

/** Whether anything else happened to the dates of a series than what its row says now. */
function isBusy({ link, google, exceptions, fresh }: Series, event: Entry): boolean {
  const isMoved =
    google?.kind === 'present' && DATES.some((field) => !sameField(field, google.entry, link.base));
  return (
    isMoved ||
    fresh.google.size + fresh.work.size > 0 ||
    exceptions.some((one) => isChanged(one, event))
  );
}

/** Whether Google drops exceptions because of it. What somebody has just made of them there is nowhere else, so it is carried first. */
const isDropping = ({ before, after, fields }: Write): boolean =>
  fields.includes('when') || !sameRule(before, after);

const hasNewDates = ({ fresh, exceptions }: Series): boolean =>
  fresh.google.size > 0 ||
  exceptions.some(
    ({ google, link }) => google?.kind === 'present' && !sameEntry(google.entry, link.base),
  );

/** A date that the event lost with its end was not taken away by anybody. */
function isChanged({ link, google, work }: Touched, { recurrence, when }: Entry): boolean {
  const isOther = (change: Change | undefined): boolean =>
    change?.kind === 'present' && !sameEntry(change.entry, link.base);
  const isGone = google?.kind === 'gone' && isSlot(recurrence!, seriesStart(when), link.slot!.date);
  return isGone || work?.kind === 'gone' || isOther(google) || isOther(work);
}

/**
 * The series without what its row says of its dates: that waits for the next run. Where Google changed the same, the two are merged first, so
 * that whoever loses is told.
 */
export function withoutNewDates(series: Series, fate: Operation | null): Series {
  const { work, link } = series;
  if (work?.kind !== 'present') return series;
  const conflict = fate?.kind === 'update' ? fate.conflict : null;
  const waiting = DATES.filter((field) => !conflict?.fields.includes(field));
  return { ...series, work: { ...work, entry: taking(work.entry, link.base, waiting) } };
}

/** The event, ended. The change of the row counts as news until it has been carried to an event of its own. */
function endOf({ link, google }: Series, before: Entry, past: Entry): Update {
  return {
    kind: 'update',
    next: { ...nextLink(link, { google }, past, link.oneWay), work: link.work },
    previous: link,
    google: { before, after: past, fields: ['recurrence'] },
    work: null,
    conflict: null,
  };
}

interface Rest {
  readonly fate: Update;
  readonly rest: Entry;
  readonly work: Present;
  readonly needs: readonly Operation[];
}

/** The row from the next date on, with an event of its own: the one that a killed run has made, or a new one. */
function goingOn(
  { fate, rest, work, needs }: Rest,
  { link }: Series,
  context: PairContext,
): Operation {
  const made = context.replacementOf('google', link);
  const detaches = work.origin !== null;
  if (!made) {
    const google = { ...fate.google!, after: rest };
    return {
      kind: 'create',
      on: 'google',
      source: { ...work, entry: rest, cancelled: [] },
      origin: link.origin,
      generation: link.generation + 1,
      replaces: link,
      continues: { event: link.google.id, google, work: redated(work.entry, fate.work, rest) },
      detaches,
      needs,
    };
  }
  const known = {
    ...link,
    google: versionOf(made, link.google),
    base: dated(link.base, made.entry),
    generation: made.origin!.generation,
    cancelled: [],
  };
  const changes = {
    google: asNews(made),
    work: asNews({ ...work, entry: dated(work.entry, rest) }),
  };
  const operation = planPair(known, changes, context);
  if (operation?.kind !== 'update' && operation?.kind !== 'link') return { kind: 'leave', link };
  const { google, work: row, conflict } = { ...NOTHING_WRITTEN, ...operation };
  return {
    kind: 'update',
    next: operation.next,
    previous: link,
    google,
    work: redated(work.entry, row, rest),
    conflict,
    detaches,
    needs,
  };
}

const NOTHING_WRITTEN = { google: null, work: null, conflict: null };

const asNews = (one: Present): Present => ({ ...one, isNews: true });

const dated = (entry: Entry, { when, recurrence }: Entry): Entry => ({
  ...entry,
  when,
  recurrence,
});

/** The same write, with other dates. */
function redated(from: Entry, write: Write | null, dates: Entry): Write | null {
  const to = dated(write?.after ?? from, dates);
  const others = (write?.fields ?? []).filter((field) => !DATES.includes(field));
  return writeOf(from, to, [...others, ...DATES.filter((field) => !sameField(field, from, to))]);
}

/** Nothing is to come: the row says until when it took place. */
const ended = (fate: Update, row: Entry, past: Entry): Update => ({
  ...fate,
  next: { ...fate.next, base: dated(fate.next.base, past) },
  google: redated(fate.google!.before, fate.google, past),
  work: redated(row, fate.work, past),
  conflict: null,
});

interface Parts {
  readonly link: Link;
  readonly coming: string;
  readonly rest: Entry;
  readonly history: Operation;
  readonly goesOn: Operation;
  readonly context: PairContext;
}

/** An exception goes with its date. The row of one that no longer takes place stays, and says so. */
function followSplit(one: Touched, split: Parts): Operation[] {
  const { link, coming, rest, history, goesOn, context } = split;
  const { date } = one.link.slot!;
  if (date < coming) return [{ ...rejoining(one), needs: [history] }];
  if (rest.recurrence === null || !isSlot(rest.recurrence, seriesStart(rest.when), date)) return [];
  const made = context.replacementOf('google', one.link);
  if (!made?.slot) return [againInGoogle(one, link, context, [goesOn])];
  const next = nextLink(one.link, { google: made, work: one.work }, made.entry, one.link.oneWay);
  return [
    { kind: 'link', previous: one.link, next: { ...next, slot: made.slot }, needs: [goesOn] },
  ];
}
