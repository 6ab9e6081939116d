/** Why a call brought no page. */
export type CallFailure =
  /** The browser, or Google, did not let the call through. */
  | { readonly kind: 'unreachable'; readonly message: string }
  /** Google took the call for another account's. */
  | { readonly kind: 'wrong-account'; readonly message: string }
  /** Tandem ended with an error. */
  | { readonly kind: 'broken'; readonly message: string }
  /** Tandem answered something else than a page. */
  | { readonly kind: 'not-a-page'; readonly message: string };

/**
 * What an error of `google.script.run` means.
 *
 * @see https://developers.google.com/apps-script/guides/html/reference/run#withFailureHandler(Function)
 */
export function failureOf({ name, message }: Error): CallFailure {
  if (/PERMISSION_DENIED|authuser/.test(message)) return { kind: 'wrong-account', message };
  if (name === 'NetworkError' || /^(NetworkError|TransportError|ScriptError: Auth)/.test(message))
    return { kind: 'unreachable', message };
  return { kind: 'broken', message };
}

/** What a person is told: what happened, and what helps. */
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
    cure: 'Google took you for another account. Open this page in a window in which you are signed in with your administrator account alone, such as a private window.',
  },
  broken: {
    title: 'Tandem could not finish this',
    cure: 'Try again. If it happens once more, send what is below to whoever looks after Tandem.',
  },
  'not-a-page': {
    title: 'Tandem’s answer could not be read',
    cure: 'Load this page again: it may be older than Tandem itself. Then try once more.',
  },
};
