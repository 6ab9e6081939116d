import type { Failure } from './failure';
import type { Result } from './result';

/** Strings by key: properties, a cache, or a map in memory. */
export interface StringStore {
  get(key: string): string | null;
  /** The values of those keys that exist, in one call. Only where the platform can do that. */
  getAll?(keys: readonly string[]): Readonly<Record<string, string>>;
  /**
   * Stores all of them, in one call where the platform can. Fails with `store-full`; some may have been stored then.
   */
  set(entries: Readonly<Record<string, string>>): Result<null, Failure>;
  delete(keys: readonly string[]): void;
  /** Reads these anew when they are next asked for. Only where values are read in advance. */
  forget?(keys: readonly string[]): void;
}

/** A store that can list its contents, as properties can and a cache cannot. */
export interface ListedStore extends StringStore {
  /** All entries whose key begins with `prefix`, in one call. */
  entries(prefix: string): Readonly<Record<string, string>>;
}

/** Writes to a store that may forget. A write that fails changes nothing for the reader, who must do without it anyway. */
export function tryToKeep(store: StringStore, entries: Readonly<Record<string, string>>): void {
  void store.set(entries);
}
