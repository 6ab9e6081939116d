/**
 * An organization's own service account: what is kept of it, and how its key is checked. The key itself only goes in; cards are
 * made from `ownView`, which has none.
 */
import { array, boolean, literal, nullable, object, optional, string } from 'valibot';
import { instantAt, type Clock } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { jsonOf } from '../kit/json';
import { ok, type Result } from '../kit/result';
import { slot, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import {
  LARGEST_TEXT,
  normalPem,
  pemProblem,
  SERVICE_ACCOUNT,
  TOKEN_URI,
  unusable,
} from './key-file';
import type { ServiceAccount } from './ports';

export interface OwnKey {
  /** The ID that Google's console lists; null where the file does not say it, as P12 and PEM do not. */
  readonly keyId: string | null;
  /** By this people recognize it: the beginning of its ID, or of a digest of the key. */
  readonly fingerprint: string;
  readonly privateKey: string;
  /** By its certificate; null where it has none. */
  readonly madeAt: string | null;
  readonly addedAt: string;
}

export interface OwnAccount {
  readonly email: string;
  readonly clientId: string;
  /** Google signs in the name of whoever runs Tandem, and there is no key. */
  readonly isKeyless: boolean;
  /** The one in use first, then the one before it. */
  readonly keys: readonly OwnKey[];
}

/** At most two, so that a new one can be tried while the old one is still there (TB12). */
export const MOST_KEYS = 2;

/**
 * Where it is kept.
 *
 * @param which `next` for one that is not used yet, because it is not delegated.
 * @param environment each has a client of its own (C13).
 */
export const ownAccountSlot = (
  shared: StringStore,
  customerId: string,
  which: 'used' | 'next',
  environment: 'demo' | 'production' = 'production',
): Slot<OwnAccount> => {
  const prefix = environment === 'demo' ? 'demo-' : '';
  return slot(shared, {
    key: `${prefix}${which}-service-account.${customerId}`,
    version: 1,
    decode,
  });
};

const decode = decoderOf<OwnAccount>(
  object({
    email: string(),
    clientId: string(),
    isKeyless: boolean(),
    keys: array(
      object({
        keyId: nullable(string()),
        fingerprint: string(),
        privateKey: string(),
        madeAt: nullable(string()),
        addedAt: string(),
      }),
    ),
  }),
);

/** What may be shown. */
export interface OwnView extends Pick<OwnAccount, 'email' | 'clientId' | 'isKeyless'> {
  readonly keys: readonly Omit<OwnKey, 'privateKey' | 'keyId'>[];
}

export const ownView = ({ email, clientId, isKeyless, keys }: OwnAccount): OwnView => ({
  ...{ email, clientId, isKeyless },
  keys: keys.map(({ fingerprint, madeAt, addedAt }) => ({ fingerprint, madeAt, addedAt })),
});

/** As requests for tokens take it. */
export function asServiceAccount({ email, clientId, isKeyless, keys }: OwnAccount): ServiceAccount {
  const [key] = keys;
  const isOwn = !isKeyless && key !== undefined;
  return {
    ...{ email, clientId, tokenUri: TOKEN_URI },
    keyId: isOwn ? key.fingerprint : 'keyless',
    sentKeyId: isOwn ? key.keyId : null,
    privateKey: isOwn ? key.privateKey : null,
  };
}

/** The form of Google's JSON file, in which the Admin page sends every key. Only the key is always there. */
const decodeFile = decoderOf(
  object({
    type: literal('service_account'),
    private_key: optional(string(), ''),
    client_email: optional(string(), ''),
    private_key_id: optional(string(), ''),
    made_at: optional(string(), ''),
  }),
);

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

export interface Uploaded {
  /** What arrived: a key file of Google's, or the same form made by the Admin page. */
  readonly text: string;
  /** As it was typed; may be empty when the file says it. */
  readonly email: string;
}

/** SHA-256 in hexadecimal digits. */
export type Digest = (text: string) => string;

/** An account with the uploaded key alone, still without its client ID. Fails with `invalid-key`, and repeats none of the text. */
export function uploadedAccount(
  { text, email }: Uploaded,
  { clock, digest }: { readonly clock: Clock; readonly digest: Digest },
): Result<OwnAccount, Failure> {
  if (text.trim() === '') return unusable('missing');
  if (text.length > LARGEST_TEXT) return unusable('too-large');
  const file = decodeFile(jsonOf(text.replace(/^\uFEFF/, '')));
  if (file === null) return unusable('unreadable');
  const problem = pemProblem(file.private_key);
  if (problem !== null) return unusable(problem);
  const typed = email.trim().toLowerCase();
  const named = file.client_email.trim().toLowerCase();
  if (typed !== '' && named !== '' && typed !== named) return unusable('other-email');
  if (typed === '' && named === '') return unusable('email-missing');
  if (!SERVICE_ACCOUNT.test(typed || named)) return unusable('foreign-email');
  const privateKey = normalPem(file.private_key);
  const keyId = /^[0-9a-f]{40}$/.test(file.private_key_id) ? file.private_key_id : null;
  const key: OwnKey = {
    ...{ keyId, privateKey, fingerprint: (keyId ?? digest(privateKey)).slice(0, 8) },
    madeAt: INSTANT.test(file.made_at) ? file.made_at : null,
    addedAt: instantAt(clock.now()),
  };
  return ok({ email: typed || named, clientId: '', isKeyless: false, keys: [key] });
}

/** The same account with one more key: the new one is used from now on, and the one before it stays until it is removed. */
export const withKeysOf = (added: OwnAccount, before: OwnAccount | null): OwnAccount => {
  if (before === null || before.email !== added.email || added.isKeyless) return added;
  const known = new Set(added.keys.map(({ fingerprint }) => fingerprint));
  const others = before.keys.filter(({ fingerprint }) => !known.has(fingerprint));
  return { ...added, keys: [...added.keys, ...others].slice(0, MOST_KEYS) };
};
