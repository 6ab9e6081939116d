/**
 * Whose meetings a person is invited to, kept with their progress: when one of these people turns their sync on or off, the
 * person's calendar is read anew, and until then nothing has to be asked.
 */
import { textDigest } from '../../kit/text-digest';
import type { GoogleEvent } from '../entry/google-event';
import type { Organizers } from '../entry/organizers';
import type { Policy } from '../entry/policy';
import type { Progress } from '../ports';

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
  const synced = kept.filter((address) => policy.isSynced(address));
  const chose = choicesDigest(synced, policy);
  return {
    synced,
    others: kept.filter((address) => !policy.isSynced(address)),
    ...(chose !== '' && { chose }),
  };
}

/** Whether any of them has turned their sync on or off since, or chosen something else about it. */
export const isSwitched = ({ organizers }: Progress, policy: Policy): boolean =>
  organizers !== undefined &&
  (organizers.others.some((address) => policy.isSynced(address)) ||
    !organizers.synced.every((address) => policy.isSynced(address)) ||
    choicesDigest(organizers.synced, policy) !== (organizers.chose ?? ''));

/** Changes when one of these people chooses something else; empty while nobody has chosen anything. */
function choicesDigest(people: readonly string[], { choicesOf }: Policy): string {
  const chosen = people.flatMap((address) => {
    const at = choicesOf?.(address).at ?? '';
    return at === '' ? [] : [`${address} ${at}`];
  });
  return chosen.length === 0 ? '' : textDigest(chosen.join('\n'));
}
