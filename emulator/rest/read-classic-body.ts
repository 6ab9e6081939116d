import type { DiscoveryDocument, SchemaDescription } from '../discovery/discovery';
import type { Json, JsonObject } from '../workspace/api-method';
import { invalid } from '../workspace/google-error';
import { mapFields, mapItems } from './copy-on-change';
import { isLeftOut } from './left-out-fields';
import { parseError } from './refused-request';
import { toBoolean, toInteger, toLongText, toNumber } from './scalar-values';

type Schemas = DiscoveryDocument['schemas'];
type Scalar = string | number | boolean;

/** Reads a value that is present. Throws GoogleError where it is of the wrong kind. */
type Reader = (value: Json) => Json;

/** The readers of an object's fields by name, and of any other field; without a reader the field is dropped. */
interface ObjectReader {
  readonly fields: ReadonlyMap<string, Reader>;
  readonly other: Reader | undefined;
}

/** Readers of schemas, made when the first body arrives. */
const objectReaders = new WeakMap<SchemaDescription, ObjectReader>();

/**
 * Reads a body as the older front end does: unknown fields are dropped, a scalar is accepted in any form that can be read
 * as its type, null stays (it clears a field), and a value of the wrong kind is a parse error.
 */
export function readClassic(schemas: Schemas, schemaName: string, body: JsonObject): JsonObject {
  const schema = schemas[schemaName];
  if (!schema) throw new Error(`Discovery has no schema ${schemaName}.`);
  return readObject(objectReader(schemas, schema, schemaName), body);
}

function readObject({ fields, other }: ObjectReader, body: JsonObject): JsonObject {
  return mapFields(body, (name, value) => {
    const read = fields.get(name) ?? other;
    return read && (value === null ? null : read(value));
  });
}

function objectReader(schemas: Schemas, schema: SchemaDescription, name = ''): ObjectReader {
  let reader = objectReaders.get(schema);
  if (reader) return reader;
  const { properties = {}, additionalProperties } = schema;
  reader = {
    fields: new Map(
      Object.entries(properties)
        .filter(([field, { readOnly }]) => !isLeftOut(name, field, readOnly))
        .map(([field, property]) => [field, valueReader(schemas, property)]),
    ),
    other: additionalProperties && valueReader(schemas, additionalProperties),
  };
  objectReaders.set(schema, reader);
  return reader;
}

function valueReader(schemas: Schemas, schema: SchemaDescription): Reader {
  const { $ref, type, items } = schema;
  if ($ref !== undefined) return (value) => readClassic(schemas, $ref, requireObject(value));
  if (type === 'any') return (value) => value;
  if (type === 'object')
    return (value) => readObject(objectReader(schemas, schema), requireObject(value));
  if (type !== 'array') return scalarReader(schema);
  const readItem = valueReader(schemas, items ?? { type: 'any' });
  return (value) => {
    if (!Array.isArray(value)) throw parseError();
    return mapItems(value, (item) => (item === null ? null : readItem(item)));
  };
}

function requireObject(value: Json): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw parseError();
  return value;
}

function scalarReader({ type, format }: SchemaDescription): Reader {
  const convert = converter(type, format);
  const isDate = format === 'date-time' || format === 'date';
  return (value) => {
    if (typeof value === 'object') throw parseError();
    const result = convert(value);
    if (result === undefined) throw parseError();
    if (isDate) requireDate(String(result));
    return result;
  };
}

function converter(
  type: string | undefined,
  format: string | undefined,
): (value: Scalar) => Json | undefined {
  if (type === 'boolean') return toBoolean;
  if (type === 'integer') return (value) => toInteger(value, format);
  if (type === 'number') return toNumber;
  if (format === 'int64' || format === 'uint64') return (value) => toLongText(value, format);
  return (value) => (typeof value === 'string' ? value : String(value));
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;

/** Whether a local time suffices is for the API to decide: only text that is not a time at all is refused here. */
function requireDate(text: string): void {
  if (DATE.test(text)) return;
  throw invalid(`Invalid value for: Invalid format: "${text}" is malformed at "${text}"`);
}
