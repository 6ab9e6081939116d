import { createHash, createHmac, createSign } from 'node:crypto';
import { ScriptException } from '../../runtime/script-exception';
import { md2 } from './md2';
import type { DigestName, MacName, RsaName } from './operations';

const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** In base 64. */
export const digest = (algorithm: DigestName, value: Buffer): string =>
  algorithm === 'MD2'
    ? md2(value).toString('base64')
    : createHash(HASHES[algorithm]!).update(value).digest('base64');

/** In base 64. */
export const hmac = (algorithm: MacName, value: Buffer, key: Buffer): string =>
  createHmac(HASHES[algorithm.replace('HMAC_', '')]!, key).update(value).digest('base64');

/** PKCS#1 v1.5, in base 64. @throws ScriptException when the key is not a private key in PEM. */
export function rsaSignature(algorithm: RsaName, value: Buffer, key: string): string {
  try {
    return createSign(algorithm === 'RSA_SHA_1' ? 'RSA-SHA1' : 'RSA-SHA256')
      .update(value)
      .sign(key, 'base64');
  } catch {
    throw new ScriptException('Invalid argument: key');
  }
}
