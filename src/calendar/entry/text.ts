/** Text in the form in which both sides are compared, so that formatting alone is no change. */
import { shortened, wellFormed } from '../../kit/text';
import type { Side } from './entry';

/**
 * How many characters of a field are read. Google's text goes into a cell, so a longer one is read as its beginning with an ellipsis, and
 * the rest stays in Google. The work system's may be longer, because somebody may add to a text that was cut.
 */
export const MOST_CHARACTERS = {
  google: { title: 1000, location: 1000, notes: 8000 },
  work: { title: 4000, location: 4000, notes: 24_000 },
} as const;

const ELLIPSIS = '…';

/** Text on one line. */
export const plainLine = (
  text: string | undefined,
  field: 'title' | 'location',
  side: Side = 'google',
): string => shortened(evenLine(text ?? ''), MOST_CHARACTERS[side][field]);

const evenLine = (text: string): string =>
  UNEVEN_LINE.test(text) ? wellFormed(text.replace(BLANKS, ' ')).trim() : text;

const BLANKS = /[\u0000-\u0020\u007f\u00a0]+/g;
/** Most text needs no change; these patterns find what does. */
const UNEVEN_LINE = /[\u0000-\u001f\u007f\u00a0\ud800-\udfff]| {2}|^ | $/;
const UNEVEN_TEXT = /[\r\t\u00a0\ud800-\udfff]| \n|\n\n\n|^\s|\s$/;

/** Plain text on several lines. */
export function plainText(text: string | undefined, side: Side = 'google'): string {
  if (!text) return '';
  return shortened(UNEVEN_TEXT.test(text) ? evenText(text) : text, MOST_CHARACTERS[side].notes);
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

/** A line without trailing blanks. A pattern would take time quadratic in the length of a run of blanks. */
function withoutTail(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}

/** Whether two texts are the same, or one is the other with its end cut off, which is not an edit. */
export const isSameText = (
  one: string,
  other: string,
  field: 'title' | 'location' | 'notes',
): boolean => one === other || isCutOf(one, other, field) || isCutOf(other, one, field);

function isCutOf(short: string, long: string, field: 'title' | 'location' | 'notes'): boolean {
  return (
    isCut(short, field) &&
    long.length > short.length &&
    long.startsWith(short.slice(0, -1)) &&
    !long.startsWith(short)
  );
}

/** Whether a text was cut. It may be one character shorter than the limit, because a surrogate pair is never split. */
export const isCut = (text: string, field: 'title' | 'location' | 'notes'): boolean =>
  text.length >= MOST_CHARACTERS.google[field] - 1 && text.endsWith(ELLIPSIS);

/** A line as somebody edited it, with the end that was cut off put back, unless they deleted the ellipsis. */
export function editedLine(
  whole: string | undefined,
  text: string,
  field: 'title' | 'location',
): string {
  const line = evenLine(whole ?? '');
  const shown = shortened(line, MOST_CHARACTERS.google[field]);
  return shown !== line && text.endsWith(ELLIPSIS)
    ? text.slice(0, -1) + line.slice(shown.length - 1)
    : text;
}
