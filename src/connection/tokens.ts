/** Access tokens of the service account: kept while they last, minted together when they do not. */
import { number, object, string } from 'valibot';
import type { Hash } from '../kit/canonical';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import { fail, ok, type Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import { readTogether } from '../kit/together';
import { signedAssertion, type Claim, type Signing } from './assertion';
import { jsonOf } from './json';
import type { TokenEndpoint } from './ports';
import { readTokenAnswer, unreadable, type Token } from './token-answer';

export interface TokenParts extends Signing {
  readonly endpoint: TokenEndpoint;
  /** A cache that may lose everything at any time. */
  readonly cache: StringStore;
  readonly hash: Hash;
}

/** Tokens are for requests only: never to be shown, logged or kept elsewhere. */
export interface TokenSource {
  /**
   * By user id: a token for each person, or why there is none: `unauthorized-client`, `unknown-subject`, `key-revoked` … A
   * token is its account's, whatever the address was or becomes. Those that are not kept are asked for in one call.
   *
   * @param scopes all of which the token is for: one that is not delegated fails the whole token.
   */
  tokensFor(
    people: readonly Person[],
    scopes: readonly string[],
  ): ReadonlyMap<string, Result<string, Failure>>;
  /** A token of the service account itself. */
  ownToken(scopes: readonly string[]): Result<string, Failure>;
  /** Throws away what is kept, when a request said that a token is not valid any more. */
  forget(people: readonly Person[], scopes: readonly string[]): void;
}

/** Longer than an execution lasts: a token that is handed out at its beginning holds to its end. */
const RENEWED_BEFORE_MS = 10 * 60_000;

/** Of the hash of whom and what a token is for, which tells keys apart. */
const HASH_LENGTH = 20;

/** A claim, and whose the token will be: null for the service account itself. */
interface Ask {
  readonly userId: string | null;
  readonly claim: Claim;
}

const kept = decoderOf(object({ token: string(), until: number() }));

export function tokenSource(parts: TokenParts): TokenSource {
  const { account, cache, clock, hash } = parts;

  const keyOf = (userId: string | null, scopes: readonly string[]): string => {
    const about = [account.email, account.keyId, userId ?? '', ...[...scopes].sort()].join(' ');
    return `token.${userId ?? 'self'}.${hash(about).slice(0, HASH_LENGTH)}`;
  };
  const keyOfAsk = ({ userId, claim }: Ask): string => keyOf(userId, claim.scopes);

  const found = (asks: readonly Ask[]): (string | null)[] => {
    const keys = asks.map(keyOfAsk);
    const texts = readTogether(cache, keys);
    return keys.map((key) => {
      const value = kept(jsonOf(texts[key] ?? null));
      return value !== null && value.until - clock.now() > RENEWED_BEFORE_MS ? value.token : null;
    });
  };

  /** What the cache cannot take is asked for again next time. */
  const keep = (minted: readonly (readonly [Ask, Result<Token, Failure>])[]): void => {
    const entries = minted.flatMap(([ask, result]) =>
      result.ok ? [[keyOfAsk(ask), valueOf(result.value, clock.now())] as const] : [],
    );
    if (entries.length > 0) cache.set(Object.fromEntries(entries));
  };

  const tokensOf = (asks: readonly Ask[]): Result<string, Failure>[] => {
    const known = found(asks);
    const missing = asks.filter((_, index) => known[index] === null);
    const tokens = mint(
      parts,
      missing.map(({ claim }) => claim),
    );
    const minted = tokens.map((result, index) => [missing[index]!, result] as const);
    keep(minted);
    const fresh = new Map(minted);
    return asks.map((ask, index) => {
      const token = known[index] ?? null;
      if (token !== null) return ok(token);
      const result = fresh.get(ask)!;
      return result.ok ? ok(result.value.text) : result;
    });
  };

  return {
    tokensFor(people, scopes) {
      const once = [...new Map(people.map((person) => [person.userId, person])).values()];
      const results = tokensOf(
        once.map(({ userId, email }) => ({ userId, claim: { subject: email, scopes } })),
      );
      return new Map(once.map(({ userId }, index) => [userId, results[index]!]));
    },
    ownToken: (scopes) => tokensOf([{ userId: null, claim: { subject: null, scopes } }])[0]!,
    forget: (people, scopes) => cache.delete(people.map(({ userId }) => keyOf(userId, scopes))),
  };
}

/** New tokens for all claims in one call, in their order; the cache is not asked. */
export function mint(
  parts: Signing & Pick<TokenParts, 'endpoint'>,
  claims: readonly Claim[],
): Result<Token, Failure>[] {
  if (claims.length === 0) return [];
  const { account, endpoint } = parts;
  const answers = endpoint(
    account.tokenUri,
    claims.map((claim) => signedAssertion(parts, claim)),
  );
  return claims.map((claim, index) => {
    const answer = answers[index] ?? unreadable('Fewer answers than questions');
    return answer.ok ? readTokenAnswer(answer.value, { ...claim, account }) : fail(answer.failure);
  });
}

const valueOf = ({ text, lifeMs }: Token, now: number): string =>
  JSON.stringify({ token: text, until: now + lifeMs });
