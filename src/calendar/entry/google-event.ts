/** Converts Google's Event resource to an Entry and back. */
import { linesOfRepeats, repeatsOfLines } from '../../kit/recurrence/lines';
import type { Unsaid } from '../../kit/recurrence/repeats';
import type { Entry, Field, Participant, When } from './entry';
import { allDayWhen, momentOf, timedWhen, withOffset, type BadTime } from './moments';
import { addedMark, textsOfEvent, withAdded } from './added-text';
import { htmlOfText } from './description';
import { isShownPrivate } from './origin-mark';
import { seriesStart } from './series-start';
import { plainLine } from './text';

export interface GoogleTime {
  readonly date?: string | null;
  readonly dateTime?: string | null;
  readonly timeZone?: string | null;
}

export interface GoogleAttendee {
  readonly email?: string;
  readonly self?: boolean;
  readonly resource?: boolean;
  readonly responseStatus?: string;
}

/**
 * The fields of an event that Tandem reads. A deleted event is certain to have only `id` and `status`.
 *
 * @see https://developers.google.com/workspace/calendar/api/v3/reference/events
 */
export interface GoogleEvent {
  readonly id: string;
  readonly etag?: string;
  readonly status?: string;
  readonly eventType?: string;
  /** Absent for the color of its calendar. */
  readonly colorId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  readonly start?: GoogleTime;
  readonly end?: GoogleTime;
  readonly recurrence?: readonly string[];
  /** The series that it is one occurrence of. */
  readonly recurringEventId?: string;
  /** When it would begin by the rule of its series. */
  readonly originalStartTime?: GoogleTime;
  readonly visibility?: string;
  readonly transparency?: string;
  readonly organizer?: {
    readonly email?: string;
    readonly displayName?: string;
    readonly self?: boolean;
  };
  readonly attendees?: readonly GoogleAttendee[];
  readonly attendeesOmitted?: boolean;
  /** Left out by Google when it is true. */
  readonly guestsCanSeeOtherGuests?: boolean;
  readonly privateCopy?: boolean;
  readonly locked?: boolean;
  readonly created?: string;
  readonly updated?: string;
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> };
}

/** An event as it is sent: null clears a field. */
export type GoogleEventBody = {
  readonly [F in 'id' | 'status' | 'summary' | 'description' | 'location']?: string;
} & {
  readonly start?: GoogleTime;
  readonly end?: GoogleTime;
  readonly recurrence?: readonly string[] | null;
  readonly visibility?: string;
  readonly transparency?: string;
  readonly extendedProperties?: { readonly private: Readonly<Record<string, string>> };
  readonly attendees?: readonly GoogleAttendee[];
};

export const isPrivate = (visibility: string | undefined): boolean =>
  visibility === 'private' || visibility === 'confidential';

/** An event as an entry, or what is wrong with its times or its rule. */
export function entryOfEvent(event: GoogleEvent, personZone: string): Entry | BadTime | Unsaid {
  const when = whenOf(event, personZone);
  if (typeof when === 'string') return when;
  const recurrence = event.recurrence?.length
    ? repeatsOfLines(event.recurrence, seriesStart(when))
    : null;
  if (typeof recurrence === 'string') return recurrence;
  const { answer, organizer } = invitationOf(event);
  const { title, notes, added } = textsOfEvent(event);
  return {
    title,
    when,
    recurrence,
    private: isPrivate(event.visibility) && !isShownPrivate(event),
    busy: event.transparency !== 'transparent',
    location: plainLine(event.location, 'location'),
    notes,
    participants: participantsOf(event),
    status:
      event.status === 'tentative' || answer === 'tentative' || answer === 'needsAction'
        ? 'tentative'
        : 'confirmed',
    organizer,
    answer,
    ...(added && { added }),
  };
}

/**
 * Who organizes somebody else's meeting, and what the person answered. Somebody invited through a group, or by a forwarded
 * link, is in no guest list: their answer is unknown.
 */
function invitationOf({ organizer, attendees }: GoogleEvent): Pick<Entry, 'organizer' | 'answer'> {
  if (!organizer || organizer.self) return { organizer: '', answer: null };
  const answer = attendees?.find(({ self }) => self)?.responseStatus ?? '';
  return {
    organizer: plainLine(organizer.email ?? organizer.displayName ?? UNKNOWN_ORGANIZER, 'title'),
    answer: RESPONSES.has(answer) ? (answer as Participant['response']) : null,
  };
}

