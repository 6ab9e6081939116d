import { blobOf, type Blob } from '../blob/realm';
import { fromBase64, fromUtf8, toUtf8, type Bytes } from '../blob/realm-bytes';
import { charsetNamed } from '../blob/realm-charset';
import { argumentsOf } from '../signature/realm';
import type { FetchResponse } from './operations';

/** @see https://developers.google.com/apps-script/reference/url-fetch/http-response */
export class HTTPResponse {
  #response: FetchResponse;
  #bytes: Bytes | null = null;

  constructor(response: FetchResponse) {
    this.#response = response;
  }

  getResponseCode(): number {
    return this.#response.status;
  }

  /** A repeated header has its last value. */
  getHeaders(): Record<string, string> {
    return Object.fromEntries(this.#response.headers);
  }

  /** A repeated header has all of its values, in a list. */
  getAllHeaders(): Record<string, string | string[]> {
    const all: Record<string, string | string[]> = {};
    for (const [name, value] of this.#response.headers) {
      const before = all[name];
      all[name] =
        before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
    }
    return all;
  }

  getContent(): Bytes {
    const { body } = this.#response;
    this.#bytes ??= 'text' in body ? toUtf8(body.text) : fromBase64(body.base64)!;
    return [...this.#bytes];
  }

  getContentText(...args: unknown[]): string {
    const [charset] = argumentsOf<[string?]>('HTTPResponse.getContentText', args, [], ['String']);
    const { body } = this.#response;
    const named =
      charset ?? /charset="?([^";\s]+)/i.exec(this.#contentType() ?? '')?.[1] ?? 'UTF-8';
    if (/^utf-?8$/i.test(named)) return 'text' in body ? body.text : fromUtf8(this.getContent());
    return charsetNamed(named).decode(this.getContent());
  }

  getBlob(): Blob {
    const { body } = this.#response;
    const type = this.#contentType()?.replace(/;.*/, '').trim() ?? null;
    return blobOf('text' in body ? body : { bytes: this.getContent() }, type, this.#fileName());
  }

  getAs(...args: unknown[]): Blob {
    return this.getBlob().getAs(...args);
  }

  #contentType(): string | undefined {
    return this.#response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  }

  #fileName(): string | null {
    const header = this.#response.headers.find(
      ([name]) => name.toLowerCase() === 'content-disposition',
    );
    return /filename="?([^";]+)"?/i.exec(header?.[1] ?? '')?.[1] ?? null;
  }
}
