import type { Failure } from './failure';
import { fail, ok, type Result } from './result';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextPageToken: string | undefined;
  /** Only on the last page. */
  readonly nextSyncToken: string | undefined;
}

export interface Listing<T> {
  readonly items: readonly T[];
  /** Null when the service gave none. */
  readonly syncToken: string | null;
}

/**
 * Reads every page, or fails as a whole: a listing with a missing page would look like deletions. Fails with
 * `unreadable-answer` when a page token is repeated, because such a listing never ends.
 */
export function readAll<T>(
  fetchPage: (pageToken: string | undefined) => Result<Page<T>, Failure>,
): Result<Listing<T>, Failure> {
  const items: T[] = [];
  const seen = new Set<string>();
  for (let pageToken: string | undefined; ;) {
    const page = fetchPage(pageToken);
    if (!page.ok) return page;
    for (const item of page.value.items) items.push(item);
    pageToken = page.value.nextPageToken;
    if (pageToken === undefined) return ok({ items, syncToken: page.value.nextSyncToken ?? null });
    if (seen.has(pageToken)) return fail(goesRound);
    seen.add(pageToken);
  }
}

const goesRound: Failure = {
  kind: 'unreadable-answer',
  service: 'listing',
  reason: 'a page token came twice',
};
