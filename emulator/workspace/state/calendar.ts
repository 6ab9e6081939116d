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

/** What all copies of an event share and its organizer (or a guest who may) can write. */
export interface SharedFields {
  status: 'confirmed' | 'tentative' | 'cancelled';
  start: EventTime;
  end: EventTime;
  recurrence?: string[];
  attendees?: Attendee[];
  sharedProperties?: Record<string, string>;
  visibility?: string;
  transparency?: string;
  /** Fields kept as they were sent: summary, description, location, conferenceData, the guestsCan… switches … */
  plain: JsonObject;
}

/** What belongs to one copy alone. */
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

/** An event once, whoever's calendars it is on. An exception of a series keeps only what differs from the series. */
export interface EventCore {
  readonly key: string;
  /** Event ids by calendar key: every calendar with a copy, living or not. The same id on all but by accident. */
  readonly copies: Record<string, string>;
  /** The calendar it is organized on; null when an import names somebody who has none here. */
  organizerKey: string | null;
  organizer: { readonly email: string; readonly displayName?: string };
  readonly creator: { readonly email: string; readonly displayName?: string };
  readonly created: number;
  updated: number;
  sequence: number;
  readonly iCalUID: string;
  readonly eventType: string;
  readonly privateCopy?: true;
  /** Set when a Meet conference was asked for: it is pending until then. */
  conferenceReadyAt?: number;
  /** The whole of a single event or series. Empty in an exception, whose differences are in `differs`. */
  shared: SharedFields;
  /** Makes it an exception: the series' core and which occurrence it stands for. */
  readonly exception?: { readonly series: string; readonly original: EventTime };
  differs?: Partial<SharedFields>;
  /** Of a series: cores of its exceptions, by original start in basic form. */
  exceptions?: Record<string, string>;
  /** How the series recurred before, newest last: an increment must name occurrences that are gone. */
  former?: {
    readonly until: number;
    readonly shared: Pick<SharedFields, 'start' | 'end' | 'recurrence'>;
  }[];
}

/** One event on one calendar. */
export interface EventCopy {
  readonly id: string;
  readonly core: string;
  /** Microseconds; the etag is twice this. Changes with everything this copy shows. */
  stamp: number;
  /** When something of this copy alone last changed, reminders apart: milliseconds. */
  updated?: number;
  /** An out of office or focus time event that answers invitations by itself. */
  declines?: true;
  /** Position in the calendar's change log. */
  revision: number;
  /** Position in the calendar's order of creation. */
  readonly order: number;
  own: PrivateFields;
  /**
   * Why it no longer shows: its owner deleted this copy (`removed`); the person is no longer a guest or the event moved
   * to another organizer (`left`, bare); its series has no such occurrence any more (`dropped`, bare).
   */
  gone?: 'removed' | 'left' | 'dropped';
  /** An invitation that waits for an answer before it is shown. */
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
  /** The OAuth client that made it: what `calendar.app.created` reaches. */
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
  /** Newest entry of the change log. */
  revision: number;
  /** Entries made so far. */
  order: number;
  /** Raised when every sync token given out becomes void. */
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
  /** Settings that were changed; the rest have Google's defaults. */
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

/** Calendars and what people keep about them. */
export interface CalendarState {
  /** The newest stamp given out: stamps strictly increase. */
  stamp: number;
  /** Cores made so far. */
  serial: number;
  /** By key. */
  calendars: Record<string, CalendarRecord>;
  /** By key. */
  cores: Record<string, EventCore>;
  /** By user id (or service account address). */
  people: Record<string, PersonRecord>;
  /** By channel id. */
  channels: Record<string, ChannelRecord>;
  /** Organizations that broke Google's use limits: their writes are refused until an end (milliseconds since 1970). */
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
