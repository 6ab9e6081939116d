/** What of a change counts as news, and how much of it may be seen. */
import type { Change } from '../entry/change';
import { sameField } from '../entry/fields';
import { masked } from '../entry/google-change';
import type { Link, Version } from '../entry/link';
import type { Policy } from '../entry/policy';
import { isHidden, isMasked } from './privacy';

/** An entry at the version of the link is no news: this is how our own writes come back. */
export const newsOf = (change: Change | undefined, last: Version): Change | undefined =>
  change?.kind === 'present' &&
  change.unsent === null &&
  change.version === last.version &&
  !change.isNews
    ? undefined
    : change;

/** A meeting that the person declined no longer takes up their time, so its copy goes (D8). */
export const asDeclined = (change: Change | undefined, { oneWay }: Link): Change | undefined =>
  oneWay && change?.kind === 'left-out' && change.reason === 'declined'
    ? { kind: 'gone', id: change.id }
    : change;

/** A meeting that the person gave to somebody else and declined is no longer theirs to write, though no run has seen that yet. */
export const asGiven = (link: Link, change: Change | undefined): Link =>
  link.origin === 'google' && change?.kind === 'left-out' && change.isOthers
    ? { ...link, oneWay: true }
    : link;

/** Whether a meeting of which the person has an activity is one of its organizer's now: one meeting is one activity. */
export const isOrganizers = (change: Change | undefined, { origin }: Link): boolean =>
  origin === 'google' && change?.kind === 'left-out' && change.reason === 'organizer-synced';

/**
 * If the box "All day" is ticked and the row also has times of day, whichever was entered last counts: the times if they were typed into a
 * row of whole days, the box if it was ticked in a row with times. If neither is new, the row stays what it was.
 */
export function asTyped(change: Change | undefined, { base, besideBox }: Link): Change | undefined {
  if (change?.kind !== 'present' || !change.besideBox) return change;
  const { entry, key } = change.besideBox;
  const isTyped = (key === besideBox) === (base.when.kind === 'timed');
  return isTyped ? { ...change, entry } : change;
}

/** Whether only the time was copied and now the details may be shown, because of the event or the policy; at any version. */
export const isToBeShown = (link: Link, google: Change | undefined, policy: Policy): boolean =>
  google?.kind === 'present' &&
  link.origin === 'google' &&
  isMasked(link.base) &&
  !isHidden(google.entry, link.origin, policy);

/** Whether Tandem made the event: a copy of an activity, or one date of such a copy, which has the texts of its series. */
export const isMade = ({ origin, slot, base }: Link): boolean =>
  origin === 'work' || (slot !== undefined && base.added !== undefined);

/** Whether something else is to be added to the texts of a copy than was: the template may have changed, at the same version. */
export const isToBeAdded = (work: Change | undefined, link: Link): boolean =>
  work?.kind === 'present' && isMade(link) && !sameField('added', work.entry, link.base);

/** Details of a private event are hidden before anything is decided, so that they cannot get anywhere. */
export function asSeen<T extends Change | undefined>(change: T, link: Link, policy: Policy): T {
  if (change?.kind !== 'present') return change;
  return isHidden(change.entry, link.origin, policy)
    ? { ...change, entry: masked(change.entry) }
    : change;
}
