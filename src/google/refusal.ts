/** Refusals by Google's APIs, in both forms that they use. */

export type GoogleApi =
  'calendar' | 'directory' | 'reports' | 'sheets' | 'drive' | 'marketplace' | 'oauth2' | 'iam';

/** What a call was about, which the refusal itself does not say. */
export interface About {
  readonly api: GoogleApi;
  /** The record that was read or written; empty for a listing. */
  readonly id?: string;
  /** What was listed, in words, for the message when the whole listing is refused. */
  readonly listing?: string;
  /** On whose behalf. */
  readonly account?: string;
  /** The scopes that the call needs. */
  readonly scopes?: readonly string[];
}

export interface Refusal {
  /** The HTTP status. */
  readonly status: number;
  /** `errors[0].reason`, or the reason of a `google.rpc.ErrorInfo`; empty when there is none. */
  readonly reason: string;
  /** In the account's language: for developers to read, never to decide by. */
  readonly message: string;
  /** Null when the response names no time. */
  readonly retryAfterMs: number | null;
}

/** What both forms have in common: a REST body's `error`, and `details` of GoogleJsonResponseException. */
interface ErrorBody {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly errors?: readonly { readonly reason?: unknown }[];
  readonly details?: readonly { readonly reason?: unknown }[];
}

/** @see https://developers.google.com/workspace/calendar/api/guides/errors */
export function refusalOf(
  body: unknown,
  status: number,
  retryAfterMs: number | null = null,
): Refusal {
  const { message, errors, details } = (body ?? {}) as ErrorBody;
  const reasons = [errors, details].map((list) =>
    Array.isArray(list) ? list.map(({ reason }) => reason).find(isText) : undefined,
  );
  return {
    status,
    reason: reasons.find(isText) ?? '',
    message: isText(message) ? message : '',
    retryAfterMs,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
