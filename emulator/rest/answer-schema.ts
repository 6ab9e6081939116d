import { schemaProblems, type Schema, type SchemaProblem } from '../kit/schema';
import { DOCUMENTS, type ApiName, type SchemaDescription } from '../discovery/discovery';

/** Returns what is wrong with an answer, or null. */
export type AnswerCheck = (answer: unknown) => string | null;

/** Discovery formats that can be recognized in the text. The rest (`google-fieldmask` …) allow any string. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  'google-datetime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
  'google-duration': /^-?\d+(\.\d{1,9})?s$/,
  date: /^\d{4}-\d\d-\d\d$/,
  int64: /^-?\d{1,19}$/,
  uint64: /^\d{1,20}$/,
  byte: /^[A-Za-z0-9+/_-]*={0,2}$/,
};

const INTEGER_BOUNDS: Readonly<Record<string, Schema>> = {
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uint32: { minimum: 0, maximum: 2 ** 32 - 1 },
};

/** The check of one schema of an API: every field is known and has its type, enum and format. */
export function answerCheck(api: ApiName, schemaName: string): AnswerCheck {
  const schema = schemaOf(api, schemaName);
  return (answer) => {
    const [problem] = schemaProblems(schema, answer);
    return problem ? wordsOf(problem) : null;
  };
}

function wordsOf({ keyword, path, says }: SchemaProblem): string {
  return `/${path.join('/')} ${WORDS[keyword]?.(says) ?? 'does not fit'}`;
}

const WORDS: Readonly<Partial<Record<keyof Schema, (says: unknown) => string>>> = {
  type: (says) => `must be ${String(says)}`,
  enum: () => 'must be equal to one of the allowed values',
  format: (says) => `must match format "${(says as NonNullable<Schema['format']>).name}"`,
  minimum: (says) => `must be >= ${String(says)}`,
  maximum: (says) => `must be <= ${String(says)}`,
  additionalProperties: (says) => `must NOT have additional properties '${String(says)}'`,
};

const schemas = new Map<string, Schema>();

/** Converted when a value first reaches it: some documents are large, and answers touch little of them. */
function schemaOf(api: ApiName, name: string): Schema {
  const key = `${api} ${name}`;
  let schema = schemas.get(key);
  if (!schema) {
    const described = DOCUMENTS[api].schemas[name];
    if (!described) throw new Error(`Discovery has no schema ${name} in ${api}.`);
    schemas.set(key, (schema = toSchema(described, api)));
  }
  return schema;
}

function toSchema(described: SchemaDescription, api: ApiName): Schema {
  const { $ref: reference, type, format } = described;
  if (reference !== undefined) {
    let found: Schema | undefined;
    return { refersTo: () => (found ??= schemaOf(api, reference)) };
  }
  if (type === 'any' || type === undefined) return {};
  if (type === 'array') return { type, items: toSchema(described.items ?? {}, api) };
  if (type === 'object') return objectSchema(described, api);
  if (described.enum) return { enum: described.enum };
  if (type === 'integer') return { type, ...INTEGER_BOUNDS[format ?? 'int32'] };
  const is = format === undefined ? undefined : FORMATS[format];
  return type === 'string' && is ? { type, format: { name: format!, is } } : { type };
}

const objectSchema = (
  { properties = {}, additionalProperties }: SchemaDescription,
  api: ApiName,
): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, toSchema(property, api)]),
  ),
  additionalProperties: additionalProperties ? toSchema(additionalProperties, api) : false,
});
