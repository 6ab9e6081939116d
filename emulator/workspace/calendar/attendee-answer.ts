import type { JsonObject } from '../api-method';
import { isOwnAddress } from './calendars';
import type { Reader } from './reader';
import { isOrganizers, type EventView } from './event-view';
import type { Attendee } from '../state/calendar';

/** `attendees`, with `attendeesOmitted` where the reader does not see all of them. */
export function answeredAttendees(
  view: EventView,
  { workspace, maxAttendees }: Reader,
): JsonObject {
  const { calendar, core, own } = view;
  const { attendees, plain } = view.shared;
  if (!attendees || attendees.length === 0) return {};
  const hidesGuests = plain.guestsCanSeeOtherGuests === false && !isOrganizers(view);
  const isSelf = ({ email }: Attendee): boolean => isOwnAddress(workspace, calendar, email);
  const omits = hidesGuests || (maxAttendees !== undefined && attendees.length > maxAttendees);
  const shown = omits ? attendees.filter(isSelf) : attendees;
  return {
    attendees: shown.map((attendee) => ({
      ...attendee,
      ...(attendee.email.toLowerCase() === core.organizer.email.toLowerCase() && {
        organizer: true,
      }),
      ...(isSelf(attendee) && {
        self: true,
        ...(own.response && { responseStatus: own.response }),
      }),
    })) as JsonObject[],
    ...(omits && { attendeesOmitted: true }),
  };
}

/** The calendar's own entry among the guests. */
export const ownEntry = (
  view: EventView,
  { workspace }: Pick<Reader, 'workspace'>,
): Attendee | undefined =>
  view.shared.attendees?.find(({ email }) => isOwnAddress(workspace, view.calendar, email));
