/**
 * Whether google.script.run passes a value on: null, booleans, numbers, strings, and arrays and plain objects of them. A
 * date, a function or an instance of a class, at any depth, is not passed on.
 *
 * @see https://developers.google.com/apps-script/guides/html/reference/run#myFunction(...)
 */
export function isForPages(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    return false;
  if (typeof value !== 'object' || value === null) return true;
  if (above.includes(value)) return false;
  const inner = [...above, value];
  if (Array.isArray(value)) return value.every((item) => isForPages(item, inner));
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => isForPages(item, inner));
}
