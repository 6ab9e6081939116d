import type { Matrix } from '../state/sheets';

/** A bounded block of a grid: half-open, from 0. */
export interface Block {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** The value at a position; null where there is none. */
export const valueAt = <T>(matrix: Matrix<T>, row: number, column: number): T | null =>
  matrix[row]?.[column] ?? null;

/**
 * Puts values into a row, from a column on. `undefined` leaves the old value, null empties the cell.
 * Its cost depends on the length of the row, not on the height of the grid.
 */
export function putRow<T>(
  matrix: Matrix<T>,
  row: number,
  startColumn: number,
  values: readonly (T | null | undefined)[],
): void {
  const old = matrix[row] ?? EMPTY;
  const changed: (T | null)[] = old.slice();
  while (changed.length < startColumn) changed.push(null);
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (value !== undefined) changed[startColumn + at] = value;
    else if (startColumn + at >= changed.length) changed.push(null);
  }
  setRow(matrix, row, changed);
}

const EMPTY: readonly never[] = [];

/** How often the shape of a matrix changed, that is, where it has values: derived data is valid while this stays the same. */
const shapes = new WeakMap<object, number>();

export const shapeCount = (matrix: object): number => shapes.get(matrix) ?? 0;

const noteShape = (matrix: object): void => void shapes.set(matrix, shapeCount(matrix) + 1);

/** Replaces a whole row, using the given array. */
function setRow<T>(matrix: Matrix<T>, row: number, values: (T | null)[]): void {
  while (values.length > 0 && values[values.length - 1] === null) values.pop();
  if (values.length === 0 && row >= matrix.length) return;
  if (!sameShape(matrix[row] ?? EMPTY, values)) noteShape(matrix);
  while (matrix.length < row) matrix.push(EMPTY);
  matrix[row] = values;
  if (row === matrix.length - 1) trim(matrix);
}

function sameShape(old: readonly unknown[], values: readonly unknown[]): boolean {
  if (old.length !== values.length) return false;
  for (let at = 0; at < old.length; at++)
    if ((old[at] === null) !== (values[at] === null)) return false;
  return true;
}

function trim<T>(matrix: Matrix<T>): void {
  while (matrix.length > 0 && matrix[matrix.length - 1]!.length === 0) matrix.pop();
}

/** Empties a block. Its cost depends on how much the block holds. */
export function clearBlock<T>(matrix: Matrix<T>, block: Block): void {
  for (let row = Math.min(block.endRow, matrix.length) - 1; row >= block.startRow; row--) {
    const old = matrix[row];
    if (!old || old.length <= block.startColumn) continue;
    const end = Math.min(block.endColumn, old.length);
    setRow(
      matrix,
      row,
      old.map((value, column) => (column >= block.startColumn && column < end ? null : value)),
    );
  }
}

/** The values of a block, row by row, as far as there are any. */
export const readBlock = <T>(
  matrix: Matrix<T>,
  { startRow, endRow, startColumn, endColumn }: Block,
): (readonly (T | null)[])[] =>
  matrix.slice(startRow, endRow).map((row) => row.slice(startColumn, endColumn));

/** Inserts empty rows; those from `at` on move down. */
export function insertRows<T>(matrix: Matrix<T>, at: number, count: number): void {
  if (at >= matrix.length) return;
  noteShape(matrix);
  const below = matrix.splice(at);
  for (let added = 0; added < count; added++) matrix.push(EMPTY);
  for (const row of below) matrix.push(row);
}

/** Deletes rows; those below move up. */
export function deleteRows<T>(matrix: Matrix<T>, start: number, end: number): void {
  noteShape(matrix);
  matrix.splice(start, end - start);
  trim(matrix);
}

/** Inserts empty columns; those from `at` on move right. */
export function insertColumns<T>(matrix: Matrix<T>, at: number, count: number): void {
  noteShape(matrix);
  for (const [row, old] of matrix.entries()) {
    if (old.length <= at) continue;
    matrix[row] = [...old.slice(0, at), ...new Array<null>(count).fill(null), ...old.slice(at)];
  }
}

/** Deletes columns; those to the right move left. */
export function deleteColumns<T>(matrix: Matrix<T>, start: number, end: number): void {
  for (let row = matrix.length - 1; row >= 0; row--) {
    const old = matrix[row];
    if (old && old.length > start) setRow(matrix, row, [...old.slice(0, start), ...old.slice(end)]);
  }
  trim(matrix);
}
