import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** The parts of a JSON Web Token, unverified. */
export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signed: string;
  readonly signature: Buffer;
}

const BASE64URL = /^[A-Za-z0-9_-]+={0,2}$/;

/** Takes a compact JWT apart; null when it is not one. */
export function decodeJwt(jwt: string): DecodedJwt | null {
  const parts = jwt.split('.');
  if (parts.length !== 3 || !parts.every((part) => BASE64URL.test(part))) return null;
  const [header, claims, signature] = parts as [string, string, string];
  const decoded = { header: objectIn(header), claims: objectIn(claims) };
  if (!decoded.header || !decoded.claims) return null;
  return {
    header: decoded.header,
    claims: decoded.claims,
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Signs a claims set, given as the JSON text to sign, with RS256. */
export function signedJwt(payload: string, keyId: string, privateKey: KeyObject): string {
  const header = JSON.stringify({ alg: 'RS256', kid: keyId, typ: 'JWT' });
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

/** Whether an RS256 signature was made with the private half of this public key (PEM). */
export function isSignedBy({ signed, signature }: DecodedJwt, publicKey: string): boolean {
  return verify('sha256', Buffer.from(signed), publicKeyOf(publicKey), signature);
}

/** Parsing a PEM costs more than checking a signature. */
const parsed = new Map<string, KeyObject>();

function publicKeyOf(pem: string): KeyObject {
  let key = parsed.get(pem);
  if (!key) parsed.set(pem, (key = createPublicKey(pem)));
  return key;
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');

function objectIn(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
