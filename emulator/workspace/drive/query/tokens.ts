/** A piece of a Drive search query. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string };

const PIECE = /\s*(?:'((?:[^'\\]|\\.)*)'|([A-Za-z][\w.]*)|(<=|>=|!=|[=<>(){}]))/y;

/**
 * Splits a query into tokens. Inside quotes `\'` is a quote and `\\` a backslash.
 *
 * @returns null when some text begins no token, such as an unclosed quote.
 */
export function tokenize(query: string): Token[] | null {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  let end = 0;
  const stop = query.trimEnd().length;
  while (end < stop) {
    const match = PIECE.exec(query);
    if (!match) return null;
    end = PIECE.lastIndex;
    const [, string, word, symbol] = match;
    if (string !== undefined)
      tokens.push({ kind: 'string', text: string.replace(/\\(.)/gs, '$1') });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'symbol', text: symbol! });
  }
  return tokens;
}
