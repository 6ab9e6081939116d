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
