/** Reads what people type into cells, tolerantly. */
import { shortened } from '../kit/text';
import type { Cell } from './spreadsheet';
import { yesOrNo } from './yes-no';

/**
 * The most characters that Tandem puts into a cell; Google allows 50,000.
 *
 * @see https://support.google.com/drive/answer/37603
 */
export const CELL_CHARACTERS = 49_000;

/** Text for a cell; too long a text ends in an ellipsis. */
export const cellText = (text: string): string => shortened(text, CELL_CHARACTERS);

/** Without blanks around it. */
export const textOf = (cell: Cell): string =>
  typeof cell === 'string' ? cell.trim() : String(cell);

/** The content of a cell as text, unchanged. */
export const wholeTextOf = (cell: Cell): string => (typeof cell === 'string' ? cell : String(cell));

export const addressOf = (cell: Cell): string => textOf(cell).toLowerCase();

/** Whether a box is ticked, or what a word for yes or no says; null for anything else, and for an empty cell. */
export const flagOf = (cell: Cell): boolean | null =>
  typeof cell === 'boolean' ? cell : yesOrNo(textOf(cell));

/** Null for an empty cell. */
export const textOrNull = (cell: Cell): string | null => textOf(cell) || null;

/** An instant that Tandem wrote; null for anything else. */
export function instantOrNull(cell: Cell): string | null {
  const text = textOf(cell);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}
