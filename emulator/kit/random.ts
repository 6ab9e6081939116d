/** Random numbers from a seed: the same seed gives the same ids, etags and jitter in the same order. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [0, below). */
  int(below: number): number;
  /** `length` characters out of `alphabet`. */
  text(length: number, alphabet: string): string;
  /** A version 4 UUID. */
  uuid(): string;
}

export const DIGITS = '0123456789';
export const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';
export const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
export const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const HEX = '0123456789abcdef';

/**
 * A stream of random numbers whose position is data, so that a saved Workspace continues where it stopped.
 *
 * @param position read and written at every draw (mulberry32).
 */
export function random(position: { seed: number }): Random {
  const next = (): number => {
    position.seed = (position.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(position.seed ^ (position.seed >>> 15), 1 | position.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const text = (length: number, alphabet: string): string => {
    let out = '';
    for (let i = 0; i < length; i++) out += alphabet[int(alphabet.length)];
    return out;
  };
  const uuid = (): string =>
    `${text(8, HEX)}-${text(4, HEX)}-4${text(3, HEX)}-${text(1, '89ab')}${text(3, HEX)}-${text(12, HEX)}`;
  return { next, int, text, uuid };
}
