/** Text as both sides hold it, so that formatting alone is no change. */
import { shortened, wellFormed } from '../../kit/text';
import type { Side } from './entry';

/**
 * Characters that are read of a field. Google's text goes into a cell: what is longer reads as its beginning with an ellipsis, and the rest
 * stays in Google. The work system's may be longer, for somebody may add to what was cut.
 */
export const MOST_CHARACTERS = {
  google: { title: 1000, location: 1000, notes: 8000 },
  work: { title: 4000, location: 4000, notes: 24_000 },
} as const;

const ELLIPSIS = '…';

/** One line. */
export const plainLine = (
  text: string | undefined,
  field: 'title' | 'location',
  side: Side = 'google',
): string => shortened(evenLine(text ?? ''), MOST_CHARACTERS[side][field]);

const evenLine = (text: string): string =>
  UNEVEN_LINE.test(text) ? wellFormed(text.replace(BLANKS, ' ')).trim() : text;

const BLANKS = /[\u0000-\u0020\u007f\u00a0]+/g;
/** Most text needs nothing done to it, and is only looked at. */
const UNEVEN_LINE = /[\u0000-\u001f\u007f\u00a0\ud800-\udfff]| {2}|^ | $/;
const UNEVEN_TEXT = /[\r\t\u00a0\ud800-\udfff]| \n|\n\n\n|^\s|\s$/;

/** Plain text of several lines. */
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

/** Without blanks at the end. Not by a pattern: on long runs of blanks it would take the square of their length. */
function withoutTail(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}

/** Whether two texts are alike, or one is what is shown of the other: that its end was cut off is nothing that anybody did. */
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

/** A pair of surrogates is never cut, which may make it shorter by one. */
export const isCut = (text: string, field: 'title' | 'location' | 'notes'): boolean =>
  text.length >= MOST_CHARACTERS.google[field] - 1 && text.endsWith(ELLIPSIS);

/** A line as somebody edited it, with the end that was cut off what they were shown: unless they took the ellipsis away. */
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
