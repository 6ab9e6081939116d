import { LINE_END, textIn, utf16Of } from '../file-text';

/** A line of an iCalendar file after unfolding, and where it begins in the file: the first line is 1. */
export interface ContentLine {
  readonly line: number;
  readonly text: string;
}

/**
 * The unfolded lines of a file, without empty ones. Some programs fold within a multi-byte character: bytes are joined
 * before they are decoded. @see https://www.rfc-editor.org/rfc/rfc5545#section-3.1
 */
export function contentLines(bytes: Uint8Array): readonly ContentLine[] {
  if (utf16Of(bytes)) return unfolded(textIn(bytes));
  const lines = unfolded(Buffer.from(bytes).toString('latin1'));
  const joined = Buffer.from(lines.map(({ text }) => text).join('\n'), 'latin1');
  const texts = textIn(joined).split('\n');
  return lines.map(({ line }, index) => ({ line, text: texts[index]! }));
}

function unfolded(text: string): readonly ContentLine[] {
  const lines: { line: number; text: string }[] = [];
  text.split(LINE_END).forEach((part, index) => {
    const last = lines.at(-1);
    if (/^[ \t]/.test(part) && last) last.text += part.slice(1);
    else if (part.trim() !== '') lines.push({ line: index + 1, text: part });
  });
  return lines;
}
