/**
 * Whose meetings a person is invited to, kept with their progress: when one of these people turns their sync on or off, the
 * person's calendar is read anew, and until then nothing has to be asked.
 */
import type { GoogleEvent } from '../entry/google-event';
import type { Policy } from '../entry/policy';
import type { Progress } from '../ports';

export type Organizers = NonNullable<Progress['organizers']>;

/** More than this many are not kept: they are found again when everything is next read. */
const MOST = 400;

/**
 * The organizers of the meetings that a run has read, in order.
 *
 * @param before those of earlier runs; null after a listing of everything.
 */
export function organizersOf(
  events: Iterable<unknown>,
  before: Organizers | null,
  policy: Policy,
): Organizers {
  const all = new Set(before ? [...before.synced, ...before.others] : []);
  for (const { organizer, status } of events as Iterable<GoogleEvent>)
    if (status !== 'cancelled' && organizer?.email && !organizer.self)
      all.add(organizer.email.toLowerCase());
  const kept = [...all].slice(-MOST).sort();
  return {
    synced: kept.filter((address) => policy.isSynced(address)),
    others: kept.filter((address) => !policy.isSynced(address)),
  };
}

/** Whether any of them has turned their sync on or off since. */
export const isSwitched = ({ organizers }: Progress, { isSynced }: Policy): boolean =>
  organizers !== undefined &&
  (organizers.others.some(isSynced) || !organizers.synced.every(isSynced));
