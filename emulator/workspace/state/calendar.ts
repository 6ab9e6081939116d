import type { JsonObject } from '../json';

export type Role =
  'none' | 'freeBusyReader' | 'reader' | 'writerWithoutPrivateAccess' | 'writer' | 'owner';

/** A date without a zone, or an instant (milliseconds since 1970) with the zone it was written in. */
export type EventTime =
  { readonly date: string } | { readonly at: number; readonly timeZone?: string };

export interface Attendee {
  readonly email: string;
  displayName?: string;
  responseStatus: 'needsAction' | 'declined' | 'tentative' | 'accepted';
  optional?: boolean;
  resource?: boolean;
  comment?: string;
  additionalGuests?: number;
}

/** The fields that all copies of an event share. Its organizer can write them, and guests who may modify it. */
export interface SharedFields {
  status: 'confirmed' | 'tentative' | 'cancelled';
  start: EventTime;
  end: EventTime;
  recurrence?: string[];
  attendees?: Attendee[];
  sharedProperties?: Record<string, string>;
  visibility?: string;
  transparency?: string;
  /** Fields stored as they were sent: summary, description, location, conferenceData, the guestsCan… switches … */
  plain: JsonObject;
}

/** The fields that belong to one copy alone. */
export interface PrivateFields {
  reminders?: JsonObject;
  colorId?: string;
  eventLabelId?: string;
  privateProperties?: Record<string, string>;
  /** A guest's own "show me as" and visibility; absent: as the organizer set them. */
  visibility?: string;
  transparency?: string;
  /** A response that is not propagated: more than 200 guests. */
  response?: Attendee['responseStatus'];
}

/** One event, whoever's calendars it is on. An exception of a series stores only what differs from the series. */
export interface EventCore {
  readonly key: string;
  /** Event ids by calendar key: every calendar with a copy, existing or deleted. Nearly always the same id on all. */
  readonly copies: Record<string, string>;
  /** The calendar that organizes it; null when an import names an organizer without a calendar here. */
  organizerKey: string | null;
  organizer: { readonly email: string; readonly displayName?: string };
  readonly creator: { readonly email: string; readonly displayName?: string };
  readonly created: number;
  updated: number;
  sequence: number;
  readonly iCalUID: string;
  readonly eventType: string;
  readonly privateCopy?: true;
  /** Set when a Meet conference was requested: it is pending until then. */
  conferenceReadyAt?: number;
  /** All fields of a single event or series. Empty in an exception, whose differences are in `differs`. */
  shared: SharedFields;
  /** Makes it an exception: the series' core and the occurrence that it replaces. */
  readonly exception?: { readonly series: string; readonly original: EventTime };
  differs?: Partial<SharedFields>;
  /** For a series, the cores of its exceptions, by original start in basic form. */
  exceptions?: Record<string, string>;
  /**
   * How the series recurred before, newest last: an increment must name occurrences that are gone, and the single event
   * that it was.
   */
  former?: {
    readonly until: number;
    readonly shared: Pick<SharedFields, 'start' | 'end' | 'recurrence'>;
  }[];
}

/** One event on one calendar. */
export interface EventCopy {
  readonly id: string;
  readonly core: string;
  /** Microseconds; the etag is twice this. Changes with everything that this copy shows. */
  stamp: number;
  /** When something in this copy alone last changed, reminders excepted: milliseconds. */
  updated?: number;
  /** Marks an out of office or focus time event that answers invitations automatically. */
  declines?: true;
  /** Position in the calendar's change log. */
  revision: number;
  /** Position in the calendar's order of creation. */
  readonly order: number;
  own: PrivateFields;
  /**
   * Why it is no longer shown: its owner deleted this copy (`removed`); the person is no longer a guest or the event moved
   * to another organizer (`left`, bare); its series no longer has such an occurrence (`dropped`, bare).
   */
  gone?: 'removed' | 'left' | 'dropped';
  /** Marks an invitation that is not shown until it is answered. */
  hidden?: true;
}

export interface AclRecord {
  readonly id: string;
  role: Role;
  readonly scope: {
    readonly type: 'default' | 'user' | 'group' | 'domain';
    readonly value?: string;
  };
  stamp: number;
  revision: number;
}

export interface CalendarRecord {
  /** `user <user id>` or `service <address>` for a primary calendar, else the calendar's id. */
  readonly key: string;
  readonly kind: 'primary' | 'secondary' | 'resource';
  /** The id of a calendar that is not primary; a primary one is found by its person's address. */
  readonly id: string | null;
  /** The person, service account address, or data owner (user id). */
  owner: string;
  /** The OAuth client that created it: `calendar.app.created` covers it. */
  readonly createdBy: string;
  summary: string | null;
  description?: string;
  location?: string;
  timeZone: string;
  labelProperties?: JsonObject;
  autoAcceptInvitations?: boolean;
  stamp: number;
  updated: number;
  deleted?: true;
  /** The latest entry of the change log. */
  revision: number;
  /** How many entries were created so far. */
  order: number;
  /** Raised when every issued sync token becomes invalid. */
  epoch: number;
  events: Record<string, EventCopy>;
  acl: Record<string, AclRecord>;
  aclRevision: number;
}

/** One calendar in one person's list. */
export interface ListEntry {
  readonly calendarKey: string;
  /** summaryOverride, colorId, selected, hidden, defaultReminders, notificationSettings … */
  own: JsonObject;
  deleted?: true;
  stamp: number;
  revision: number;
}

export interface PersonRecord {
  /** By calendar key. */
  list: Record<string, ListEntry>;
  listRevision: number;
  /** Settings that were changed; all others have Google's defaults. */
  settings: Record<
    string,
    { readonly value: string; readonly stamp: number; readonly revision: number }
  >;
  settingsRevision: number;
}

/** A push channel. Recorded; nothing is pushed. */
export interface ChannelRecord {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceUri: string;
  readonly address: string;
  readonly token?: string;
  readonly expiration: number;
  readonly clientId: string;
}

/** Calendars, and what people store about them. */
export interface CalendarState {
  /** The latest stamp issued: stamps strictly increase. */
  stamp: number;
  /** How many cores were created so far. */
  serial: number;
  /** By key. */
  calendars: Record<string, CalendarRecord>;
  /** By key. */
  cores: Record<string, EventCore>;
  /** By user id (or service account address). */
  people: Record<string, PersonRecord>;
  /** By channel id. */
  channels: Record<string, ChannelRecord>;
  /** Organizations over Google's use limits: their writes are refused until an end (milliseconds since 1970). */
  exhausted: Record<string, number>;
}

export const emptyCalendarState = (): CalendarState => ({
  stamp: 0,
  serial: 0,
  calendars: {},
  cores: {},
  people: {},
  channels: {},
  exhausted: {},
});
