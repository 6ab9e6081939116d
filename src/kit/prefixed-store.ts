import type { StringStore } from './string-store';

/** A part of a store, under keys that all begin alike. */
export const prefixed = (store: StringStore, prefix: string): StringStore => ({
  get: (key) => store.get(prefix + key),
  set: (entries) =>
    store.set(
      Object.fromEntries(Object.entries(entries).map(([key, value]) => [prefix + key, value])),
    ),
  delete: (keys) => store.delete(keys.map((key) => prefix + key)),
});
