import type { Json, JsonObject } from '../workspace/api-method';

/** An object's fields passed through `read`; the same object where no value changed. Undefined leaves the field out. */
export function mapFields(
  object: JsonObject,
  read: (name: string, value: Json) => Json | undefined,
): JsonObject {
  let copy: JsonObject | null = null;
  for (const name of Object.keys(object)) {
    const value = object[name]!;
    const result = read(name, value);
    if (result === value) continue;
    copy ??= { ...object };
    if (result === undefined) delete copy[name];
    else copy[name] = result;
  }
  return copy ?? object;
}

/** An array's items passed through `read`; the same array where none changed. */
export function mapItems(items: Json[], read: (item: Json, index: number) => Json): Json[] {
  let copy: Json[] | null = null;
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    const result = read(item, index);
    if (result === item) continue;
    copy ??= [...items];
    copy[index] = result;
  }
  return copy ?? items;
}
