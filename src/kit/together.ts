/** Many keys of a store in one call: a call costs the same whatever it carries. */
import type { Failure } from './failure';
import { ok, type Result } from './result';
import type { StringStore } from './string-store';

/** Those of the keys that a store has: in one call where it can, else one by one. */
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

/** A store that was asked for these keys already: what it answers about them is of now, and costs nothing more. */
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

/** Collects what is written, to be set at once. What stood there before is not asked for, and nothing is deleted. */
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
