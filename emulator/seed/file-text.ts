/**
 * A file's text: UTF-8, with a byte order mark or without; UTF-16; else Windows-1252, which includes Latin-1.
 * The byte order mark is not part of it.
 */
export function textIn(bytes: Uint8Array): string {
  const wide = utf16Of(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Which UTF-16 a file is in: by its mark, or by the zero beside its first character. */
export function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first && second === 0) return 'utf-16le';
  return first === 0 && second ? 'utf-16be' : null;
}

export const LINE_END = /\r\n|\n|\r/;
