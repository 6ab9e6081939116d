import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';
import { takeQuota } from '../quota/quota';
import type { PropertiesOperations, PropertyStore } from './operations';

type Properties = Readonly<Record<string, string>>;

/** @see https://developers.google.com/apps-script/guides/properties */
export function propertiesOperations(execution: Execution): PropertiesOperations {
  const { limits } = execution.hands;
  const quota = { key: 'properties', limit: limits.PROPERTY_CALLS_PER_DAY, words: 'properties' };

  const call = <T>(member: string, work: () => T): T =>
    execution.service(`properties.${member}`, () => {
      takeQuota(execution, quota);
      return work();
    });

  /** Replaces a store's whole content, unless that write is planned to be lost. */
  const write = (store: PropertyStore, properties: Properties): void => {
    if (bytesOf(properties) > limits.PROPERTY_STORE_BYTES)
      throw new ScriptException(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    if (!execution.takeLostWrite()) replace(execution, store, properties);
  };

  const checkValue = (value: string): void => {
    if (Buffer.byteLength(value) > limits.PROPERTY_VALUE_BYTES)
      throw new ScriptException('Argument too large: value');
  };

  return {
    'properties.getProperty': (store, key) =>
      call('getProperty', () => ownValue(read(execution, store), key) ?? null),
    'properties.getProperties': (store) =>
      call('getProperties', () => ({ ...read(execution, store) })),
    'properties.getKeys': (store) => call('getKeys', () => Object.keys(read(execution, store))),
    'properties.setProperty': (store, key, value) =>
      call('setProperty', () => {
        checkValue(value);
        write(store, { ...read(execution, store), [key]: value });
      }),
    'properties.setProperties': (store, properties, deleteAllOthers) =>
      call('setProperties', () => {
        Object.values(properties).forEach(checkValue);
        write(store, deleteAllOthers ? properties : { ...read(execution, store), ...properties });
      }),
    'properties.deleteProperty': (store, key) =>
      call('deleteProperty', () => {
        const { [key]: _gone, ...rest } = read(execution, store);
        write(store, rest);
      }),
    'properties.deleteAllProperties': (store) =>
      call('deleteAllProperties', () => write(store, {})),
  };
}

function read({ start }: Execution, store: PropertyStore): Properties {
  const { script, person } = start;
  return store === 'script'
    ? script.scriptProperties
    : (script.userProperties[person.userId] ?? {});
}

function replace({ start }: Execution, store: PropertyStore, properties: Properties): void {
  const { script, person } = start;
  if (store === 'script') script.scriptProperties = { ...properties };
  else script.userProperties[person.userId] = { ...properties };
}

const ownValue = (properties: Properties, key: string): string | undefined =>
  Object.hasOwn(properties, key) ? properties[key] : undefined;

/** Keys and values, in UTF-8. */
const bytesOf = (properties: Properties): number =>
  Object.entries(properties).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
