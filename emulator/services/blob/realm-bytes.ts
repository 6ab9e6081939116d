/** Bytes as Apps Script represents them: numbers from -128 to 127. */
export type Bytes = number[];

const signed = (byte: number): number => (byte << 24) >> 24;

/** A string in UTF-8. A lone surrogate becomes U+FFFD. */
export function toUtf8(text: string): Bytes {
  const bytes: Bytes = [];
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) code = surrogatePair(text, i);
    if (code > 0xffff) i++;
    pushUtf8(bytes, code);
  }
  return bytes;
}

function surrogatePair(text: string, at: number): number {
  const code = text.codePointAt(at)!;
  return code > 0xffff ? code : 0xfffd;
}

function pushUtf8(bytes: Bytes, code: number): void {
  const tail = (shift: number): number => signed(0x80 | ((code >> shift) & 63));
  if (code < 0x800) bytes.push(signed(0xc0 | (code >> 6)), tail(0));
  else if (code < 0x10000) bytes.push(signed(0xe0 | (code >> 12)), tail(6), tail(0));
  else bytes.push(signed(0xf0 | (code >> 18)), tail(12), tail(6), tail(0));
}

/** The string that UTF-8 bytes encode; U+FFFD where they are not UTF-8. */
export function fromUtf8(bytes: Bytes): string {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i]! & 255;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    const code = length === 1 ? lead : sequence(bytes, i, length);
    text += code === null ? '\ufffd' : String.fromCodePoint(code);
    i += code === null ? 1 : length;
  }
  return text;
}

const LEAST = [0, 0, 0x80, 0x800, 0x10000];

function sequence(bytes: Bytes, at: number, length: number): number | null {
  if (length === 0 || at + length > bytes.length) return null;
  let code = bytes[at]! & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i]! & 255;
    if (byte >> 6 !== 2) return null;
    code = (code << 6) | (byte & 63);
  }
  const valid = code >= LEAST[length]! && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return valid ? code : null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in base 64, padded. */
export function toBase64(bytes: ArrayLike<number>): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]! & 255, bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | (((b ?? 0) & 255) << 8) | ((c ?? 0) & 255);
    out += ALPHABET[(word >> 18) & 63]! + ALPHABET[(word >> 12) & 63]!;
    out += b === undefined ? '=' : ALPHABET[(word >> 6) & 63]!;
    out += c === undefined ? '=' : ALPHABET[word & 63]!;
  }
  return out;
}

let positions: Record<string, number> | null = null;

/** The bytes of a base 64 string, in the web-safe alphabet too; null when it is not base 64. */
export function fromBase64(text: string): Bytes | null {
  const digits = text.replace(/\s/g, '').replace(/=+$/, '');
  if (digits.length % 4 === 1) return null;
  positions ??= Object.fromEntries(
    [...ALPHABET, '-', '_'].map((letter, i) => [letter, i < 64 ? i : i - 2]),
  );
  const bytes: Bytes = [];
  let word = 0;
  let bits = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = positions[digits[i]!];
    if (value === undefined) return null;
    word = ((word << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) bytes.push(signed((word >> (bits -= 8)) & 255));
  }
  return bytes;
}
