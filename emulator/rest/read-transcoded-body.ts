import type { DiscoveryDocument, SchemaDescription } from '../discovery/discovery';
import type { Json, JsonObject } from '../workspace/api-method';
import { mapFields, mapItems } from './copy-on-change';
import { typeName, type FrontEnd } from './front-end';
import { isLeftOut } from './left-out-fields';
import {
  protoName,
  quoted,
  refused,
  unknownName,
  wrongValue,
  type Violation,
} from './refused-request';
import { toBoolean, toEnumName, toInteger, toLongText, toNumber } from './scalar-values';

interface Reading {
  readonly schemas: DiscoveryDocument['schemas'];
  readonly frontEnd: FrontEnd;
}

/** Where in the message the reader is, and the problems found so far. */
interface Place {
  /** `requests[0].update_cells`; empty at the root. */
  readonly path: string;
  readonly violations: Violation[];
}

/** Reads a body into a protocol buffer, as the newer front ends do: everything that does not fit is refused, in one answer. */
export function readTranscoded(reading: Reading, schemaName: string, body: JsonObject): JsonObject {
  const violations: Violation[] = [];
  const result = readMessage(reading, schemaName, body, { path: '', violations });
  if (violations.length > 0) throw refused(violations);
  return result;
}

function readMessage(
  reading: Reading,
  schemaName: string,
  body: JsonObject,
  place: Place,
): JsonObject {
  const { properties = {}, additionalProperties } = reading.schemas[schemaName] ?? {};
  return mapFields(body, (name, value) => {
    const field = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (!field) {
      place.violations.push(unknownName(name, place.path, 'Cannot find field.'));
      return undefined;
    }
    if (isLeftOut(schemaName, name, field.readOnly)) return undefined;
    return readField(reading, field, value, { name, outer: place });
  });
}

interface Named {
  readonly name: string;
  readonly outer: Place;
}

/** A field of a message. Null leaves it unset; it is passed on because a patch may mean it. */
function readField(reading: Reading, schema: SchemaDescription, value: Json, at: Named): Json {
  if (value === null || schema.type === 'any') return value;
  const { path, violations } = at.outer;
  const own = path ? `${path}.${protoName(at.name)}` : protoName(at.name);
  const repeated = schema.type === 'array';
  if (Array.isArray(value) && !repeated) {
    const why = 'Proto field is not repeating, cannot start list.';
    violations.push(unknownName(at.name, path, why));
    return value;
  }
  if (!repeated) return readValue(reading, schema, value, { at, path: own, violations });
  const items = Array.isArray(value) ? value : [value];
  return mapItems(items, (item, index) =>
    readValue(reading, schema.items ?? {}, item, { at, path: `${own}[${index}]`, violations }),
  );
}

interface ValuePlace extends Place {
  readonly at: Named;
}

function readValue(
  reading: Reading,
  schema: SchemaDescription,
  value: Json,
  place: ValuePlace,
): Json {
  const isMessage = schema.$ref !== undefined || schema.type === 'object';
  if (schema.type === 'any') return value;
  if (schema.type === 'array') return readField(reading, schema, value, place.at);
  if (isMessage) return readNested(reading, schema, value, place);
  if (typeof value === 'object' && value !== null) {
    const { name, outer } = place.at;
    place.violations.push(
      wrongValue(outer.path, protoName(name), 'Starting an object on a scalar field'),
    );
    return value;
  }
  const [type, result] = readScalar(reading, schema, value, place.at.name);
  if (result === undefined) place.violations.push(wrongValue(place.path, type, quoted(value)));
  return result ?? value;
}

function readNested(
  reading: Reading,
  { $ref, properties = {}, additionalProperties }: SchemaDescription,
  value: Json,
  place: ValuePlace,
): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const type = $ref === undefined ? 'Map' : typeName(reading.frontEnd, $ref);
    place.violations.push(wrongValue(place.path, type, quoted(value)));
    return value;
  }
  if ($ref !== undefined) return readMessage(reading, $ref, value, place);
  return mapFields(value, (name, item) => {
    const field = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    return field ? readField(reading, field, item, { name, outer: place }) : item;
  });
}

/** The type's name in refusals, and the value read; undefined when it cannot be. */
function readScalar(
  { frontEnd }: Reading,
  { type, format = '', enum: names }: SchemaDescription,
  value: Json,
  name: string,
): [string, Json | undefined] {
  if (type === 'boolean') return ['TYPE_BOOL', toBoolean(value)];
  if (type === 'integer')
    return [`TYPE_${(format || 'int32').toUpperCase()}`, toInteger(value, format || 'int32')];
  if (type === 'number') return [`TYPE_${(format || 'double').toUpperCase()}`, toNumber(value)];
  if (names)
    return [typeName(frontEnd, name[0]!.toUpperCase() + name.slice(1)), toEnumName(value, names)];
  if (format === 'int64' || format === 'uint64')
    return [`TYPE_${format.toUpperCase()}`, toLongText(value, format)];
  return ['TYPE_STRING', typeof value === 'string' ? value : undefined];
}
