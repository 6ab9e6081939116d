/** Listings of people's calendars: one person's pages, and the first pages of many people in parallel. */
import type { GoogleEvent, Listing } from '../calendar/ports';
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { readAll, type Page } from '../kit/pages';
import type { Person } from '../kit/person';
import { fail, ok, type Result } from '../kit/result';
import { CALENDAR_HOST, listPath, type ListAsk } from './calendar-requests';
import { serviceName } from './error-table';
import { fetchMany, fetchOne } from './fetch';
import { googleJson } from './google-answer';
import type { HttpAnswer } from './http-message';
import { bearer, quotaUserOf, type CalendarRestParts, type PersonCalls } from './person-calls';

export interface EventsPage extends Page<GoogleEvent> {
  /** An IANA name. */
  readonly timeZone: string | undefined;
}

export type PersonAsk = Omit<ListAsk, 'pageToken'> & { readonly person: Person };

export interface Listings {
  changes(calls: PersonCalls, ask: ListAsk): Result<Listing<GoogleEvent>, Failure>;
  prefetch(asks: readonly PersonAsk[]): void;
  /** The time zone of the person's calendar, if a listing has shown it. */
  zoneOf(userId: string): string | null;
}

export function calendarListings(parts: CalendarRestParts): Listings {
  const fetched = new Map<string, Result<EventsPage, Failure>>();
  const zones = new Map<string, string>();

  const seen = (
    { userId }: Person,
    page: Result<EventsPage, Failure>,
  ): Result<EventsPage, Failure> => {
    if (page.ok && page.value.timeZone !== undefined) zones.set(userId, page.value.timeZone);
    return page;
  };

  const pageOf = (
    { person, quotaUser, make }: PersonCalls,
    ask: ListAsk,
  ): Result<EventsPage, Failure> => {
    const page = make({ cost: 1 }, (headers) => {
      const url = CALENDAR_HOST + listPath(ask, quotaUser);
      const answer = fetchOne({ url, headers });
      return answer.ok ? eventsPage(answer.value, ask, person.email) : answer;
    });
    return seen(person, page);
  };

  return {
    changes(calls, { cursor, from, extent }) {
      const key = keyOf({ person: calls.person, cursor, from, extent });
      const first = fetched.get(key);
      fetched.delete(key);
      const listing = readAll((pageToken) =>
        pageToken === undefined && first
          ? first
          : pageOf(calls, { cursor, from, pageToken, extent }),
      );
      if (!listing.ok) return listing;
      const { items, syncToken } = listing.value;
      return ok({ items, cursor: syncToken, isFull: cursor === null });
    },
    prefetch(asks) {
      for (const [ask, page] of firstPages(asks, parts))
        if (isFinal(page)) fetched.set(keyOf(ask), seen(ask.person, page));
    },
    zoneOf: (userId) => zones.get(userId) ?? null,
  };
}

const keyOf = ({ person, cursor, from, extent }: PersonAsk): string =>
  JSON.stringify([person.userId, cursor, cursor === null ? from : null, extent ?? null]);

/**
 * Failures that may pass, and refused tokens, are not final: the page is read again when it is needed, at the pace of
 * that call.
 */
const isFinal = (page: Result<unknown, Failure>): boolean =>
  page.ok || (traitsOf(page.failure).retry !== 'soon' && page.failure.kind !== 'grant-revoked');

/** Reads the first pages of those whose quota has room now. */
function firstPages(
  asks: readonly PersonAsk[],
  { tokensOf, pacing }: CalendarRestParts,
): (readonly [PersonAsk, Result<EventsPage, Failure>])[] {
  const tokens = tokensOf(asks.map(({ person }) => person));
  const sent = asks.flatMap((ask) => {
    const token = tokens.get(ask.person.userId);
    const use = { api: 'calendar', cost: 1, person: ask.person.userId } as const;
    if (!token?.ok || pacing.ask(use).kind !== 'go') return [];
    pacing.used(use);
    const url = CALENDAR_HOST + listPath(ask, quotaUserOf(ask.person));
    return [{ ask, request: { url, headers: bearer(token.value) } }];
  });
  const answers = fetchMany(sent.map(({ request }) => request));
  return sent.map(({ ask }, index) => {
    const answer = answers[index]!;
    return [ask, answer.ok ? eventsPage(answer.value, ask, ask.person.email) : answer] as const;
  });
}

interface PageBody {
  readonly items?: readonly GoogleEvent[];
  readonly nextPageToken?: string;
  readonly nextSyncToken?: string;
  readonly timeZone?: string;
}

/** A sync token that Google does not understand is treated like one that is too old. */
function eventsPage(
  answer: HttpAnswer,
  { cursor }: Pick<ListAsk, 'cursor'>,
  account: string,
): Result<EventsPage, Failure> {
  if ((answer.status === 400 || answer.status === 410) && cursor !== null)
    return fail({ kind: 'sync-token-expired' });
  const json = googleJson(answer, { api: 'calendar', account });
  if (!json.ok) return json;
  const { items, nextPageToken, nextSyncToken, timeZone } = (json.value ?? {}) as PageBody;
  if (nextPageToken === undefined && nextSyncToken === undefined)
    return fail({
      kind: 'unreadable-answer',
      service: serviceName('calendar'),
      reason: 'a page with neither a next page nor a sync token',
    });
  return ok({ items: items ?? [], nextPageToken, nextSyncToken, timeZone });
}
