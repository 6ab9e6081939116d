/** What JSON can say. `undefined` fields are left out, as JSON does. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [field: string]: Json | undefined };

/**
 * The one JSON text of a value: fields in the order of their UTF-16 code units, no spaces. Two values that say the same
 * have the same text, whatever order their fields were written in.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8785
 * @throws RangeError for a number that JSON cannot say.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`JSON cannot say ${value}.`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.keys(value)
    .sort()
    .flatMap((field) => {
      const held = value[field];
      return held === undefined ? [] : [`${JSON.stringify(field)}:${canonicalJson(held)}`];
    });
  return `{${fields.join(',')}}`;
}

/** `Array.isArray` forgets that a list may be read-only. */
const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** Turns a text into a short one that differs when the text does. The platform's own digest is handed in. */
export type Hash = (text: string) => string;

/** The version of a value that carries none: the same for values that say the same. */
export const fingerprint = (value: Json, hash: Hash): string => hash(canonicalJson(value));
