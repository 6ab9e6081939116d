import type { QueryClause } from './query-clauses';

/** How the text of a field is compared. `prefix`: `:value*` is allowed as well. */
export type TextOperators =
  'equals' | 'contains' | 'equals+contains' | 'equals+contains+prefix' | 'equals+prefix';

type TextTest = (text: string) => boolean;

/** A clause's test for text; null when the field does not allow the operator. Letter case is always ignored. */
export function textTest(clause: QueryClause, allowed: TextOperators): TextTest | null {
  const value = clause.value.toLowerCase();
  if (clause.operator === '=') {
    return allowed.startsWith('equals') ? (text) => text.toLowerCase() === value : null;
  }
  if (clause.operator !== ':') return null;
  if (value.endsWith('*') && !clause.quoted) {
    if (!allowed.endsWith('prefix')) return null;
    const prefix = value.slice(0, -1);
    return (text) => text.toLowerCase().startsWith(prefix);
  }
  return allowed.includes('contains') ? containsWords(value) : null;
}

/** Whether text contains these words, adjacent and in this order: `Jane` is in `Jane Ann`, not in `Janet`. */
export function containsWords(value: string): TextTest {
  const wanted = ` ${words(value).join(' ')} `;
  return (text) => ` ${words(text).join(' ')} `.includes(wanted);
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

/** A clause's test for a number or a date in the form YYYY-MM-DD; null when the value is neither. */
export function orderedTest(
  { operator, value }: QueryClause,
  type: 'number' | 'date',
): ((value: unknown) => boolean) | null {
  const read = type === 'number' ? readNumber : readDate;
  const range = /^\[\s*([^,\s]+)\s*,\s*([^,\s]+)\s*\]$/.exec(value);
  if (operator === ':') {
    const [from, to] = [read(range?.[1]), read(range?.[2])];
    if (from === null || to === null) return null;
    return within((found) => found >= from && found <= to, read);
  }
  const limit = read(value);
  if (limit === null) return null;
  const compare: Record<typeof operator, (found: number) => boolean> = {
    '=': (found) => found === limit,
    '>': (found) => found > limit,
    '>=': (found) => found >= limit,
    '<': (found) => found < limit,
    '<=': (found) => found <= limit,
  };
  return within(compare[operator], read);
}

const within =
  (test: (found: number) => boolean, read: (value: unknown) => number | null) =>
  (value: unknown): boolean => {
    const found = read(value);
    return found !== null && test(found);
  };

function readNumber(value: unknown): number | null {
  const text = String(value ?? '');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function readDate(value: unknown): number | null {
  const text = String(value ?? '');
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : null;
}
