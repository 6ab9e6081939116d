/** People's calendars over REST, in their names: the sync engine's side of Google. */
import type { GoogleEvent } from '../calendar/entry/google-event';
import type { GoogleCalendar } from '../calendar/ports';
import type { GoogleCalendars } from '../calendar/runner-ports';
import { batchesOf } from '../kit/batches';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { sendBatch } from './calendar-batch';
import { calendarListings, type Listings } from './calendar-listing';
import { CALENDAR_HOST, getCall, writeCall, zonePath } from './calendar-requests';
import { serviceName } from './error-table';
import { fetchOne } from './fetch';
import { googleJson } from './google-answer';
import { LIMITS } from './limits';
import { personCalls, type CalendarRestParts, type PersonCalls } from './person-calls';
import { withRememberedTokens } from './remembered-tokens';

export function googleCalendars(given: CalendarRestParts): GoogleCalendars {
  const parts = withRememberedTokens(given);
  const listings = calendarListings(parts);
  return {
    of: (email) => calendarOf(personCalls(email, parts), listings),
    zoneOf(email) {
      const known = listings.zoneOf(email);
      return known === null ? readZone(personCalls(email, parts)) : ok(known);
    },
    prefetch: (asks) => listings.prefetch(asks),
  };
}

const calendarOf = (person: PersonCalls, listings: Listings): GoogleCalendar => ({
  changes: (cursor, from) => listings.changes(person, { cursor, from }),
  get(ids) {
    const found: (GoogleEvent | null)[] = [];
    for (const some of batchesOf(ids, LIMITS.CALENDAR_CALLS_PER_BATCH)) {
      const events = getSome(some, person);
      if (!events.ok) return events;
      found.push(...events.value);
    }
    return ok(found);
  },
  write(writes) {
    const asks = writes.map((write) => ({
      id: write.id,
      call: writeCall(write, person.quotaUser),
    }));
    const outcomes = sendBatch(asks, person, person.email);
    if (!outcomes.ok) return outcomes;
    return ok(outcomes.value as readonly Result<GoogleEvent | null, Failure>[]);
  },
});

/** An event that is not there is null; any other failure is that of the whole. */
function getSome(
  ids: readonly string[],
  person: PersonCalls,
): Result<(GoogleEvent | null)[], Failure> {
  const asks = ids.map((id) => ({ id, call: getCall(id, person.quotaUser) }));
  const outcomes = sendBatch(asks, person, null);
  if (!outcomes.ok) return outcomes;
  const events: (GoogleEvent | null)[] = [];
  for (const outcome of outcomes.value) {
    if (outcome.ok) events.push(outcome.value as GoogleEvent);
    else if (outcome.failure.kind === 'not-found' || outcome.failure.kind === 'gone')
      events.push(null);
    else return outcome;
  }
  return ok(events);
}

function readZone(person: PersonCalls): Result<string, Failure> {
  return person.make({ cost: 1 }, (headers) => {
    const answer = fetchOne({ url: CALENDAR_HOST + zonePath(person.quotaUser), headers });
    if (!answer.ok) return answer;
    const json = googleJson(answer.value, { api: 'calendar', account: person.email });
    if (!json.ok) return json;
    const { timeZone } = (json.value ?? {}) as { readonly timeZone?: string };
    return timeZone === undefined
      ? fail({
          kind: 'unreadable-answer',
          service: serviceName('calendar'),
          reason: 'a calendar without a time zone',
        })
      : ok(timeZone);
  });
}
