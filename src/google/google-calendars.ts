/** People's calendars over REST, on their behalf: Google's side of the calendar sync. */
import type { GoogleCalendar, GoogleCalendars, GoogleEvent } from '../calendar/ports';
import { batchesOf } from '../kit/batches';
import type { Failure } from '../kit/failure';
import type { AddressedPerson } from '../kit/person';
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

const NOBODY: ReadonlyMap<string, Result<AddressedPerson, Failure>> = new Map();

export function googleCalendars(given: CalendarRestParts): GoogleCalendars {
  const parts = withRememberedTokens(given);
  const listings = calendarListings(parts);
  return {
    lookUp(people, { anyway, later }) {
      const kept = parts.keptTokens(people.filter((person) => !anyway(person)));
      const wanted = people.filter(({ userId }) => !kept.has(userId));
      const found = wanted.length === 0 ? ok(NOBODY) : parts.lookUp(wanted, later);
      if (!found.ok) return found;
      return ok(new Map(people.map(({ userId }) => [userId, found.value.get(userId) ?? ok(null)])));
    },
    of: (person) => calendarOf(personCalls(person, parts), listings),
    zoneOf(person) {
      const known = listings.zoneOf(person.userId);
      return known === null ? readZone(personCalls(person, parts)) : ok(known);
    },
    zoneSeen: ({ userId }) => listings.zoneOf(userId),
    prefetch: (asks) => listings.prefetch(asks),
  };
}

const calendarOf = (calls: PersonCalls, listings: Listings): GoogleCalendar => ({
  changes: (cursor, from, extent) => listings.changes(calls, { cursor, from, extent }),
  get(ids) {
    const found: (GoogleEvent | null)[] = [];
    for (const some of batchesOf(ids, LIMITS.CALENDAR_CALLS_PER_BATCH)) {
      const events = getSome(some, calls);
      if (!events.ok) return events;
      found.push(...events.value);
    }
    return ok(found);
  },
  write(writes) {
    const asks = writes.map((write) => ({
      id: write.id,
      call: writeCall(write, calls.quotaUser),
    }));
    const outcomes = sendBatch(asks, calls, calls.person.userId);
    if (!outcomes.ok) return outcomes;
    return ok(outcomes.value as readonly Result<GoogleEvent | null, Failure>[]);
  },
});

/** Null for an event that does not exist; any other failure makes the whole call fail. */
function getSome(
  ids: readonly string[],
  calls: PersonCalls,
): Result<(GoogleEvent | null)[], Failure> {
  const asks = ids.map((id) => ({ id, call: getCall(id, calls.quotaUser) }));
  const outcomes = sendBatch(asks, calls, null);
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

function readZone({ person, quotaUser, make }: PersonCalls): Result<string, Failure> {
  return make({ cost: 1 }, (headers) => {
    const answer = fetchOne({ url: CALENDAR_HOST + zonePath(quotaUser), headers });
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
