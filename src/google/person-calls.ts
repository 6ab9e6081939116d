/** Calls on one person's behalf: with their token, and once more with a new one if Google no longer accepts it. */
import type { AccountLookUp } from '../connection/ports';
import type { Failure } from '../kit/failure';
import type { Person } from '../kit/person';
import { ok, fail, type Result } from '../kit/result';
import type { PacedCalls, Pacing, Use } from '../runs/ports';
import { sha256Hex } from './digest';
import type { HttpRequest } from './http-message';

export type TokensOf = (people: readonly Person[]) => ReadonlyMap<string, Result<string, Failure>>;

export interface CalendarRestParts {
  readonly lookUp: AccountLookUp;
  /** Kept tokens that are valid for long enough, by user id. Makes no call. */
  readonly keptTokens: (people: readonly Person[]) => ReadonlyMap<string, string>;
  /** Tokens for the delegated calendar scope, or why there is none, by user id. */
  readonly tokensOf: TokensOf;
  /** Called when Google refused their tokens. */
  readonly forgetTokens: (people: readonly Person[]) => void;
  readonly pacing: Pacing;
  readonly calls: PacedCalls;
}

export interface PersonCalls {
  readonly person: Person;
  /** A short name for the person that does not reveal who it is, and never changes. */
  readonly quotaUser: string;
  /** @param send must be safe to repeat. */
  make<T>(
    use: Omit<Use, 'api' | 'person'>,
    send: (authorization: Authorization) => Result<T, Failure>,
  ): Result<T, Failure>;
}

export type Authorization = NonNullable<HttpRequest['headers']>;

export const bearer = (token: string): Authorization => ({ Authorization: `Bearer ${token}` });

/** @see https://cloud.google.com/apis/docs/system-parameters */
export const quotaUserOf = ({ userId }: Person): string => sha256Hex(userId).slice(0, 16);

export function personCalls(person: Person, parts: CalendarRestParts): PersonCalls {
  const tokenOf = (): Result<string, Failure> =>
    parts.tokensOf([person]).get(person.userId) ??
    fail({ kind: 'unknown-subject', account: person.email });

  const once = <T>(
    use: Omit<Use, 'api' | 'person'>,
    send: (authorization: Authorization) => Result<T, Failure>,
  ): Result<T, Failure> => {
    const token = tokenOf();
    if (!token.ok) return token;
    const attempt = parts.calls.make({ ...use, api: 'calendar', person: person.userId }, () =>
      send(bearer(token.value)),
    );
    return attempt.kind === 'done' ? ok(attempt.value) : fail(attempt.failure);
  };

  return {
    person,
    quotaUser: quotaUserOf(person),
    make(use, send) {
      const answer = once(use, send);
      if (answer.ok || answer.failure.kind !== 'grant-revoked') return answer;
      parts.forgetTokens([person]);
      return once(use, send);
    },
  };
}
