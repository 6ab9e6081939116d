import { changeOfEvent } from '../entry/google-change';
import type { GoogleEvent } from '../entry/google-event';
import type { Link } from './link';
import { isResting } from './pending';
import { isHidden } from './plan-pair';
import type { Policy } from '../entry/policy';
import type { Pending } from '../ports';
import { isInWindow } from '../entry/sync-window';
import type { Why } from '../entry/why';

/** Why an event is synced, or is not. */
export function whyEvent(
  event: GoogleEvent,
  policy: Policy,
  { link, pending }: { readonly link: Link | null; readonly pending: readonly Pending[] },
): Why {
  const change = changeOfEvent(event, policy);
  if (change.kind === 'left-out') return { kind: 'left-out', reason: change.reason };
  if (change.kind === 'gone') return { kind: 'waiting' };
  if (change.unsent && !link) return { kind: 'left-out', reason: change.unsent };
  const failed = pending.find(({ google }) => google === event.id);
  if (failed) return { kind: isResting(failed) ? 'failing' : 'waiting' };
  if (!link)
    return isInWindow(change.entry, policy.window)
      ? { kind: 'waiting' }
      : { kind: 'left-out', reason: 'before-window' };
  if (link.oneWay || isHidden(change.entry, link.origin, policy))
    return { kind: link.oneWay && !change.entry.private ? 'synced-one-way' : 'synced-as-busy' };
  return { kind: 'synced' };
}
