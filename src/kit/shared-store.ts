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
  /** Whether it may be deleted when room is needed. */
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
  forget: (keys) => store.forget?.(keys),
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

/** A write must fit into the share of each owner; one that gets no longer always fits. */
function hasRoom(store: ListedStore, shares: Shares, entries: Entries): boolean {
  const there = store.entries('');
  const before = bytesByOwner(there, shares);
  const after = new Map(before);
  for (const [key, value] of Object.entries(entries)) {
    const owner = shares.ownerOf(key);
    if (owner === null) continue;
    const more = sizeOf(key, value) - sizeOf(key, there[key]);
    after.set(owner, (after.get(owner) ?? 0) + more);
  }
  if (sum(after) <= sum(before)) return true;
  const room = shares.totalBytes - shares.reserveBytes;
  const owners = Math.max(1, shares.countOwners(Object.keys(there)));
  const share = Math.min(shares.mostBytes, Math.floor(room / owners));
  const isFitting = ([owner, bytes]: [string, number]): boolean =>
    bytes <= share || bytes <= (before.get(owner) ?? 0);
  return sum(after) <= room && [...after].every(isFitting);
}

function bytesByOwner(entries: Entries, { ownerOf }: Shares): Map<string, number> {
  const bytes = new Map<string, number>();
  for (const [key, value] of Object.entries(entries)) {
    const owner = ownerOf(key);
    if (owner !== null) bytes.set(owner, (bytes.get(owner) ?? 0) + sizeOf(key, value));
  }
  return bytes;
}

const sizeOf = (key: string, value: string | undefined): number =>
  value === undefined ? 0 : utf8Bytes(key) + utf8Bytes(value);

const sum = (bytes: ReadonlyMap<string, number>): number =>
  [...bytes.values()].reduce((total, one) => total + one, 0);

/** Whether anything was deleted. */
function sweep(store: ListedStore, { isExpendable }: Shares): boolean {
  const gone = Object.keys(store.entries('')).filter(isExpendable);
  if (gone.length > 0) store.delete(gone);
  return gone.length > 0;
}
