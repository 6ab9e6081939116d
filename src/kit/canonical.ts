/** A value that JSON can represent. `undefined` fields are left out, as JSON does. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [field: string]: Json | undefined };

/**
 * The canonical JSON text of a value: fields sorted by UTF-16 code units, no spaces. Equal values have the same text,
 * whatever the order of their fields.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8785
 * @throws RangeError for a number that JSON cannot represent.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`JSON cannot represent ${value}.`);
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

/** `Array.isArray` does not narrow to a read-only list. */
const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** Digests a text into a short one that differs when the text does. The platform's own digest is passed in. */
export type Hash = (text: string) => string;

/** A version for a value that has none of its own: equal values have the same one. */
export const fingerprint = (value: Json, hash: Hash): string => hash(canonicalJson(value));
