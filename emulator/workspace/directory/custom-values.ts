import type { Json, JsonObject } from '../api-method';
import { isObject, jsonCopy, objectsIn } from './json-copy';
import { invalidInput } from './refusals';
import type { DirectoryState } from '../state/directory';

/** Google's message for any value that does not fit its schema. */
const misfit = (): Error => invalidInput('custom_schema');

type Fits = (value: Json) => boolean;

const isText = (value: Json, form: RegExp): boolean =>
  typeof value === 'string' && form.test(value);

/** Tests for the values of each field type. @see https://developers.google.com/workspace/admin/directory/v1/guides/manage-schemas */
const FITS: Readonly<Record<string, Fits>> = {
  STRING: (value) => typeof value === 'string' && value.length <= 500,
  INT64: (value) => Number.isSafeInteger(value) || isText(value, /^-?\d{1,19}$/),
  DOUBLE: (value) => typeof value === 'number' || isText(value, /^-?\d+(\.\d+)?$/),
  BOOL: (value) => typeof value === 'boolean',
  DATE: (value) => isText(value, /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  EMAIL: (value) => isText(value, /^[^\s@]+@[^\s@]+$/),
  PHONE: (value) => isText(value, /^[+\d][\d\s().-]*$/),
};

/**
 * A user's custom fields after a request: fields that are not named stay, null removes a field or a whole schema.
 * @throws GoogleError 400 for an unknown schema or field and for a value of the wrong type.
 */
export function mergeCustomValues(
  { schemas }: DirectoryState,
  customerId: string,
  before: Json | undefined,
  change: Json,
): JsonObject {
  const merged = isObject(before) ? jsonCopy(before) : {};
  if (change === null) return {};
  if (!isObject(change)) throw misfit();
  for (const [name, fields] of Object.entries(change)) {
    const schema = schemas[customerId]?.[name];
    if (!schema) throw misfit();
    if (fields === null) delete merged[name];
    else merged[name] = mergeFields(schema, merged[name], fields);
  }
  return merged;
}

function mergeFields(schema: JsonObject, before: Json | undefined, change: Json): JsonObject {
  if (!isObject(change)) throw misfit();
  const merged: JsonObject = isObject(before) ? before : {};
  for (const [name, value] of Object.entries(change)) {
    const spec = objectsIn(schema.fields).find(({ fieldName }) => fieldName === name);
    if (!spec) throw misfit();
    if (value === null) delete merged[name];
    else merged[name] = checkedValue(spec, value);
  }
  return merged;
}

function checkedValue(spec: JsonObject, value: Json): Json {
  const fits = FITS[String(spec.fieldType)] ?? (() => true);
  if (spec.multiValued !== true) {
    if (!fits(value)) throw misfit();
    return normal(spec, value);
  }
  if (!Array.isArray(value)) throw misfit();
  return objectsIn(value).map((entry) => {
    if (entry.value === undefined || !fits(entry.value)) throw misfit();
    return { ...jsonCopy(entry), value: normal(spec, entry.value) };
  });
}

/** 64-bit integers are strings in JSON. */
const normal = ({ fieldType }: JsonObject, value: Json): Json =>
  fieldType === 'INT64' ? String(value) : jsonCopy(value);
