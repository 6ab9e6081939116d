import type { Json, JsonObject } from '../api-method';

/** A copy of plain JSON, several times faster than structuredClone. */
export function jsonCopy<T extends Json>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(jsonCopy) as T;
  const copy: JsonObject = {};
  for (const key in value) copy[key] = jsonCopy((value as JsonObject)[key]!);
  return copy as T;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects in a field that Google stores as a list; empty when it is absent or of another form. */
export const objectsIn = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
