import { operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { argumentsOf } from '../signature/realm';
import { javaText } from '../signature/realm-java-text';
import type { PropertiesOperations, PropertyStore } from './operations';

const call = operations<PropertiesOperations>();
const NAME = 'PropertiesService.Properties';

/** `PropertiesService`; document properties exist only in scripts that are bound to a document. */
export function installProperties(): void {
  defineLazily('PropertiesService', () => {
    emulated('Properties.Properties', Properties);
    return emulated('Properties.PropertiesService', {
      getScriptProperties: () => new Properties('script'),
      getUserProperties: () => new Properties('user'),
      getDocumentProperties: () => null,
    });
  });
}

/** @see https://developers.google.com/apps-script/reference/properties/properties */
class Properties {
  #store: PropertyStore;

  constructor(store: PropertyStore) {
    this.#store = store;
  }

  getProperty(...args: unknown[]): string | null {
    const [key] = argumentsOf<[string]>(`${NAME}.getProperty`, args, ['String']);
    return call('properties.getProperty', this.#store, key);
  }

  getProperties(): Record<string, string> {
    return call('properties.getProperties', this.#store);
  }

  getKeys(): string[] {
    return call('properties.getKeys', this.#store);
  }

  setProperty(...args: unknown[]): this {
    const [key, value] = argumentsOf<[string, string]>(`${NAME}.setProperty`, args, [
      'String',
      'String',
    ]);
    call('properties.setProperty', this.#store, key, value);
    return this;
  }

  setProperties(...args: unknown[]): this {
    const [properties, deleteAllOthers = false] = argumentsOf<[object, boolean?]>(
      `${NAME}.setProperties`,
      args,
      ['Object'],
      ['Object', 'Boolean'],
    );
    const texts = Object.entries(properties).map(([key, value]) => [key, javaText(value)]);
    call(
      'properties.setProperties',
      this.#store,
      Object.fromEntries(texts) as Record<string, string>,
      deleteAllOthers,
    );
    return this;
  }

  deleteProperty(...args: unknown[]): this {
    const [key] = argumentsOf<[string]>(`${NAME}.deleteProperty`, args, ['String']);
    call('properties.deleteProperty', this.#store, key);
    return this;
  }

  deleteAllProperties(): this {
    call('properties.deleteAllProperties', this.#store);
    return this;
  }
}
