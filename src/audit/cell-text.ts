import { shortened, wellFormed } from '../kit/text';

/** @see https://support.google.com/drive/answer/37603 */
const CELL_CHARACTERS = 50_000;

/**
 * The text as a single line that fits into a cell. Names are chosen by strangers: line breaks, tabs and other control
 * characters become spaces. Text that looks like a formula stays as it is, because cells are written as text (RAW).
 */
export const cellText = (text: string): string =>
  shortened(wellFormed(text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')), CELL_CHARACTERS);

/** The text as it is compared: sheets may change the spaces around and between words, so these do not count. */
export const comparable = (text: string): string => cellText(text).replace(/\s+/g, ' ').trim();
