/** Measures and cuts text without ever splitting a character. */

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Whether a surrogate pair begins at `index`. */
export const isPairAt = (text: string, index: number): boolean =>
  isHigh(text.charCodeAt(index)) && isLow(text.charCodeAt(index + 1));

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** Bytes of the one character, or lone surrogate, at `index`. */
function bytesAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return isPairAt(text, index) ? 4 : 3;
}

/** Length in UTF-8. A lone surrogate counts as the replacement character it would be written as. */
export function utf8Bytes(text: string): number {
  if (isAscii(text)) return text.length;
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const width = bytesAt(text, index);
    bytes += width;
    if (width === 4) index += 1;
  }
  return bytes;
}

/**
 * The text in pieces of at most `maxBytes` in UTF-8, cut only between characters. At least one piece.
 *
 * @param maxBytes at least 4, so that every character fits.
 */
export function utf8Pieces(text: string, maxBytes: number): string[] {
  if (maxBytes < 4) throw new RangeError(`A piece of ${maxBytes} bytes cannot hold a character.`);
  const pieces: string[] = [];
  let start = 0;
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const width = bytesAt(text, index);
    if (bytes + width > maxBytes) {
      pieces.push(text.slice(start, index));
      start = index;
      bytes = 0;
    }
    bytes += width;
    if (width === 4) index += 1;
  }
  return [...pieces, text.slice(start)];
}

/** The text with every lone surrogate replaced, as services that speak UTF-8 do. */
export function wellFormed(text: string): string {
  if (!/[\ud800-\udfff]/.test(text)) return text;
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) =>
    found.length === 2 ? found : '\ufffd',
  );
}

/** At most `maxLength` UTF-16 units from the start, ending in an ellipsis when something was cut. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = Math.max(0, maxLength - 1);
  return `${text.slice(0, end > 0 && isPairAt(text, end - 1) ? end - 1 : end)}…`;
}
