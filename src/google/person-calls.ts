/** Calls in one person's name: with their token, and once more with a new one should Google not take it any more. */
import type { Failure } from '../kit/failure';
import { ok, fail, type Result } from '../kit/result';
import type { PacedCalls } from '../runs/paced-calls';
import type { Pacing, Use } from '../runs/pacing';
import { sha256Hex } from './digest';
import type { HttpRequest } from './http-message';

export interface CalendarRestParts {
  /** Tokens of these people for the delegated calendar scope, or why there is none. */
  readonly tokensOf: (emails: readonly string[]) => ReadonlyMap<string, Result<string, Failure>>;
  /** Google refused their tokens. */
  readonly forgetTokens: (emails: readonly string[]) => void;
  readonly pacing: Pacing;
  readonly calls: PacedCalls;
}

export interface PersonCalls {
  readonly email: string;
  /** A short name that does not tell the person, and always the same. */
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
export const quotaUserOf = (email: string): string => sha256Hex(email).slice(0, 16);

export function personCalls(email: string, parts: CalendarRestParts): PersonCalls {
  const tokenOf = (): Result<string, Failure> =>
    parts.tokensOf([email]).get(email) ?? fail({ kind: 'unknown-subject', account: email });

  const once = <T>(
    use: Omit<Use, 'api' | 'person'>,
    send: (authorization: Authorization) => Result<T, Failure>,
  ): Result<T, Failure> => {
    const token = tokenOf();
    if (!token.ok) return token;
    const attempt = parts.calls.make({ ...use, api: 'calendar', person: email }, () =>
      send(bearer(token.value)),
    );
    return attempt.kind === 'done' ? ok(attempt.value) : fail(attempt.failure);
  };

  return {
    email,
    quotaUser: quotaUserOf(email),
    make(use, send) {
      const answer = once(use, send);
      if (answer.ok || answer.failure.kind !== 'grant-revoked') return answer;
      parts.forgetTokens([email]);
      return once(use, send);
    },
  };
}
