/** How much of a private event the work system and Tandem's records there may show. */
import type { Entry, Side } from '../entry/entry';
import { BUSY_TITLE, masked } from '../entry/google-change';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';

type PrivacyPolicy = Pick<Policy, 'privateEvents'>;

/** Whether the details of an entry stay in Google. Private activities that began in the work system belong to it. */
export const isHidden = (entry: Entry, origin: Side, { privateEvents }: PrivacyPolicy): boolean =>
  entry.private && origin === 'google' && privateEvents !== 'full';

/** Whether an entry says no more than that the time is taken. */
export const isMasked = ({ title, location, notes, participants }: Entry): boolean =>
  title === BUSY_TITLE && location === '' && notes === '' && participants.length === 0;

/**
 * Whether a pair still shows more of a private event than the policy allows: details that were copied under another policy, or
 * before the event became private. A pair that is left as it is has been dealt with.
 */
export const showsTooMuch = ({ base, origin, behind }: Link, policy: PrivacyPolicy): boolean =>
  isHidden(base, origin, policy) &&
  (!isMasked(base) || (policy.privateEvents === 'leave-out' && !behind));

/** The entry as records that people read may keep it. */
export const inRecords = (entry: Entry, { privateEvents }: PrivacyPolicy): Entry =>
  entry.private && privateEvents !== 'full' ? masked(entry) : entry;
