/**
 * When people's events are, read in their own names, with the fields that availability needs and no others: titles, places and guests
 * stay in Google. Where a person may see only that a calendar is busy, Google lists its events without details, and that is enough.
 *
 * `freebusy.query` would need a scope of its own, and says neither why a time is taken nor whether an event is tentative or lasts all
 * day, on which an organization's rules depend.
 *
 * @see https://developers.google.com/workspace/calendar/api/v3/reference/events/list
 */
import type {
  CalendarAsk,
  CalendarsInTime,
  CalendarTimes,
  TimeOfEvent,
} from '../availability/ports';
import { instantAt } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { readAll, type Page } from '../kit/pages';
import { ok, type Result } from '../kit/result';
import { CALENDAR_HOST } from './calendar-requests';
import { fetchMany, fetchOne } from './fetch';
import { googleJson } from './google-answer';
import type { HttpAnswer } from './http-message';
import { LIMITS } from './limits';
import { bearer, personCalls, quotaUserOf, type CalendarRestParts } from './person-calls';
import { withRememberedTokens } from './remembered-tokens';

interface TimesPage extends Page<TimeOfEvent> {
  readonly timeZone: string;
}

export function calendarTimes(given: CalendarRestParts): CalendarsInTime {
  const parts = withRememberedTokens(given);
  return {
    read(asks) {
      const first = firstPages(asks, parts);
      return asks.map((ask) => allPages(ask, first.get(ask), parts));
    },
  };
}

function allPages(
  ask: CalendarAsk,
  first: Result<TimesPage, Failure> | undefined,
  parts: CalendarRestParts,
): Result<CalendarTimes, Failure> {
  let zone = '';
  const { make, quotaUser } = personCalls(ask.person, parts);
  const listing = readAll((pageToken) => {
    const page =
      pageToken === undefined && first && isFinal(first)
        ? first
        : make({ cost: 1 }, (headers) => {
            const answer = fetchOne({ url: urlOf(ask, quotaUser, pageToken), headers });
            return answer.ok ? pageOf(answer.value, ask) : answer;
          });
    if (page.ok) zone = page.value.timeZone;
    return page;
  });
  return listing.ok ? ok({ events: listing.value.items, zone }) : listing;
}

/** Failures that may pass, and refused tokens, are not final: the page is read again, at the pace of that call. */
const isFinal = (page: Result<unknown, Failure>): boolean =>
  page.ok || (traitsOf(page.failure).retry !== 'soon' && page.failure.kind !== 'grant-revoked');

/** The first pages of those whose quota has room now, all in parallel. */
function firstPages(
  asks: readonly CalendarAsk[],
  { tokensOf, pacing }: CalendarRestParts,
): ReadonlyMap<CalendarAsk, Result<TimesPage, Failure>> {
  const tokens = tokensOf(asks.map(({ person }) => person));
  const sent = asks.flatMap((ask) => {
    const { userId } = ask.person;
    const token = tokens.get(userId);
    const use = { api: 'calendar', cost: 1, person: userId } as const;
    if (!token?.ok || pacing.ask(use).kind !== 'go') return [];
    pacing.used(use);
    const url = urlOf(ask, quotaUserOf(ask.person));
    return [{ ask, request: { url, headers: bearer(token.value) } }];
  });
  const answers = fetchMany(sent.map(({ request }) => request));
  return new Map(
    sent.map(({ ask }, index) => {
      const answer = answers[index]!;
      return [ask, answer.ok ? pageOf(answer.value, ask) : answer] as const;
    }),
  );
}

const FIELDS = [
  'id,status,eventType,transparency,start(date,dateTime),end(date,dateTime)',
  'attendees(self,responseStatus),extendedProperties/private',
].join(',');

/** With one attendee at most, Google returns the person's own entry of a larger list. */
function urlOf({ calendarId, span }: CalendarAsk, quotaUser: string, pageToken?: string): string {
  const query = {
    timeMin: instantAt(span.startMs),
    timeMax: instantAt(span.endMs),
    singleEvents: 'true',
    maxAttendees: '1',
    maxResults: String(LIMITS.CALENDAR_EVENTS_PER_PAGE),
    fields: `timeZone,nextPageToken,items(${FIELDS})`,
    quotaUser,
    ...(pageToken !== undefined && { pageToken }),
  };
  const text = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `${CALENDAR_HOST}/calendar/v3/calendars/${encodeURIComponent(calendarId)}/events?${text}`;
}

interface Item extends Omit<TimeOfEvent, 'activityId'> {
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> };
}

function pageOf(
  answer: HttpAnswer,
  { calendarId, person }: CalendarAsk,
): Result<TimesPage, Failure> {
  const about = calendarId === 'primary' ? {} : { id: calendarId };
  const json = googleJson(answer, { api: 'calendar', account: person.email, ...about });
  if (!json.ok) return json;
  const {
    items = [],
    nextPageToken,
    timeZone = '',
  } = (json.value ?? {}) as {
    readonly items?: readonly Item[];
    readonly nextPageToken?: string;
    readonly timeZone?: string;
  };
  return ok({
    items: items.map(({ extendedProperties, ...time }) => ({
      ...time,
      activityId: extendedProperties?.private?.['tandemActivity'] ?? null,
    })),
    nextPageToken,
    nextSyncToken: undefined,
    timeZone,
  });
}
