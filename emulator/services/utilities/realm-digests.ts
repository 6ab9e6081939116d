import { operations } from '../../runtime/realm/bridge';
import { fromBase64, toBase64, type Bytes } from '../blob/realm-bytes';
import { isOneOf, type EnumValue } from '../enumeration/realm';
import { argumentsOf, type Parameter } from '../signature/realm';
import type { DigestName, MacName, RsaName, UtilitiesOperations } from './operations';
import { bytesIn, isCharset } from './realm-base64';
import { enumsOf } from './realm-enums';

const call = operations<UtilitiesOperations>();

const isDigest: Parameter = (value) => isOneOf(enumsOf().DigestAlgorithm, value);
const isMac: Parameter = (value) => isOneOf(enumsOf().MacAlgorithm, value);
const isRsa: Parameter = (value) => isOneOf(enumsOf().RsaAlgorithm, value);

/** Digests, message authentication codes and signatures, as signed bytes. */
export const digestMembers = (): object => ({
  computeDigest(...args: unknown[]): Bytes {
    const [algorithm, value, charset] = argumentsOf<[EnumValue, Bytes | string, EnumValue?]>(
      'Utilities.computeDigest',
      args,
      [isDigest, 'Byte[]'],
      [isDigest, 'String'],
      [isDigest, 'String', isCharset],
    );
    return fromBase64(
      call('utilities.computeDigest', algorithm.name() as DigestName, crossing(value, charset)),
    )!;
  },
  computeHmacSignature(...args: unknown[]): Bytes {
    const [algorithm, ...rest] = argumentsOf<[EnumValue, ...HmacArguments]>(
      'Utilities.computeHmacSignature',
      args,
      [isMac, 'Byte[]', 'Byte[]'],
      [isMac, 'String', 'String'],
      [isMac, 'String', 'String', isCharset],
    );
    return hmac(algorithm.name() as MacName, rest);
  },
  computeHmacSha256Signature: (...args: unknown[]): Bytes =>
    hmac(
      'HMAC_SHA_256',
      argumentsOf<HmacArguments>(
        'Utilities.computeHmacSha256Signature',
        args,
        ['Byte[]', 'Byte[]'],
        ['String', 'String'],
        ['String', 'String', isCharset],
      ),
    ),
  computeRsaSignature(...args: unknown[]): Bytes {
    const [algorithm, ...rest] = argumentsOf<[EnumValue, ...RsaArguments]>(
      'Utilities.computeRsaSignature',
      args,
      [isRsa, 'String', 'String'],
      [isRsa, 'String', 'String', isCharset],
    );
    return rsa(algorithm.name() as RsaName, rest);
  },
  computeRsaSha1Signature: (...args: unknown[]) =>
    rsa('RSA_SHA_1', rsaArguments('computeRsaSha1Signature', args)),
  computeRsaSha256Signature: (...args: unknown[]) =>
    rsa('RSA_SHA_256', rsaArguments('computeRsaSha256Signature', args)),
});

type HmacArguments = [value: Bytes | string, key: Bytes | string, charset?: EnumValue];
type RsaArguments = [value: string, key: string, charset?: EnumValue];

const rsaArguments = (member: string, args: readonly unknown[]): RsaArguments =>
  argumentsOf(`Utilities.${member}`, args, ['String', 'String'], ['String', 'String', isCharset]);

const crossing = (value: Bytes | string, charset: EnumValue | undefined): string =>
  toBase64(typeof value === 'string' ? bytesIn(value, charset) : value);

const hmac = (algorithm: MacName, [value, key, charset]: HmacArguments): Bytes =>
  fromBase64(
    call('utilities.computeHmac', algorithm, crossing(value, charset), crossing(key, charset)),
  )!;

const rsa = (algorithm: RsaName, [value, key, charset]: RsaArguments): Bytes =>
  fromBase64(call('utilities.computeRsa', algorithm, crossing(value, charset), key))!;
