/** The service account that acts in people's names once an administrator has delegated scopes to it: the organization's own, or the publisher's. */
import type { AccountLookUp, ServiceAccount } from '../connection/ports';
import { publishedAccount } from '../connection/key-file';
import { asServiceAccount, ownAccountSlot } from '../connection/own-account';
import { ownTokens, peoplesTokens, type OwnTokens } from '../connection/tokens';
import { calendarNeeds } from '../calendar/needs';
import { scriptCache } from '../google/cache';
import { clock } from '../google/clock';
import { base64Url, sha256Hex, sign } from '../google/digest';
import { signAtGoogle } from '../google/iam-credentials';
import { LIMITS } from '../google/limits';
import type { CalendarRestParts } from '../google/person-calls';
import { tokenEndpoint } from '../google/token-endpoint';
import { environmentOf } from '../install/environment';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';

/** The script property in which the publisher puts the number of the Cloud project: the app's id in the Marketplace. */
const PROJECT_PROPERTY = 'publisher.project-number';

export const projectNumber = (shared: StringStore): string => shared.get(PROJECT_PROPERTY) ?? '';

/** What a request for a token needs. */
export const signing = (account: ServiceAccount) => ({
  ...{ account, sign, signAtGoogle, base64Url, clock },
});

const tokenParts = (account: ServiceAccount) => ({
  ...signing(account),
  endpoint: tokenEndpoint,
  cache: scriptCache(LIMITS.CACHE_SECONDS),
  hash: sha256Hex,
});

/** The service account's own tokens. */
export const tokens = (account: ServiceAccount): OwnTokens => ownTokens(tokenParts(account));

export type CalendarTokens = Pick<
  CalendarRestParts,
  'keptTokens' | 'tokensOf' | 'forgetTokens' | 'lookUp'
>;

const CALENDAR_SCOPES = calendarNeeds.delegation.map(({ scope }) => scope);

/** Where the organization's own service account is kept: each environment has its own (C13). */
export const ownAccountPlace = (shared: StringStore, customerId: string, which: 'used' | 'next') =>
  ownAccountSlot(shared, customerId, which, environmentOf(shared, customerId).name);

/** The service account by which an organization's calendars are reached. Its own one comes before the publisher's. */
export function accountInUse(
  shared: StringStore,
  customerId: string | null,
): Result<ServiceAccount, Failure> {
  if (customerId === null) return publishedAccount(shared);
  const place = ownAccountPlace(shared, customerId, 'used');
  const own = place.read();
  if (own.kind === 'value') return ok(asServiceAccount(own.value));
  return own.kind === 'nothing'
    ? publishedAccount(shared)
    : fail({ kind: 'saved-data-unreadable', key: place.key });
}

/** The account in whose name the Marketplace is asked: it has to be of the listing's own project, as the publisher's is. */
export function askingAccount(
  shared: StringStore,
  customerId: string | null,
): Result<ServiceAccount, Failure> {
  const published = publishedAccount(shared);
  return published.ok ? published : accountInUse(shared, customerId);
}

/** Tokens for people's calendars. Without a usable key, all fail in the same way. */
export function calendarTokens(
  shared: StringStore,
  customerId: string,
  lookUp: AccountLookUp,
): CalendarTokens {
  const account = accountInUse(shared, customerId);
  if (!account.ok)
    return {
      lookUp,
      keptTokens: () => new Map(),
      tokensOf: (people) => new Map(people.map(({ userId }) => [userId, fail(account.failure)])),
      forgetTokens: () => {},
    };
  const source = peoplesTokens({ ...tokenParts(account.value), lookUp });
  return {
    lookUp,
    keptTokens: (people) => source.kept(people, CALENDAR_SCOPES),
    tokensOf: (people) => source.tokensFor(people, CALENDAR_SCOPES),
    forgetTokens: (people) => source.forget(people, CALENDAR_SCOPES),
  };
}

/** For cards: the account in use without its key. */
export function publicAccount(
  shared: StringStore,
  customerId: string | null,
): Result<Pick<ServiceAccount, 'email' | 'clientId' | 'keyId'>, Failure> {
  const account = accountInUse(shared, customerId);
  if (!account.ok) return account;
  const { email, clientId, keyId } = account.value;
  return ok({ email, clientId, keyId });
}
