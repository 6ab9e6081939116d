import type { ApiMethod } from '../api-method';
import { GoogleError } from '../google-error';
import { isOwnAddress } from './calendars';
import { ownEntry } from './attendee-answer';
import { copyHere, coreToWrite, exceptionsOf, storeShared, updateAllCopies } from './exceptions';
import { eventToWrite, writeRequest } from './event-request';
import { isDeleted, isOrganizers, requireUnchanged, type EventView } from './event-view';
import { EventWrite } from './event-write';
import { sendUpdatesOf } from './guest-mail';
import { respond } from './respond';
import { etagOf } from './stamps';

/** `calendar.events.delete`: the organizer cancels the event for everybody; a guest removes it from their own calendar. */
export const deleteEvent: ApiMethod = (request, caller, workspace) => {
  const req = writeRequest(request, caller, workspace);
  const view = eventToWrite(req);
  if (isDeleted(view)) throw alreadyDeleted();
  requireUnchanged(etagOf(view.copy.stamp), request.ifMatch);
  const write = new EventWrite(workspace, caller, sendUpdatesOf(request, workspace));
  removeEvent(write, view);
  write.finish(req.calendar);
  return undefined;
};

export const alreadyDeleted = (): GoogleError =>
  new GoogleError(410, 'deleted', 'Resource has been deleted');

/** Deletes an event as it appears on one calendar. */
export function removeEvent(write: EventWrite, view: EventView): void {
  if (isOrganizers(view)) cancelForAll(write, view);
  else removeInvitation(write, view);
}

function cancelForAll(write: EventWrite, view: EventView): void {
  const { calendar, id, shared } = view;
  const core = coreToWrite(write, view);
  if (view.isPlain) copyHere(write, view, core);
  storeShared(write, core, { ...shared, status: 'cancelled' });
  if (!core.privateCopy) core.sequence++;
  updateAllCopies(write, core);
  write.log('delete_event', { calendar, core, id, shared });
  const guests = (shared.attendees ?? []).filter(
    ({ email, responseStatus }) =>
      responseStatus !== 'declined' && !isOwnAddress(write.workspace, calendar, email),
  );
  write.mail(
    'cancellation',
    core,
    shared,
    guests.map(({ email }) => email),
  );
}

/** The guest declines, and their copy goes; its details stay readable to them. */
function removeInvitation(write: EventWrite, view: EventView): void {
  const { calendar, shared } = view;
  const entry = ownEntry(view, write);
  if (entry && entry.responseStatus !== 'declined')
    respond(write, view, { ...entry, responseStatus: 'declined' });
  const core = coreToWrite(write, view);
  const copies = [view.instance ? copyHere(write, view, core) : view.copy];
  if (shared.recurrence) {
    for (const exception of exceptionsOf(write, core)) {
      const copy = calendar.events[exception.copies[calendar.key] ?? ''];
      if (copy && copy.gone === undefined) copies.push(copy);
    }
  }
  for (const copy of copies) {
    copy.gone = 'removed';
    write.touch(calendar, copy);
  }
}
