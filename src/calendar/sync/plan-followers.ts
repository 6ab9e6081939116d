/** What happens to the exceptions of a series that is deleted, unlinked, made anew or split. */
import type { Side } from '../entry/entry';
import type { Link } from '../entry/link';
import { asCopied } from './as-copied';
import type { Operation, Update } from './operations';
import { nextLink, versionOf } from './pair-writes';
import { planPair, type PairContext } from './plan-pair';
import { asPresent, type Series, type Touched } from './series-change';

/** Puts an exception of the work system into Google's series again. */
export const againInGoogle = (
  { link, work }: Touched,
  series: Link,
  { policy }: PairContext,
  needs: readonly Operation[] = [],
): Operation => ({
  kind: 'create',
  on: 'google',
  ...asCopied(
    {
      ...(work?.kind === 'present' ? work : asPresent(link, 'work')),
      slot: { series: series.work.id, date: link.slot!.date },
    },
    'google',
    policy,
    series.base,
  ),
  origin: link.origin,
  generation: link.generation,
  replaces: link,
  needs,
});

/** Has the row of an exception name the row that its series has now. */
export const rejoining = ({ link, google, work }: Touched): Update => ({
  kind: 'update',
  next: nextLink(link, { google, work }, link.base, link.oneWay),
  previous: link,
  google: null,
  work: null,
  conflict: null,
  rejoins: true,
});

/** The same; what else has changed of either half goes on being news, and is planned by the next run. */
export function rejoiningFirst(one: Touched): Operation {
  const operation = rejoining(one);
  return {
    ...operation,
    next: { ...operation.next, google: one.link.google },
    postpones: true,
  };
}

const removalOf = ({ link, work }: Touched): Operation => ({
  kind: 'delete',
  on: 'work',
  at: versionOf(work, link.work),
  link,
  before: work?.kind === 'present' ? work.entry : link.base,
  follows: true,
});

/** The exception as it already is in the series that was made anew. What else has changed is planned by the next run. */
function found(
  side: Side,
  one: Touched,
  { replacementOf }: PairContext,
  needs: readonly Operation[],
): Operation | null {
  const { link, google, work } = one;
  const made = replacementOf(side, link);
  if (!made) return null;
  const next = nextLink(link, { google, work, [side]: made }, link.base, link.oneWay);
  const isGoogles = side === 'google';
  const slot = isGoogles ? (made.slot ?? link.slot) : link.slot;
  const news = { google: isGoogles ? { id: made.id, version: '' } : link.google, slot };
  return { kind: 'link', previous: link, next: { ...next, ...news }, postpones: true, needs };
}

const copyAgain = (
  { link, google }: Touched,
  series: Link,
  { policy }: PairContext,
  needs: readonly Operation[],
): Operation => ({
  kind: 'create',
  on: 'work',
  ...asCopied(
    {
      ...(google?.kind === 'present' ? google : asPresent(link, 'google')),
      slot: link.slot ?? null,
    },
    'work',
    policy,
    series.base,
  ),
  origin: link.origin,
  generation: link.generation,
  replaces: link,
  needs,
});

/** The half of a series that is another one from now on: a new one, or one that a killed run has made. */
export function madeAnew(fate: Operation, link: Link): Side | null {
  if (fate.kind === 'create') return fate.on;
  if (!('next' in fate)) return null;
  if (fate.next.google.id !== link.google.id) return 'google';
  return fate.next.work.id === link.work.id ? null : 'work';
}

/** What happens to the exceptions of a series that is deleted, unlinked or made anew. */
export function followers(
  { work, exceptions, link }: Series,
  fate: Operation,
  context: PairContext,
): Operation[] {
  const isRowGone = work?.kind === 'gone';
  const anew = madeAnew(fate, link);
  const needs = [fate];
  return exceptions.map((one): Operation => {
    const removal = { ...removalOf(one), ...reasonOf(fate, one, context), needs };
    const unlinked: Operation = { kind: 'unlink', link: one.link, needs };
    const isThere = one.work?.kind !== 'gone';
    if (anew === 'google') {
      if (!isThere) return unlinked;
      return found('google', one, context, needs) ?? againInGoogle(one, link, context, needs);
    }
    if (anew === 'work') {
      if (one.google?.kind === 'gone') return isThere ? removal : unlinked;
      if (isThere) return { ...rejoiningFirst(one), needs };
      return found('work', one, context, needs) ?? copyAgain(one, link, context, needs);
    }
    const isRemoved = fate.kind === 'delete' ? fate.on === 'work' || isRowGone : isRowGone;
    const isLeft = one.work?.kind === 'left-out' || one.work?.kind === 'handed-over';
    return isRemoved && isThere && !isLeft ? removal : unlinked;
  });
}

/** Why a row goes: a killed run may have deleted that of the series already, and then only the exception itself shows it. */
function reasonOf(fate: Operation, { link, ...there }: Touched, context: PairContext) {
  const own = fate.kind === 'unlink' ? (planPair(link, there, context) ?? fate) : fate;
  return {
    ...('hides' in own && { hides: true as const }),
    ...('withdraws' in own && { withdraws: true as const }),
  };
}
