import { GoogleError } from '../google-error';
import { ownEntry } from './attendee-answer';
import { guestsBeyond } from './attendees';
import { isOwnAddress } from './calendars';
import { requireMayInvite } from './event-request';
import { checkChange } from './event-types';
import type { EventView } from './event-view';
import type { EventWrite } from './event-write';
import { copyHere, coreToWrite, storeShared, updateAllCopies } from './exceptions';
import { sameJson } from './json-merge';
import { respond } from './respond';
import { changedNames } from './shared-changes';
import { tellOfChange } from './tell-change';
import type { Attendee, SharedFields } from '../state/calendar';

/** Shared fields for which a guest's copy may have its own values. */
const OWN = ['visibility', 'transparency'] as const;

/**
 * Changes an event as a guest: their own answer and how the event appears on their calendar; anything else only where the
 * organizer lets guests modify the event, or invite others.
 *
 * @throws GoogleError 403 `forbiddenForNonOrganizer`
 */
export function changeAsGuest(write: EventWrite, view: EventView, next: SharedFields): void {
  const { plain, attendees } = view.shared;
  const changed = changedNames(view.shared, next).filter((name) => !OWN.includes(name as never));
  const shared = changed.filter((name) => name !== 'attendees' && name !== 'status');
  const guests = guestChanges(write, view, next);
  const mayModify = plain.guestsCanModify === true;
  if (
    !mayModify &&
    (shared.length > 0 ||
      guests.others ||
      (guests.come.length > 0 && plain.guestsCanInviteOthers === false))
  )
    throw new GoogleError(
      403,
      'forbiddenForNonOrganizer',
      'Shared properties can only be changed by the organizer of the event.',
      { domain: 'calendar' },
    );
  if (shared.length > 0 || guests.others || guests.come.length > 0) {
    if (guests.come.length > 0) requireMayInvite(write.caller);
    const all = mayModify ? (next.attendees ?? []) : [...(attendees ?? []), ...guests.come];
    changeShared(write, view, { ...(mayModify ? next : view.shared), attendees: all }, shared);
  } else if (guests.answer) respond(write, view, guests.answer);
  changeOwnLook(write, view, next);
}

interface GuestChanges {
  /** The calendar's own entry, where it differs. */
  readonly answer: Attendee | null;
  readonly come: readonly Attendee[];
  /** Somebody else's entry was changed or removed. */
  readonly others: boolean;
}

function guestChanges(write: EventWrite, view: EventView, next: SharedFields): GuestChanges {
  const isOwn = ({ email }: Attendee): boolean =>
    isOwnAddress(write.workspace, view.calendar, email);
  const before = ownEntry(view, write);
  const after = next.attendees?.find(isOwn);
  const hidden = view.shared.plain.guestsCanSeeOtherGuests === false;
  const others = (list: readonly Attendee[] = []) => list.filter((guest) => !isOwn(guest));
  const come = guestsBeyond(others(next.attendees), view.shared.attendees);
  const kept = others(next.attendees).filter((guest) => !come.includes(guest));
  const isSame = hidden || sameJson(kept, others(view.shared.attendees));
  return {
    answer: after && !sameJson(before, after) ? after : null,
    come,
    others: !isSame || (before !== undefined && after === undefined),
  };
}

function changeShared(
  write: EventWrite,
  view: EventView,
  next: SharedFields,
  changed: readonly string[],
): void {
  checkChange(view.core.eventType, changed, next);
  const core = coreToWrite(write, view);
  if (view.isPlain) copyHere(write, view, core);
  const { visibility, transparency } = view.shared;
  const kept = { ...next };
  for (const name of OWN) delete kept[name];
  storeShared(write, core, {
    ...kept,
    ...(visibility && { visibility }),
    ...(transparency && { transparency }),
  });
  updateAllCopies(write, core);
  tellOfChange(write, view, core, next);
}

function changeOwnLook(write: EventWrite, view: EventView, next: SharedFields): void {
  const before = { ...view.shared, ...view.own };
  const changed = OWN.filter(
    (name) => (before[name] ?? FIRST[name]) !== (next[name] ?? FIRST[name]),
  );
  if (changed.length === 0) return;
  const core = coreToWrite(write, view);
  const copy = view.instance ? copyHere(write, view, core) : view.copy;
  copy.own = { ...copy.own };
  for (const name of changed) copy.own[name] = next[name] ?? FIRST[name];
  copy.updated = write.now;
  write.touch(view.calendar, copy);
}

const FIRST = { visibility: 'default', transparency: 'opaque' } as const;
