import { operations } from '../../runtime/realm/bridge';
import { blobFrom, blobOf, type Blob } from '../blob/realm';
import { fromBase64, toBase64, type Bytes } from '../blob/realm-bytes';
import { contentTypeOfName } from '../blob/realm-content-types';
import { argumentsOf, type Parameter } from '../signature/realm';
import type { UtilitiesOperations } from './operations';

const call = operations<UtilitiesOperations>();

const isNull: Parameter = (value) => value === null;
const areBlobs: Parameter = (value) =>
  Array.isArray(value) &&
  value.every((item) => typeof (item as { getBlob?: unknown } | null)?.getBlob === 'function');

/** newBlob, gzip and zip. */
export const archiveMembers = (): object => ({
  newBlob(...args: unknown[]): Blob {
    const [data, type = null, name = null] = argumentsOf<[Bytes | string, string?, string?]>(
      'Utilities.newBlob',
      args,
      ...(['Byte[]', 'String'] as const).flatMap((kind): Parameter[][] => [
        [kind],
        [kind, 'String'],
        [kind, isNull],
        [kind, 'String', 'String'],
        [kind, isNull, 'String'],
      ]),
    );
    const isText = typeof data === 'string';
    return blobOf(
      isText ? { text: data } : { bytes: data },
      type ?? (isText ? 'text/plain' : null),
      name,
    );
  },
  gzip(...args: unknown[]): Blob {
    const [source, name] = argumentsOf<[unknown, string?]>(
      'Utilities.gzip',
      args,
      ['BlobSource'],
      ['BlobSource', 'String'],
    );
    const packed = call('utilities.gzip', toBase64(blobFrom(source).getBytes()));
    return blobOf({ bytes: fromBase64(packed)! }, 'application/x-gzip', name ?? 'archive.gz');
  },
  ungzip(...args: unknown[]): Blob {
    const [source] = argumentsOf<[unknown]>('Utilities.ungzip', args, ['BlobSource']);
    const blob = blobFrom(source);
    const bytes = fromBase64(call('utilities.ungzip', toBase64(blob.getBytes())))!;
    const name = blob.getName()?.replace(/\.gz$/, '') ?? null;
    return blobOf({ bytes }, name === null ? null : contentTypeOfName(name), name);
  },
  zip(...args: unknown[]): Blob {
    const [sources, name] = argumentsOf<[unknown[], string?]>(
      'Utilities.zip',
      args,
      [areBlobs],
      [areBlobs, 'String'],
    );
    const files = sources.map(blobFrom).map((blob, i) => ({
      name: blob.getName() ?? `Untitled${i}`,
      base64: toBase64(blob.getBytes()),
    }));
    return blobOf(
      { bytes: fromBase64(call('utilities.zip', files))! },
      'application/zip',
      name ?? 'archive.zip',
    );
  },
  unzip(...args: unknown[]): Blob[] {
    const [source] = argumentsOf<[unknown]>('Utilities.unzip', args, ['BlobSource']);
    return call('utilities.unzip', toBase64(blobFrom(source).getBytes())).map(({ name, base64 }) =>
      blobOf({ bytes: fromBase64(base64)! }, contentTypeOfName(name), name),
    );
  },
});
