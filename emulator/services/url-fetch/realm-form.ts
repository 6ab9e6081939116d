import { blobFrom } from '../blob/realm';
import { toBase64, toUtf8, type Bytes } from '../blob/realm-bytes';

export const isBlobSource = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { getBlob?: unknown }).getBlob === 'function';

export const isFormWithFiles = (payload: object): boolean =>
  Object.values(payload).some(isBlobSource);

/** A form as `application/x-www-form-urlencoded`. */
export const urlEncoded = (form: object): string =>
  Object.entries(form)
    .map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
    .join('&');

const encoded = (text: string): string => encodeURIComponent(text).replace(/%20/g, '+');

/** A form as `multipart/form-data`: files with their names and types, everything else as text. */
export function multipart(form: object): { content: { base64: string }; contentType: string } {
  const boundary = `----AppsScriptFormBoundary${Object.keys(form).length}x${toUtf8(Object.keys(form).join()).length}`;
  const bytes: Bytes = [];
  const add = (part: Bytes): void => part.forEach((byte) => void bytes.push(byte));
  for (const [name, value] of Object.entries(form)) {
    add(toUtf8(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`));
    if (isBlobSource(value)) {
      const blob = blobFrom(value);
      const type = blob.getContentType() ?? 'application/octet-stream';
      add(toUtf8(`; filename="${blob.getName() ?? name}"\r\nContent-Type: ${type}\r\n\r\n`));
      add(blob.getBytes());
    } else {
      add(toUtf8(`\r\n\r\n${String(value)}`));
    }
    add(toUtf8('\r\n'));
  }
  add(toUtf8(`--${boundary}--\r\n`));
  return {
    content: { base64: toBase64(bytes) },
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}
