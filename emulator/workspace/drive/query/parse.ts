import { invalid } from '../../google-error';
import { tokenize, type Token } from './tokens';

/** A Drive search query, parsed. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly inner: Condition }
  | {
      readonly kind: 'compare';
      readonly term: string;
      readonly operator: string;
      readonly value: string | boolean;
    }
  | { readonly kind: 'in'; readonly value: string; readonly collection: string }
  | {
      readonly kind: 'has';
      readonly collection: 'properties' | 'appProperties';
      readonly key: string;
      readonly value: string;
    };

const TIME = ['<=', '<', '=', '!=', '>', '>='];
const EQUAL = ['=', '!='];

/** The operators that each term allows. @see https://developers.google.com/workspace/drive/api/guides/ref-search-terms */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  name: ['contains', ...EQUAL],
  fullText: ['contains'],
  mimeType: ['contains', ...EQUAL],
  modifiedTime: TIME,
  viewedByMeTime: TIME,
  createdTime: TIME,
  sharedWithMeTime: TIME,
  trashed: EQUAL,
  starred: EQUAL,
  sharedWithMe: EQUAL,
  visibility: EQUAL,
};

const COLLECTIONS = ['parents', 'owners', 'writers', 'readers'];
const BOOLEANS = ['trashed', 'starred', 'sharedWithMe'];

/**
 * Parses a `q`: comparisons joined by `and`, `or`, `not` and parentheses. `and` binds more tightly than `or`.
 *
 * @throws GoogleError 400 `invalid` for a query that Drive would not understand.
 */
export function parseQuery(query: string): Condition {
  const tokens = tokenize(query);
  if (!tokens) throw malformed();
  const reader = new Reader(tokens);
  const condition = reader.either();
  if (!reader.atEnd()) throw malformed();
  return condition;
}

const malformed = (): Error => invalid('Invalid Value', 'q');

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  either(): Condition {
    let left = this.both();
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  private both(): Condition {
    let left = this.one();
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.one() };
    return left;
  }

  private one(): Condition {
    if (this.takeWord('not')) return { kind: 'not', inner: this.one() };
    if (this.takeSymbol('(')) {
      const inner = this.either();
      this.needSymbol(')');
      return inner;
    }
    return this.comparison();
  }

  private comparison(): Condition {
    const first = this.next();
    if (first.kind === 'string') {
      if (!this.takeWord('in')) throw malformed();
      const collection = this.next();
      if (collection.kind !== 'word' || !COLLECTIONS.includes(collection.text)) throw malformed();
      return { kind: 'in', value: first.text, collection: collection.text };
    }
    if (first.kind !== 'word') throw malformed();
    const { text: term } = first;
    if (term === 'properties' || term === 'appProperties') return this.property(term);
    const operator = this.next().text;
    if (!OPERATORS[term]?.includes(operator)) throw malformed();
    return { kind: 'compare', term, operator, value: this.value(term) };
  }

  /** `properties has { key='a' and value='b' }` */
  private property(collection: 'properties' | 'appProperties'): Condition {
    if (!this.takeWord('has')) throw malformed();
    this.needSymbol('{');
    const key = this.named('key');
    if (!this.takeWord('and')) throw malformed();
    const value = this.named('value');
    this.needSymbol('}');
    return { kind: 'has', collection, key, value };
  }

  private named(name: string): string {
    if (!this.takeWord(name)) throw malformed();
    this.needSymbol('=');
    const { kind, text } = this.next();
    if (kind !== 'string') throw malformed();
    return text;
  }

  private value(term: string): string | boolean {
    const { kind, text } = this.next();
    if (BOOLEANS.includes(term)) {
      if (kind === 'word' && (text === 'true' || text === 'false')) return text === 'true';
      throw malformed();
    }
    if (kind !== 'string') throw malformed();
    if (term.endsWith('Time') && Number.isNaN(Date.parse(text))) throw malformed();
    return text;
  }

  private next(): Token {
    const token = this.tokens[this.at++];
    if (!token) throw malformed();
    return token;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.at++;
    return true;
  }

  private takeSymbol(symbol: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.at++;
    return true;
  }

  private needSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw malformed();
  }
}
