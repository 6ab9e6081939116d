// Interprets the part of JSON Schema that Google's descriptions need. Compiling one of them with a schema compiler takes longer
// than all the checks that the local Workspace ever makes with it.

/** What a JSON value may be. Without a type: anything. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A named format of a text; `formats` says how it is recognized. */
  readonly format?: { readonly name: string; readonly is: RegExp };
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** The schema of fields that `properties` does not list; false refuses them. Without it, anything is allowed. */
  readonly additionalProperties?: false | Schema;
  /** Another schema, looked up only when a value reaches it, because schemas may contain themselves. */
  readonly refersTo?: () => Schema;
}

/** One part of a value that its schema does not allow. */
export interface SchemaProblem {
  /** The keyword of the schema that refuses it. */
  readonly keyword: keyof Schema;
  /** Names and indexes from the value down to the part. */
  readonly path: readonly string[];
  readonly data: unknown;
  /** The keyword's value in the schema; for a missing or unknown field, the field's name. */
  readonly says: unknown;
}

/** Every part of a JSON value that does not fit the schema, outermost first; empty when it fits. */
export const schemaProblems = (schema: Schema, data: unknown): readonly SchemaProblem[] =>
  checkOf(schema)(data) ? [] : problemsAt(schema, data, []);

type Check = (data: unknown) => boolean;

const checks = new WeakMap<Schema, Check>();

/** Turns a schema into a function that only says whether a value fits: most do, and listings are long. */
function checkOf(schema: Schema): Check {
  let check = checks.get(schema);
  if (!check) checks.set(schema, (check = newCheck(schema)));
  return check;
}

function newCheck(schema: Schema): Check {
  const { type, refersTo, items } = schema;
  if (refersTo) {
    let check: Check | undefined;
    return (data) => (check ??= checkOf(refersTo()))(data);
  }
  const refusals = REFUSALS.filter(([keyword]) => schema[keyword] !== undefined);
  const each = items && checkOf(items);
  const fields = fieldsCheck(schema);
  return (data) => {
    if (type !== undefined && !isOfType(type, data)) return false;
    for (const [, refuses] of refusals) if (refuses(schema, data)) return false;
    if (typeof data !== 'object' || data === null) return true;
    return Array.isArray(data) ? !each || data.every(each) : fields(data);
  };
}

/** Whether the fields of an object fit. */
function fieldsCheck({
  properties = {},
  required = [],
  additionalProperties,
}: Schema): (data: object) => boolean {
  const known = new Map(
    Object.entries(properties).map(([name, property]) => [name, checkOf(property)]),
  );
  const other = additionalProperties ? checkOf(additionalProperties) : undefined;
  return (data) => {
    for (const name of required) if (!Object.hasOwn(data, name)) return false;
    for (const name of Object.keys(data)) {
      const check = known.get(name) ?? other;
      if (!check && additionalProperties === false) return false;
      const value = (data as Readonly<Record<string, unknown>>)[name];
      if (check && value !== undefined && !check(value)) return false;
    }
    return true;
  };
}

/** The schema of one field: undefined when it may be anything, false when it is not allowed. */
const schemaOfField = (
  { properties, additionalProperties }: Schema,
  name: string,
): Schema | false | undefined =>
  properties && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;

function problemsAt(
  schema: Schema,
  data: unknown,
  path: readonly string[],
): readonly SchemaProblem[] {
  if (schema.refersTo) return problemsAt(schema.refersTo(), data, path);
  const problem = (keyword: keyof Schema): SchemaProblem => ({
    keyword,
    path,
    data,
    says: schema[keyword],
  });
  if (schema.type !== undefined && !isOfType(schema.type, data)) return [problem('type')];
  const refused = REFUSALS.filter(([, refuses]) => refuses(schema, data));
  return [...refused.map(([keyword]) => problem(keyword)), ...problemsInside(schema, data, path)];
}

function isOfType(type: string, data: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(data);
    case 'object':
      return typeof data === 'object' && data !== null && !Array.isArray(data);
    case 'integer':
      return Number.isInteger(data);
    case 'number':
      return Number.isFinite(data);
    default:
      return typeof data === type;
  }
}

const REFUSALS: readonly (readonly [
  keyword: keyof Schema,
  refuses: (schema: Schema, data: unknown) => boolean,
])[] = [
  ['enum', (schema, data) => schema.enum !== undefined && !schema.enum.includes(data)],
  [
    'minLength',
    ({ minLength }, data) =>
      minLength !== undefined && typeof data === 'string' && data.length < minLength,
  ],
  [
    'pattern',
    ({ pattern }, data) =>
      pattern !== undefined && typeof data === 'string' && !patternOf(pattern).test(data),
  ],
  ['format', ({ format }, data) => format !== undefined && !format.is.test(String(data))],
  ['minimum', ({ minimum }, data) => minimum !== undefined && (data as number) < minimum],
  ['maximum', ({ maximum }, data) => maximum !== undefined && (data as number) > maximum],
];

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) patterns.set(source, (pattern = new RegExp(source, 'u')));
  return pattern;
}

function problemsInside(
  schema: Schema,
  data: unknown,
  path: readonly string[],
): readonly SchemaProblem[] {
  if (Array.isArray(data)) {
    const { items } = schema;
    return items
      ? data.flatMap((item, index) => problemsAt(items, item, [...path, String(index)]))
      : [];
  }
  if (typeof data !== 'object' || data === null) return [];
  const named = (keyword: keyof Schema) => (says: string) => ({ keyword, path, data, says });
  return [
    ...(schema.required ?? []).filter((name) => !Object.hasOwn(data, name)).map(named('required')),
    ...Object.entries(data).flatMap(([name, value]): readonly SchemaProblem[] => {
      const own = schemaOfField(schema, name);
      if (own === false) return [named('additionalProperties')(name)];
      return own && value !== undefined ? problemsAt(own, value, [...path, name]) : [];
    }),
  ];
}
