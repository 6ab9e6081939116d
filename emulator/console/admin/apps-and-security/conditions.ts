import type { LogRow } from './log-row';
import { eventTitle, type Attribute, type Log } from './logs';

/** The condition builder's words for each operator, by its name in the address. */
export const OPERATORS = {
  is: 'Is',
  'is-not': 'Is not',
  contains: 'Contains',
  'contains-not': 'Does not contain',
  'starts-with': 'Starts with',
  after: 'After',
  before: 'Before',
} as const;

export type Operator = keyof typeof OPERATORS;

/** One line of the condition builder. All of them must hold. */
export interface Condition {
  /** An attribute's id. */
  readonly attribute: string;
  readonly operator: Operator;
  /** For a date, an ISO instant. */
  readonly value: string;
}

/** The operators that an attribute allows. */
export function operatorsFor(attribute: string): readonly Operator[] {
  if (attribute === 'date') return ['after', 'before'];
  if (attribute === 'event') return ['is', 'is-not'];
  return ['is', 'is-not', 'contains', 'contains-not', 'starts-with'];
}

/** The conditions in an address: `where=app_name is Happeo Integrations`. Invalid ones are left out. */
export const readConditions = (log: Log, query: URLSearchParams): Condition[] =>
  query.getAll('where').flatMap((text) => {
    const [, attribute = '', operator = '', value = ''] = /^(\S+) (\S+) (.+)$/.exec(text) ?? [];
    const isKnown = log.attributes.some(({ id }) => id === attribute);
    const fits = operatorsFor(attribute).some((one) => one === operator);
    return isKnown && fits ? [{ attribute, operator: operator as Operator, value }] : [];
  });

export const conditionText = ({ attribute, operator, value }: Condition): string =>
  `${attribute} ${operator} ${value}`;

/** The conditions that the Reports API can check itself, as its parameters; all others are checked row by row. */
export function searchParams(conditions: readonly Condition[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const { attribute, operator, value } of conditions) {
    if (attribute === 'event' && operator === 'is') params['eventName'] = value;
    if (operator === 'after') params['startTime'] = value;
    if (operator === 'before') params['endTime'] = value;
  }
  return params;
}

/** Whether a row meets all conditions, ignoring letter case. */
export const meets = (row: LogRow, log: Log, conditions: readonly Condition[]): boolean =>
  conditions.every((condition) => {
    const attribute = log.attributes.find(({ id }) => id === condition.attribute);
    return attribute === undefined || holds(condition, valuesFor(row, log, attribute));
  });

/** Events can be searched by name and by the console's word for it. */
const valuesFor = (row: LogRow, log: Log, attribute: Attribute): readonly string[] =>
  attribute.id === 'event' ? [row.event.name, eventTitle(log, row.event.name)] : attribute.of(row);

function holds({ operator, value }: Condition, values: readonly string[]): boolean {
  const wanted = value.toLowerCase();
  const some = (test: (text: string) => boolean) => values.some((one) => test(one.toLowerCase()));
  switch (operator) {
    case 'is':
      return some((text) => text === wanted);
    case 'is-not':
      return !some((text) => text === wanted);
    case 'contains':
      return some((text) => text.includes(wanted));
    case 'contains-not':
      return !some((text) => text.includes(wanted));
    case 'starts-with':
      return some((text) => text.startsWith(wanted));
    case 'after':
      return values.some((at) => Date.parse(at) >= Date.parse(value));
    case 'before':
      return values.some((at) => Date.parse(at) <= Date.parse(value));
  }
}
