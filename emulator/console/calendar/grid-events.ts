import type { EventInput } from '@fullcalendar/core';
import { readableOn } from './block-colors';
import type { CalendarHome } from './calendar-home';
import type { EventDraft } from './event-draft';
import { isHidden, rightsOf, titleOf } from './event-rights';
import { nameOf, type Answer, type CalendarEvent, type ShownEvent } from './event-resource';
import { spanOf, type Span } from './event-span';
import { spanWords } from './time-words';
import { addDays, DAY_MS, dayOf, laterBy, MINUTE_MS, wallMs } from './wall-time';

/** Identifies an event among those of all shown calendars. */
export const keyOf = ({ event, entry }: ShownEvent): string => `${entry.id} ${event.id}`;

export const ownAnswer = ({ attendees = [] }: CalendarEvent): Answer | undefined =>
  attendees.find(({ self }) => self)?.responseStatus;

/** Events in FullCalendar's form: times are wall times of the person's zone. */
export function gridEvents(events: readonly ShownEvent[], home: CalendarHome): EventInput[] {
  return events
    .filter(({ event }) => home.showsDeclined || ownAnswer(event) !== 'declined')
    .map((shown) => gridEvent(shown, home));
}

function gridEvent(shown: ShownEvent, { zone, hour24, eventColors }: CalendarHome): EventInput {
  const { event, entry } = shown;
  const span = drawable(spanOf(event, zone));
  const isLong = !span.allDay && wallMs(span.end) - wallMs(span.start) >= DAY_MS;
  const color = eventColors[event.colorId ?? ''] ?? entry.backgroundColor;
  const title = titleOf(shown);
  return {
    id: keyOf(shown),
    title,
    ...(isLong ? wholeDays(span) : span),
    editable: rightsOf(shown).change && !isLong,
    backgroundColor: color,
    borderColor: color,
    textColor: readableOn(color),
    classNames: classesOf(shown),
    extendedProps: {
      shown,
      place: event.location ?? '',
      label: [
        spanWords(spanOf(event, zone), hour24),
        nameOf(entry),
        ANSWERS[ownAnswer(event) ?? ''],
      ]
        .filter(Boolean)
        .join(', '),
    },
  };
}

const ANSWERS: Readonly<Record<string, string>> = {
  needsAction: 'Needs RSVP',
  declined: 'Declined',
  tentative: 'Maybe',
};

/** An event that ends when it begins still needs some height to be seen. */
const drawable = (span: Span): Span =>
  wallMs(span.end) > wallMs(span.start)
    ? span
    : {
        ...span,
        end: span.allDay ? addDays(span.start, 1) : laterBy(span.start, 15 * MINUTE_MS),
      };

/** Events of a day or longer appear in the row of whole days; their times are changed in the form. */
const wholeDays = ({ start, end }: Span): Span => ({
  allDay: true,
  start: dayOf(start),
  end: addDays(dayOf(laterBy(end, -1000)), 1),
});

function classesOf({ event, entry }: ShownEvent): string[] {
  const answer = ownAnswer(event);
  return [
    ...(answer && answer !== 'accepted' ? [`answer-${answer}`] : []),
    ...(event.status === 'tentative' ? ['answer-tentative'] : []),
    ...(event.eventType === 'outOfOffice' ? ['out-of-office'] : []),
    ...(entry.accessRole === 'freeBusyReader' || isHidden(event) ? ['only-busy'] : []),
  ];
}

/** The event that is being created, at its place. */
export const draftBlock = (draft: EventDraft, color: string): EventInput => ({
  id: 'draft',
  title: draft.title || '(No title)',
  allDay: draft.allDay,
  start: draft.allDay ? draft.startDate : `${draft.startDate}T${draft.startTime}:00`,
  end: draft.allDay ? addDays(draft.endDate, 1) : `${draft.endDate}T${draft.endTime}:00`,
  editable: false,
  backgroundColor: color,
  borderColor: color,
  textColor: readableOn(color),
  classNames: ['draft'],
  extendedProps: { label: 'New event', place: '' },
});
