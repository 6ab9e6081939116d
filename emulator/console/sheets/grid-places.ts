/* Between the table's indexes and the sheet's rows and columns. */
import type { CellPlace } from './cell-address';
import { selectedBlock, type GridSelection } from './grid-selection';
import type { TableRange } from './grid-table-options';
import { nearestY, positionAt, yAt, type GridWindow } from './grid-window';
import { positionOf, rowAt, rowCountOf, type SheetView } from './sheet-view';

/** A view, and which of its rows the table has. */
export interface Shown {
  readonly view: SheetView;
  readonly window: GridWindow;
}

export const placeAt = ({ view, window }: Shown, y: number, x: number): CellPlace => ({
  row: rowAt(view, positionAt(window, y)),
  column: view.columns[x] ?? 0,
});

/** The sheet's rows that the table has. */
export function tableRows({ view, window }: Shown): number[] {
  const total = rowCountOf(view);
  return Array.from({ length: window.height }, (_, y) => positionAt(window, y))
    .filter((position) => position < total)
    .map((position) => rowAt(view, position));
}

/** Where the table has a cell; null for one it has not. */
export function tableCell({ view, window }: Shown, place: CellPlace) {
  const y = yAt(window, positionOf(view, place.row));
  const x = view.columns.indexOf(place.column);
  return y === null || x < 0 ? null : { y, x };
}

/** What of a selection the table has; null for nothing. */
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
 * The selection somebody made in the table.
 *
 * @param before the one it may widen: it can have begun in a row that the table no longer has.
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
