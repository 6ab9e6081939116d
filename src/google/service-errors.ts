/**
 * Apps Script's built-in services fail with a sentence and nothing else. No other texts are matched anywhere. As far
 * as reports go, they are in English whatever the account's language. Any other text is a bug, and is thrown.
 */
import type { Failure } from '../kit/failure';

interface ServiceError {
  readonly text: RegExp;
  failure(found: RegExpExecArray, scopes: readonly string[]): Failure;
}

const scopesIn = (text: string): string[] => text.match(/https:\/\/[^\s)|,]+/g) ?? [];

const hostOf = (url: string): string => /^(?:https?:\/\/)?([^/?#]+)/.exec(url)?.[1] ?? '';

const storeFull = (store: string) => (): Failure => ({ kind: 'store-full', store });
const tooManyTriggers = (): Failure => ({ kind: 'too-many-triggers' });

const SERVICE_ERRORS: readonly ServiceError[] = [
  /** https://developers.google.com/apps-script/guides/support/troubleshooting */
  {
    text: /Service invoked too many times in a short time: (\w+)/,
    failure: () => ({ kind: 'rate-limited', retryAfterMs: 1_000 }),
  },
  {
    text: /Service invoked too many times(?: for one day)?: (\w+)/,
    failure: ([, service = '']) => ({ kind: 'daily-limit', service }),
  },
  {
    text: /Service using too much computer time for one day/,
    failure: () => ({ kind: 'daily-limit', service: 'triggers' }),
  },
  {
    text: /too many scripts running simultaneously|Script invoked too many times per second/,
    failure: () => ({ kind: 'rate-limited', retryAfterMs: null }),
  },
  /** Reported in https://github.com/derekantrican/GAS-ICS-Sync/issues/534 */
  { text: /You have exceeded the property storage quota/, failure: storeFull('properties') },
  { text: /Argument too large: (?:value|key)/, failure: storeFull('value') },
  { text: /This script has too many triggers/, failure: tooManyTriggers },
  /** Reported in https://github.com/ljay79/jira-tools/issues/53 */
  { text: /too many time-based triggers/, failure: tooManyTriggers },
  /** https://developers.google.com/apps-script/guides/triggers/installable */
  {
    text: /recurrence interval for an Add-on trigger must be at least one hour/,
    failure: () => ({ kind: 'trigger-too-frequent' }),
  },
  /** https://developers.google.com/apps-script/reference/lock/lock#waitLock(Integer) */
  { text: /Lock timeout/, failure: () => ({ kind: 'busy', until: null }) },
  {
    text: /DNS error: (\S+)/,
    failure: ([, url = '']) => ({ kind: 'host-not-found', host: hostOf(url) }),
  },
  {
    text: /(?:Address unavailable|SSL Error):? (\S+)/,
    failure: ([, url = '']) => ({
      kind: 'unavailable',
      message: `${hostOf(url)} cannot be reached`,
    }),
  },
  {
    text: /Timeout: (\S+)/,
    failure: ([, url = '']) => ({ kind: 'timed-out', service: hostOf(url) }),
  },
  {
    text: /UrlFetch calls to (\S+) are not permitted/,
    failure: ([, url = '']) => ({ kind: 'url-not-allowed', host: hostOf(url) }),
  },
  /** https://developers.google.com/apps-script/concepts/scopes */
  {
    text: /not sufficient to call|You do not have permission to call/,
    failure: ({ input }) => ({ kind: 'missing-scopes', scopes: scopesIn(input) }),
  },
  {
    text: /Authorization is required to perform that action/,
    failure: (_, scopes) => ({ kind: 'missing-scopes', scopes }),
  },
  {
    text: /We're sorry, a server error occurred/,
    failure: () => ({ kind: 'unavailable', message: 'Apps Script had an internal error' }),
  },
];

/** @param scopes the scopes that the call needs, for a sentence that does not name them. */
export function failureOfText(message: string, scopes: readonly string[] = []): Failure | null {
  for (const { text, failure } of SERVICE_ERRORS) {
    const found = text.exec(message);
    if (found) return failure(found, scopes);
  }
  return null;
}
