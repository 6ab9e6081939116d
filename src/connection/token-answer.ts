/** A response of the token endpoint as a token or a failure. A failure never contains a token. */
import { minLength, number, object, optional, pipe, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { jsonOf } from '../kit/json';
import type { Claim } from './assertion';
import type { ServiceAccount, TokenAnswer } from './ports';

export interface Token {
  readonly text: string;
  readonly lifeMs: number;
}

export interface Asked extends Claim {
  readonly account: Pick<ServiceAccount, 'email' | 'clientId'>;
}

const SERVICE = 'Google’s token endpoint';

const granted = decoderOf(
  object({ access_token: pipe(string(), minLength(1)), expires_in: number() }),
);
const refused = decoderOf(object({ error: string(), error_description: optional(string(), '') }));

/**
 * Fails with what the refusal means for this claim.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#jwt-error-codes
 */
export function readTokenAnswer(
  { status, body }: TokenAnswer,
  asked: Asked,
): Result<Token, Failure> {
  const answer = jsonOf(body);
  const token = status === 200 ? granted(answer) : null;
  if (token) return ok({ text: token.access_token, lifeMs: token.expires_in * 1000 });
  if (status === 429) return fail({ kind: 'rate-limited', retryAfterMs: null });
  if (status >= 500)
    return fail({ kind: 'unavailable', message: `${SERVICE} answered ${status}.` });
  const refusal = refused(answer);
  if (refusal === null) return unreadable(`An answer ${status} without token or error`);
  return REFUSALS[refusal.error]?.(asked, refusal.error_description) ?? unreadable(refusal.error);
}

type Refusal = (asked: Asked, description: string) => Result<never, Failure>;

const deleted: Refusal = ({ account }) =>
  fail({ kind: 'service-account-deleted', serviceAccount: account.email });

/** By Google's `error`. The description, a sentence, decides only where one error has several causes. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  unauthorized_client: ({ account: { clientId } }, description) =>
    fail({
      kind: /using this method|any of the scopes/i.test(description)
        ? 'delegation-mismatch'
        : 'unauthorized-client',
      clientId,
    }),
  access_denied: ({ subject, scopes }, description) =>
    /account restricted/i.test(description) && subject !== null
      ? fail({ kind: 'suspended-subject', account: subject })
      : fail({ kind: 'scope-not-delegated', scope: scopes.join(' ') }),
  admin_policy_enforced: () => fail({ kind: 'api-access-blocked' }),
  disabled_client: ({ account }) =>
    fail({ kind: 'service-account-disabled', serviceAccount: account.email }),
  deleted_client: deleted,
  invalid_client: deleted,
  /** Google knows every scope that Tandem asks for; it uses this error also when the delegation covers none of them. */
  invalid_scope: ({ scopes }) => fail({ kind: 'scope-not-delegated', scope: scopes.join(' ') }),
  org_internal: ({ account }) => fail({ kind: 'client-internal', clientId: account.clientId }),
  invalid_grant: ({ account, subject }, description) =>
    fail(invalidGrant(account.email, subject, description)),
  internal_failure: () =>
    fail({ kind: 'unavailable', message: `${SERVICE} had a fault of its own.` }),
};

/**
 * Texts about the service account come first: without a subject nobody else can be meant, and "account not found" is always about
 * the account that signs, never about a person.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#error-codes for most of the texts; "account not found"
 *   and "Robot is disabled" were reported for accounts that had been deleted or disabled
 */
function invalidGrant(
  serviceAccount: string,
  subject: string | null,
  description: string,
): Failure {
  if (/short-lived/i.test(description)) return { kind: 'clock-differs' };
  if (/robot is disabled/i.test(description))
    return { kind: 'service-account-disabled', serviceAccount };
  if (/account not found|robot is (?:deleted|missing)/i.test(description))
    return { kind: 'service-account-deleted', serviceAccount };
  if (subject === null || /invalid jwt|invalid signature/i.test(description))
    return { kind: 'key-revoked', serviceAccount };
  if (/account restricted|suspended|disabled/i.test(description))
    return { kind: 'suspended-subject', account: subject };
  if (
    /valid email|email or user|deleted|invalid impersonation|invalid (?:sub|prn)/i.test(description)
  )
    return { kind: 'unknown-subject', account: subject };
  return { kind: 'grant-revoked', account: subject };
}

export const unreadable = (reason: string): Result<never, Failure> =>
  fail({ kind: 'unreadable-answer', service: SERVICE, reason });
