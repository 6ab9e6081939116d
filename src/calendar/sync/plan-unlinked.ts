/** What to do about entries that belong to no pair yet. */
import type { Present } from '../entry/change';
import type { Side } from '../entry/entry';
import { startsByRule } from '../entry/series-start';
import { isInWindow } from '../entry/sync-window';
import { matched } from './first-match';
import { creation, met, type Met } from './join-entries';
import { asChosen } from './near-match';
import { isLeftOutByChoice } from './plan-chosen';
import type { Operation } from './operations';
import { endOfFormer } from './other-entry';
import { planExceptions } from './plan-exceptions';
import type { LeftOut, Paired, Planned } from './planned';

/** Joins entries that are the same: by our marks first (which rebuilds a lost table of links), then by content. The rest is copied. */
export function planUnlinked(
  { google, work }: Readonly<Record<Side, ReadonlyMap<string, Present>>>,
  { policy, courses, links, made }: Paired,
): Planned {
  const known = [...byMarks(google, work)];
  const isKnown = new Set(known.flatMap((pair) => [pair.google, pair.work]));
  const operations: Operation[] = known.map((pair) => met(pair, policy, courses));
  const leftOut: LeftOut[] = [];
  const ofWindow = (side: Side, { id, entry }: Present): boolean => {
    const isIn = isInWindow(entry, policy.window);
    if (!isIn) leftOut.push({ side, id, reason: 'before-window' });
    return isIn;
  };
  const isSent = (side: Side, { id, unsent }: Present): boolean => {
    if (unsent !== null) leftOut.push({ side, id, reason: unsent });
    return unsent === null;
  };
  /** Of a series whose copy its person left out. */
  const isChosenOut = ({ id, slot }: Present): boolean => {
    const series = slot && links.find(({ work }) => work.id === slot.series);
    const isOut = series ? isLeftOutByChoice(series, policy) : false;
    if (isOut) leftOut.push({ side: 'work', id, reason: 'chosen' });
    return isOut;
  };
  const isStart = (one: Present): boolean => {
    if (isOdd(one)) leftOut.push({ side: 'work', id: one.id, reason: 'start-outside-rule' });
    return !isOdd(one);
  };
  const isSingle = (one: Present): boolean => !one.slot && !isKnown.has(one);
  const found = matched(
    [...google.values()].filter(
      (one) =>
        isSingle(one) && (isFiltered(one) || isSent('google', one)) && ofWindow('google', one),
    ),
    [...work.values()].filter((one) => isSingle(one) && isStart(one) && ofWindow('work', one)),
  );
  const rest = asChosen(found, policy.person.choices?.same ?? '');
  // An activity that says the same as an event that is left out is no news for Google either.
  for (const pair of rest.pairs)
    if (isSent('google', pair.google)) operations.push(joined(pair, policy, courses));
  for (const source of rest.google)
    if (isSent('google', source)) operations.push(creation('work', source, policy));
  const copied = rest.work.filter((one) => isSent('work', one));
  operations.push(...creationsInGoogle(copied, { policy, links, made: made.concat(operations) }));
  const exceptions = planExceptions(
    {
      google: [...google.values()].filter(
        (one) => one.slot && !isKnown.has(one) && isSent('google', one) && ofWindow('google', one),
      ),
      work: [...work.values()].filter(
        (one) => one.slot && !isKnown.has(one) && !isChosenOut(one) && ofWindow('work', one),
      ),
    },
    { policy, courses, links, made: made.concat(operations) },
  );
  return {
    operations: operations.concat(exceptions.operations),
    leftOut: leftOut.concat(exceptions.leftOut),
  };
}

/**
 * Copies activities. One that names the event of another pair was copied with all its cells by somebody: if it went on naming it, the
 * event's own row could not be made anew.
 */
function creationsInGoogle(
  rows: readonly Present[],
  { policy, links, made }: Omit<Paired, 'courses'>,
): Operation[] {
  const claimed = new Set<string>();
  if (rows.some(({ origin }) => origin !== null)) {
    for (const { google } of links) claimed.add(google.id);
    for (const operation of made) if ('next' in operation) claimed.add(operation.next.google.id);
  }
  return rows.map((row): Operation => {
    const needs = endOfFormer(row, made);
    const plain = { ...creation('google', row, policy), ...(needs.length > 0 && { needs }) };
    const isCopied = row.origin !== null && claimed.has(row.origin.id);
    return isCopied || row.former?.isNamed ? { ...plain, detaches: true } : plain;
  });
}

/** Joins two that are alike. A row that names another event than this one lets go of it, as a copied row does. */
function joined(
  { google, work }: Pick<Met, Side>,
  policy: Paired['policy'],
  courses: Paired['courses'],
): Operation {
  const operation = met({ google, work, origin: 'google', generation: 1 }, policy, courses);
  if (work.origin === null || work.origin.id === google.id) return operation;
  if (operation.kind === 'update') return { ...operation, detaches: true };
  if (operation.kind !== 'link') return operation;
  const { next, heard } = operation;
  const nothing = { google: null, work: null, conflict: null, previous: null };
  return { kind: 'update', next, ...nothing, detaches: true, ...(heard && { heard }) };
}

const isOdd = ({ entry, origin }: Present): boolean =>
  origin === null && entry.recurrence !== null && !startsByRule(entry);

const isFiltered = ({ unsent }: Present): boolean => unsent === 'filtered';

/** If two have a mark of the same original, the older one keeps it, and the other counts as new (D12). */
function* byMarks(
  google: ReadonlyMap<string, Present>,
  work: ReadonlyMap<string, Present>,
): Generator<Met> {
  const taken = new Set<string>();
  for (const event of [...google.values()].sort(latestGenerationFirst)) {
    const activity = event.origin && work.get(event.origin.id);
    if (!event.origin || !activity || taken.has(`w${activity.id}`)) continue;
    taken.add(`w${activity.id}`).add(`g${event.id}`);
    const { generation } = event.origin;
    yield { google: event, work: activity, origin: 'work', generation };
  }
  for (const activity of [...work.values()].sort(oldestFirst)) {
    const event = activity.origin && google.get(activity.origin.id);
    if (!event || taken.has(`w${activity.id}`) || taken.has(`g${event.id}`)) continue;
    taken.add(`w${activity.id}`).add(`g${event.id}`);
    yield { google: event, work: activity, origin: 'google', generation: 1 };
  }
}

const latestGenerationFirst = (one: Present, other: Present): number =>
  (other.origin?.generation ?? 0) - (one.origin?.generation ?? 0) || (one.id < other.id ? -1 : 1);

const oldestFirst = (one: Present, other: Present): number =>
  ageKey(one) < ageKey(other) ? -1 : 1;

const ageKey = ({ createdAt, id }: Present): string => `${createdAt ?? '9'}|${id}`;
