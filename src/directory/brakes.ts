/** What stops a run before it writes, until a person says go. */
import type { Change, Operation } from './operations';
import type { Plan } from './plan';

/** This many deactivations are never too many; above them, a share of the active people with a Google id. */
const DEACTIVATIONS_AT_LEAST = 5;
const DEACTIVATIONS_SHARE = 0.1;

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

/** What a person has seen and said go to. */
export interface Approval {
  /** Ids of employees who may be deactivated, however many they are. Anybody else counts as ever. */
  readonly deactivations: ReadonlySet<string>;
}

export const mostDeactivations = (active: number): number =>
  Math.max(DEACTIVATIONS_AT_LEAST, Math.floor(active * DEACTIVATIONS_SHARE));

/**
 * A hold on the plan, or null.
 *
 * @param approved null when nobody ever said go.
 */
export function planHold(
  { operations, users, active }: Pick<Plan, 'operations' | 'users' | 'active'>,
  approved: Approval | null,
): Hold | null {
  if (users === 0) return { kind: 'empty-listing', active };
  if (!approved) return { kind: 'first-run' };
  const unseen = deactivationsIn(operations).filter(
    ({ employee }) => !approved.deactivations.has(employee.id),
  );
  const most = mostDeactivations(active);
  if (unseen.length <= most) return null;
  const missing = unseen.filter(({ reason }) => reason === 'gone').length;
  return missing > most
    ? { kind: 'shrunken-listing', missing, active }
    : { kind: 'too-many-deactivations', deactivations: unseen.length, active };
}

/** Only whoever is active can be deactivated, so all of these are. */
export const deactivationsIn = (operations: readonly Operation[]): Change[] =>
  operations.filter((operation): operation is Change => operation.kind === 'deactivate');
