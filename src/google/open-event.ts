import type { GoogleEvent } from '../calendar/ports';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { events } from './advanced';
import { call } from './call';
import { EVENT_FIELDS } from './calendar-requests';
import type { OpenEvent } from './card-event';

const SCOPE = 'https://www.googleapis.com/auth/calendar.events.readonly';

/**
 * The event that the person has open, read with their own rights. Fails with `not-found` for one that was never
 * saved.
 */
export function readOpenEvent({ calendarId, eventId }: OpenEvent): Result<GoogleEvent, Failure> {
  if (eventId === '') return fail({ kind: 'not-found', id: '' });
  const event = call(() => events().get(calendarId, eventId, { fields: EVENT_FIELDS }), {
    api: 'calendar',
    id: eventId,
    account: calendarId,
    scopes: [SCOPE],
  });
  return event.ok ? ok(event.value as unknown as GoogleEvent) : event;
}

/** The first page of the person's own events that end after an instant, read with their own rights; series as such. */
export function readOwnEvents(
  account: string,
  from: string,
): Result<readonly GoogleEvent[], Failure> {
  const listing = call(
    () =>
      events().list('primary', {
        timeMin: from,
        maxResults: MOST_LISTED,
        singleEvents: false,
        fields: `items(${EVENT_FIELDS})`,
      }),
    { api: 'calendar', id: account, account, scopes: [SCOPE] },
  );
  return listing.ok
    ? ok((listing.value.items ?? []) as unknown as readonly GoogleEvent[])
    : listing;
}

/** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
const MOST_LISTED = 2500;
