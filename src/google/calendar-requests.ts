/**
 * Requests to the Calendar API.
 *
 * @see https://developers.google.com/workspace/calendar/api/v3/reference/events
 */
import type { GoogleEventBody, GoogleWrite, ListExtent } from '../calendar/ports';
import type { BatchCall } from './batch-message';
import { LIMITS } from './limits';

export const CALENDAR_HOST = 'https://www.googleapis.com';
export const CALENDAR_BATCH = `${CALENDAR_HOST}/batch/calendar/v3`;

/** The primary calendar of the person whose token is used. */
const EVENTS = '/calendar/v3/calendars/primary/events';

/** The fields of GoogleEvent, and no others. */
export const EVENT_FIELDS = [
  'id,etag,status,eventType,colorId,summary,description,location',
  'start(date,dateTime,timeZone),end(date,dateTime,timeZone)',
  'recurrence,recurringEventId,originalStartTime(date,dateTime,timeZone)',
  'visibility,transparency',
  'organizer(email,displayName,self),attendees(email,self,resource,responseStatus),attendeesOmitted',
  'guestsCanSeeOtherGuests,privateCopy,locked,created,updated,extendedProperties/private',
].join(',');

/** The same without anything that a person wrote: enough to know what Tandem made. */
const MARK_FIELDS = 'id,etag,status,recurringEventId,updated,extendedProperties/private';

/** What goes on with a series that goes on as another event: too much to list, so it is read of single events only. */
const LASTING_FIELDS = [
  'colorId,reminders,conferenceData,attachments,source,guestsCanInviteOthers,guestsCanModify',
  'attendees(optional,additionalGuests,displayName)',
].join(',');

export interface ListAsk {
  readonly cursor: string | null;
  /** An instant. Without a cursor, events that end before it are left out. */
  readonly from: string;
  readonly pageToken?: string | undefined;
  readonly extent?: ListExtent | undefined;
}

/**
 * Lists series as such, never as their endless instances. Every parameter but the page must be the same each time.
 * With a sync token, Google always lists deleted events.
 *
 * @param quotaUser whose quota the call counts against: without it, all delegated calls count against the service
 * account's.
 * @see https://developers.google.com/workspace/calendar/api/guides/sync
 */
export const listPath = ({ cursor, from, pageToken, extent }: ListAsk, quotaUser: string): string =>
  pathOf(EVENTS, {
    ...(cursor === null ? { timeMin: from } : { syncToken: cursor }),
    ...(pageToken !== undefined && { pageToken }),
    singleEvents: 'false',
    maxResults: String(LIMITS.CALENDAR_EVENTS_PER_PAGE),
    fields: `timeZone,nextPageToken,nextSyncToken,items(${extent ? MARK_FIELDS : EVENT_FIELDS})`,
    quotaUser,
  });

/** Reads the calendar's time zone with the scope that events need anyway. */
export const zonePath = (quotaUser: string): string =>
  pathOf(EVENTS, { maxResults: '1', fields: 'timeZone', quotaUser });

export const getCall = (id: string, quotaUser: string): BatchCall => ({
  method: 'GET',
  path: pathOf(eventPath(id), { fields: `${EVENT_FIELDS},${LASTING_FIELDS}`, quotaUser }),
});

/** A write. None ever sends mail to guests. */
export function writeCall(write: GoogleWrite, quotaUser: string): BatchCall {
  const asked = { sendUpdates: 'none', quotaUser };
  const answered = { ...asked, fields: EVENT_FIELDS };
  switch (write.kind) {
    case 'insert':
      return {
        method: 'POST',
        path: pathOf(EVENTS, { ...answered, ...versionsOf(write.body) }),
        body: { ...write.body, id: write.id },
      };
    case 'patch':
      return {
        method: 'PATCH',
        path: pathOf(eventPath(write.id), answered),
        ...matching(write.etag),
        body: write.body,
      };
    case 'delete':
      return {
        method: 'DELETE',
        path: pathOf(eventPath(write.id), asked),
        ...matching(write.etag),
      };
  }
}

/** Google ignores calls and attachments unless it is told that they are meant. */
const versionsOf = (body: GoogleEventBody): Readonly<Record<string, string>> => ({
  ...('conferenceData' in body && { conferenceDataVersion: '1' }),
  ...('attachments' in body && { supportsAttachments: 'true' }),
});

const matching = (etag: string | null): Pick<BatchCall, 'headers'> =>
  etag === null ? {} : { headers: { 'If-Match': etag } };

const eventPath = (id: string): string => `${EVENTS}/${encodeURIComponent(id)}`;

const pathOf = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
