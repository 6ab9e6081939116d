/** A position in a sheet, from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns of a sheet, half-open and from 0, like the API's GridRange. */
export interface Block {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    name = String.fromCharCode(65 + (left % 26)) + name;
  return name;
}

/** `B2` for the second row's second cell. */
export const cellName = ({ row, column }: CellPlace): string => `${columnName(column)}${row + 1}`;

/** The cell that `B2`, or `b2`, means; null for anything else. */
export function placeOfName(name: string): CellPlace | null {
  const found = /^\s*([a-z]{1,3})([1-9]\d{0,7})\s*$/i.exec(name);
  if (!found) return null;
  const letters = [...found[1]!.toUpperCase()];
  const column = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(found[2]) - 1, column };
}

/** `B2`, or `B2:C5` for more than one cell. */
export function blockName({ startRow, endRow, startColumn, endColumn }: Block): string {
  const first = cellName({ row: startRow, column: startColumn });
  const last = cellName({ row: endRow - 1, column: endColumn - 1 });
  return first === last ? first : `${first}:${last}`;
}

export const isInside = ({ row, column }: CellPlace, block: Block): boolean =>
  row >= block.startRow &&
  row < block.endRow &&
  column >= block.startColumn &&
  column < block.endColumn;

export const sizeOf = ({ startRow, endRow, startColumn, endColumn }: Block): number =>
  (endRow - startRow) * (endColumn - startColumn);
