/** Access tokens of the service account: kept while they are valid, requested together when they are not. */
import { number, object, string } from 'valibot';
import type { Hash } from '../kit/canonical';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import { fail, ok, type Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import { readTogether } from '../kit/together';
import { jsonOf } from '../kit/json';
import { signedAssertions, type Claim, type Signing } from './assertion';
import type { AccountLookUp, TokenEndpoint } from './ports';
import { readTokenAnswer, unreadable, type Token } from './token-answer';

export interface TokenParts extends Signing {
  readonly endpoint: TokenEndpoint;
  /** A cache that may lose everything at any time. */
  readonly cache: StringStore;
  readonly hash: Hash;
}

/** Tokens are for requests only: never show, log or keep them elsewhere. */
export interface OwnTokens {
  /** A token of the service account itself. */
  ownToken(scopes: readonly string[]): Result<string, Failure>;
  /** The same, past the cache: it proves that the account can be used now. */
  newToken(scopes: readonly string[]): Result<string, Failure>;
}

/** Tokens of people, by user id. A token belongs to an account, even when its address changes. */
export interface PeoplesTokens {
  /** The kept tokens that stay valid long enough. Makes no request. */
  kept(people: readonly Person[], scopes: readonly string[]): ReadonlyMap<string, string>;
  /**
   * A token for each person, or why there is none: `unauthorized-client`, `unknown-subject`, `key-revoked` … Tokens that are
   * not kept are requested in one call, each for the address that the account has now: no token is ever requested for an
   * address that was not looked up in this execution.
   *
   * @param scopes what the token is for. If one of them is not delegated, there is no token at all.
   */
  tokensFor(
    people: readonly Person[],
    scopes: readonly string[],
  ): ReadonlyMap<string, Result<string, Failure>>;
  /** Drops kept tokens, after Google said in a response that one is no longer valid. */
  forget(people: readonly Person[], scopes: readonly string[]): void;
}

/** Longer than an execution, so that a token taken at its beginning is valid to its end. */
const RENEWED_BEFORE_MS = 10 * 60_000;

/** How much of the hash of account and scopes a key has: enough to tell keys apart. */
const HASH_LENGTH = 20;

const keptForm = decoderOf(object({ token: string(), until: number() }));

/** Tokens in a cache, by their owner: a user id, or null for the service account itself. */
function tokenShelf({ account, cache, clock, hash }: TokenParts) {
  const keyOf = (userId: string | null, scopes: readonly string[]): string => {
    const about = [account.email, account.keyId, userId ?? '', ...[...scopes].sort()].join(' ');
    return `token.${userId ?? 'self'}.${hash(about).slice(0, HASH_LENGTH)}`;
  };
  return {
    find(owners: readonly (string | null)[], scopes: readonly string[]): (string | null)[] {
      const keys = owners.map((owner) => keyOf(owner, scopes));
      const texts = readTogether(cache, keys);
      return keys.map((key) => {
        const value = keptForm(jsonOf(texts[key] ?? null));
        return value !== null && value.until - clock.now() > RENEWED_BEFORE_MS ? value.token : null;
      });
    },
    /** What the cache does not keep is requested again next time. */
    keep(minted: readonly (readonly [string | null, Token])[], scopes: readonly string[]): void {
      const entries = minted.map(([owner, token]) => [
        keyOf(owner, scopes),
        valueOf(token, clock.now()),
      ]);
      if (entries.length > 0) void cache.set(Object.fromEntries(entries) as Record<string, string>);
    },
    forget: (owners: readonly string[], scopes: readonly string[]): void =>
      cache.delete(owners.map((owner) => keyOf(owner, scopes))),
  };
}

export function ownTokens(parts: TokenParts): OwnTokens {
  const shelf = tokenShelf(parts);
  const newToken: OwnTokens['newToken'] = (scopes) => {
    const token = mint(parts, [{ subject: null, scopes }])[0]!;
    if (!token.ok) return token;
    shelf.keep([[null, token.value]], scopes);
    return ok(token.value.text);
  };
  return {
    newToken,
    ownToken(scopes) {
      const known = shelf.find([null], scopes)[0] ?? null;
      return known === null ? newToken(scopes) : ok(known);
    },
  };
}

type PeopleParts = TokenParts & { readonly lookUp: AccountLookUp };

export function peoplesTokens(parts: PeopleParts): PeoplesTokens {
  const shelf = tokenShelf(parts);

  const kept: PeoplesTokens['kept'] = (people, scopes) => {
    const ids = people.map(({ userId }) => userId);
    const found = shelf.find(ids, scopes);
    return new Map(
      ids.flatMap((id, index) => {
        const token = found[index] ?? null;
        return token === null ? [] : [[id, token] as const];
      }),
    );
  };

  return {
    kept,
    tokensFor(people, scopes) {
      const once = [...new Map(people.map((person) => [person.userId, person])).values()];
      const known = kept(once, scopes);
      const missing = once.filter(({ userId }) => !known.has(userId));
      const fresh = mintForPeople(parts, missing, scopes);
      shelf.keep(
        [...fresh].flatMap(([userId, one]) => (one.ok ? [[userId, one.value] as const] : [])),
        scopes,
      );
      return new Map(
        once.map(({ userId, email }) => {
          const token = known.get(userId);
          if (token !== undefined) return [userId, ok(token)];
          const one = fresh.get(userId) ?? fail({ kind: 'unknown-subject', account: email });
          return [userId, one.ok ? ok(one.value.text) : one];
        }),
      );
    },
    forget: (people, scopes) =>
      shelf.forget(
        people.map(({ userId }) => userId),
        scopes,
      ),
  };
}

/** New tokens for everybody who has an account, each for its current address. */
function mintForPeople(
  parts: PeopleParts,
  people: readonly Person[],
  scopes: readonly string[],
): ReadonlyMap<string, Result<Token, Failure>> {
  if (people.length === 0) return new Map();
  const accounts = parts.lookUp(people, 0);
  if (!accounts.ok) return new Map(people.map(({ userId }) => [userId, accounts]));
  const able = [...accounts.value.values()].flatMap((one) => (one.ok ? [one.value] : []));
  const tokens = mint(
    parts,
    able.map(({ email }) => ({ subject: email, scopes })),
  );
  const results = new Map<string, Result<Token, Failure>>();
  for (const [userId, account] of accounts.value) if (!account.ok) results.set(userId, account);
  able.forEach(({ userId }, index) => results.set(userId, tokens[index]!));
  return results;
}

/** New tokens for all claims in one call, in their order, without looking into the cache. */
export function mint(
  parts: Signing & Pick<TokenParts, 'endpoint'>,
  claims: readonly Claim[],
): Result<Token, Failure>[] {
  if (claims.length === 0) return [];
  const { account, endpoint } = parts;
  const assertions = signedAssertions(parts, claims);
  const signed = assertions.flatMap((one) => (one.ok ? [one.value] : []));
  const answers = signed.length === 0 ? [] : endpoint(account.tokenUri, signed);
  let next = 0;
  return claims.map((claim, index) => {
    const assertion = assertions[index] ?? unreadable('Fewer signatures than claims');
    if (!assertion.ok) return assertion;
    const answer = answers[next++] ?? unreadable('Fewer answers than questions');
    return answer.ok ? readTokenAnswer(answer.value, { ...claim, account }) : fail(answer.failure);
  });
}

const valueOf = ({ text, lifeMs }: Token, now: number): string =>
  JSON.stringify({ token: text, until: now + lifeMs });
