import { operations } from '../../runtime/realm/bridge';
import { emulated } from '../../runtime/realm/emulated';
import type { ReferenceOperations } from '../../runtime/realm/reference-operations';
import { argumentsOf } from '../signature/realm';
import { fromUtf8, toBase64, toUtf8, type Bytes } from './realm-bytes';
import { charsetNamed } from './realm-charset';
import { contentTypeOfName, withExtension } from './realm-content-types';

const call = operations<ReferenceOperations>();

/** Data as a string or as bytes, whichever it came as; the other is made when it is asked for. */
export type Content = { readonly text: string } | { readonly bytes: Bytes };

/** Data as it crosses to the host: bytes as base 64. */
export type CrossingContent = { readonly text: string } | { readonly base64: string };

/** Bytes with a type and a name. @see https://developers.google.com/apps-script/reference/base/blob */
export class Blob {
  #content: Content;
  #type: string | null;
  #name: string | null;

  constructor(content: Content, type: string | null = null, name: string | null = null) {
    this.#content = content;
    this.#type = type;
    this.#name = name;
  }

  getBytes(): Bytes {
    return 'bytes' in this.#content ? [...this.#content.bytes] : toUtf8(this.#content.text);
  }

  getDataAsString(...args: unknown[]): string {
    const [charset] = argumentsOf<[string?]>('Blob.getDataAsString', args, [], ['String']);
    if (charset !== undefined) return charsetNamed(charset).decode(this.getBytes());
    return 'text' in this.#content ? this.#content.text : fromUtf8(this.#content.bytes);
  }

  getContentType(): string | null {
    return this.#type;
  }

  getName(): string | null {
    return this.#name;
  }

  isGoogleType(): boolean {
    return false;
  }

  getBlob(): Blob {
    return this;
  }

  copyBlob(): Blob {
    return new Blob(this.#content, this.#type, this.#name);
  }

  getAllBlobs(): Blob[] {
    return [this];
  }

  /** Converts only to the type it already has, or from one text type to another by name. */
  getAs(...args: unknown[]): Blob {
    const [type] = argumentsOf<[string]>('Blob.getAs', args, ['String']);
    if (this.#type !== null && bare(this.#type) !== bare(type))
      return call('reference.refuse', 'Base.Blob', `getAs(${type}) of ${this.#type}`);
    return new Blob(
      this.#content,
      type,
      this.#name === null ? null : withExtension(this.#name, type),
    );
  }

  setBytes(...args: unknown[]): this {
    const [bytes] = argumentsOf<[Bytes]>('Blob.setBytes', args, ['Byte[]']);
    this.#content = { bytes };
    return this;
  }

  setDataFromString(...args: unknown[]): this {
    const [text, charset] = argumentsOf<[string, string?]>(
      'Blob.setDataFromString',
      args,
      ['String'],
      ['String', 'String'],
    );
    this.#content =
      charset === undefined ? { text } : { bytes: charsetNamed(charset).encode(text) };
    return this;
  }

  setContentType(...args: unknown[]): this {
    const [type] = argumentsOf<[string | null]>('Blob.setContentType', args, ['String'], [isNull]);
    this.#type = type;
    return this;
  }

  setContentTypeFromExtension(): this {
    this.#type = this.#name === null ? null : contentTypeOfName(this.#name);
    return this;
  }

  setName(...args: unknown[]): this {
    const [name] = argumentsOf<[string]>('Blob.setName', args, ['String']);
    this.#name = name;
    return this;
  }

  /** A blob's data as it crosses to the host; not for scripts. */
  static crossing(blob: Blob): CrossingContent {
    const content = blob.#content;
    return 'text' in content ? content : { base64: toBase64(content.bytes) };
  }
}

const isNull = (value: unknown): boolean => value === null;

const bare = (type: string): string => type.replace(/;.*/, '').trim().toLowerCase();

let registered = false;

/** A new blob. The class is registered when the first one is made. */
export function blobOf(
  content: Content,
  type: string | null = null,
  name: string | null = null,
): Blob {
  if (!registered) {
    emulated('Base.Blob', Blob);
    registered = true;
  }
  return new Blob(content, type, name);
}

/** The blob of anything that is a BlobSource. */
export const blobFrom = (source: unknown): Blob => (source as { getBlob(): Blob }).getBlob();
