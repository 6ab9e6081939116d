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
  readonly entered: (edits: readonly (CellPlace & { readonly text: string })[]) => void;
  readonly cleared: () => void;
  readonly bold: () => void;
  readonly selected: (selection: GridSelection) => void;
  readonly resized: (column: number, pixels: number) => void;
  readonly filterAsked: (column: number) => void;
  readonly menuAsked: (at: { x: number; y: number }) => void;
}
