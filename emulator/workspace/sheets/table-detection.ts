import { shapeCount, type Block } from '../spreadsheet/grid';
import type { Cell, Matrix } from '../state/sheets';

/**
 * The table that values.append appends to: the last one within the range. A table is a block of cells that empty
 * rows and columns separate from the rest; it may extend beyond the range. So a blank row begins a new table, and a cell
 * that stands apart in the last row is a table of its own.
 *
 * @returns null when the range holds no value.
 * @see https://developers.google.com/workspace/sheets/api/guides/values#append_values
 */
export function lastTable(cells: Matrix<Cell>, range: Block): Block | null {
  const seed = lastFilled(cells, range);
  if (!seed) return null;
  const known = remembered.get(cells);
  if (known?.shapeCount === shapeCount(cells) && contains(known.table, seed)) return known.table;
  const table = regionAround(cells, seed);
  rememberTable(cells, table);
  return table;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The last table found by grid, as long as no cell is filled or emptied: finding it again would scan its whole height. */
const remembered = new WeakMap<
  Matrix<Cell>,
  { readonly table: Block; readonly shapeCount: number }
>();

/** Remembers a table of a grid in its present state: call this after appending cells that are known to continue it. */
export const rememberTable = (cells: Matrix<Cell>, table: Block): void =>
  void remembered.set(cells, { table, shapeCount: shapeCount(cells) });

function lastFilled(cells: Matrix<Cell>, range: Block): Place | null {
  for (let row = Math.min(range.endRow, cells.length) - 1; row >= range.startRow; row--) {
    const values = cells[row]!;
    for (let at = Math.min(range.endColumn, values.length) - 1; at >= range.startColumn; at--) {
      if (values[at] !== null) return { row, column: at };
    }
  }
  return null;
}

const contains = (block: Block, { row, column }: Place): boolean =>
  row >= block.startRow &&
  row < block.endRow &&
  column >= block.startColumn &&
  column < block.endColumn;

/** Grows a block from one cell until its border is empty on every side, corners included. */
function regionAround(cells: Matrix<Cell>, { row, column }: Place): Block {
  let [startRow, endRow, startColumn, endColumn] = [row, row + 1, column, column + 1];
  for (let grew = true; grew;) {
    grew = false;
    while (startRow > 0 && anyInRow(cells, startRow - 1, startColumn - 1, endColumn + 1)) {
      startRow--;
      grew = true;
    }
    while (endRow < cells.length && anyInRow(cells, endRow, startColumn - 1, endColumn + 1)) {
      endRow++;
      grew = true;
    }
    while (startColumn > 0 && anyInColumn(cells, startColumn - 1, startRow - 1, endRow + 1)) {
      startColumn--;
      grew = true;
    }
    while (anyInColumn(cells, endColumn, startRow - 1, endRow + 1)) {
      endColumn++;
      grew = true;
    }
  }
  return { startRow, endRow, startColumn, endColumn };
}

function anyInRow(cells: Matrix<Cell>, row: number, from: number, to: number): boolean {
  const values = cells[row]!;
  for (let column = Math.max(from, 0); column < Math.min(to, values.length); column++) {
    if (values[column] !== null) return true;
  }
  return false;
}

function anyInColumn(cells: Matrix<Cell>, column: number, from: number, to: number): boolean {
  for (let row = Math.max(from, 0); row < Math.min(to, cells.length); row++) {
    const values = cells[row]!;
    if (column < values.length && values[column] !== null) return true;
  }
  return false;
}
