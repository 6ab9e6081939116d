import { numberParam, textParam, type ApiRequest } from '../api-method';
import { decodePageToken, encodePageToken } from '../page-token';
import type { Workspace } from '../workspace';
import { invalid } from '../google-error';
import { invalidInput } from './refusals';

/** "The page token is only valid for three days." */
const TOKEN_VALID_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * How many results a page has: `maxResults`, or the default when it is not set.
 * @throws GoogleError 400 below 1. Values above the maximum become the maximum.
 */
export function pageSize(request: ApiRequest, standard: number, maximum: number): number {
  const asked = numberParam(request, 'maxResults') ?? standard;
  if (asked < 1)
    throw invalid(
      `Invalid value '${asked}'. Values must be within the range: [1, ${maximum}]`,
      'maxResults',
    );
  return Math.min(asked, maximum);
}

/** Parameters that may differ from one page to the next. */
const NOT_PART_OF_THE_QUERY = new Set([
  'pageToken',
  'maxResults',
  'fields',
  'alt',
  'prettyPrint',
  'key',
  'quotaUser',
]);

const queryOf = ({ methodId, params }: ApiRequest): unknown => [
  methodId,
  Object.entries(params)
    .filter(([name, value]) => value !== undefined && !NOT_PART_OF_THE_QUERY.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
];

/** A token for the page after `position`. */
export const nextPageToken = (
  request: ApiRequest,
  { clock }: Workspace,
  position: unknown,
): string => encodePageToken(queryOf(request), { at: clock.now(), position });

/**
 * Where the requested page begins; null for the first one.
 * @throws GoogleError 400 for a token that belongs to another query or is older than three days.
 */
export function pagePosition<T>(request: ApiRequest, { clock }: Workspace): T | null {
  const token = textParam(request, 'pageToken');
  if (token === undefined || token === '') return null;
  const decoded = decodePageToken<{ at: number; position: T }>(queryOf(request), token);
  if (!decoded || clock.now() - decoded.at > TOKEN_VALID_MS) throw invalidInput('pageToken');
  return decoded.position;
}
