import { exception } from '../../runtime/realm/bridge';
import { fromUtf8, toUtf8, type Bytes } from './realm-bytes';

interface Charset {
  encode(text: string): Bytes;
  decode(bytes: Bytes): string;
}

const signed = (byte: number): number => (byte << 24) >> 24;

/** A charset with one byte per character: characters beyond `last` become question marks. */
const singleByte = (last: number): Charset => ({
  encode: (text) =>
    [...text].map((letter) => (letter.codePointAt(0)! > last ? 63 : signed(letter.charCodeAt(0)))),
  decode: (bytes) =>
    bytes
      .map((byte) => ((byte & 255) > last ? '\ufffd' : String.fromCharCode(byte & 255)))
      .join(''),
});

/** UTF-16; `order` says which byte comes first. */
const utf16 = (order: 'big' | 'little', mark: boolean): Charset => ({
  encode(text) {
    const bytes: Bytes = mark ? [-2, -1] : [];
    for (let i = 0; i < text.length; i++) {
      const [high, low] = [signed(text.charCodeAt(i) >> 8), signed(text.charCodeAt(i) & 255)];
      bytes.push(...(order === 'big' ? [high, low] : [low, high]));
    }
    return bytes;
  },
  decode(bytes) {
    const marked = mark && (bytes[0]! & bytes[1]! & 254) === 254;
    const little = marked ? bytes[0] === -1 : order === 'little';
    let text = '';
    for (let i = marked ? 2 : 0; i + 1 < bytes.length; i += 2) {
      const [first, second] = [bytes[i]! & 255, bytes[i + 1]! & 255];
      text += String.fromCharCode(little ? (second << 8) | first : (first << 8) | second);
    }
    return text;
  },
});

const UTF_8: Charset = { encode: toUtf8, decode: fromUtf8 };

/** Charsets by name, in upper case without punctuation. Every Java has these six; others are not emulated. */
const CHARSETS: Readonly<Record<string, Charset>> = {
  UTF8: UTF_8,
  USASCII: singleByte(127),
  ASCII: singleByte(127),
  ISO88591: singleByte(255),
  LATIN1: singleByte(255),
  UTF16: utf16('big', true),
  UTF16BE: utf16('big', false),
  UTF16LE: utf16('little', false),
};

/** @throws Exception for an unknown charset. */
export function charsetNamed(name: string): Charset {
  const charset = CHARSETS[name.toUpperCase().replace(/[-_ :]/g, '')];
  if (!charset) throw exception(`Invalid argument: charset`);
  return charset;
}
