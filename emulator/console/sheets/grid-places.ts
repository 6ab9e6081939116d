/* Converts between the table's indexes and the sheet's rows and columns. */
import type { CellPlace } from './cell-address';
import { selectedBlock, type GridSelection } from './grid-selection';
import type { TableRange } from './grid-table-options';
import { nearestY, positionAt, yAt, type GridWindow } from './grid-window';
import { positionOf, rowAt, rowCountOf, type SheetView } from './sheet-view';

/** A view, and which of its rows are in the table. */
export interface Shown {
  readonly view: SheetView;
  readonly window: GridWindow;
}

export const placeAt = ({ view, window }: Shown, y: number, x: number): CellPlace => ({
  row: rowAt(view, positionAt(window, y)),
  column: view.columns[x] ?? 0,
});

/** The sheet's rows that are in the table. */
export function tableRows({ view, window }: Shown): number[] {
  const total = rowCountOf(view);
  return Array.from({ length: window.height }, (_, y) => positionAt(window, y))
    .filter((position) => position < total)
    .map((position) => rowAt(view, position));
}

/** The table's indexes of a cell; null for a cell that is not in it. */
export function tableCell({ view, window }: Shown, place: CellPlace) {
  const y = yAt(window, positionOf(view, place.row));
  const x = view.columns.indexOf(place.column);
  return y === null || x < 0 ? null : { y, x };
}

/** The part of a selection that is in the table; null for none. */
export function tableRange(shown: Shown, selection: GridSelection): TableRange | null {
  const { startRow, endRow } = selectedBlock(selection);
  if (!tableRows(shown).some((row) => row >= startRow && row < endRow)) return null;
  const { view, window } = shown;
  const cornerAt = ({ row, column }: CellPlace) => ({
    x: Math.max(0, view.columns.indexOf(column)),
    y: nearestY(window, positionOf(view, row)),
  });
  const [from, to] = [cornerAt(selection.anchor), cornerAt(selection.end)];
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}

/**
 * The selection that was made in the table.
 *
 * @param before the selection that it may extend, which can have begun in a row that is no longer in the table.
 */
export function selectionIn(
  shown: Shown,
  { x1, y1, x2, y2 }: TableRange,
  { before, isHeader }: { readonly before: GridSelection; readonly isHeader: boolean },
): GridSelection {
  const { view, window } = shown;
  const anchor = placeAt(shown, y1, x1);
  const end = placeAt(shown, y2, x2);
  const isAll = y1 === 0 && y2 === window.height - 1 && x1 === 0 && x2 === view.columns.length - 1;
  if (isHeader || isAll)
    return {
      anchor: { ...anchor, row: 0 },
      end: { ...end, row: rowAt(view, rowCountOf(view) - 1) },
    };
  const kept = before.anchor;
  const position = positionOf(view, kept.row);
  const wasClamped = yAt(window, position) === null && nearestY(window, position) === y1;
  return { anchor: wasClamped && kept.column === anchor.column ? kept : anchor, end };
}

/** What was typed into a cell of the table, as an edit of the sheet. */
export const editAt = (
  shown: Shown,
  { x, y, text }: { readonly x: number; readonly y: number; readonly text: string },
) => ({ ...placeAt(shown, y, x), text });
