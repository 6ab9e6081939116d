/** Access tokens of the service account: kept while they last, minted together when they do not. */
import { number, object, string } from 'valibot';
import type { Hash } from '../kit/canonical';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
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
   * A token for each person, or why there is none: `unauthorized-client`, `unknown-subject`, `key-revoked` … Those that are
   * not kept are asked for in one call.
   *
   * @param scopes all of which the token is for: one that is not delegated fails the whole token.
   */
  tokensFor(
    subjects: readonly string[],
    scopes: readonly string[],
  ): ReadonlyMap<string, Result<string, Failure>>;
  /** A token of the service account itself. */
  ownToken(scopes: readonly string[]): Result<string, Failure>;
  /** Throws away what is kept, when a request said that a token is not valid any more. */
  forget(subjects: readonly string[], scopes: readonly string[]): void;
}

/** Longer than an execution lasts: a token that is handed out at its beginning holds to its end. */
const RENEWED_BEFORE_MS = 10 * 60_000;

/** Of the hash of whom and what a token is for, which tells keys apart; and of the address, which a person reads in them. */
const HASH_LENGTH = 20;
const READABLE_LENGTH = 100;

const kept = decoderOf(object({ token: string(), until: number() }));

export function tokenSource(parts: TokenParts): TokenSource {
  const { account, cache, clock, hash } = parts;

  const keyOf = ({ subject, scopes }: Claim): string => {
    const about = [account.email, account.keyId, subject ?? '', ...[...scopes].sort()].join(' ');
    const readable = (subject ?? 'self').slice(0, READABLE_LENGTH);
    return `token.${readable}.${hash(about).slice(0, HASH_LENGTH)}`;
  };

  const found = (claims: readonly Claim[]): (string | null)[] => {
    const keys = claims.map(keyOf);
    const texts = readTogether(cache, keys);
    return keys.map((key) => {
      const value = kept(jsonOf(texts[key] ?? null));
      return value !== null && value.until - clock.now() > RENEWED_BEFORE_MS ? value.token : null;
    });
  };

  /** What the cache cannot take is asked for again next time. */
  const keep = (minted: readonly (readonly [Claim, Result<Token, Failure>])[]): void => {
    const entries = minted.flatMap(([claim, result]) =>
      result.ok ? [[keyOf(claim), valueOf(result.value, clock.now())] as const] : [],
    );
    if (entries.length > 0) cache.set(Object.fromEntries(entries));
  };

  const tokensOf = (claims: readonly Claim[]): Result<string, Failure>[] => {
    const known = found(claims);
    const missing = claims.filter((_, index) => known[index] === null);
    const minted = mint(parts, missing).map((result, i) => [missing[i]!, result] as const);
    keep(minted);
    const fresh = new Map(minted);
    return claims.map((claim, index) => {
      const token = known[index] ?? null;
      if (token !== null) return ok(token);
      const result = fresh.get(claim)!;
      return result.ok ? ok(result.value.text) : result;
    });
  };

  return {
    tokensFor(subjects, scopes) {
      const people = [...new Set(subjects)];
      const results = tokensOf(people.map((subject) => ({ subject, scopes })));
      return new Map(people.map((subject, index) => [subject, results[index]!]));
    },
    ownToken: (scopes) => tokensOf([{ subject: null, scopes }])[0]!,
    forget: (subjects, scopes) =>
      cache.delete(subjects.map((subject) => keyOf({ subject, scopes }))),
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
