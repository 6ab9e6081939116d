import { enumeration, type Enumeration } from '../enumeration/realm';
import type { DigestName, MacName, RsaName } from './operations';

/** @see https://developers.google.com/apps-script/reference/utilities/utilities#properties */
export interface UtilitiesEnums {
  readonly Charset: Enumeration<'US_ASCII' | 'UTF_8'>;
  readonly DigestAlgorithm: Enumeration<DigestName>;
  readonly MacAlgorithm: Enumeration<MacName>;
  readonly RsaAlgorithm: Enumeration<RsaName>;
}

let enums: UtilitiesEnums | null = null;

export const enumsOf = (): UtilitiesEnums =>
  (enums ??= {
    Charset: enumeration('Utilities.Charset', ['US_ASCII', 'UTF_8']),
    DigestAlgorithm: enumeration('Utilities.DigestAlgorithm', [
      'MD2',
      'MD5',
      'SHA_1',
      'SHA_256',
      'SHA_384',
      'SHA_512',
    ]),
    MacAlgorithm: enumeration('Utilities.MacAlgorithm', [
      'HMAC_MD5',
      'HMAC_SHA_1',
      'HMAC_SHA_256',
      'HMAC_SHA_384',
      'HMAC_SHA_512',
    ]),
    RsaAlgorithm: enumeration('Utilities.RsaAlgorithm', ['RSA_SHA_1', 'RSA_SHA_256']),
  });
