/** What the table under the grid shows, and whom it notifies. Indexes are the table's. */
export interface TableOptions {
  readonly label: string;
  readonly columns: readonly number[];
  readonly widths: readonly number[];
  readonly frozenColumns: number;
  readonly height: number;
  readonly totalRows: number;
  readonly editable: boolean;
  /** Somebody typed into cells of the table, or dragged a selection's corner over them. */
  readonly onEntered: (edits: readonly { y: number; x: number; text: string }[]) => void;
  /** Somebody selected cells of the table. The selection began at `x1`, `y1`. */
  readonly onSelected: (range: TableRange, origin: Event | undefined) => void;
  readonly onResized: (x: number, width: number) => void;
}

export interface TableRange {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}
