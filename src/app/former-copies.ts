/** What the runs are told to do about the copies of a former environment, and what they found (D22). */
import type { FormerCopies } from '../calendar/runner/ports';
import { environmentSlot, formerAfter, formerInTheEnd, type Former } from '../install/environment';
import { valueOr } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

/** Null where there is nothing to do about them. */
export function formerCopies(shared: StringStore, customerId: string): FormerCopies | null {
  const place = environmentSlot(shared, customerId);
  const now = valueOr(place.read(), null)?.former ?? null;
  if (now === null || now.step === 'ask') return null;
  /** An administrator may have decided meanwhile: then nothing is noted. What cannot be saved is found again by the next run. */
  const change = (next: (former: Former) => Former | null): void => {
    shared.forget?.([place.key]);
    const environment = valueOr(place.read(), null);
    const former = environment?.former ?? null;
    if (environment === null || former?.step !== now.step) return;
    void place.write({ ...environment, former: next(former) });
  };
  return {
    task: now.step === 'count' ? 'count' : 'removal',
    name: 'demo',
    after: now.after,
    note: (userId, copies) => change((former) => formerAfter(former, userId, copies)),
    finish: (failed) => change((former) => formerInTheEnd(former, failed)),
  };
}
