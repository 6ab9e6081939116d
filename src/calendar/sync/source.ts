/** One interface for both sides, for everything that is read from them in the same way. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { changeOfActivity } from '../entry/activity';
import type { Change } from '../entry/change';
import type { Side } from '../entry/entry';
import { changeOfEvent } from '../entry/google-change';
import type { GoogleEvent } from '../entry/google-event';
import { originOfEvent } from '../entry/origin-mark';
import type { Policy } from '../entry/policy';
import type { ActivityChange, Listing } from '../ports';
import type { CalendarPorts } from './ports';

export interface Source<T> {
  readonly side: Side;
  list(cursor: string | null): Result<Listing<T>, Failure>;
  /** Null for a record that does not exist. */
  get(ids: readonly string[]): Result<readonly (T | null)[], Failure>;
  idOf(item: T): string;
  /** Empty for a deleted record. */
  versionOf(item: T): string;
  updatedAt(item: T): string;
  /** The id on the other side that it was made from. */
  originIdOf(item: T): string | null;
  changeOf(item: T): Change;
}

export const googleSource = (
  { google }: Pick<CalendarPorts, 'google'>,
  policy: Policy,
): Source<GoogleEvent> => ({
  side: 'google',
  list: (cursor) => google.changes(cursor, policy.window.fromInstant),
  get: (ids) => google.get(ids),
  idOf: ({ id }) => id,
  versionOf: ({ status, etag = '' }) => (status === 'cancelled' ? '' : etag),
  updatedAt: ({ updated = '' }) => updated,
  originIdOf: (event) => originOfEvent(event)?.id ?? null,
  changeOf: (event) => changeOfEvent(event, policy),
});

export const workSource = (
  { work }: Pick<CalendarPorts, 'work'>,
  policy: Policy,
): Source<ActivityChange> => ({
  side: 'work',
  list: (cursor) => work.changes(cursor, policy.window.fromInstant),
  get(ids) {
    const found = work.get(ids);
    if (!found.ok) return found;
    return ok(found.value.map((activity) => activity && { kind: 'activity', activity }));
  },
  idOf: (item) => (item.kind === 'deleted' ? item.id : item.activity.id),
  versionOf: (item) => (item.kind === 'deleted' ? '' : item.activity.version),
  updatedAt: (item) => (item.kind === 'deleted' ? '' : (item.activity.updatedAt ?? '')),
  originIdOf: (item) => (item.kind === 'deleted' ? null : item.activity.externalId),
  changeOf: (item) =>
    item.kind === 'deleted'
      ? { kind: 'gone', id: item.id }
      : changeOfActivity(item.activity, policy),
});

/** A listing from the cursor on, or of everything if the cursor has expired. */
export function listFrom<T>(source: Source<T>, cursor: string | null): Result<Listing<T>, Failure> {
  const listing = source.list(cursor);
  const isExpired = !listing.ok && listing.failure.kind === 'sync-token-expired';
  return isExpired && cursor !== null ? source.list(null) : listing;
}

/**
 * Everything, and what has changed since the cursor: a listing of everything does not name what was deleted, so it would have
 * to be looked for.
 */
export function listAnew<T>(source: Source<T>, cursor: string | null): Result<Listing<T>, Failure> {
  const changed = listFrom(source, cursor);
  if (!changed.ok || changed.value.isFull) return changed;
  const all = source.list(null);
  return all.ok ? ok({ ...all.value, items: [...changed.value.items, ...all.value.items] }) : all;
}

/** The newest record for each id: pages may overlap, and come in any order. */
export function newestById<T>(source: Source<T>, items: readonly T[]): Map<string, T> {
  const newest = new Map<string, T>();
  for (const item of items) {
    const id = source.idOf(item);
    const known = newest.get(id);
    if (known === undefined || isNotOlder(source, item, known)) newest.set(id, item);
  }
  return newest;
}

/** A deletion without a time counts as the newest. */
function isNotOlder<T>(source: Source<T>, item: T, known: T): boolean {
  const at = source.updatedAt(item);
  const knownAt = source.updatedAt(known);
  if (at !== '' && knownAt !== '') return at >= knownAt;
  return source.versionOf(item) === '' || source.versionOf(known) !== '';
}
