import { exception } from '../../runtime/realm/bridge';
import { fromBase64, toBase64, type Bytes } from '../blob/realm-bytes';
import { charsetNamed } from '../blob/realm-charset';
import { isOneOf, type EnumValue } from '../enumeration/realm';
import { argumentsOf } from '../signature/realm';
import { enumsOf } from './realm-enums';

/** Tests a Charset argument. */
export const isCharset = (value: unknown): boolean => isOneOf(enumsOf().Charset, value);

/** A string's bytes in a Charset; UTF-8 where none is given. */
export const bytesIn = (text: string, charset: EnumValue | undefined): Bytes =>
  charsetNamed(charset?.name() ?? 'UTF_8').encode(text);

/** base64Encode and its siblings. Web-safe text is padded too. */
export const base64Members = (): object => ({
  base64Encode: (...args: unknown[]) => encode('base64Encode', args),
  base64EncodeWebSafe: (...args: unknown[]) =>
    encode('base64EncodeWebSafe', args).replaceAll('+', '-').replaceAll('/', '_'),
  base64Decode: (...args: unknown[]) => decode('base64Decode', args),
  base64DecodeWebSafe: (...args: unknown[]) => decode('base64DecodeWebSafe', args),
});

function encode(member: string, args: readonly unknown[]): string {
  const [data, charset] = argumentsOf<[Bytes | string, EnumValue?]>(
    `Utilities.${member}`,
    args,
    ['Byte[]'],
    ['String'],
    ['String', isCharset],
  );
  return toBase64(typeof data === 'string' ? bytesIn(data, charset) : data);
}

function decode(member: string, args: readonly unknown[]): Bytes {
  const [text] = argumentsOf<[string]>(
    `Utilities.${member}`,
    args,
    ['String'],
    ['String', isCharset],
  );
  const bytes = fromBase64(text);
  if (!bytes) throw exception('Could not decode string.');
  return bytes;
}
