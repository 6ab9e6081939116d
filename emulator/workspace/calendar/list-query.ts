import { flagParam, listParam, numberParam, textParam, type ApiRequest } from '../api-method';
import { GoogleError, invalid } from '../google-error';
import { emptyRange, parseInstant } from './event-time';
import { requireNoRestrictions } from './sync-token';

const DAY = 86_400_000;
/** How far back `updatedMin` may reach. Google publishes no number. */
export const UPDATED_MIN_DAYS = 28;
/** @see https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
const LARGEST_PAGE = 2500;

/** The parameters of `events.list`. */
export interface ListQuery {
  readonly maxResults: number;
  readonly singleEvents: boolean;
  /** Undefined when the request does not set it. */
  readonly showDeleted: boolean | undefined;
  readonly showHiddenInvitations: boolean;
  readonly eventTypes: readonly string[];
  readonly privateProperties: readonly string[];
  readonly sharedProperties: readonly string[];
  readonly q: string;
  readonly iCalUID: string | undefined;
  readonly orderBy: string | undefined;
  readonly timeMin: number | null;
  readonly timeMax: number | null;
  readonly updatedMin: number | null;
  readonly syncToken: string | undefined;
}

/** Parameters that cannot be combined with a sync token. */
const FORBIDDEN = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
];

/** Reads the parameters. @throws GoogleError 400, or 410 for an `updatedMin` too far back. */
export function readListQuery(request: ApiRequest, now: number): ListQuery {
  const { params } = request;
  const syncToken = textParam(request, 'syncToken');
  if (syncToken !== undefined) requireNoRestrictions(params, FORBIDDEN);
  const singleEvents = flagParam(request, 'singleEvents');
  const orderBy = textParam(request, 'orderBy');
  if (orderBy === 'startTime' && !singleEvents)
    throw invalid('The requested ordering is not available for the particular query.', 'orderBy');
  return {
    maxResults: Math.min(numberParam(request, 'maxResults') ?? 250, LARGEST_PAGE),
    singleEvents,
    showDeleted: params.showDeleted as boolean | undefined,
    showHiddenInvitations: flagParam(request, 'showHiddenInvitations'),
    eventTypes: listParam(request, 'eventTypes'),
    privateProperties: listParam(request, 'privateExtendedProperty'),
    sharedProperties: listParam(request, 'sharedExtendedProperty'),
    q: (textParam(request, 'q') ?? '').trim().toLowerCase(),
    iCalUID: textParam(request, 'iCalUID'),
    orderBy,
    ...readWindow(request),
    updatedMin: readUpdatedMin(request, now),
    syncToken,
  };
}

/** `timeMin` and `timeMax`, both optional. @throws GoogleError 400 */
export function readWindow(request: ApiRequest): {
  timeMin: number | null;
  timeMax: number | null;
} {
  const timeMin = instantParam(request, 'timeMin');
  const timeMax = instantParam(request, 'timeMax');
  if (timeMin !== null && timeMax !== null && timeMax <= timeMin) throw emptyRange();
  return { timeMin, timeMax };
}

function instantParam(request: ApiRequest, name: string): number | null {
  const text = textParam(request, name);
  if (text === undefined) return null;
  const at = parseInstant(text);
  if (at === null) throw new GoogleError(400, 'badRequest', 'Bad Request');
  return at;
}

function readUpdatedMin(request: ApiRequest, now: number): number | null {
  const text = textParam(request, 'updatedMin');
  if (text === undefined) return null;
  const at = Date.parse(text);
  if (parseInstant(text) === null || Number.isNaN(at))
    throw new GoogleError(400, 'badRequest', 'Bad Request');
  if (at < now - UPDATED_MIN_DAYS * DAY)
    throw new GoogleError(
      410,
      'updatedMinTooLongAgo',
      'The requested minimum modification time lies too far in the past.',
      { domain: 'calendar', locationType: 'parameter', location: 'updatedMin' },
    );
  return at;
}

/** The parameters that an increment must repeat. The page size is not among them. */
export const syncParameters = (request: ApiRequest): readonly unknown[] => [
  flagParam(request, 'singleEvents'),
  flagParam(request, 'showHiddenInvitations'),
  listParam(request, 'eventTypes'),
  textParam(request, 'timeZone') ?? null,
  numberParam(request, 'maxAttendees') ?? null,
];

/** The parameters that the next page must repeat: all except its size and position. */
export function pageParameters({ params }: ApiRequest): readonly (readonly [string, unknown])[] {
  return Object.entries(params)
    .filter(
      ([name, value]) =>
        !['pageToken', 'maxResults', 'fields', 'alt', 'prettyPrint'].includes(name) &&
        value !== undefined,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
