import { textParam, type ApiRequest } from '../api-method';
import type { AuditParameter } from '../audit-log';
import { invalid } from '../google-error';
import type { Activity } from '../state/reports';

type AuditEventOf = Activity['events'][number];

/** One term of `filters`: a parameter, an operator, a value. */
export interface FilterTerm {
  readonly name: string;
  readonly operator: Operator;
  readonly value: string;
}

type Operator = '==' | '<>' | '<=' | '>=' | '<' | '>';

/**
 * The terms of a request's `filters`; none when it is not given. If a name occurs more than once, its last term applies.
 *
 * @throws GoogleError 400 `invalid` when the text is not a comma-separated list of name, operator, value.
 */
export function readFilters(request: ApiRequest): readonly FilterTerm[] {
  const terms = new Map<string, FilterTerm>();
  for (const part of textParam(request, 'filters')?.split(',') ?? []) {
    const match = /^([^<>=]+)(==|<>|<=|>=|<|>)(.+)$/.exec(part);
    if (!match) throw invalid('Invalid value for: filters', 'filters');
    const [, name, operator, value] = match as unknown as [string, string, Operator, string];
    terms.set(name, { name, operator, value });
  }
  return [...terms.values()];
}

/** Whether an event has the name and satisfies every term. A term about a parameter it lacks is not satisfied. */
export const eventMatches = (
  event: AuditEventOf,
  eventName: string | undefined,
  terms: readonly FilterTerm[],
): boolean =>
  (eventName === undefined || event.name === eventName) &&
  terms.every((term) => termHolds(event.parameters ?? [], term));

function termHolds(
  parameters: readonly AuditParameter[],
  { name, operator, value }: FilterTerm,
): boolean {
  const parameter = parameters.find((candidate) => candidate.name === name);
  if (!parameter) return false;
  const values = valuesOf(parameter);
  return operator === '<>'
    ? !values.includes(value)
    : values.some((candidate) => holds(operator, compare(candidate, value)));
}

/** A parameter's values as text: none where it is nested or has only a name. */
const valuesOf = (parameter: AuditParameter): readonly string[] =>
  parameter.multiValue ??
  parameter.multiIntValue ??
  [parameter.value ?? parameter.intValue ?? parameter.boolValue?.toString()].filter(
    (value) => value !== undefined,
  );

/** Numbers are compared by size, everything else by character. */
function compare(a: string, b: string): number {
  const [x, y] = isInteger(a) && isInteger(b) ? [BigInt(a), BigInt(b)] : [a, b];
  return x < y ? -1 : x > y ? 1 : 0;
}

const isInteger = (text: string): boolean => /^-?\d{1,19}$/.test(text);

const holds = (operator: Exclude<Operator, '<>'>, order: number): boolean =>
  ({ '==': order === 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 })[
    operator
  ];
