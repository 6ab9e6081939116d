import type { Block, CellPlace } from './cell-address';
import type { Step } from './grid-keys';
import { positionOf, rowAt, rowCountOf, type SheetView } from './sheet-view';

/** The selection: from where to where, in the sheet's own rows and columns. It began at the active cell. */
export interface GridSelection {
  readonly anchor: CellPlace;
  readonly end: CellPlace;
}

export const selectionAt = (place: CellPlace): GridSelection => ({ anchor: place, end: place });

export const selectedBlock = ({ anchor, end }: GridSelection): Block => ({
  startRow: Math.min(anchor.row, end.row),
  endRow: Math.max(anchor.row, end.row) + 1,
  startColumn: Math.min(anchor.column, end.column),
  endColumn: Math.max(anchor.column, end.column) + 1,
});

/** The selection after a key, moved, or extended with Shift. Hidden rows and columns are skipped. */
export function moved(
  { anchor, end }: GridSelection,
  step: Step,
  view: SheetView,
  widen: boolean,
): GridSelection {
  const from = widen ? end : anchor;
  const position = within(positionOf(view, from.row) + step.rows, rowCountOf(view));
  const at = within(view.columns.indexOf(from.column) + step.columns, view.columns.length);
  const place = { row: rowAt(view, position), column: view.columns[at] ?? 0 };
  return widen ? { anchor, end: place } : selectionAt(place);
}

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
