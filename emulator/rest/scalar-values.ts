/** How front ends read single values, from a query (always text) or from JSON. Each returns undefined for a value that it refuses. */

const INT32 = 2 ** 31;

/** A whole number between the bounds of `format` (int32 unless it says uint32). */
export function toInteger(value: unknown, format = 'int32'): number | undefined {
  const number = typeof value === 'string' && /^[+-]?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  const [low, high] = format === 'uint32' ? [0, 2 * INT32] : [-INT32, INT32];
  return number >= low && number < high ? number : undefined;
}

/** A 64-bit integer as JSON carries it: decimal text. */
export function toLongText(value: unknown, format: string): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^-?\d+$/.test(text)) return undefined;
  const number = BigInt(text);
  const inside = format === 'uint64' ? BigInt.asUintN(64, number) : BigInt.asIntN(64, number);
  return inside === number ? text : undefined;
}

export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}

const TRUE = new Set(['true', 't', 'yes', 'y', '1']);
const FALSE = new Set(['false', 'f', 'no', 'n', '0']);

/** A boolean, also in the words and digits that protocol buffers accept for one. */
export function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = String(value).toLowerCase();
  if (TRUE.has(text)) return true;
  return FALSE.has(text) ? false : undefined;
}

/** An enum's name in its own spelling: case is ignored, and `-` counts as `_`. */
export function toEnumName(value: unknown, names: readonly string[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (names.includes(value)) return value;
  const wanted = value.toUpperCase().replaceAll('-', '_');
  return names.find((name) => name.toUpperCase() === wanted);
}

const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/;

/** An RFC 3339 instant: an offset or Z is required. */
export const isDateTime = (text: string): boolean =>
  DATE_TIME.test(text) && !Number.isNaN(Date.parse(text));
