/** Calendar API resources, as far as this console reads them. */

/** A date, or an instant with the time zone in which it was meant. */
export interface EventTime {
  readonly date?: string;
  readonly dateTime?: string;
  readonly timeZone?: string;
}

export type Answer = 'needsAction' | 'declined' | 'tentative' | 'accepted';

export interface Guest {
  readonly email: string;
  readonly displayName?: string;
  readonly responseStatus?: Answer;
  readonly optional?: boolean;
  readonly organizer?: boolean;
  readonly self?: boolean;
  readonly resource?: boolean;
  readonly comment?: string;
}

export type EventType =
  'default' | 'outOfOffice' | 'focusTime' | 'workingLocation' | 'birthday' | 'fromGmail';

/** When a status event declines conflicting invitations. */
export interface StatusProperties {
  readonly autoDeclineMode?: string;
  readonly declineMessage?: string;
}

export interface CalendarEvent {
  readonly id: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  readonly start: EventTime;
  readonly end: EventTime;
  readonly recurrence?: readonly string[];
  readonly recurringEventId?: string;
  readonly originalStartTime?: EventTime;
  readonly attendees?: readonly Guest[];
  readonly attendeesOmitted?: boolean;
  readonly creator?: { readonly email: string };
  readonly organizer?: {
    readonly email: string;
    readonly displayName?: string;
    readonly self?: boolean;
  };
  readonly visibility?: string;
  readonly transparency?: string;
  readonly colorId?: string;
  readonly eventType?: EventType;
  readonly guestsCanModify?: boolean;
  readonly guestsCanInviteOthers?: boolean;
  readonly guestsCanSeeOtherGuests?: boolean;
  readonly locked?: boolean;
  readonly privateCopy?: boolean;
  readonly hangoutLink?: string;
  readonly outOfOfficeProperties?: StatusProperties;
  readonly focusTimeProperties?: StatusProperties;
}

export type AccessRole =
  'freeBusyReader' | 'reader' | 'writerWithoutPrivateAccess' | 'writer' | 'owner';

/** A calendar on a person's list. */
export interface CalendarEntry {
  readonly id: string;
  readonly summary: string;
  readonly summaryOverride?: string;
  readonly description?: string;
  readonly timeZone: string;
  readonly accessRole: AccessRole;
  readonly backgroundColor: string;
  readonly colorId?: string;
  readonly selected?: boolean;
  readonly hidden?: boolean;
  readonly primary?: boolean;
}

export interface AclRule {
  readonly id: string;
  readonly role: AccessRole | 'none';
  readonly scope: {
    readonly type: 'default' | 'user' | 'group' | 'domain';
    readonly value?: string;
  };
}

export type SendUpdates = 'all' | 'none';

/** An event on one of the shown calendars. */
export interface ShownEvent {
  readonly event: CalendarEvent;
  readonly entry: CalendarEntry;
}

export const nameOf = ({ summaryOverride, summary }: CalendarEntry): string =>
  summaryOverride ?? summary;

/** Guests other than the person who looks: those who would receive mail. */
export const othersInvited = ({ attendees = [] }: Pick<CalendarEvent, 'attendees'>): boolean =>
  attendees.some(({ self }) => !self);
