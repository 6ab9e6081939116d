/**
 * Plans which dates of a series take place, once it is known what its exceptions do: a date with an exception is not skipped,
 * and one whose exception was deleted is.
 */
import type { Change } from '../entry/change';
import type { Entry } from '../entry/entry';
import { sameField } from '../entry/fields';
import type { Link } from '../entry/link';
import { sameRule, withSkipped } from '../entry/series-start';
import type { Operation } from './operations';
import { planPair, type PairContext } from './plan-pair';
import { asPresent, dateOf, type Series } from './series-change';

/** The series itself, once it is known what its exceptions do. */
export function planDates(
  series: Series,
  exceptions: readonly Operation[],
  context: PairContext,
): Operation[] {
  const { link } = series;
  const needs = exceptions.filter(
    (operation) => operation.kind === 'delete' && operation.on === 'google',
  );
  // Another row may have taken the place of the deleted one.
  const gone = new Set(needs.map(dateOf).filter((date) => !series.fresh.work.has(date)));
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
export function atWork(
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
