import type { ApiMethodDescription, ApiName, ParameterDescription } from '../discovery/discovery';
import type { Params } from '../workspace/api-method';
import { GoogleError } from '../workspace/google-error';
import { FRONT_ENDS, typeName } from './front-end';
import {
  invalidParameter,
  protoName,
  quoted,
  refused,
  unknownName,
  wrongValue,
  type Violation,
} from './refused-request';
import { isDateTime, toBoolean, toEnumName, toInteger, toNumber } from './scalar-values';

type Value = string | number | boolean | readonly string[];
type Raw = Readonly<Record<string, unknown>>;

/** Parameters that every Google API accepts. @see https://cloud.google.com/apis/docs/system-parameters */
const SYSTEM_PARAMETERS = new Set([
  ...['alt', 'fields', 'key', 'prettyPrint', 'quotaUser', 'userIp', 'access_token', 'oauth_token'],
  ...['callback', 'upload_protocol', 'uploadType', 'upload_id', '$.xgafv', 'trace'],
]);

/**
 * Gives parameters the types that Discovery names and fills in its defaults. Values arrive as strings (from a query) or as
 * the script passed them.
 *
 * @throws GoogleError 400 in Google's words for a parameter that is missing, unknown or malformed.
 */
export function readParams(method: ApiMethodDescription, raw: Raw): Params {
  const params: Record<string, Value | undefined> = {};
  const isClassic = FRONT_ENDS[method.api].reads === 'classic';
  if (!isClassic) refuseUnknown(method, raw);
  const readValue = (name: string, description: ParameterDescription, given: unknown): Value =>
    isClassic
      ? readClassicValue(name, description, given)
      : readTranscodedValue(method.api, name, description, given);
  for (const [name, description] of Object.entries(method.parameters)) {
    const given = raw[name];
    if (given === undefined || given === null) {
      if (description.required) throw missing(name);
      if (description.default !== undefined) params[name] = defaultOf(description);
    } else if (description.repeated) {
      const items: readonly unknown[] = Array.isArray(given) ? given : [given];
      params[name] = items.map((item) => String(readValue(name, description, item)));
    } else {
      params[name] = readValue(name, description, given);
    }
  }
  addSystemParameters(params, raw);
  return params;
}

/** Defaults are not checked: some of Discovery's own do not match their pattern. */
function defaultOf({ type, default: text = '' }: ParameterDescription): Value {
  if (type === 'boolean') return text === 'true';
  return type === 'integer' || type === 'number' ? Number(text) : text;
}

function addSystemParameters(params: Record<string, Value | undefined>, raw: Raw): void {
  for (const name in raw) {
    const given = raw[name];
    if (typeof given === 'string' && SYSTEM_PARAMETERS.has(name)) params[name] ??= given;
  }
}

function refuseUnknown({ parameters }: ApiMethodDescription, raw: Raw): void {
  const violations: Violation[] = [];
  for (const name in raw) {
    if (Object.hasOwn(parameters, name) || SYSTEM_PARAMETERS.has(name)) continue;
    if (raw[name] === undefined || raw[name] === null) continue;
    const why = `Cannot bind query parameter. Field '${name}' could not be found in request message.`;
    violations.push(unknownName(name, '', why));
  }
  if (violations.length > 0) throw refused(violations);
}

const missing = (name: string): GoogleError =>
  new GoogleError(400, 'required', `Required parameter: ${name}`, {
    locationType: 'parameter',
    location: name,
  });

/** Reads one value as Calendar's front end does. */
function readClassicValue(name: string, description: ParameterDescription, given: unknown): Value {
  const { type, format } = description;
  const text = String(given);
  if (type === 'boolean') {
    if (!/^(true|false)$/i.test(text))
      throw invalidParameter(name, `Invalid boolean value: '${text}'.`);
    return text.toLowerCase() === 'true';
  }
  if (type === 'integer') {
    const number = toInteger(text, format);
    if (number === undefined) throw invalidParameter(name, `Invalid integer value: '${text}'.`);
    requireBounds(number, description, (low, high) =>
      invalidParameter(
        name,
        `Invalid value '${text}'. Values must be within the range: [${low}, ${high}]`,
      ),
    );
    return number;
  }
  if (description.enum && !description.enum.includes(text))
    throw invalidParameter(
      name,
      `Invalid string value: '${text}'. Allowed values: [${description.enum.join(', ')}]`,
    );
  if (format === 'date-time' && !isDateTime(text))
    throw new GoogleError(400, 'badRequest', 'Bad Request');
  return text;
}

/** Reads one value into a protocol buffer's field. */
function readTranscodedValue(
  api: ApiName,
  name: string,
  description: ParameterDescription,
  given: unknown,
): Value {
  const field = protoName(name);
  const refuse = (type: string, words = quoted(String(given))): GoogleError =>
    refused([wrongValue(field, type, words)]);
  const { type, format, pattern } = description;
  if (type === 'boolean') return toBoolean(given) ?? raise(refuse('TYPE_BOOL'));
  if (type === 'number') return toNumber(given) ?? raise(refuse('TYPE_DOUBLE'));
  if (type === 'integer') {
    const number =
      toInteger(given, format) ?? raise(refuse(`TYPE_${(format ?? 'int32').toUpperCase()}`));
    requireBounds(number, description, (low, high) =>
      invalidParameter(
        field,
        `Invalid value '${number}'. Values must be within the range: [value: ${low}\n, value: ${high}\n]`,
      ),
    );
    return number;
  }
  const text = String(given);
  if (pattern && !patternOf(pattern).test(text))
    throw invalidParameter(
      name,
      `Invalid value '${text}'. Values must match the following regular expression: '${pattern}'`,
    );
  if (description.enum)
    return toEnumName(text, description.enum) ?? raise(refuse(enumType(api, name)));
  if (format === 'google-datetime' && !isDateTime(text))
    throw refuse(
      'type.googleapis.com/google.protobuf.Timestamp',
      `Field '${field}', Illegal timestamp format; timestamps must end with 'Z' or have a valid timezone offset.`,
    );
  return text;
}

/** The type of an enum as refusals name it. Discovery does not include it: the field's name stands in for it. */
const enumType = (api: ApiName, name: string): string =>
  typeName(FRONT_ENDS[api], name[0]!.toUpperCase() + name.slice(1));

function raise(error: GoogleError): never {
  throw error;
}

const MAX_INT32 = '2147483647';

function requireBounds(
  value: number,
  { minimum, maximum }: ParameterDescription,
  refusal: (low: string, high: string) => GoogleError,
): void {
  if (minimum === undefined && maximum === undefined) return;
  const [low, high] = [minimum ?? '0', maximum ?? MAX_INT32];
  if (value < Number(low) || value > Number(high)) throw refusal(low, high);
}

const patterns = new Map<string, RegExp>();

/** Discovery's patterns apply to the whole value. */
function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) patterns.set(source, (pattern = new RegExp(`^(?:${source})$`)));
  return pattern;
}
