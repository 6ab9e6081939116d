/** A refusal of one of Google's APIs, in either of the forms they use. */

export type GoogleApi =
  'calendar' | 'directory' | 'reports' | 'sheets' | 'drive' | 'marketplace' | 'oauth2';

/** What a call was about: what a refusal alone does not tell. */
export interface About {
  readonly api: GoogleApi;
  /** Of the record that was asked for or written; empty for a listing. */
  readonly id?: string;
  /** What was listed, in words: a refusal of the whole listing is told with them. */
  readonly listing?: string;
  /** In whose name. */
  readonly account?: string;
  /** What the call needs. */
  readonly scopes?: readonly string[];
}

export interface Refusal {
  /** Of HTTP. */
  readonly status: number;
  /** `errors[0].reason`, or the reason of a `google.rpc.ErrorInfo`; empty when there is none. */
  readonly reason: string;
  /** In the language of the account: to be shown to developers, not to be decided by. */
  readonly message: string;
  /** Null when the answer names no time. */
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
