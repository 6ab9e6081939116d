/** Under which policy a person's entries were last read. */
import { canonicalJson } from '../../kit/canonical';
import type { Policy } from '../entry/policy';
import type { Progress } from '../ports';
import { isSwitched } from './organizers';

/**
 * Under another policy every entry is looked at again, even if its version is the same; so is every event when an organizer turns
 * their sync on or off.
 */
export function knownUnder(progress: Progress | null, policy: Policy): Progress | null {
  if (progress === null || isReadUnder(progress, policy)) return progress;
  const isSame = progress.policy === policyKey(policy);
  return { ...progress, ...(!isSame && { google: null, work: null }), policy: '' };
}

/** The part of the policy that decides which entries are synced and how they are read. */
export const policyKey = ({
  types,
  privateEvents,
  specialEvents,
  person,
  ...policy
}: Policy): string =>
  canonicalJson({
    ...{ types: { ...types }, privateEvents, specialEvents },
    held: policy.held.filter((field) => field !== 'added'),
    ...(policy.template && { template: { ...policy.template } }),
    // Whoever never chose anything has the key that they always had.
    ...(person.choices?.at && { choices: person.choices.at }),
  });

/** Whether the entries were last read under this policy, and as entries of the same people. */
export const isReadUnder = (progress: Progress | null, policy: Policy): boolean =>
  progress?.policy === policyKey(policy) && !isSwitched(progress, policy);

/** Of somebody whose sync ended before its first run did: there may be copies, made under an unknown choice. */
export const UNFINISHED: Progress = {
  google: null,
  work: null,
  policy: '',
  pending: [],
  missing: [],
};

/** Whether a run has finished since the person turned their sync on for the first time. */
export const hasFinished = (progress: Progress | null): boolean =>
  progress !== null && (progress.google !== null || progress.work !== null);

const CHOICE = /"privateEvents":"(full|busy|leave-out)"/;

/** What of private events was copied when the last run read everything; null when unknown. */
export const chosenIn = ({ policy }: Pick<Progress, 'policy'>): Policy['privateEvents'] | null =>
  (CHOICE.exec(policy)?.[1] ?? null) as Policy['privateEvents'] | null;

/** The same progress with another choice for private events. */
export function withChoice(progress: Progress, choice: Policy['privateEvents']): Progress {
  const chosen = `"privateEvents":"${choice}"`;
  const { policy } = progress;
  return {
    ...progress,
    policy: CHOICE.test(policy) ? policy.replace(CHOICE, chosen) : `{${chosen}}`,
  };
}

/** Whether less of private events may be shown than when the last run read everything. */
export function isTightened(progress: Progress | null, { privateEvents }: Policy): boolean {
  const before = progress && chosenIn(progress);
  return before !== null && before !== privateEvents && privateEvents !== 'full';
}
