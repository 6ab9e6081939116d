/** The only way from a pressed button to a feature: checks who may, and answers when something breaks. */
import {
  mayDo,
  notices,
  shows,
  type ActionEntry,
  type Answer,
  type Caller,
  type Inputs,
  type Role,
} from '../card/action';
import { card } from '../card/card';
import { failureSection } from '../card/failure-section';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';

export interface PressedAction {
  /** Null for a name that no feature knows. */
  readonly entry: ActionEntry | null;
  readonly caller: Caller;
  readonly inputs: Inputs;
  /** The caller's role, looked up for every action that needs one; null for somebody who is not an administrator. */
  role(): Result<Role | null, Failure>;
}

/** A button of an earlier version of the add-on may still be on somebody's screen. */
const UNKNOWN =
  'This button belongs to an older version of Tandem. Close the panel and open it again.';

const NOT_ADMIN = 'Only a Workspace administrator of your organization can do this.';
const NOT_ENOUGH =
  'Your administrator role does not include this. A super administrator can do it.';

export function answer({ entry, caller, inputs, role }: PressedAction): Answer {
  if (!entry) return notices(UNKNOWN);
  if (entry.for !== 'everyone') {
    const found = role();
    if (!found.ok) return shows(failureCard(found.failure));
    if (!mayDo(found.value, entry.for)) return notices(found.value ? NOT_ENOUGH : NOT_ADMIN);
  }
  return entry.run(inputs, caller);
}

export const failureCard = (failure: Failure) => card('Tandem', failureSection(failure));
