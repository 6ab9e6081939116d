import { otherSide, type Side } from '../entry/entry';
import type { Pending } from '../ports';
import type { Operation } from './operations';

/** The ids of both halves that an operation is about. */
export function halvesOf(operation: Operation): Pick<Pending, Side> {
  switch (operation.kind) {
    case 'link':
    case 'update':
      return { google: operation.next.google.id, work: operation.next.work.id };
    case 'create': {
      const { on, source, replaces } = operation;
      return on === 'work'
        ? { google: source.id, work: replaces?.work.id ?? null }
        : { google: replaces?.google.id ?? null, work: source.id };
    }
    default:
      return { google: operation.link.google.id, work: operation.link.work.id };
  }
}

/**
 * The ids of the halves in whose place the operation puts others. Whoever plans it again has to know that they are gone: otherwise
 * the pair would be planned with them, and what took their place would be copied as something new.
 */
export function replacedHalves(operation: Operation): Pick<Pending, Side> {
  if (operation.kind !== 'link' && operation.kind !== 'update') return { google: null, work: null };
  const { next, previous } = operation;
  const replaced = (side: Side): string | null =>
    previous && previous[side].id !== next[side].id ? previous[side].id : null;
  return { google: replaced('google'), work: replaced('work') };
}

/** The half of a series whose pair has to be known before an exception of it is written; null for all others. */
export function seriesNamed(operation: Operation): [Side, string] | null {
  if (operation.kind === 'update')
    return operation.rejoins ? ['google', operation.next.slot!.series] : null;
  if (operation.kind !== 'create' || !operation.source.slot) return null;
  return [otherSide[operation.on], operation.source.slot.series];
}
