/** What holds a run before it writes, until a person says go. */
import type { Allowance } from '../runs/decision';
import type { Change, Operation } from './operations';
import type { Plan } from './plan';

/** So many deactivations are never too many; above that, a share of the active people with a Google id counts. */
const DEACTIVATIONS_AT_LEAST = 5;
const DEACTIVATIONS_SHARE = 0.1;

/** The number of a decision that a go has to cover. */
export const DEACTIVATIONS = 'deactivations';

/** Why a run was held. */
export type Hold =
  /** Nobody has looked yet at what the first run will do (TA13). */
  | { readonly kind: 'first-run' }
  /** No organization is without accounts: this cannot be approved. */
  | { readonly kind: 'empty-listing'; readonly active: number }
  | { readonly kind: 'shrunken-listing'; readonly missing: number; readonly active: number }
  | {
      readonly kind: 'too-many-deactivations';
      readonly deactivations: number;
      readonly active: number;
    };

/** What people have agreed to. */
export interface Approval {
  /** Whether somebody said go to the first run. */
  readonly isBegun: boolean;
  /** Deactivations that were shown and approved. All others still count. */
  readonly allowance: Allowance;
}

export const mostDeactivations = (active: number): number =>
  Math.max(DEACTIVATIONS_AT_LEAST, Math.floor(active * DEACTIVATIONS_SHARE));

/** The reason to hold the plan; null when there is none. */
export function planHold(
  { operations, users, active }: Pick<Plan, 'operations' | 'users' | 'active'>,
  { isBegun, allowance }: Approval,
): Hold | null {
  if (users === 0) return { kind: 'empty-listing', active };
  if (!isBegun) return { kind: 'first-run' };
  const planned = deactivationsIn(operations);
  const unseen = new Set(
    allowance.uncovered(
      DEACTIVATIONS,
      planned.map(({ employee }) => employee.id),
    ),
  );
  const most = mostDeactivations(active);
  if (unseen.size <= most) return null;
  const missing = planned.filter(
    ({ reason, employee }) => reason === 'gone' && unseen.has(employee.id),
  ).length;
  return missing > most
    ? { kind: 'shrunken-listing', missing, active }
    : { kind: 'too-many-deactivations', deactivations: unseen.size, active };
}

/** Only whoever is active can be deactivated, so all of these are. */
export const deactivationsIn = (operations: readonly Operation[]): Change[] =>
  operations.filter((operation): operation is Change => operation.kind === 'deactivate');
