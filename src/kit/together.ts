/** Many keys of a store in one call: a call costs the same however much it carries. */
import type { Failure } from './failure';
import { ok, type Result } from './result';
import type { StringStore } from './string-store';

/** The values of those keys that exist: in one call where the store can, otherwise one by one. */
export function readTogether(
  store: StringStore,
  keys: readonly string[],
): Readonly<Record<string, string>> {
  if (store.getAll && keys.length > 1) return store.getAll(keys);
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = store.get(key);
      return value === null ? [] : [[key, value] as const];
    }),
  );
}

/**
 * The store with these keys read in advance: reading them again costs no call, and returns their values as of now.
 */
export function readAhead(store: StringStore, keys: readonly string[]): StringStore {
  const known = readTogether(store, keys);
  const asked = new Set(keys);
  return {
    get: (key) => (asked.has(key) ? (known[key] ?? null) : store.get(key)),
    getAll: (wanted) => readTogether(store, wanted),
    set: (entries) => store.set(entries),
    delete: (gone) => store.delete(gone),
  };
}

/** Collects writes and sends them in one call. Existing values are not read, and nothing is deleted. */
export function gathering(to: StringStore): {
  readonly store: StringStore;
  send(): Result<null, Failure>;
} {
  const gathered: Record<string, string> = {};
  const store: StringStore = {
    get: () => null,
    set(entries) {
      Object.assign(gathered, entries);
      return ok(null);
    },
    delete: () => undefined,
  };
  return {
    store,
    send: () => (Object.keys(gathered).length === 0 ? ok(null) : to.set(gathered)),
  };
}
