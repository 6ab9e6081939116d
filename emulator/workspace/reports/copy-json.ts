/** A copy of plain JSON. Several times as fast as structuredClone: a page of the log needs a thousand copies. */
export function copyJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyJson) as T;
  const out: Record<string, unknown> = {};
  for (const key in value) out[key] = copyJson(value[key]);
  return out as T;
}
