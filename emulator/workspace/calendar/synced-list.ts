import { numberParam, textParam, type ApiRequest, type JsonObject } from '../api-method';
import { invalid } from '../google-error';
import { decodePageToken, encodePageToken } from '../page-token';
import type { Workspace } from '../workspace';
import { decodeSyncToken, encodeSyncToken, requireNoRestrictions, type Synced } from './sync-token';

/** A small collection: settings, a calendar list, access rules. */
export interface SyncedRows extends Synced {
  /** The latest change. */
  readonly revision: number;
  readonly rows: readonly {
    readonly revision: number;
    /** Shown only where changes or deleted items are requested. */
    readonly isDeleted?: boolean;
    readonly toItem: () => JsonObject;
  }[];
  /** Parameters that cannot be combined with a sync token. */
  readonly forbidden: readonly string[];
}

interface Position {
  readonly at: number;
  readonly revision: number;
}

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 250;

/** One page of a small collection: `etag`, `items`, and `nextPageToken` or `nextSyncToken`. */
export function listSynced(
  request: ApiRequest,
  workspace: Workspace,
  list: SyncedRows,
): JsonObject {
  const { params } = request;
  const now = workspace.clock.now();
  const query = [list.name, params.minAccessRole ?? null, params.showOwnOrganizationOnly ?? null];
  const syncToken = textParam(request, 'syncToken');
  if (syncToken !== undefined) requireNoRestrictions(params, list.forbidden);
  const since =
    syncToken === undefined ? null : decodeSyncToken(list, syncToken, query, now).revision;
  const shown = list.rows.filter((row) =>
    since === null ? params.showDeleted === true || !row.isDeleted : row.revision > since,
  );
  const pageQuery = [
    ...query,
    syncToken ?? null,
    params.showDeleted ?? null,
    params.showHidden ?? null,
  ];
  const { at, revision } = readPosition(request, pageQuery) ?? { at: 0, revision: list.revision };
  const size = Math.min(numberParam(request, 'maxResults') ?? DEFAULT_PAGE, LARGEST_PAGE);
  const end = at + size;
  return {
    etag: `"p${list.revision}o${list.epoch}"`,
    items: shown.slice(at, end).map(({ toItem }) => toItem()),
    ...(end < shown.length
      ? { nextPageToken: encodePageToken(pageQuery, { at: end, revision }) }
      : { nextSyncToken: encodeSyncToken(list, { revision, stamp: 0 }, query, now) }),
  };
}

function readPosition(request: ApiRequest, query: unknown): Position | null {
  const token = textParam(request, 'pageToken');
  if (token === undefined) return null;
  const position = decodePageToken<Position>(query, token);
  if (!position) throw invalid('Invalid page token value.', 'pageToken');
  return position;
}
