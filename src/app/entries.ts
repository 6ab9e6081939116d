/** Finds the features' actions by name. */
import type { ActionEntry } from '../card/action';
import type { Execution } from './execution';
import type { Mounted } from './mounted';

export const featureOf = (features: readonly Mounted[], action: string): Mounted | null =>
  features.find(({ name }) => action.startsWith(`${name}.`)) ?? null;

/** The action's entry; null for an unknown name. Only the feature that it belongs to gets its ports. */
export function entryOf(
  features: readonly Mounted[],
  execution: Execution,
  action: string,
): ActionEntry | null {
  const entries = featureOf(features, action)?.actions(execution) ?? {};
  return Object.prototype.hasOwnProperty.call(entries, action) ? entries[action]! : null;
}

/** The place where the feature of an action shows its state. */
export const placeOf = (features: readonly Mounted[], action: string) =>
  featureOf(features, action)?.places[0] ?? null;

/** Whether it is the action behind an entry of the Admin page's navigation. */
export const isPlace = (features: readonly Mounted[], action: string): boolean =>
  features.some(({ places }) => places.some((place) => place.action === action));

/** Whether it can be opened before the organization is set up, and while Google does not say who is an administrator. */
export const isAlwaysOpen = (features: readonly Mounted[], action: string): boolean =>
  features.some(({ places }) =>
    places.some((place) => place.action === action && place.isAlways === true),
  );
