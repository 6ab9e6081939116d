import { textParam, type ApiMethod, type ApiRequest, type JsonObject } from '../api-method';
import { isoInstant } from '../../kit/clock';
import { invalid } from '../google-error';
import { decodePageToken, encodePageToken } from '../page-token';
import { personKey, summaryOf } from './calendars';
import { defaultReminders } from './calendar-list';
import { eventAnswer } from './event-answer';
import { readRequest, readerOf, type EventRequest } from './event-request';
import type { EventView } from './event-view';
import { changedRows } from './incremental';
import { pageParameters, readListQuery, syncParameters, type ListQuery } from './list-query';
import { rowsInOrder, rowsSorted, type Row } from './list-rows';
import { decodeSyncToken, encodeSyncToken, type SyncPoint } from './sync-token';

/** Where a listing continues, and up to which change it reports. */
interface Place {
  readonly order: number;
  readonly occurrence: number;
  /** For a sorted listing, the number of rows before. */
  readonly row: number;
  readonly upTo: SyncPoint;
  /** The number of pages before this one. */
  readonly page: number;
}

/** `calendar.events.list`: everything, or the changes since a sync token. */
export const listEvents: ApiMethod = (request, caller, workspace) => {
  const req = readRequest(request, caller, workspace);
  const query = readListQuery(request, workspace.clock.now());
  const parameters = pageParameters(request);
  const since = query.syncToken === undefined ? null : readSyncToken(req, query.syncToken);
  const place = readPlace(request, parameters) ?? firstPlace(req, since);
  const rows = rowsFrom(req, query, place, since);
  const { views, next } = takePage(rows, pageSize(req, query, place), place);
  const reader = { ...readerOf(req), bareDeletions: isBare(query) };
  return {
    ...collectionFields(req),
    ...(next
      ? { nextPageToken: encodePageToken(parameters, next) }
      : syncTokenFields(req, query, place.upTo)),
    items: views.map((view) => eventAnswer(view, reader)),
  };
};

/** Deletions carry no details in increments that do not ask for deleted events. */
const isBare = ({ syncToken, updatedMin, showDeleted }: ListQuery): boolean =>
  (syncToken !== undefined || updatedMin !== null) && showDeleted !== true;

const syncedOf = ({ calendar, caller }: EventRequest) => ({
  name: `events ${calendar.key} ${personKey(caller.principal)}`,
  epoch: calendar.epoch,
});

const readSyncToken = (req: EventRequest, token: string): SyncPoint =>
  decodeSyncToken(syncedOf(req), token, syncParameters(req.request), req.workspace.clock.now());

function readPlace(request: ApiRequest, parameters: unknown): Place | null {
  const token = textParam(request, 'pageToken');
  if (token === undefined) return null;
  const place = decodePageToken<Place>(parameters, token);
  if (!place) throw invalid('Invalid page token value.', 'pageToken');
  return place;
}

/** The first page fixes up to which change the listing reports: whatever changes while paging comes in the next increment. */
function firstPlace({ calendar, workspace }: EventRequest, since: SyncPoint | null): Place {
  const upTo = { revision: calendar.revision, stamp: workspace.state.calendar.stamp };
  return {
    order: since ? since.revision + 1 : 0,
    occurrence: since ? 0 : -1,
    row: 0,
    upTo,
    page: 0,
  };
}

function rowsFrom(
  { workspace, calendar, request }: EventRequest,
  query: ListQuery,
  place: Place,
  since: SyncPoint | null,
): Iterator<Row> {
  if (since) {
    const at = { revision: place.order, occurrence: place.occurrence };
    return changedRows(workspace, calendar, query, { at, upTo: place.upTo.revision, since });
  }
  if (query.orderBy === undefined) return rowsInOrder(workspace, calendar, query, place);
  const parameters = pageParameters(request).filter(([name]) => name !== 'timeZone');
  const key = JSON.stringify([calendar.stamp, parameters]);
  return rowsSorted(workspace, calendar, query, key).slice(place.row)[Symbol.iterator]();
}

/** Page sizes in the rhythm of the `short` setting: none, one, half, all of what was asked for. */
function pageSize({ workspace }: EventRequest, { maxResults }: ListQuery, { page }: Place): number {
  if (workspace.settings.calendarPages === 'full') return maxResults;
  return [0, 1, Math.ceil(maxResults / 2), maxResults][page % 4]!;
}

/** Takes rows until the page is full. Rows that are left out count too: pages may be short, or empty. */
function takePage(
  rows: Iterator<Row>,
  size: number,
  from: Place,
): { views: EventView[]; next: Place | null } {
  const views: EventView[] = [];
  let at = from;
  for (let taken = 0; ; taken++) {
    const { value, done } = rows.next();
    if (done) return { views, next: null };
    if (taken === size) return { views, next: { ...at, page: from.page + 1 } };
    const row = value;
    at = placeAfter(row, at);
    if (row.view) views.push(row.view);
  }
}

const placeAfter = (row: Row, { upTo, page, row: before }: Place): Place => ({
  order: row.order,
  occurrence: row.occurrence,
  row: before + 1,
  upTo,
  page,
});

/** The fields about the calendar in a list of its events. */
export function collectionFields({ workspace, calendar, caller, role }: EventRequest): JsonObject {
  return {
    kind: 'calendar#events',
    etag: `"p${calendar.revision}o${calendar.epoch}o${calendar.stamp}"`,
    summary: summaryOf(workspace, calendar),
    ...(calendar.description !== undefined && { description: calendar.description }),
    updated: isoInstant(calendar.updated),
    timeZone: calendar.timeZone,
    accessRole: role,
    defaultReminders: defaultReminders(workspace, personKey(caller.principal), calendar),
  };
}

/** No sync token for listings that are ordered or searched. */
function syncTokenFields(req: EventRequest, query: ListQuery, upTo: SyncPoint): JsonObject {
  if (query.orderBy !== undefined || query.q !== '') return {};
  const { request, workspace } = req;
  return {
    nextSyncToken: encodeSyncToken(
      syncedOf(req),
      upTo,
      syncParameters(request),
      workspace.clock.now(),
    ),
  };
}
