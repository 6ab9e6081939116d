/** Google's names for cells. @see https://developers.google.com/workspace/sheets/api/guides/concepts#cell */

/** A sheet's title as ranges name it. */
export const quoted = (title: string): string => `'${title.replace(/'/g, "''")}'`;

/** The letters of a column that is counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** A column from a row on, counted from 0. */
export const columnRange = (title: string, column: number, fromRow = 0): string =>
  `${quoted(title)}!${columnLetters(column)}${fromRow + 1}:${columnLetters(column)}`;

/** Whole rows, counted from 0. */
export const rowsRange = (title: string, first: number, count: number): string =>
  `${quoted(title)}!${first + 1}:${first + count}`;
