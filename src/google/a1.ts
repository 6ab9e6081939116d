/** Cells in A1 notation. @see https://developers.google.com/workspace/sheets/api/guides/concepts#cell */

/** A sheet's title, quoted for a range. */
export const quoted = (title: string): string => `'${title.replace(/'/g, "''")}'`;

/** The letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** A column from a given row on; both are counted from 0. */
export const columnRange = (title: string, column: number, fromRow = 0): string =>
  `${quoted(title)}!${columnLetters(column)}${fromRow + 1}:${columnLetters(column)}`;

/** `count` whole rows from `first`, counted from 0. */
export const rowsRange = (title: string, first: number, count: number): string =>
  `${quoted(title)}!${first + 1}:${first + count}`;
