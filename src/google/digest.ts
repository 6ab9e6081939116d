/** Hashes and signatures of texts in UTF-8. */

const utf8 = (): GoogleAppsScript.Utilities.Charset => Utilities.Charset.UTF_8;

/** SHA-256, 32 signed bytes. */
export const sha256 = (text: string): number[] =>
  Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, utf8());

/** SHA-256 as 64 hexadecimal digits. */
export const sha256Hex = (text: string): string =>
  sha256(text)
    .map((byte) => (byte & 0xff).toString(16).padStart(2, '0'))
    .join('');

const withoutPadding = (text: string): string => text.replace(/=+$/, '');

export const base64Url = (text: string): string =>
  withoutPadding(Utilities.base64EncodeWebSafe(text, utf8()));

/** RSA-SHA256, in base64url. @param privateKey PKCS #8 PEM */
export const sign = (text: string, privateKey: string): string =>
  withoutPadding(
    Utilities.base64EncodeWebSafe(Utilities.computeRsaSha256Signature(text, privateKey, utf8())),
  );

/** HMAC-SHA256 in base64url: a code that only those who know the secret can make for a text. */
export const hmac = (text: string, secret: string): string =>
  withoutPadding(
    Utilities.base64EncodeWebSafe(Utilities.computeHmacSha256Signature(text, secret, utf8())),
  );
