import { apiMethodDescription, type ParameterDescription } from '../../discovery/discovery';
import { numberParam, textParam, type ApiRequest } from '../api-method';
import { GoogleError } from '../google-error';
import { parseFilters, type FilterTerm } from './event-filter';

/**
 * Refuses parameters that Discovery's patterns and bounds do not allow, in the words of Google's front end: an unknown
 * application, an instant without zone, `maxResults` over 1000.
 *
 * @throws GoogleError 400 `invalidParameter`.
 */
export function requireForm(request: ApiRequest): void {
  const parameters = apiMethodDescription(request.methodId)?.parameters ?? {};
  for (const [name, description] of Object.entries(parameters)) {
    requireBounds(request, name, description);
    // The pattern of `filters` nests repetitions: hostile text would take exponential time.
    if (name !== 'filters') requirePattern(request, name, description);
  }
}

/** The terms of `filters`; none when it is not given. @throws GoogleError 400 `invalidParameter` when it has another form. */
export function readFilters(request: ApiRequest): readonly FilterTerm[] {
  const text = textParam(request, 'filters');
  if (text === undefined || text === '') return [];
  const terms = parseFilters(text);
  if (terms) return terms;
  const pattern = apiMethodDescription(request.methodId)?.parameters['filters']?.pattern;
  throw wrongPattern('filters', text, pattern ?? '');
}

function requirePattern(
  request: ApiRequest,
  name: string,
  { pattern }: ParameterDescription,
): void {
  const text = textParam(request, name);
  if (text === undefined || text === '' || pattern === undefined) return;
  if (!whole(pattern).test(text)) throw wrongPattern(name, text, pattern);
}

function requireBounds(
  request: ApiRequest,
  name: string,
  { minimum, maximum }: ParameterDescription,
): void {
  const value = numberParam(request, name);
  if (value === undefined || minimum === undefined || maximum === undefined) return;
  if (value >= Number(minimum) && value <= Number(maximum)) return;
  throw invalidParameter(
    name,
    `Invalid value '${value}'. Values must be within the range: [${minimum}, ${maximum}]`,
  );
}

const wrongPattern = (name: string, text: string, pattern: string): GoogleError =>
  invalidParameter(
    name,
    `Invalid value '${text}'. Values must match the following regular expression: '${pattern}'`,
  );

const invalidParameter = (location: string, message: string): GoogleError =>
  new GoogleError(400, 'invalidParameter', message, { locationType: 'parameter', location });

const wholes = new Map<string, RegExp>();

function whole(pattern: string): RegExp {
  let known = wholes.get(pattern);
  if (!known) wholes.set(pattern, (known = new RegExp(`^(?:${pattern})$`)));
  return known;
}
