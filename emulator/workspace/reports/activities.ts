import { createHash } from 'node:crypto';
import {
  numberParam,
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiRequest,
} from '../api-method';
import { invalid } from '../google-error';
import { decodePageToken, encodePageToken } from '../page-token';
import type { Workspace } from '../workspace';
import { actorFilter } from './actor-filter';
import { copyJson } from './copy-json';
import { eventMatches, readFilters } from './event-filter';
import { fieldFilter } from './field-filter';
import { firstAfter } from './log';
import { isParameterName } from './parameter-names';
import { readableCustomer } from './reader';
import { logKey, type Activity, type LogEntry } from '../state/reports';
import { readTimeRange } from './time-range';

/** Where a listing continues: after the entry with this instant and number, toward the past. */
type Position = readonly [at: number, seq: number];

/**
 * `reports.activities.list`: the log of one application, newest first within a page and across pages. Entries that have
 * not become available yet are missing, wherever in time they belong.
 *
 * @see https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list
 */
export const listActivities: ApiMethod = (request, caller, workspace) => {
  const customerId = readableCustomer(request, caller, workspace);
  const applicationName = requiredParam(request, 'applicationName');
  const now = workspace.clock.now();
  const { from, to } = readTimeRange(request, applicationName, now);
  const log = workspace.state.reports.logs[logKey(customerId, applicationName)] ?? [];
  const passes = entryFilter(request, customerId, { workspace, log });
  const page = readPage({
    log,
    from,
    end: startOf(log, to, readPosition(request)),
    size: numberParam(request, 'maxResults') ?? 1000,
    passes: (entry) => entry.availableAt <= now && passes(entry.activity),
  });
  return toAnswer(page, request);
};

/** All filters of a request as one test. */
function entryFilter(
  request: ApiRequest,
  customerId: string,
  { workspace, log }: { readonly workspace: Workspace; readonly log: readonly LogEntry[] },
): (activity: Activity) => boolean {
  const eventName = textParam(request, 'eventName');
  const application = requiredParam(request, 'applicationName');
  const terms = readFilters(request).filter(({ name }) => isParameterName(application, log, name));
  const byActor = actorFilter(request, customerId, workspace);
  const byField = fieldFilter(request);
  const anyEvent = eventName === undefined && terms.length === 0;
  return (activity) =>
    byActor(activity) &&
    byField(activity) &&
    (anyEvent || activity.events.some((event) => eventMatches(event, eventName, terms)));
}

interface Page {
  readonly entries: readonly LogEntry[];
  readonly more: boolean;
}

/** Reads from `end` toward the past. Its cost depends on what it passes over, not on the size of the log. */
function readPage(of: {
  readonly log: readonly LogEntry[];
  readonly from: number;
  readonly end: number;
  readonly size: number;
  readonly passes: (entry: LogEntry) => boolean;
}): Page {
  const entries: LogEntry[] = [];
  for (let i = of.end - 1; i >= 0; i--) {
    const entry = of.log[i]!;
    if (entry.at < of.from) break;
    if (!of.passes(entry)) continue;
    if (entries.length === of.size) return { entries, more: true };
    entries.push(entry);
  }
  return { entries, more: false };
}

/** The position in the log after the newest entry with which a page may begin. */
function startOf(log: readonly LogEntry[], to: number, position: Position | null): number {
  if (!position) return firstAfter(log, to);
  const [at, seq] = position;
  let end = firstAfter(log, at);
  while (end > 0 && log[end - 1]!.at === at && log[end - 1]!.seq >= seq) end--;
  return end;
}

/** What a page token is tied to: every parameter except the token and the page size. */
const queryOf = ({ params }: ApiRequest): unknown =>
  Object.entries(params).filter(([name]) => name !== 'pageToken' && name !== 'maxResults');

function readPosition(request: ApiRequest): Position | null {
  const token = textParam(request, 'pageToken');
  if (!token) return null;
  const position = decodePageToken<Position>(queryOf(request), token);
  if (!position) throw invalid('Invalid value for: pageToken', 'pageToken');
  return position;
}

function toAnswer({ entries, more }: Page, request: ApiRequest): object {
  const last = entries.at(-1);
  return {
    kind: 'admin#reports#activities',
    etag: etagOf(entries),
    ...(more && last && { nextPageToken: encodePageToken(queryOf(request), [last.at, last.seq]) }),
    ...(last && { items: entries.map(({ activity }) => copyJson(activity)) }),
  };
}

function etagOf(entries: readonly LogEntry[]): string {
  const hash = createHash('sha256');
  for (const { seq } of entries) hash.update(`${seq},`);
  return `"${hash.digest('base64url')}"`;
}
