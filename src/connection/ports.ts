/** What the connection needs from outside. No value that a card could show ever contains a key or a token. */
import type { Failure } from '../kit/failure';
import type { AddressedPerson, Person } from '../kit/person';
import type { Result } from '../kit/result';

/** A service account that may act for people once an administrator has delegated it scopes. */
export interface ServiceAccount {
  /** Its email address. */
  readonly email: string;
  /** The client ID that is pasted into domain-wide delegation. */
  readonly clientId: string;
  /** By this the key is told from others. */
  readonly keyId: string;
  /** The key's ID as Google knows it; null where that is unknown: Google then tries all keys of the account. */
  readonly sentKeyId: string | null;
  /** PKCS #8 PEM; null where Google signs, and there is no key. */
  readonly privateKey: string | null;
  readonly tokenUri: string;
}

/** Signs with RSA-SHA256; the signature in base64url. */
export type Sign = (text: string, privateKey: string) => string;

/**
 * Has Google sign claims with a key that only Google has, in the running account's name. The signed JWTs are in the order of the
 * claims. Fails with `may-not-sign`, `missing-scopes`, `service-disabled` …
 */
export type SignAtGoogle = (
  serviceAccount: string,
  claims: readonly string[],
) => readonly Result<string, Failure>[];

/** Text in base64url, UTF-8, without padding. */
export type Base64Url = (text: string) => string;

/**
 * The addresses that accounts have now, by user id, looked up in the directory in this execution. An id fails with
 * `unknown-subject` when it has no account (any more), or with `suspended-subject`. Everything fails when the directory
 * cannot be read.
 *
 * @param later how many more accounts this execution may ask about.
 */
export type AccountLookUp = (
  people: readonly Person[],
  later: number,
) => Result<ReadonlyMap<string, Result<AddressedPerson, Failure>>, Failure>;

export interface TokenAnswer {
  readonly status: number;
  readonly body: string;
}

/** Asks the token endpoint for many tokens at once. Its answers are in the order of the assertions. */
export type TokenEndpoint = (
  uri: string,
  assertions: readonly string[],
) => readonly Result<TokenAnswer, Failure>[];
