/** The organization's choices for one person, made stricter by their own; they never loosen them (TF15). */
import { filterOf } from './entry/own-choices';
import type { Policy } from './entry/policy';
import { isStricter } from './settings';

export function withOwnPrivacy<P extends Pick<Policy, 'privateEvents' | 'person'>>(policy: P): P {
  const { privateEvents } = filterOf(policy.person);
  return privateEvents !== 'as-organization' && isStricter(privateEvents, policy.privateEvents)
    ? { ...policy, privateEvents }
    : policy;
}
