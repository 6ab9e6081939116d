import type { Json, JsonObject } from '../api-method';
import { invalid } from '../google-error';

/** @see https://developers.google.com/workspace/calendar/api/guides/extended-properties */
const KEY_CHARACTERS = 44;
const VALUE_CHARACTERS = 1024;
const PROPERTIES = 300;
const TOTAL_BYTES = 32 * 1024;

/**
 * Extended properties as Google stores them: one whose name is too long is silently dropped, a value too long is cut.
 *
 * @throws GoogleError 400 when there are too many or they are too large together.
 */
export function readProperties(value: Json | undefined): Record<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const kept = Object.entries(value as JsonObject)
    .filter(([name, text]) => text !== null && name.length <= KEY_CHARACTERS)
    .map(([name, text]) => [name, String(text).slice(0, VALUE_CHARACTERS)] as const);
  if (kept.length === 0) return undefined;
  const bytes = kept.reduce((sum, [name, text]) => sum + Buffer.byteLength(name + text), 0);
  if (kept.length > PROPERTIES || bytes > TOTAL_BYTES)
    throw invalid('The extended properties of the event are too large.');
  return Object.fromEntries(kept);
}

/** `name=value` constraints; all of them must hold. */
export const matchesProperties = (
  properties: Readonly<Record<string, string>> = {},
  constraints: readonly string[],
): boolean =>
  constraints.every((constraint) => {
    const at = constraint.indexOf('=');
    const name = at < 0 ? constraint : constraint.slice(0, at);
    return Object.hasOwn(properties, name) && properties[name] === constraint.slice(at + 1);
  });
