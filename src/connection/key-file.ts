import { literal, minLength, object, optional, pipe, regex, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { Failure, KeyProblem } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import { jsonOf } from '../kit/json';
import type { ServiceAccount } from './ports';

/**
 * Where tokens are requested, whatever a key file says: the file must not decide where Tandem sends its claims.
 *
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
 */
export const TOKEN_URI = 'https://oauth2.googleapis.com/token';

/** The script property for the text of Google's JSON key file. Tandem's publisher sets it. */
export const KEY_PROPERTY = 'publisher.service-account-key';

/** A key file has about 2,400 characters. */
export const LARGEST_TEXT = 20_000;

/** PKCS #8 of an RSA key of 2048 bits has about 1,217 bytes; of 1536 bits about 920. */
const SMALLEST_KEY_BYTES = 1_100;

const PEM = /^-----BEGIN PRIVATE KEY-----\s+([A-Za-z0-9+/=\s]+?)-----END PRIVATE KEY-----\s*$/;

const isFile = decoderOf(object({ type: literal('service_account') }));

const named = decoderOf(
  object({
    client_email: pipe(string(), regex(/^[^\s@]+@[^\s@]+$/)),
    client_id: pipe(string(), regex(/^\d+$/)),
    private_key_id: pipe(string(), minLength(1)),
  }),
);

/** Addresses of Google's service accounts, including a project's default ones: nothing else can be delegated. */
export const SERVICE_ACCOUNT = /^[^@]+@(?:[^@]+\.)?gserviceaccount\.com$/i;

const keyed = decoderOf(object({ private_key: optional(string(), '') }));

/**
 * The service account in a JSON key file from Google's Cloud console. Fails with `invalid-key` and what is wrong, without
 * repeating any of the text.
 *
 * @see https://cloud.google.com/iam/docs/keys-create-delete
 */
export function serviceAccountOf(text: string): Result<ServiceAccount, Failure> {
  if (text.trim() === '') return unusable('missing');
  if (text.length > LARGEST_TEXT) return unusable('too-large');
  const file = jsonOf(text);
  if (isFile(file) === null) return unusable('unreadable');
  const names = named(file);
  if (names === null) return unusable('no-email');
  if (!SERVICE_ACCOUNT.test(names.client_email)) return unusable('foreign-email');
  const privateKey = keyed(file)?.private_key ?? '';
  const problem = pemProblem(privateKey);
  if (problem !== null) return unusable(problem);
  return ok({
    email: names.client_email,
    clientId: names.client_id,
    keyId: names.private_key_id,
    sentKeyId: names.private_key_id,
    privateKey,
    tokenUri: TOKEN_URI,
  });
}

/** The service account whose key is in the script's properties. Fails with `invalid-key`, also when there is no key. */
export const publishedAccount = (properties: StringStore): Result<ServiceAccount, Failure> =>
  serviceAccountOf(properties.get(KEY_PROPERTY) ?? '');

/** By this, people recognize a key that is never shown: the beginning of the id that Google's console lists. */
export const keyFingerprint = ({ keyId }: Pick<ServiceAccount, 'keyId'>): string =>
  keyId.slice(0, 8);

/** The same key with Google's line ends, so that one key has one digest. */
export const normalPem = (pem: string): string =>
  `${pem
    .trim()
    .split(/\s*\r?\n\s*/)
    .join('\n')}\n`;

/** What is wrong with a private key in PKCS #8 PEM; null for one that can be used. */
export function pemProblem(pem: string): KeyProblem | null {
  const body = PEM.exec(pem)?.[1];
  if (body === undefined) return 'not-a-private-key';
  const bytes = (body.replace(/\s/g, '').length * 3) / 4;
  return bytes < SMALLEST_KEY_BYTES ? 'too-short' : null;
}

export const unusable = (problem: KeyProblem): Result<never, Failure> =>
  fail({ kind: 'invalid-key', problem });
