import { hiddenRows } from './basic-filter';
import { MOST_COLUMNS } from './sheet-cells';
import { blockOf, type Sheet } from './sheet-resources';
import type { SpreadsheetClient } from './spreadsheet-client';

/** Which rows and columns of a sheet are visible, in order. */
export interface SheetView {
  readonly sheet: Sheet;
  /** Maps positions on the screen to rows of the sheet; null where every row is shown. */
  readonly rows: readonly number[] | null;
  readonly columns: readonly number[];
  /** In pixels, parallel to `columns`. */
  readonly widths: readonly number[];
  readonly hiddenByFilter: number;
}

const COLUMN_PIXELS = 100;

/** Fetches what is hidden, by hand or by the filter, and the widths of columns. */
export async function viewOf(client: SpreadsheetClient, sheet: Sheet): Promise<SheetView> {
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const [{ rows, columns }, filtered] = await Promise.all([
    client.dimensions(sheet),
    filteredRows(client, sheet),
  ]);
  const isHidden = (row: number) => rows[row]?.hiddenByUser === true || filtered.has(row);
  const anyHidden = filtered.size > 0 || rows.some(({ hiddenByUser }) => hiddenByUser);
  const shown = range(columnCount).filter((column) => !columns[column]?.hiddenByUser);
  return {
    sheet,
    rows: anyHidden ? range(rowCount).filter((row) => !isHidden(row)) : null,
    columns: shown.slice(0, MOST_COLUMNS),
    widths: shown
      .slice(0, MOST_COLUMNS)
      .map((column) => columns[column]?.pixelSize ?? COLUMN_PIXELS),
    hiddenByFilter: filtered.size,
  };
}

async function filteredRows(client: SpreadsheetClient, sheet: Sheet): Promise<ReadonlySet<number>> {
  const { basicFilter } = sheet;
  if (!basicFilter) return new Set();
  const block = blockOf(basicFilter.range, sheet);
  return hiddenRows(basicFilter, block, await client.shownTexts(sheet.properties.sheetId, block));
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

export const rowCountOf = ({ rows, sheet }: SheetView): number =>
  rows?.length ?? sheet.properties.gridProperties.rowCount;

/** The row of the sheet at a position on the screen. */
export const rowAt = ({ rows }: SheetView, position: number): number =>
  rows ? (rows[position] ?? -1) : position;

/** The position of a row, or where it would be if it were not hidden. */
export function positionOf({ rows }: SheetView, row: number): number {
  if (!rows) return row;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The visible rows of a span, as half-open spans. */
export function seenSpans(
  view: SheetView,
  start: number,
  end: number,
): readonly { readonly start: number; readonly end: number }[] {
  if (!view.rows) return [{ start, end }];
  const spans: { start: number; end: number }[] = [];
  for (let at = positionOf(view, start); at < positionOf(view, end); at++) {
    const row = view.rows[at]!;
    const last = spans.at(-1);
    if (last?.end === row) last.end = row + 1;
    else spans.push({ start: row, end: row + 1 });
  }
  return spans;
}

/** The form of the grid's table: when it changes, the table has to be rebuilt. */
export function formOf(view: SheetView): string {
  const { sheetId, gridProperties, title } = view.sheet.properties;
  const { frozenRowCount, frozenColumnCount } = gridProperties;
  const { columns, widths } = view;
  const form = [sheetId, title, rowCountOf(view), frozenRowCount, frozenColumnCount];
  return JSON.stringify([...form, columns, widths]);
}

/** The width of the column of row numbers. */
export const ROW_HEAD_PIXELS = 46;

/** How many pixels at the left never scroll away. */
export const headPixels = ({ sheet, widths }: SheetView): number =>
  widths
    .slice(0, sheet.properties.gridProperties.frozenColumnCount ?? 0)
    .reduce((sum, width) => sum + width, ROW_HEAD_PIXELS);
