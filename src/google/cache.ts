import { ok } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import { call } from './call';
import { LIMITS } from './limits';

/**
 * The script cache: shared by everybody, and it may forget. It must hold nothing secret and nothing that must not be
 * lost: when Google does not respond, it counts as empty.
 */
export function scriptCache(seconds: number): StringStore {
  const cache = CacheService.getScriptCache();
  const life = Math.min(seconds, LIMITS.CACHE_SECONDS);
  return {
    get(key) {
      const found = call(() => cache.get(key));
      return found.ok ? found.value : null;
    },
    getAll(keys) {
      const found = call(() => cache.getAll([...keys]) as Readonly<Record<string, string>>);
      return found.ok ? found.value : {};
    },
    set(entries) {
      const kept = call(() => cache.putAll({ ...entries }, life));
      return kept.ok ? ok(null) : kept;
    },
    delete(keys) {
      // Nothing can be done about it, and whatever stays expires.
      void call(() => cache.removeAll([...keys]));
    },
  };
}
