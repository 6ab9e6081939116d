import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
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

const INTEGER_BOUNDS: Readonly<Record<string, object>> = {
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uint32: { minimum: 0, maximum: 2 ** 32 - 1 },
};

const checks = new Map<string, ValidateFunction>();

/**
 * The check of one schema of an API: every field is known and has its type, enum and format. Compiled at first use; a
 * reference to another schema is compiled when the first value reaches it: some documents are large, answers touch little.
 */
export function answerCheck(api: ApiName, schemaName: string): AnswerCheck {
  const validate = validatorOf(api, schemaName);
  return (answer) => (validate(answer) ? null : wordsOf(validate.errors?.[0]));
}

function wordsOf(error: ErrorObject | undefined): string {
  if (!error) return 'does not fit';
  const { instancePath, message, params, keyword } = error;
  const what =
    keyword === 'additionalProperties' ? ` '${String(params['additionalProperty'])}'` : '';
  return `${instancePath || '/'} ${message}${what}`;
}

function validatorOf(api: ApiName, schemaName: string): ValidateFunction {
  const key = `${api} ${schemaName}`;
  let validate = checks.get(key);
  if (!validate) {
    const schema = DOCUMENTS[api].schemas[schemaName];
    if (!schema) throw new Error(`Discovery has no schema ${schemaName} in ${api}.`);
    checks.set(key, (validate = ajvOf(api).compile(toJsonSchema(schema))));
  }
  return validate;
}

const compilers = new Map<ApiName, Ajv>();

function ajvOf(api: ApiName): Ajv {
  let ajv = compilers.get(api);
  if (ajv) return ajv;
  ajv = new Ajv({
    strict: false,
    validateSchema: false,
    meta: false,
    logger: false,
    formats: FORMATS,
  });
  ajv.addKeyword({
    keyword: 'discoverySchema',
    errors: 'full',
    validate: function follow(
      name: string,
      data: unknown,
      _schema?: unknown,
      at?: { instancePath: string },
    ) {
      const validate = validatorOf(api, name);
      if (validate(data)) return true;
      (follow as { errors?: Partial<ErrorObject>[] }).errors = validate.errors!.map((error) => ({
        ...error,
        instancePath: `${at?.instancePath ?? ''}${error.instancePath}`,
      }));
      return false;
    },
  });
  compilers.set(api, ajv);
  return ajv;
}

function toJsonSchema(schema: SchemaDescription): object {
  if (schema.$ref !== undefined) return { discoverySchema: schema.$ref };
  if (schema.type === 'any' || schema.type === undefined) return {};
  if (schema.type === 'array') return { type: 'array', items: toJsonSchema(schema.items ?? {}) };
  if (schema.type === 'object') return objectSchema(schema);
  if (schema.enum) return { enum: schema.enum };
  const { type, format } = schema;
  if (type === 'integer') return { type, ...INTEGER_BOUNDS[format ?? 'int32'] };
  if (type === 'string' && format && format in FORMATS) return { type, format };
  return { type };
}

const objectSchema = ({ properties = {}, additionalProperties }: SchemaDescription): object => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, toJsonSchema(property)]),
  ),
  additionalProperties: additionalProperties ? toJsonSchema(additionalProperties) : false,
});
