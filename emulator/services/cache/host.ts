import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';
import type { CacheOperations, CacheStore } from './operations';
import { newTable } from '../../workspace/state/own-keys';

type Entries = Record<string, { readonly value: string; readonly expiresAt: number }>;

/** Past the cap, this share of the cap is kept: the entries that expire last. */
const KEPT_SHARE = 0.9;

/** @see https://developers.google.com/apps-script/reference/cache/cache */
export function cacheOperations(execution: Execution): CacheOperations {
  const { limits } = execution.hands;
  const now = (): number => execution.workspace.clock.now();

  const get = (store: CacheStore, key: string): string | undefined => {
    const entry =
      Object.hasOwn(entriesOf(execution, store), key) && entriesOf(execution, store)[key];
    return entry && entry.expiresAt > now() ? entry.value : undefined;
  };

  const check = (key: string, value = ''): void => {
    if (key.length > limits.CACHE_KEY_CHARACTERS)
      throw new ScriptException('Argument too large: key');
    if (Buffer.byteLength(value) > limits.CACHE_VALUE_BYTES)
      throw new ScriptException('Argument too large: value');
  };

  const put = (
    store: CacheStore,
    values: Readonly<Record<string, string>>,
    seconds: number | null,
  ): void => {
    const life = seconds ?? limits.CACHE_SECONDS_DEFAULT;
    if (life < 1 || life > limits.CACHE_SECONDS)
      throw new ScriptException('Invalid argument: expirationInSeconds');
    for (const [key, value] of Object.entries(values)) check(key, value);
    if (execution.takeLostWrite()) return;
    const entries = entriesOf(execution, store);
    const expiresAt = now() + life * 1000;
    for (const [key, value] of Object.entries(values)) entries[key] = { value, expiresAt };
    evict(entries, now(), limits.CACHE_ITEMS);
  };

  const remove = (store: CacheStore, keys: readonly string[]): void => {
    if (execution.takeLostWrite()) return;
    for (const key of keys) delete entriesOf(execution, store)[key];
  };

  return {
    'cache.get': (store, key) => execution.service('cache.get', () => get(store, key) ?? null),
    'cache.getAll': (store, keys) =>
      execution.service('cache.getAll', () => {
        const found = keys.map((key) => [key, get(store, key)] as const);
        return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as Record<
          string,
          string
        >;
      }),
    'cache.put': (store, key, value, seconds) =>
      execution.service('cache.put', () => put(store, { [key]: value }, seconds)),
    'cache.putAll': (store, values, seconds) =>
      execution.service('cache.putAll', () => put(store, values, seconds)),
    'cache.remove': (store, key) => execution.service('cache.remove', () => remove(store, [key])),
    'cache.removeAll': (store, keys) =>
      execution.service('cache.removeAll', () => remove(store, keys)),
  };
}

function entriesOf({ start }: Execution, store: CacheStore): Entries {
  const name = store === 'script' ? 'script' : `user ${start.person.userId}`;
  return (start.script.cache[name] ??= newTable());
}

/** Beyond the cap only the entries that expire last are kept. Expired ones go first. */
function evict(entries: Entries, now: number, cap: number): void {
  const keys = Object.keys(entries);
  if (keys.length <= cap) return;
  const living = keys.filter((key) => entries[key]!.expiresAt > now);
  const kept = new Set(
    living.length <= cap
      ? living
      : living
          .sort((a, b) => entries[b]!.expiresAt - entries[a]!.expiresAt)
          .slice(0, Math.floor(cap * KEPT_SHARE)),
  );
  for (const key of keys) if (!kept.has(key)) delete entries[key];
}
