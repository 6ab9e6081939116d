import type { StringStore } from './string-store';

/**
 * A store that takes over what an earlier version kept in another one: a key is read there until it is written or deleted here,
 * and is then gone there.
 */
export function inheritingStore(store: StringStore, former: StringStore): StringStore {
  const forget = (keys: readonly string[]): void => {
    const there = keys.filter((key) => former.get(key) !== null);
    if (there.length > 0) former.delete(there);
  };
  return {
    get: (key) => store.get(key) ?? former.get(key),
    set(entries) {
      const kept = store.set(entries);
      if (kept.ok) forget(Object.keys(entries));
      return kept;
    },
    delete(keys) {
      store.delete(keys);
      forget(keys);
    },
  };
}
