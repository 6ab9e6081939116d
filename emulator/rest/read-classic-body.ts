import type { DiscoveryDocument, SchemaDescription } from '../discovery/discovery';
import type { Json, JsonObject } from '../workspace/api-method';
import { invalid } from '../workspace/google-error';
import { mapFields, mapItems } from './copy-on-change';
import { isLeftOut } from './left-out-fields';
import { parseError } from './refused-request';
import { toBoolean, toInteger, toLongText, toNumber } from './scalar-values';

type Schemas = DiscoveryDocument['schemas'];

/**
 * Reads a body as the older front end does: unknown fields are dropped, a scalar is taken in any form that can be read
 * as its type, null stays (it clears a field), and a value of the wrong kind is a parse error.
 */
export function readClassic(schemas: Schemas, schemaName: string, body: JsonObject): JsonObject {
  const { properties = {} } = schemas[schemaName] ?? {};
  return mapFields(body, (name, value) => {
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!field || isLeftOut(schemaName, name, field.readOnly)) return undefined;
    return readValue(schemas, field, value);
  });
}

function readValue(schemas: Schemas, schema: SchemaDescription, value: Json): Json {
  if (value === null || schema.type === 'any') return value;
  if (schema.$ref !== undefined) return readClassic(schemas, schema.$ref, object(value));
  if (schema.type === 'array') {
    if (!Array.isArray(value)) throw parseError();
    return mapItems(value, (item) => readValue(schemas, schema.items ?? {}, item));
  }
  if (schema.type === 'object') return readObject(schemas, schema, object(value));
  if (typeof value === 'object') throw parseError();
  return readScalar(schema, value);
}

function readObject(schemas: Schemas, schema: SchemaDescription, value: JsonObject): JsonObject {
  const { properties = {}, additionalProperties } = schema;
  return mapFields(value, (name, item) => {
    const field = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    return field && readValue(schemas, field, item);
  });
}

function object(value: Json): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw parseError();
  return value;
}

function readScalar({ type, format }: SchemaDescription, value: string | number | boolean): Json {
  const read = (): Json | undefined => {
    if (type === 'boolean') return toBoolean(value);
    if (type === 'integer') return toInteger(value, format);
    if (type === 'number') return toNumber(value);
    return format === 'int64' || format === 'uint64' ? toLongText(value, format) : String(value);
  };
  const result = read();
  if (result === undefined) throw parseError();
  if (format === 'date-time' || format === 'date') requireDate(String(result));
  return result;
}

const DATE = /^\d{4}-\d\d-\d\d/;

/** Whether a local time suffices is for the API to say: only what is no time at all is refused here. */
function requireDate(text: string): void {
  if (DATE.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)))) return;
  throw invalid(`Invalid value for: Invalid format: "${text}" is malformed at "${text}"`);
}
