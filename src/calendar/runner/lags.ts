/** How old the changes were that a turn carried over, as far as it can be told. */
import { msOf } from '../../kit/clock';
import type { Lags } from '../boards/freshness-log';
import type { Operation } from '../sync/operations';
import type { Ready } from './ready';
import { writtenOn } from './told';

const NO_LAGS: Lags = { toWork: [], toGoogle: [] };

/**
 * Google says when an event was changed. A row does not: its change counts from the last time at which the person was in step, so it was
 * carried over within what is counted. A first sync, and one that reads everything again, carries over what is not new: nothing is counted.
 *
 * @param inStepMs when everything had last been carried over; null when unknown.
 */
export function lagsOf(
  done: readonly Operation[],
  { asked }: Pick<Ready, 'asked'>,
  { nowMs, inStepMs }: { readonly nowMs: number; readonly inStepMs: number | null },
): Lags {
  if (asked === null || !asked.listing.ok || asked.listing.value.isFull) return NO_LAGS;
  const changedAt = new Map(asked.listing.value.items.map(({ id, updated }) => [id, updated]));
  const toWork = done.flatMap((operation) => {
    const id = eventCarriedOver(operation);
    const at = id === null ? undefined : changedAt.get(id);
    return at === undefined ? [] : [Math.max(0, nowMs - msOf(at))];
  });
  const lagMs = inStepMs === null ? null : Math.max(0, nowMs - inStepMs);
  const toGoogle = lagMs === null ? [] : done.flatMap((one) => (isForGoogle(one) ? [lagMs] : []));
  return { toWork, toGoogle };
}

const isForGoogle = (operation: Operation): boolean => writtenOn('google', [operation]) > 0;

/** Google's id of the event whose change went to the work system; null when none did. */
function eventCarriedOver(operation: Operation): string | null {
  if ('hides' in operation || writtenOn('work', [operation]) === 0) return null;
  switch (operation.kind) {
    case 'create':
      return operation.source.id;
    case 'update':
      return operation.next.google.id;
    case 'delete':
      return operation.withdraws ? null : operation.link.google.id;
    default:
      return null;
  }
}
