/** One clause of a `query` parameter: `field operator value`, or a bare value. */
export interface QueryClause {
  /** Null for a bare value. */
  readonly field: string | null;
  readonly operator: QueryOperator;
  readonly value: string;
  /** Whether the value was quoted: an asterisk in it then stands for itself. */
  readonly quoted: boolean;
}

export type QueryOperator = '=' | ':' | '>' | '>=' | '<' | '<=';

const FIELD = /^[\p{L}_][\p{L}\p{N}_.-]*/u;
const OPERATOR = /^(>=|<=|=|:|>|<)/;

/**
 * Splits a query of users.list or groups.list into its clauses, separated by spaces; null when it is malformed.
 * Values with spaces are in single or double quotes, inside which a backslash escapes the next character.
 *
 * @see https://developers.google.com/workspace/admin/directory/v1/guides/search-users
 */
export function parseQuery(query: string): readonly QueryClause[] | null {
  const clauses: QueryClause[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const head = headOf(rest);
    const value = readValue(rest.slice(head.length));
    if (!value || (head.field !== null && value.text === '' && !value.quoted)) return null;
    clauses.push({
      field: head.field,
      operator: head.operator,
      value: value.text,
      quoted: value.quoted,
    });
    const after = rest.slice(head.length + value.length);
    if (after !== '' && !/^\s/.test(after)) return null;
    rest = after.trimStart();
  }
  return clauses;
}

/** The field and operator at the beginning, and how many characters they take. */
function headOf(rest: string): {
  readonly field: string | null;
  readonly operator: QueryOperator;
  readonly length: number;
} {
  const field = FIELD.exec(rest)?.[0];
  if (field === undefined) return { field: null, operator: ':', length: 0 };
  const space = /^\s*/.exec(rest.slice(field.length))![0].length;
  const operator = OPERATOR.exec(rest.slice(field.length + space))?.[0] as
    QueryOperator | undefined;
  if (!operator) return { field: null, operator: ':', length: 0 };
  const before = field.length + space + operator.length;
  return { field, operator, length: before + /^\s*/.exec(rest.slice(before))![0].length };
}

function readValue(
  rest: string,
): { readonly text: string; readonly quoted: boolean; readonly length: number } | null {
  const quote = rest[0];
  if (quote !== "'" && quote !== '"') {
    const text = (rest.startsWith('[') ? /^\[[^\]]*\]/ : /^\S*/).exec(rest)?.[0];
    return text === undefined ? null : { text, quoted: false, length: text.length };
  }
  let text = '';
  for (let i = 1; i < rest.length; i++) {
    if (rest[i] === quote) return { text, quoted: true, length: i + 1 };
    if (rest[i] === '\\' && i + 1 < rest.length) i++;
    text += rest[i];
  }
  return null;
}