/** Imported meetings may lack an organizer's address. */
const UNKNOWN_ORGANIZER = 'somebody else';

function whenOf({ start, end }: GoogleEvent, personZone: string): When | BadTime {
  if (!start || (!start.date && !start.dateTime)) return 'no-start';
  if (!end || (!end.date && !end.dateTime)) return 'no-end';
  if (start.date && end.date) return allDayWhen(start.date, end.date);
  if (!start.dateTime || !end.dateTime) return 'unreadable-time';
  return timedWhen(
    momentOf(start.dateTime, start.timeZone ?? undefined, personZone),
    momentOf(end.dateTime, end.timeZone ?? undefined, personZone),
  );
}

const RESPONSES: ReadonlySet<string> = new Set<Participant['response']>([
  'needsAction',
  'declined',
  'tentative',
  'accepted',
]);

const NOBODY: readonly Participant[] = [];

/**
 * The guests, unless the organizer hides them from each other: who reads the work system may be one of them.
 *
 * @see https://support.google.com/calendar/answer/37161
 */
function participantsOf(event: GoogleEvent): readonly Participant[] {
  const { attendees = [], guestsCanSeeOtherGuests } = event;
  if (attendees.length === 0 || guestsCanSeeOtherGuests === false) return NOBODY;
  return attendees
    .flatMap(({ email, self, responseStatus = '' }): Participant[] => {
      const response = RESPONSES.has(responseStatus) ? responseStatus : 'needsAction';
      return email && !self
        ? [{ email: email.toLowerCase(), response: response as Participant['response'] }]
        : [];
    })
    .sort((one, other) => (one.email < other.email ? -1 : 1));
}

const sentTitle = ({ title, added }: Entry): GoogleEventBody => ({
  summary: withAdded(title, 'title', added),
});

const sentNotes = ({ notes, added }: Entry): GoogleEventBody => ({
  description: htmlOfText(withAdded(notes, 'notes', added)),
});

/** How each field is sent. Guests are never sent: nobody should get mail because of a copy. */
const SENT: { readonly [F in Field]: ((entry: Entry) => GoogleEventBody) | null } = {
  title: sentTitle,
  when: ({ when }) => sentTimes(when),
  recurrence: ({ recurrence, when }) => ({
    recurrence: recurrence && linesOfRepeats(recurrence, seriesStart(when)),
  }),
  private: (entry) => ({ visibility: entry.private ? 'private' : 'default' }),
  busy: ({ busy }) => ({ transparency: busy ? 'opaque' : 'transparent' }),
  location: ({ location }) => ({ location }),
  notes: sentNotes,
  participants: null,
  status: ({ status }) => ({ status }),
  organizer: null,
  answer: null,
  added: (entry) => ({
    ...sentTitle(entry),
    ...sentNotes(entry),
    extendedProperties: { private: addedMark(entry.added) },
  }),
};

/** The body of a patch that sets these fields and touches nothing else. */
export const eventPatch = (entry: Entry, fields: readonly Field[]): GoogleEventBody =>
  fields.reduce<GoogleEventBody>((body, field) => ({ ...body, ...SENT[field]?.(entry) }), {});

/** What goes on with a series that goes on as another event. */
const LASTING = [
  ...['summary', 'description', 'location', 'visibility', 'transparency', 'status', 'colorId'],
  ...['guestsCanSeeOtherGuests', 'guestsCanInviteOthers', 'guestsCanModify'],
  ...['reminders', 'conferenceData', 'attachments', 'source'],
];

/** These of an event, as Google gave them, and the guests, who are asked anew. */
export const lasting = (event: GoogleEvent): GoogleEventBody => ({
  ...Object.fromEntries(Object.entries(event).filter(([name]) => LASTING.includes(name))),
  ...(event.attendees && { attendees: event.attendees.map(askedAnew) }),
});

const askedAnew = ({ self, responseStatus, ...guest }: GoogleAttendee): GoogleAttendee =>
  self && responseStatus !== undefined ? { ...guest, responseStatus } : guest;

/** Dates or times, clearing the other kind in case it was there before. */
function sentTimes(when: When): GoogleEventBody {
  if (when.kind === 'all-day')
    return {
      start: { date: when.start, dateTime: null, timeZone: null },
      end: { date: when.end, dateTime: null, timeZone: null },
    };
  return {
    start: { dateTime: withOffset(when.start), timeZone: when.start.zone, date: null },
    end: { dateTime: withOffset(when.end), timeZone: when.end.zone, date: null },
  };
}
