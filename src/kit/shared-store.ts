/** A store that many share: nobody can fill the part of another, and what has to be kept always finds room. */
import type { Failure } from './failure';
import { fail } from './result';
import type { ListedStore } from './string-store';
import { utf8Bytes } from './text';

export interface Shares {
  /** What the platform lets the store hold, keys and values together. */
  readonly totalBytes: number;
  /** Kept free for what is nobody's share. */
  readonly reserveBytes: number;
  /** The most that one owner may have, however few there are. */
  readonly mostBytes: number;
  /** Whose share a key counts for; null for what must always be kept. */
  ownerOf(key: string): string | null;
  /** How many owners there are, by all keys of the store. */
  countOwners(keys: readonly string[]): number;
  /** Whether nobody would miss it: it goes when room is needed. */
  isExpendable(key: string): boolean;
}

type Entries = Readonly<Record<string, string>>;

/**
 * The same store, which fails with `store-full` where an owner's share would be exceeded. What must always be kept is written
 * as before, and once more after whatever is expendable has made room.
 */
export const sharedStore = (store: ListedStore, shares: Shares): ListedStore => ({
  get: (key) => store.get(key),
  delete: (keys) => store.delete(keys),
  entries: (prefix) => store.entries(prefix),
  set(entries) {
    const isCounted = Object.keys(entries).some((key) => shares.ownerOf(key) !== null);
    if (isCounted && !hasRoom(store, shares, entries)) {
      const isSwept = sweep(store, shares);
      if (!isSwept || !hasRoom(store, shares, entries)) return fail(FULL);
    }
    const kept = store.set(entries);
    if (kept.ok || kept.failure.kind !== 'store-full') return kept;
    return sweep(store, shares) ? store.set(entries) : kept;
  },
});

const FULL: Failure = { kind: 'store-full', store: 'Your organization’s share of Tandem’s store' };

/** What is written must fit into the share of each owner; what becomes no longer always fits. */
function hasRoom(store: ListedStore, shares: Shares, entries: Entries): boolean {
  const before = store.entries('');
  const after = { ...before, ...entries };
  const owners = new Set(Object.keys(entries).map((key) => shares.ownerOf(key)));
  const share = shareOf(shares, Object.keys(after));
  const room = shares.totalBytes - shares.reserveBytes;
  const isCounted = (key: string): boolean => shares.ownerOf(key) !== null;
  const grows = bytesOf(after, isCounted) > bytesOf(before, isCounted);
  if (!grows) return true;
  if (bytesOf(after, isCounted) > room) return false;
  return [...owners].every(
    (owner) => owner === null || bytesOf(after, (key) => shares.ownerOf(key) === owner) <= share,
  );
}

/** Bytes that one owner may have. */
const shareOf = (
  { totalBytes, reserveBytes, mostBytes, countOwners }: Shares,
  keys: readonly string[],
): number =>
  Math.min(mostBytes, Math.floor((totalBytes - reserveBytes) / Math.max(1, countOwners(keys))));

function bytesOf(entries: Entries, isMeant: (key: string) => boolean): number {
  let bytes = 0;
  for (const [key, value] of Object.entries(entries))
    if (isMeant(key)) bytes += utf8Bytes(key) + utf8Bytes(value);
  return bytes;
}

/** Whether anything went. */
function sweep(store: ListedStore, { isExpendable }: Shares): boolean {
  const gone = Object.keys(store.entries('')).filter(isExpendable);
  if (gone.length > 0) store.delete(gone);
  return gone.length > 0;
}
