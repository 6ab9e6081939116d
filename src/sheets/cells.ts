/** What people type into a cell, read with patience. */
import { shortened } from '../kit/text';
import type { Cell } from './spreadsheet';
import { yesOrNo } from './yes-no';

/**
 * Characters we put into a cell; Google takes 50,000.
 *
 * @see https://support.google.com/drive/answer/37603
 */
export const CELL_CHARACTERS = 49_000;

/** Text for a cell: what is too long ends in an ellipsis. */
export const cellText = (text: string): string => shortened(text, CELL_CHARACTERS);

/** Without blanks around it. */
export const textOf = (cell: Cell): string =>
  typeof cell === 'string' ? cell.trim() : String(cell);

/** Whatever is in the cell as text, untouched. */
export const wholeTextOf = (cell: Cell): string => (typeof cell === 'string' ? cell : String(cell));

export const addressOf = (cell: Cell): string => textOf(cell).toLowerCase();

/** A box that is ticked or not, or a word for it in some language; null for anything else, and for nothing. */
export const flagOf = (cell: Cell): boolean | null =>
  typeof cell === 'boolean' ? cell : yesOrNo(textOf(cell));

/** Null for an empty cell. */
export const textOrNull = (cell: Cell): string | null => textOf(cell) || null;

/** An instant that was written by us; null for anything else. */
export function instantOrNull(cell: Cell): string | null {
  const text = textOf(cell);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** Null for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
