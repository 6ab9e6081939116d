/** Text as both sides hold it, so that formatting alone is no change. */
import { shortened, wellFormed } from '../kit/text';

const MOST = { title: 1000, location: 1000, notes: 8000 } as const;

/** One line. What is too long reads as its beginning, and is written back only when somebody changes the field. */
export const plainLine = (text: string | undefined, field: 'title' | 'location'): string =>
  text ? shortened(wellFormed(text.replace(BLANKS, ' ')).trim(), MOST[field]) : '';

const BLANKS = /[\u0000-\u0020\u007f\u00a0]+/g;

/** Plain text of several lines. */
export function plainText(text: string | undefined): string {
  if (!text) return '';
  const lines = wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return shortened(lines, MOST.notes);
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
