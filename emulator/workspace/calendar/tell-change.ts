import { guestsBeyond } from './attendees';
import type { EventView } from './event-view';
import type { EventWrite } from './event-write';
import { changedNames } from './shared-changes';
import type { EventCore, SharedFields } from '../state/calendar';

/** Log entries and mails about a change of shared fields. */
export function tellOfChange(
  write: EventWrite,
  view: EventView,
  core: EventCore,
  shared: SharedFields,
): void {
  const { calendar, id } = view;
  const event = { calendar, core, id, shared };
  const changed = changedNames(view.shared, shared);
  const come = guestsBeyond(shared.attendees, view.shared.attendees).map(({ email }) => email);
  const gone = guestsBeyond(view.shared.attendees, shared.attendees).map(({ email }) => email);
  for (const email of come) write.log('add_event_guest', event, { event_guest: email });
  for (const email of gone) write.log('remove_event_guest', event, { event_guest: email });
  if (changed.includes('summary'))
    write.log('change_event_title', event, {
      old_event_title: String(view.shared.plain.summary ?? ''),
    });
  if (changed.includes('start')) write.log('change_event_start_time', event);
  const other = changed.filter((name) => !['attendees', 'summary', 'start'].includes(name));
  if (other.length > 0 && !(other.length === 1 && other[0] === 'end' && changed.includes('start')))
    write.log('change_event', event);
  write.mail('invitation', core, shared, come);
  write.mail('cancellation', core, view.shared, gone);
  const staying = (shared.attendees ?? [])
    .map(({ email }) => email)
    .filter((email) => !come.includes(email));
  if (changed.some((name) => name !== 'attendees')) write.mail('update', core, shared, staying);
}
