export type CacheStore = 'script' | 'user';

/** What CacheService needs from the host. */
export interface CacheOperations {
  'cache.get'(store: CacheStore, key: string): string | null;
  'cache.getAll'(store: CacheStore, keys: readonly string[]): Record<string, string>;
  'cache.put'(store: CacheStore, key: string, value: string, seconds: number | null): void;
  'cache.putAll'(
    store: CacheStore,
    values: Readonly<Record<string, string>>,
    seconds: number | null,
  ): void;
  'cache.remove'(store: CacheStore, key: string): void;
  'cache.removeAll'(store: CacheStore, keys: readonly string[]): void;
}
