import type { StringStore } from './string-store';

/** The part of a store whose keys begin with `prefix`. */
export const prefixed = (store: StringStore, prefix: string): StringStore => ({
  get: (key) => store.get(prefix + key),
  set: (entries) =>
    store.set(
      Object.fromEntries(Object.entries(entries).map(([key, value]) => [prefix + key, value])),
    ),
  delete: (keys) => store.delete(keys.map((key) => prefix + key)),
});
