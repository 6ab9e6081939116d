/** Carries out changes, and plans them again from a new reading when they met something other than what they were planned for. */
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Change } from './change';
import type { Sheets } from './sheets';

export interface Plan {
  /** The changes still to be made, according to the sheets as they are known now. */
  changes(): Result<readonly Change[], Failure>;
  /** Called with each change that was made, for a plan that cannot see it in the sheet. */
  onLanded?(change: Change): void;
}

/** After this many tries somebody keeps editing, and the plan fails. */
const MOST_TRIES = 3;

/** Carries out several plans in one batch: everything is saved together, or nothing is. */
export function carryOut(sheets: Sheets, plans: readonly Plan[]): Result<null, Failure> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const planned: { readonly plan: Plan; readonly change: Change }[] = [];
    for (const plan of plans) {
      const changes = plan.changes();
      if (!changes.ok) return changes;
      planned.push(...changes.value.map((change) => ({ plan, change })));
    }
    const landings = sheets.write(planned.map(({ change }) => change));
    if (!landings.ok) return landings;
    planned.forEach(({ plan, change }, index) => {
      if (landings.value[index] === 'landed') plan.onLanded?.(change);
    });
    if (landings.value.every((landing) => landing === 'landed')) return ok(null);
  }
  return fail({ kind: 'busy', until: null });
}

/** A plan that only adds rows. Rows that landed are not added again. */
export function additions<T>(
  items: readonly T[],
  changeOf: (item: T) => Change,
): Plan & { readonly left: () => readonly T[] } {
  const left = new Map(items.map((item) => [changeOf(item), item]));
  return {
    changes: () => ok([...left.keys()]),
    onLanded: (change) => void left.delete(change),
    left: () => [...left.values()],
  };
}

/** Rows in one request. */
const LOT = 500;

/** Carries out too many changes for one batch, lot by lot, until none is left. Each lot is planned from what the previous one left. */
export function inLots(
  sheets: Sheets,
  changes: () => Result<readonly Change[], Failure>,
): Result<null, Failure> {
  for (;;) {
    const left = changes();
    if (!left.ok) return left;
    if (left.value.length === 0) return ok(null);
    const done = carryOut(sheets, [
      {
        changes() {
          const now = changes();
          return now.ok ? ok(now.value.slice(0, LOT)) : now;
        },
      },
    ]);
    if (!done.ok) return done;
  }
}
