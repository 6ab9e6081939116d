/** A store read all at once, for an execution that would otherwise ask for one value after another. */
import type { ListedStore } from './string-store';
import { readTogether } from './together';

/**
 * The store as it was when first read, with what this execution has written since. Writes by others are not seen, except for live
 * keys: those by which executions find out about each other.
 *
 * @param isLive whether a key is read anew each time.
 */
export function snapshotStore(store: ListedStore, isLive: (key: string) => boolean): ListedStore {
  let known: Map<string, string> | null = null;
  const all = (): Map<string, string> => (known ??= new Map(Object.entries(store.entries(''))));
  const forgotten = new Set<string>();

  function get(key: string): string | null {
    if (isLive(key)) return store.get(key);
    if (!forgotten.delete(key)) return all().get(key) ?? null;
    const value = store.get(key);
    if (value === null) all().delete(key);
    else all().set(key, value);
    return value;
  }

  return {
    get,
    getAll: (keys) => readTogether({ ...store, get }, keys),
    set(entries) {
      const kept = store.set(entries);
      // It is unknown which of them were stored.
      if (!kept.ok) known = null;
      else for (const [key, value] of Object.entries(entries)) known?.set(key, value);
      return kept;
    },
    delete(keys) {
      store.delete(keys);
      for (const key of keys) known?.delete(key);
    },
    entries: (prefix) => Object.fromEntries([...all()].filter(([key]) => key.startsWith(prefix))),
    forget: (keys) => keys.forEach((key) => forgotten.add(key)),
  };
}
