/**
 * A value as google.script.run passes it on: null, booleans, numbers, strings, and arrays and objects of them.
 *
 * @param name the place of the value, for the refusal.
 * @throws TypeError in the words of Google's library.
 * @see https://developers.google.com/apps-script/guides/html/reference/run#myFunction(...)
 */
export function carriedValue(
  value: unknown,
  name: string,
  above: readonly unknown[] = [],
): unknown {
  if (value === undefined || value === null) return null;
  if (['boolean', 'number', 'string'].includes(typeof value)) return value;
  if (typeof value !== 'object') throw illegal(name);
  if (above.includes(value)) throw new TypeError('Failed due to circular reference.');
  const inner = [...above, value];
  if (Array.isArray(value))
    return value.map((item: unknown, index) => carriedValue(item, String(index), inner));
  if (Object.prototype.toString.call(value) !== '[object Object]') throw illegal(name);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, carriedValue(item, key, inner)]),
  );
}

/** The fields of a form that is passed as a whole. Files would arrive as blobs, which is not emulated. */
export function formValue(form: HTMLFormElement): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string')
      throw new Error(
        `Files in forms are not emulated by the local Workspace (field ${name}). See https://developers.google.com/apps-script/guides/html/communication#forms`,
      );
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

const illegal = (name: string): TypeError =>
  new TypeError(`Failed due to illegal value in property: ${name}`);
