import { ok } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import { call } from './call';
import { LIMITS } from './limits';

/**
 * The script cache: shared by everybody, and forgetful. What is in it must be nobody's secret and nobody's loss: where Google
 * does not answer, nothing is in it.
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
      call(() => cache.removeAll([...keys]));
    },
  };
}
