/** Text as both sides hold it, so that formatting alone is no change. */
import { shortened, wellFormed } from '../../kit/text';

const MOST = { title: 1000, location: 1000, notes: 8000 } as const;

/** One line. What is too long reads as its beginning, and is written back only when somebody changes the field. */
export function plainLine(text: string | undefined, field: 'title' | 'location'): string {
  if (!text) return '';
  const line = UNEVEN_LINE.test(text) ? wellFormed(text.replace(BLANKS, ' ')).trim() : text;
  return shortened(line, MOST[field]);
}

const BLANKS = /[\u0000-\u0020\u007f\u00a0]+/g;
/** Most text needs nothing done to it, and is only looked at. */
const UNEVEN_LINE = /[\u0000-\u001f\u007f\u00a0\ud800-\udfff]| {2}|^ | $/;
const UNEVEN_TEXT = /[\r\t\u00a0\ud800-\udfff]| \n|\n\n\n|^\s|\s$/;

/** Plain text of several lines. */
export function plainText(text: string | undefined): string {
  if (!text) return '';
  return shortened(UNEVEN_TEXT.test(text) ? evenText(text) : text, MOST.notes);
}

const evenText = (text: string): string =>
  wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map(withoutTail)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Without blanks at the end. Not by a pattern: on long runs of blanks it would take the square of their length. */
function withoutTail(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}

/** A description of Google's, which is HTML once somebody edited it there, as plain text. */
export function textOfHtml(html: string | undefined): string {
  if (!html) return '';
  if (!/[<&]/.test(html)) return plainText(html);
  return plainText(
    html
      .slice(0, 4 * MOST.notes)
      .replace(/<(script|style)\b[^>]*>[^]*?<\/\1\s*>/gi, '')
      .replace(/<br\s*\/?>|<\/(p|div|li|h[1-6]|tr|ul|ol)\s*>/gi, '\n')
      .replace(/<li\b[^>]*>/gi, '- ')
      .replace(/<\/?[a-z!][^>]*>/gi, '')
      .replace(
        /&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi,
        (whole, name: string) => character(name) ?? whole,
      ),
  );
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function character(name: string): string | null {
  if (name[0] !== '#') return NAMED[name.toLowerCase()] ?? null;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Plain text as a description that Google shows unchanged, whatever markup it seems to hold. */
export const htmlOfText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
