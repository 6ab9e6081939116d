export type PropertyStore = 'script' | 'user';

/** What PropertiesService needs from the host. */
export interface PropertiesOperations {
  'properties.getProperty'(store: PropertyStore, key: string): string | null;
  'properties.getProperties'(store: PropertyStore): Record<string, string>;
  'properties.getKeys'(store: PropertyStore): string[];
  'properties.setProperty'(store: PropertyStore, key: string, value: string): void;
  'properties.setProperties'(
    store: PropertyStore,
    properties: Readonly<Record<string, string>>,
    deleteAllOthers: boolean,
  ): void;
  'properties.deleteProperty'(store: PropertyStore, key: string): void;
  'properties.deleteAllProperties'(store: PropertyStore): void;
}
