/** The one way from a pressed button to a feature: who may, and what is answered when something breaks. */
import {
  shows,
  notices,
  type Actions,
  type Answer,
  type Caller,
  type Inputs,
} from '../card/action';
import { card } from '../card/card';
import { failureSection } from '../card/failure-section';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';

export interface ActionDoorParts {
  readonly actions: Actions;
  readonly caller: Caller;
  /** Asked anew for every action that only administrators may do. */
  isAdmin(): Result<boolean, Failure>;
}

/** A button of an older version of the add-on may still be on somebody's screen. */
const UNKNOWN =
  'This button belongs to an older version of Tandem. Close the panel and open it again.';

const NOT_ADMIN = 'Only a Workspace administrator of your organisation can do this.';

export function answered(
  { actions, caller, isAdmin }: ActionDoorParts,
  name: string,
  inputs: Inputs,
): Answer {
  const entry = Object.prototype.hasOwnProperty.call(actions, name) ? actions[name] : undefined;
  if (!entry) return notices(UNKNOWN);
  if (entry.for === 'admin') {
    const admin = isAdmin();
    if (!admin.ok) return shows(failureCard(admin.failure));
    if (!admin.value) return notices(NOT_ADMIN);
  }
  return entry.run(inputs, caller);
}

export const failureCard = (failure: Failure) => card('Tandem', failureSection(failure));
