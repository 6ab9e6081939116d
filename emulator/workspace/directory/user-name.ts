import type { Json, JsonObject } from '../api-method';
import { isObject, textOf } from './json-copy';
import { invalidInput } from './refusals';

/** Names have 1 to 60 characters; the display name can be cleared. */
export function requireName(part: string, value: Json | undefined): void {
  if (part === 'displayName' && value === null) return;
  if (typeof value !== 'string' || value.trim() === '' || value.length > 60) {
    throw invalidInput(`Given/Family Name: ${part}`);
  }
}

/** A UserName with one part changed; Google generates `fullName`. */
export function withName(before: Json | undefined, part: string, value: Json): JsonObject {
  const name: JsonObject = { ...(isObject(before) ? before : {}), [part]: value };
  if (value === null) delete name[part];
  return {
    ...name,
    fullName: `${textOf(name.givenName) ?? ''} ${textOf(name.familyName) ?? ''}`.trim(),
  };
}
