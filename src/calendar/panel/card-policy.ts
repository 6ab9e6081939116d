/** What the sync would do with an event, as far as a person's card can know: links and cursors belong to the runner. */
import type { PolicySummary } from '../boards/status-board';
import type { OwnChoices } from '../entry/own-choices';
import type { Policy } from '../entry/policy';
import { withOwnPrivacy } from '../own-policy';
import { DEFAULT_SETTINGS, policyOf, type ActivityType } from '../settings';

export interface CardPolicyParts {
  /** The organization's choices; null when the cache has lost them. */
  readonly policy: PolicySummary | null;
  /** `Status.organizers` */
  readonly organizers: readonly string[];
  /** `Status.ownMeetings` */
  readonly ownMeetings?: readonly string[] | undefined;
  readonly person: Policy['person'];
  readonly now: string;
}

const NO_TYPES: readonly ActivityType[] = [
  { id: '', name: '', isTask: false, isDefault: true, isPersonal: false },
];

export function cardPolicy({
  policy: summary,
  organizers,
  ownMeetings = [],
  person,
  now,
}: CardPolicyParts): Policy {
  const settings = {
    ...DEFAULT_SETTINGS,
    ...(summary && {
      privateEvents: summary.privateEvents,
      specialEvents: summary.specialEvents,
    }),
  };
  const isSynced = (address: string): boolean => organizers.includes(address);
  // All that a card knows of their organizers' choices.
  const choicesOf = (): OwnChoices => ({ at: '', leftOut: ownMeetings });
  return withOwnPrivacy(policyOf(settings, NO_TYPES, person, { now, isSynced, choicesOf })!);
}
