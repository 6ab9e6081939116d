import { textParam, type ApiRequest } from '../api-method';
import { invalid } from '../google-error';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far back the API answers. @see https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list */
export const RETENTION_MS = 180 * DAY_MS;
/** The longest range of the gmail log. */
export const GMAIL_RANGE_MS = 30 * DAY_MS;

/** Both ends are included. Milliseconds since 1970. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The range that a request asks for, cut to what is kept. An end before the kept range is refused with Google's message
 * for it, which blames the order of the two.
 *
 * @throws GoogleError 400 `invalid`. @see https://github.com/googleapis/google-api-python-client/issues/148
 */
export function readTimeRange(
  request: ApiRequest,
  applicationName: string,
  now: number,
): TimeRange {
  const start = readInstant(request, 'startTime');
  const end = readInstant(request, 'endTime');
  if (applicationName === 'gmail') requireGmailRange(start, end);
  const from = Math.max(start ?? 0, now - RETENTION_MS);
  const to = end ?? now;
  if (from > to) throw invalid('Invalid request: Start time is after end time.', 'startTime');
  return { from, to };
}

function requireGmailRange(start: number | undefined, end: number | undefined): void {
  if (start === undefined) throw invalid('Invalid value for: startTime', 'startTime');
  if (end === undefined || end - start > GMAIL_RANGE_MS)
    throw invalid('Invalid value for: endTime', 'endTime');
}

/** An RFC 3339 instant; its form has already been checked. */
function readInstant(request: ApiRequest, name: string): number | undefined {
  const text = textParam(request, name);
  if (text === undefined) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw invalid(`Invalid value for: ${name}`, name);
  return ms;
}
