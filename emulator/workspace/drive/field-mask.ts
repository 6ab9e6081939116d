import type { SchemaDescription } from '../../discovery/discovery';

/** Which fields of a resource are selected: everything, or these names with the selection inside each. */
export type FieldTree = true | ReadonlyMap<string, FieldTree>;

/** The mask does not have the form `a,b/c,d(e,f)`. */
export class MalformedMask extends Error {
  override readonly name = 'MalformedMask';
}

/**
 * Parses a `fields` value: names separated by commas, `/` or `.` for nested fields, parentheses for several of them, `*` for
 * everything.
 *
 * @throws MalformedMask
 * @see https://developers.google.com/workspace/drive/api/guides/fields-parameter
 */
export function parseFieldMask(text: string): FieldTree {
  const tokens = text.match(/[^,/.()\s]+|[,/.()]/g) ?? [];
  const root = new Map<string, FieldTree>();
  const end = readList(tokens, 0, root);
  if (end !== tokens.length || root.size === 0) throw new MalformedMask(text);
  return root.get('*') === true ? true : root;
}

function readList(tokens: readonly string[], start: number, into: Map<string, FieldTree>): number {
  let at = readPath(tokens, start, into);
  while (tokens[at] === ',') at = readPath(tokens, at + 1, into);
  return at;
}

function readPath(tokens: readonly string[], start: number, into: Map<string, FieldTree>): number {
  const name = tokens[start];
  if (name === undefined || /^[,/.()]$/.test(name)) throw new MalformedMask(name ?? '');
  const next = tokens[start + 1];
  if (next !== '/' && next !== '.' && next !== '(') {
    into.set(name, true);
    return start + 1;
  }
  const known = into.get(name);
  const inner = known instanceof Map ? known : new Map<string, FieldTree>();
  if (known !== true) into.set(name, inner);
  if (next !== '(') return readPath(tokens, start + 2, inner);
  const end = readList(tokens, start + 2, inner);
  if (tokens[end] !== ')') throw new MalformedMask(tokens.join(''));
  return end + 1;
}

/** The mask's selection inside a name; undefined when there is none. */
export const within = (tree: FieldTree, name: string): FieldTree | undefined =>
  tree === true ? true : (tree.get(name) ?? tree.get('*'));

/** Whether the mask selects anything at this path. */
export function isMeant(tree: FieldTree, ...path: readonly string[]): boolean {
  let at: FieldTree | undefined = tree;
  for (const name of path) at = at && within(at, name);
  return at !== undefined;
}

/** A copy of a resource with only the selected fields. */
export function selectFields<T>(value: T, tree: FieldTree): T {
  if (tree === true) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => selectFields(item, tree)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const selected: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const inner = within(tree, name);
    if (inner !== undefined && item !== undefined) selected[name] = selectFields(item, inner);
  }
  return selected as T;
}

/**
 * Sets the selected fields of `target` to their values in `source`; those that `source` lacks are cleared.
 *
 * @returns a new object; `target` is not changed.
 */
export function assignFields(
  target: Readonly<Record<string, unknown>>,
  source: Readonly<Record<string, unknown>>,
  tree: FieldTree,
): Record<string, unknown> {
  if (tree === true) return { ...source };
  const assigned = { ...target };
  for (const [name, inner] of tree) {
    const given = source[name];
    if (inner !== true && isObject(given)) {
      const old = assigned[name];
      assigned[name] = assignFields(isObject(old) ? old : {}, given, inner);
    } else if (inner !== true && isObject(assigned[name])) {
      assigned[name] = assignFields(assigned[name], {}, inner);
    } else if (given === undefined || given === null) {
      delete assigned[name];
    } else {
      assigned[name] = given;
    }
  }
  return assigned;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first path of a mask that a schema does not have; undefined when it has all of them. */
export function unknownField(
  tree: FieldTree,
  schema: SchemaDescription | undefined,
  schemas: Readonly<Record<string, SchemaDescription>>,
): string | undefined {
  if (tree === true) return undefined;
  const resolved = resolve(schema, schemas);
  for (const [name, inner] of tree) {
    const property = resolved?.properties?.[name] ?? resolved?.additionalProperties;
    if (name === '*') continue;
    if (!property) return name;
    const unknown = unknownField(inner, property, schemas);
    if (unknown !== undefined) return `${name}.${unknown}`;
  }
  return undefined;
}

function resolve(
  schema: SchemaDescription | undefined,
  schemas: Readonly<Record<string, SchemaDescription>>,
): SchemaDescription | undefined {
  if (schema?.$ref !== undefined) return resolve(schemas[schema.$ref], schemas);
  if (schema?.items !== undefined) return resolve(schema.items, schemas);
  return schema;
}
