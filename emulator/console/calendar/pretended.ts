/** Events as they will be once the server has a person's change. */
import type { EventDraft } from './event-draft';
import type { Answer, CalendarEvent, ShownEvent } from './event-resource';
import type { Span } from './event-span';
import type { Scope } from './series-change';
import { instantOf } from './wall-time';

export const answered = (event: CalendarEvent, responseStatus: Answer): CalendarEvent => ({
  ...event,
  attendees: (event.attendees ?? []).map((guest) =>
    guest.self ? { ...guest, responseStatus } : guest,
  ),
});

/** The guests as a patch. If the list was incomplete, the omitted guests stay. */
export const guestsOf = ({ attendees, attendeesOmitted }: CalendarEvent): object => ({
  attendees: attendees ?? [],
  ...(attendeesOmitted && { attendeesOmitted }),
});

/** An event at other wall times of a zone. */
export function movedTo(shown: ShownEvent, { allDay, start, end }: Span, zone: string): ShownEvent {
  const { event } = shown;
  const time = (wall: string, timeZone = zone) =>
    allDay ? { date: wall } : { dateTime: new Date(instantOf(wall, zone)).toISOString(), timeZone };
  return {
    ...shown,
    event: {
      ...event,
      start: time(start, event.start.timeZone),
      end: time(end, event.end.timeZone),
    },
  };
}

/** Whether an event is affected when a person chooses another one and how much of its series. */
export const isMeant = (one: ShownEvent, shown: ShownEvent, scope: Scope): boolean =>
  one.entry.id === shown.entry.id &&
  (one.event.id === shown.event.id ||
    ((scope === 'all' || scope === 'following') &&
      one.event.recurringEventId === shown.event.recurringEventId &&
      (scope === 'all' || startOf(one.event) >= startOf(shown.event))));

const startOf = ({ start }: CalendarEvent): number => Date.parse(start.dateTime ?? start.date!);

/** Whether anybody but the person who looks is invited. */
export const hasGuests = ({ guests }: EventDraft, account: string): boolean =>
  guests.some(({ email, self }) => !self && email !== account);

/** People who invite others to an event on their own calendar take part in it. */
export function withOrganizer(draft: EventDraft, account: string): EventDraft {
  const { guests, calendarId } = draft;
  const isThere = guests.some(
    ({ email, self, organizer }) => self || organizer || email === account,
  );
  if (calendarId !== account || isThere || !hasGuests(draft, account)) return draft;
  return { ...draft, guests: [{ email: account, responseStatus: 'accepted' }, ...guests] };
}
