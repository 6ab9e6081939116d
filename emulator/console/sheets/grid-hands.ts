import type { CellPlace } from './cell-address';
import type { GridSelection } from './grid-selection';
import type { SheetCell } from './sheet-cell';

/** What the grid needs to know, and whom it notifies. */
export interface GridHands {
  readonly cellAt: (row: number, column: number) => SheetCell | undefined;
  /** Marks for the style sheet, separated by spaces. */
  readonly lookAt: (row: number, column: number) => string;
  /** Fetches rows. @returns whether any of them changed. */
  readonly load: (rows: readonly number[]) => Promise<boolean>;
  /** Whether changes are on their way: anything read now would be outdated. */
  readonly isSaving: () => boolean;
  readonly onEntered: (edits: readonly (CellPlace & { readonly text: string })[]) => void;
  readonly onCleared: () => void;
  readonly bold: () => void;
  readonly onSelected: (selection: GridSelection) => void;
  readonly onResized: (column: number, pixels: number) => void;
  readonly onFilterAsked: (column: number) => void;
  readonly onMenuAsked: (at: { x: number; y: number }) => void;
}
