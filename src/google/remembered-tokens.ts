import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { ok, type Result } from '../kit/result';
import type { CalendarRestParts } from './person-calls';

/**
 * The same parts, but each person's token is requested once per execution, which it outlasts. The reason why there is
 * none is remembered too, unless it may pass.
 */
export function withRememberedTokens(parts: CalendarRestParts): CalendarRestParts {
  const known = new Map<string, Result<string, Failure>>();
  return {
    ...parts,
    keptTokens(people) {
      const missing = people.filter(({ userId }) => !known.has(userId));
      if (missing.length > 0)
        for (const [userId, token] of parts.keptTokens(missing)) known.set(userId, ok(token));
      return new Map(
        people.flatMap(({ userId }) => {
          const token = known.get(userId);
          return token?.ok ? [[userId, token.value] as const] : [];
        }),
      );
    },
    tokensOf(people) {
      const missing = people.filter(({ userId }) => !known.has(userId));
      const asked = missing.length === 0 ? known : parts.tokensOf(missing);
      for (const [userId, token] of asked) if (isLasting(token)) known.set(userId, token);
      return new Map(
        people.flatMap(({ userId }) => {
          const token = known.get(userId) ?? asked.get(userId);
          return token ? [[userId, token] as const] : [];
        }),
      );
    },
    forgetTokens(people) {
      for (const { userId } of people) known.delete(userId);
      parts.forgetTokens(people);
    },
  };
}

const isLasting = (token: Result<string, Failure>): boolean =>
  token.ok || traitsOf(token.failure).retry !== 'soon';
