import { requiredParam, type ApiMethod } from '../api-method';
import { GoogleError } from '../google-error';
import { isAtLeast, openCalendarById, tooLittleAccess } from './access';
import { isOwnAddress, organizerOf } from './calendars';
import { answerOf, eventToWrite, writeRequest } from './event-request';
import { addCopy } from './event-store';
import { typeRestriction } from './event-types';
import { isDeleted, isOrganizers } from './event-view';
import { alreadyDeleted } from './delete-event';
import { EventWrite } from './event-write';
import { updateAllCopies } from './exceptions';
import { sendUpdatesOf } from './guest-mail';
import { duplicate } from './insert-event';
import type { CalendarRecord, EventCore } from '../state/calendar';

/** `calendar.events.move`: another calendar becomes the organizer. */
export const moveEvent: ApiMethod = (request, caller, workspace) => {
  const req = writeRequest(request, caller, workspace);
  const destination = openCalendarById(
    requiredParam(request, 'destination'),
    caller,
    workspace,
    'freeBusyReader',
  );
  if (!isAtLeast(destination.role, 'writerWithoutPrivateAccess')) throw tooLittleAccess('writer');
  const view = eventToWrite(req);
  if (isDeleted(view)) throw alreadyDeleted();
  if (view.core.eventType !== 'default') throw typeRestriction('Only default events can be moved.');
  if (view.instance)
    throw new GoogleError(
      403,
      'cannotChangeOrganizerOfInstance',
      'Cannot change the organizer of an instance.',
      {
        domain: 'calendar',
      },
    );
  if (!isOrganizers(view))
    throw new GoogleError(
      403,
      'cannotChangeOrganizer',
      'Cannot change the organizer of the event.',
      {
        domain: 'calendar',
      },
    );
  const to = { ...req, calendar: destination.calendar, role: destination.role };
  if (to.calendar === req.calendar) return answerOf(to, view.id);
  const known = destination.calendar.events[view.id];
  if (known && known.core !== view.core.key) throw duplicate();
  const write = new EventWrite(workspace, caller, sendUpdatesOf(request, workspace));
  changeOrganizer(write, view.core, req.calendar, destination.calendar);
  const { core, shared } = view;
  write.log('transfer_event_completed', {
    calendar: destination.calendar,
    core,
    id: view.id,
    shared,
  });
  const guests = (shared.attendees ?? []).filter(
    ({ email }) => !isOwnAddress(workspace, destination.calendar, email),
  );
  write.mail(
    'update',
    core,
    shared,
    guests.map(({ email }) => email),
  );
  write.finish(destination.calendar);
  return answerOf(to, core.copies[destination.calendar.key]!);
};

/** The old organizer keeps a copy as a guest, or a bare tombstone. */
function changeOrganizer(
  write: EventWrite,
  core: EventCore,
  from: CalendarRecord,
  to: CalendarRecord,
): void {
  const { cores } = write.workspace.state.calendar;
  const old = from.events[core.copies[from.key]!]!;
  const all = [core, ...Object.values(core.exceptions ?? {}).map((key) => cores[key]!)];
  for (const each of all) {
    each.organizerKey = to.key;
    each.organizer = organizerOf(write.workspace, to);
    each.updated = write.now;
  }
  if (core.copies[to.key] === undefined)
    addCopy(to, core, { id: old.id, stamp: write.stamp, own: { ...old.own } });
  if (core.privateCopy) {
    old.gone = 'left';
    write.touch(from, old);
  }
  updateAllCopies(write, core);
}
