import { PROPAGATED_GUESTS } from './attendees';
import { isOwnAddress } from './calendars';
import { copyHere, coreToWrite, exceptionsOf, storeShared } from './exceptions';
import { effective } from './event-store';
import type { EventView } from './event-view';
import type { EventWrite } from './event-write';
import { updateCopies } from './guest-copies';
import type { Attendee, EventCore } from '../state/calendar';

/** The log's name for each response. */
const LOGGED: Readonly<Record<Attendee['responseStatus'], string>> = {
  needsAction: 'needs_action',
  declined: 'declined',
  tentative: 'tentative',
  accepted: 'accepted',
};

/**
 * Stores a guest's answer, which every copy then shows. With more than 200 guests it stays on the guest's
 * own copy.
 *
 * @param entry the guest's new entry in the list.
 */
export function respond(write: EventWrite, view: EventView, entry: Attendee): void {
  const { workspace } = write;
  const { calendar, shared } = view;
  const list = shared.attendees ?? [];
  const core = coreToWrite(write, view);
  const copy = view.instance ? copyHere(write, view, core) : view.copy;
  delete copy.hidden;
  if (list.length > PROPAGATED_GUESTS) {
    copy.own = { ...copy.own, response: entry.responseStatus };
    copy.updated = write.now;
    return write.touch(calendar, copy);
  }
  const isOwn = ({ email }: Attendee): boolean => isOwnAddress(workspace, calendar, email);
  const before = list.find(isOwn);
  const attendees = before ? list.map((guest) => (isOwn(guest) ? entry : guest)) : [...list, entry];
  storeShared(write, core, { ...shared, attendees });
  if (shared.recurrence) answerExceptions(write, core, entry, before);
  updateCopies(write, core);
  tell(write, view, core, entry);
}

/** An answer to the series also answers its exceptions where their answer was the same. */
function answerExceptions(
  write: EventWrite,
  series: EventCore,
  entry: Attendee,
  before: Attendee | undefined,
): void {
  for (const exception of exceptionsOf(write, series)) {
    const own = exception.differs?.attendees;
    if (own)
      exception.differs!.attendees = own.map((guest) =>
        guest.email === entry.email && guest.responseStatus === before?.responseStatus
          ? { ...entry }
          : guest,
      );
    write.touchAll(exception);
  }
}

function tell(
  write: EventWrite,
  { calendar, id }: EventView,
  core: EventCore,
  entry: Attendee,
): void {
  const shared = effective(write.workspace, core);
  write.log(
    'change_event_guest_response',
    { calendar, core, id, shared },
    {
      event_guest: entry.email,
      event_response_status: LOGGED[entry.responseStatus],
    },
  );
  if (entry.responseStatus !== 'needsAction')
    write.mail(entry.responseStatus, core, shared, [core.organizer.email], calendar);
}
