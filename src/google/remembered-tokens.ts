import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import type { Result } from '../kit/result';
import type { CalendarRestParts } from './person-calls';

/**
 * The same parts, asking for each person's token once an execution: it outlasts one. Why there is none is remembered, too,
 * unless it may be otherwise the next moment.
 */
export function withRememberedTokens(parts: CalendarRestParts): CalendarRestParts {
  const known = new Map<string, Result<string, Failure>>();
  return {
    ...parts,
    tokensOf(emails) {
      const missing = emails.filter((email) => !known.has(email));
      const asked = missing.length === 0 ? known : parts.tokensOf(missing);
      for (const [email, token] of asked) if (isLasting(token)) known.set(email, token);
      return new Map(
        emails.flatMap((email) => {
          const token = known.get(email) ?? asked.get(email);
          return token ? [[email, token] as const] : [];
        }),
      );
    },
    forgetTokens(emails) {
      for (const email of emails) known.delete(email);
      parts.forgetTokens(emails);
    },
  };
}

const isLasting = (token: Result<string, Failure>): boolean =>
  token.ok || traitsOf(token.failure).retry !== 'soon';
