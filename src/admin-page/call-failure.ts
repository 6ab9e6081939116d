/** Why a call returned no page. */
export type CallFailure =
  /** The browser, or Google, did not let the call through. */
  | { readonly kind: 'unreachable'; readonly message: string }
  /** Google attributed the call to another account. */
  | { readonly kind: 'wrong-account'; readonly message: string }
  /** Tandem ended with an error. */
  | { readonly kind: 'broken'; readonly message: string }
  /** Tandem's response was not a page. */
  | { readonly kind: 'not-a-page'; readonly message: string };

/**
 * The failure that an error of `google.script.run` means.
 *
 * @see https://developers.google.com/apps-script/guides/html/reference/run#withFailureHandler(Function)
 */
export function failureOf({ name, message }: Error): CallFailure {
  if (/PERMISSION_DENIED|authuser/.test(message)) return { kind: 'wrong-account', message };
  if (name === 'NetworkError' || /^(NetworkError|TransportError|ScriptError: Auth)/.test(message))
    return { kind: 'unreachable', message };
  return { kind: 'broken', message };
}

/** What a person reads: what happened, and what helps. */
export interface FailureWords {
  readonly title: string;
  readonly cure: string;
}

export const FAILURE_WORDS: Readonly<Record<CallFailure['kind'], FailureWords>> = {
  unreachable: {
    title: 'The page could not reach Tandem',
    cure: 'Check your connection, then try again. Nothing is lost: what you typed is still here.',
  },
  'wrong-account': {
    title: 'The page could not reach Tandem',
    cure: 'Google took you for another account. Open this page in a window in which you are signed in only with your administrator account, such as a private window.',
  },
  broken: {
    title: 'Tandem could not finish this',
    cure: 'Try again. If it happens again, send the details below to whoever looks after Tandem.',
  },
  'not-a-page': {
    title: 'Tandem’s response could not be read',
    cure: 'Reload this page: it may be older than Tandem itself. Then try again.',
  },
};
