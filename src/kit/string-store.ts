import type { Failure } from './failure';
import type { Result } from './result';

/** Strings by key: properties, a cache, or a map in memory. */
export interface StringStore {
  get(key: string): string | null;
  /** Those of the keys that it has, in one call: where the platform can. */
  getAll?(keys: readonly string[]): Readonly<Record<string, string>>;
  /** Keeps all of them, in one call where the platform can. Fails with `store-full`, and then may have kept some. */
  set(entries: Readonly<Record<string, string>>): Result<null, Failure>;
  delete(keys: readonly string[]): void;
}

/** A store that can say what it holds, as properties can and a cache cannot. */
export interface ListedStore extends StringStore {
  /** Everything whose key begins so, in one call. */
  entries(prefix: string): Readonly<Record<string, string>>;
}
