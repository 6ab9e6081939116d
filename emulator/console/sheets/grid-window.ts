/**
 * Which rows of a sheet with perhaps tens of thousands are in the table: the frozen ones, then enough around the visible ones.
 * A position counts the rows that are not hidden; `y` counts the table's rows.
 */
export interface GridWindow {
  /** The number of rows that are not hidden. */
  readonly total: number;
  readonly frozen: number;
  /** The number of rows in the table. */
  readonly height: number;
  /** The position of the first row below the frozen ones. */
  readonly first: number;
}

/** The table is moved when fewer rows than this are left beyond the visible ones. */
const MARGIN_ROWS = 10;
const MOST_CELLS = 6000;

/** @param seen the number of rows that fit on the screen. */
export function windowFor(
  total: number,
  { frozen, columns, seen }: { frozen: number; columns: number; seen: number },
): GridWindow {
  const affordable = Math.min(100, Math.floor(MOST_CELLS / Math.max(1, columns)));
  const height = Math.min(total, Math.max(affordable, seen + frozen + 3 * MARGIN_ROWS));
  const held = Math.min(frozen, height);
  return { total, frozen: held, height, first: held };
}

export const positionAt = ({ frozen, first }: GridWindow, y: number): number =>
  y < frozen ? y : first + y - frozen;

/** @returns null for a row that is not in the table. */
export function yAt(window: GridWindow, position: number): number | null {
  if (position < window.frozen) return position;
  const y = position - window.first + window.frozen;
  return y >= window.frozen && y < window.height ? y : null;
}

/** The table's row nearest to a position. */
export function nearestY(window: GridWindow, position: number): number {
  if (position < window.frozen) return position;
  const y = position - window.first + window.frozen;
  return Math.max(Math.min(window.frozen, window.height - 1), Math.min(window.height - 1, y));
}

/** How many rows above and below the table need reserved space. */
export const rowsBeyond = ({ total, frozen, height, first }: GridWindow) => ({
  above: first - frozen,
  below: total - first - (height - frozen),
});

/** The window moved so that the visible rows are in its middle; the same one while that is not necessary. */
export function movedTo(window: GridWindow, top: number, seen: number): GridWindow {
  const { total, frozen, height, first } = window;
  const rows = height - frozen;
  const missingAbove = first > frozen && top - first < MARGIN_ROWS;
  const missingBelow = first + rows < total && first + rows - (top + seen) < MARGIN_ROWS;
  if (!missingAbove && !missingBelow) return window;
  const middle = Math.round(top - (rows - seen) / 2);
  return { ...window, first: Math.max(frozen, Math.min(total - rows, middle)) };
}
