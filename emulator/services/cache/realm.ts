import { operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { argumentsOf } from '../signature/realm';
import { javaText } from '../signature/realm-java-text';
import type { CacheOperations, CacheStore } from './operations';

const call = operations<CacheOperations>();
const NAME = 'CacheService.Cache';

/** `CacheService`; a document cache exists only in scripts that are bound to a document. */
export function installCache(): void {
  defineLazily('CacheService', () => {
    emulated('Cache.Cache', Cache);
    return emulated('Cache.CacheService', {
      getScriptCache: () => new Cache('script'),
      getUserCache: () => new Cache('user'),
      getDocumentCache: () => null,
    });
  });
}

/** @see https://developers.google.com/apps-script/reference/cache/cache */
class Cache {
  #store: CacheStore;

  constructor(store: CacheStore) {
    this.#store = store;
  }

  get(...args: unknown[]): string | null {
    const [key] = argumentsOf<[string]>(`${NAME}.get`, args, ['String']);
    return call('cache.get', this.#store, key);
  }

  getAll(...args: unknown[]): Record<string, string> {
    const [keys] = argumentsOf<[string[]]>(`${NAME}.getAll`, args, ['String[]']);
    return call('cache.getAll', this.#store, keys);
  }

  put(...args: unknown[]): void {
    const [key, value, seconds = null] = argumentsOf<[string, string, number?]>(
      `${NAME}.put`,
      args,
      ['String', 'String'],
      ['String', 'String', 'Integer'],
    );
    call('cache.put', this.#store, key, value, seconds);
  }

  putAll(...args: unknown[]): void {
    const [values, seconds = null] = argumentsOf<[object, number?]>(
      `${NAME}.putAll`,
      args,
      ['Object'],
      ['Object', 'Integer'],
    );
    const texts = Object.entries(values).map(([key, value]) => [key, javaText(value)]);
    call('cache.putAll', this.#store, Object.fromEntries(texts) as Record<string, string>, seconds);
  }

  remove(...args: unknown[]): void {
    const [key] = argumentsOf<[string]>(`${NAME}.remove`, args, ['String']);
    call('cache.remove', this.#store, key);
  }

  removeAll(...args: unknown[]): void {
    const [keys] = argumentsOf<[string[]]>(`${NAME}.removeAll`, args, ['String[]']);
    call('cache.removeAll', this.#store, keys);
  }
}
