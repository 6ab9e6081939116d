import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import type { Workspace } from '../workspace';
import type { ServiceAccount, ServiceAccountKey } from '../state/cloud';

/** A new key: the stored half, and the private half, which is handed over once and stored nowhere. */
export interface CreatedKey {
  readonly key: ServiceAccountKey;
  readonly privateKey: KeyObject;
}

/** How many user-managed keys a service account can have. @see https://cloud.google.com/iam/quotas */
export const KEYS_PER_ACCOUNT = 10;

/**
 * Gives a service account a new RSA 2048 key. The key itself is truly random, the only such value in a Workspace;
 * everything else, its id too, comes from the Workspace's seed.
 *
 * @param privateKey a key that somebody made themselves, as when its public half is uploaded.
 * @throws RangeError when the account already has as many as it can have.
 */
export function createKey(
  workspace: Workspace,
  account: ServiceAccount,
  privateKey: KeyObject = newPrivateKey(),
): CreatedKey {
  if (account.keys.filter(({ managedBy }) => !managedBy).length >= KEYS_PER_ACCOUNT)
    throw new RangeError('Maximum number of keys on account reached.');
  const key = keyOf(workspace, privateKey);
  account.keys.push(key);
  return { key, privateKey };
}

/** Deletes a key; returns whether there was one. Whatever it signed is refused from then on. */
export function deleteKey(account: ServiceAccount, keyId: string): boolean {
  const before = account.keys.length;
  account.keys = account.keys.filter((key) => key.keyId !== keyId);
  return account.keys.length < before;
}

let googleManaged: KeyObject | undefined;

/**
 * The key with which Google signs for an account whose users hold none. This process has one, shared by all accounts
 * under ids of their own; a Workspace loaded from elsewhere gets a new one beside its old one, as in a rotation.
 */
export function googleManagedKey(workspace: Workspace, account: ServiceAccount): CreatedKey {
  const privateKey = (googleManaged ??= newPrivateKey());
  const publicKey = toPem(privateKey);
  let key = account.keys.find((known) => known.managedBy && known.publicKey === publicKey);
  if (!key) account.keys.push((key = { ...keyOf(workspace, privateKey), managedBy: 'google' }));
  return { key, privateKey };
}

/** The private half as PKCS#8 PEM. */
export const privatePem = (key: KeyObject): string =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Reads a PEM that somebody made themselves. */
export const readPrivateKey = (pem: string): KeyObject => createPrivateKey(pem);

/** A key takes a tenth of a second and more. */
export const newPrivateKey = (): KeyObject =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const toPem = (privateKey: KeyObject): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();

const keyOf = ({ random, clock }: Workspace, privateKey: KeyObject): ServiceAccountKey => ({
  keyId: random.text(40, '0123456789abcdef'),
  publicKey: toPem(privateKey),
  createdAt: clock.now(),
});
