export type DigestName = 'MD2' | 'MD5' | 'SHA_1' | 'SHA_256' | 'SHA_384' | 'SHA_512';
export type MacName = 'HMAC_MD5' | 'HMAC_SHA_1' | 'HMAC_SHA_256' | 'HMAC_SHA_384' | 'HMAC_SHA_512';
export type RsaName = 'RSA_SHA_1' | 'RSA_SHA_256';

/** A file of an archive, with its data in base 64. */
export interface ArchiveFile {
  readonly name: string;
  readonly base64: string;
}

/** What Utilities needs from the host. Bytes cross in base 64. */
export interface UtilitiesOperations {
  'utilities.computeDigest'(algorithm: DigestName, value: string): string;
  'utilities.computeHmac'(algorithm: MacName, value: string, key: string): string;
  /** @param key PEM, unchanged. */
  'utilities.computeRsa'(algorithm: RsaName, value: string, key: string): string;
  'utilities.formatDate'(ms: number, timeZone: string, format: string): string;
  'utilities.parseDate'(text: string, timeZone: string, format: string): number;
  'utilities.getUuid'(): string;
  'utilities.sleep'(ms: number): void;
  'utilities.gzip'(base64: string): string;
  'utilities.ungzip'(base64: string): string;
  'utilities.zip'(files: readonly ArchiveFile[]): string;
  'utilities.unzip'(base64: string): ArchiveFile[];
}
