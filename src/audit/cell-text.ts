import { shortened, wellFormed } from '../kit/text';

/** @see https://support.google.com/drive/answer/37603 */
const CELL_CHARACTERS = 50_000;

/**
 * Text of one line that a cell can hold. Names are chosen by strangers: line breaks, tabs and other control characters
 * become spaces. What begins like a formula stays as it is, for cells are written as text (RAW).
 */
export const cellText = (text: string): string =>
  shortened(wellFormed(text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')), CELL_CHARACTERS);

/** The same for texts that a sheet may not tell apart: spaces around and between words are no difference. */
export const comparable = (text: string): string => cellText(text).replace(/\s+/g, ' ').trim();
