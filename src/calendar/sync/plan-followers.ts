/** What happens to the exceptions of a series that is deleted, unlinked, made anew or split. */
import type { Link } from '../entry/link';
import { asCopied } from './as-copied';
import type { Operation } from './operations';
import { nextLink, versionOf } from './pair-writes';
import type { PairContext } from './plan-pair';
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
export const rejoining = ({ link, google, work }: Touched): Operation => ({
  kind: 'update',
  next: nextLink(link, { google, work }, link.base, link.oneWay),
  previous: link,
  google: null,
  work: null,
  conflict: null,
  rejoins: true,
});

const removalOf = ({ link, work }: Touched): Operation => ({
  kind: 'delete',
  on: 'work',
  at: versionOf(work, link.work),
  link,
  before: work?.kind === 'present' ? work.entry : link.base,
  follows: true,
});

const copyAgain = (
  { link, google, work }: Touched,
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
  replaces: work?.kind === 'gone' ? link : null,
  needs,
});

/** What happens to the exceptions of a series that is deleted, unlinked or made anew. */
export function followers(
  { work, exceptions, link }: Series,
  fate: Operation,
  context: PairContext,
): Operation[] {
  const isRowGone = work?.kind === 'gone';
  const why = {
    ...('hides' in fate && { hides: true as const }),
    ...('withdraws' in fate && { withdraws: true as const }),
  };
  return exceptions.flatMap((one): Operation[] => {
    const removal: Operation = { ...removalOf(one), ...why };
    const unlinked: Operation = { kind: 'unlink', link: one.link };
    const isThere = one.work?.kind !== 'gone';
    if (fate.kind === 'create' && fate.on === 'google')
      return isThere ? [againInGoogle(one, link, context, [fate])] : [unlinked];
    if (fate.kind === 'create') {
      if (one.google?.kind === 'gone') return isThere ? [removal] : [unlinked];
      const again = copyAgain(one, link, context, isThere ? [fate, removal] : [fate]);
      return isThere ? [removal, again] : [again];
    }
    const isRemoved = fate.kind === 'delete' ? fate.on === 'work' || isRowGone : isRowGone;
    const isLeft = one.work?.kind === 'left-out' || one.work?.kind === 'handed-over';
    return isRemoved && isThere && !isLeft
      ? [{ ...removal, needs: [fate] }]
      : [{ ...unlinked, needs: [fate] }];
  });
}
