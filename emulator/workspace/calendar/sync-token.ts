import { createHash } from 'node:crypto';
import { GoogleError, invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { findCalendar } from './calendars';

const DAY = 86_400_000;

/** How long a token is valid. Google says only that tokens expire; they were seen to expire after weeks without use. */
export const SYNC_TOKEN_DAYS = 28;

/** The contents of a sync token. */
export interface SyncPoint {
  /** The collection's latest change that its holder has seen. */
  readonly revision: number;
  /** When that was, in microseconds. */
  readonly stamp: number;
}

interface Encoded extends SyncPoint {
  readonly of: string;
  readonly epoch: number;
  readonly at: number;
  readonly query: string;
}

/** A collection whose changes are numbered. */
export interface Synced {
  /** Such as `events user 1`. */
  readonly name: string;
  readonly epoch: number;
}

/**
 * Creates a token for the changes after a point.
 *
 * @param query the parameters that must not change between the listing and its increments.
 */
export function encodeSyncToken(
  { name, epoch }: Synced,
  point: SyncPoint,
  query: unknown,
  now: number,
): string {
  const encoded: Encoded = { ...point, of: name, epoch, at: now, query: fingerprint(query) };
  return Buffer.from(JSON.stringify(encoded)).toString('base64url');
}

/**
 * Reads a token.
 *
 * @throws GoogleError 400 when it is not one of this collection's or the parameters changed; 410 when it expired or was
 *   invalidated.
 */
export function decodeSyncToken(
  { name, epoch }: Synced,
  token: string,
  query: unknown,
  now: number,
): SyncPoint {
  let encoded: Encoded;
  try {
    encoded = JSON.parse(Buffer.from(token, 'base64url').toString()) as Encoded;
  } catch {
    throw invalid('Invalid sync token value.', 'syncToken');
  }
  if (encoded?.of !== name || encoded.query !== fingerprint(query))
    throw invalid('Invalid sync token value.', 'syncToken');
  if (encoded.epoch !== epoch || now - encoded.at > SYNC_TOKEN_DAYS * DAY) throw fullSyncRequired();
  return { revision: encoded.revision, stamp: encoded.stamp };
}

export const fullSyncRequired = (): GoogleError =>
  new GoogleError(
    410,
    'fullSyncRequired',
    'Sync token is no longer valid, a full sync is required.',
    {
      domain: 'calendar',
      locationType: 'parameter',
      location: 'syncToken',
    },
  );

/** @throws GoogleError 400 when a token comes with parameters that it cannot be combined with. */
export function requireNoRestrictions(
  params: Readonly<Record<string, unknown>>,
  forbidden: readonly string[],
): void {
  const isGiven = (name: string): boolean => {
    const value = params[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  if (!forbidden.some(isGiven) && params.showDeleted !== false) return;
  throw new GoogleError(
    400,
    'syncTokenWithRequestRestrictions',
    'Sync token cannot be used with other request restrictions.',
  );
}

/**
 * Invalidates every sync token issued for a calendar's events, as Google does now and then: the next increment is
 * answered with 410.
 *
 * @param calendarId an address or id.
 */
export function expireSyncTokens(workspace: Workspace, calendarId: string): void {
  const calendar = findCalendar(workspace, calendarId);
  if (!calendar) throw new Error(`There is no calendar ${calendarId}.`);
  calendar.epoch++;
}

const fingerprint = (query: unknown): string =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);
