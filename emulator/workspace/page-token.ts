import { createHash } from 'node:crypto';

/**
 * An opaque token that says where a listing continues: it holds `position`, tied to the query it was made for.
 * Decoding returns null for a foreign token or one of another query; each API then refuses in its own words.
 */
export function encodePageToken(query: unknown, position: unknown): string {
  return Buffer.from(JSON.stringify([fingerprint(query), position])).toString('base64url');
}

/** @see encodePageToken */
export function decodePageToken<T>(query: unknown, token: string): T | null {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (!Array.isArray(decoded) || decoded[0] !== fingerprint(query)) return null;
    return decoded[1] as T;
  } catch {
    return null;
  }
}

const fingerprint = (query: unknown): string =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);
