/** What the connection needs of the world. No key and no token is ever in a value that a card could show. */
import type { Failure } from '../kit/failure';
import type { AddressedPerson, Person } from '../kit/person';
import type { Result } from '../kit/result';

/** A service account that may act for people once an administrator has delegated it scopes. */
export interface ServiceAccount {
  /** Its address. */
  readonly email: string;
  /** The client ID that is pasted into domain-wide delegation. */
  readonly clientId: string;
  readonly keyId: string;
  /** PKCS #8 PEM. */
  readonly privateKey: string;
  readonly tokenUri: string;
}

/** Signs with RSA-SHA256; the signature in base64url. */
export type Sign = (text: string, privateKey: string) => string;

/** Text in base64url, UTF-8, without padding. */
export type Base64Url = (text: string) => string;

/**
 * Which addresses accounts have now, by user id, as the directory says it in this very execution: `unknown-subject` for one
 * that is no account (any more), `suspended-subject`. The whole fails when the directory cannot be read.
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

/** Asks the token endpoint for many tokens at once; answers in the order of the assertions. */
export type TokenEndpoint = (
  uri: string,
  assertions: readonly string[],
) => readonly Result<TokenAnswer, Failure>[];
