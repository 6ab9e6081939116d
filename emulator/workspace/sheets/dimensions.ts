import type { JsonObject } from '../api-method';
import { deleteColumns, deleteRows, insertColumns, insertRows } from '../spreadsheet/grid';
import { mapRanges } from './range-shifts';
import type { GridRange, SheetRecord, SpreadsheetRecord } from '../state/sheets';
import type { Dimension } from './values-read';

/** Where rows or columns are inserted. */
export interface Insertion {
  readonly dimension: Dimension;
  readonly at: number;
  readonly count: number;
}

/** Rows or columns from `start` to `end`, which is exclusive. */
export interface Span {
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

/** Inserts empty rows or columns; everything behind them moves, and so does every stored range. Formulas stay as they are. */
export function insertDimension(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  { dimension, at, count }: Insertion,
): void {
  const insert = dimension === 'ROWS' ? insertRows : insertColumns;
  insert(sheet.cells, at, count);
  insert(sheet.styles, at, count);
  const key = propertiesOf(dimension);
  sheet[key] = moved(sheet[key], (index) => (index >= at ? index + count : index));
  mapRanges(spreadsheet, sheet, (range) =>
    mapSpan(range, dimension, (start, end) => [
      start >= at ? start + count : start,
      end > at ? end + count : end,
    ]),
  );
  if (dimension === 'ROWS') sheet.rowCount += count;
  else sheet.columnCount += count;
}

/** Deletes rows or columns; a stored range that loses all of its cells is deleted with them. */
export function deleteDimension(
  spreadsheet: SpreadsheetRecord,
  sheet: SheetRecord,
  { dimension, start, end }: Span,
): void {
  const remove = dimension === 'ROWS' ? deleteRows : deleteColumns;
  remove(sheet.cells, start, end);
  remove(sheet.styles, start, end);
  const position = (index: number): number =>
    index <= start ? index : index >= end ? index - (end - start) : start;
  const key = propertiesOf(dimension);
  sheet[key] = moved(sheet[key], (index) =>
    index >= start && index < end ? null : position(index),
  );
  mapRanges(spreadsheet, sheet, (range) =>
    mapSpan(range, dimension, (first, last) => [position(first), position(last)]),
  );
  if (dimension === 'ROWS') sheet.rowCount -= end - start;
  else sheet.columnCount -= end - start;
}

export const propertiesOf = (dimension: Dimension): 'rowProperties' | 'columnProperties' =>
  dimension === 'ROWS' ? 'rowProperties' : 'columnProperties';

function moved(
  properties: Readonly<Record<string, JsonObject>>,
  position: (index: number) => number | null,
): Record<string, JsonObject> {
  const result: Record<string, JsonObject> = {};
  for (const [index, value] of Object.entries(properties)) {
    const now = position(Number(index));
    if (now !== null) result[String(now)] = value;
  }
  return result;
}

/** A range with its rows or columns moved; null when none are left. Open ends stay open. */
function mapSpan(
  range: GridRange,
  dimension: Dimension,
  map: (start: number, end: number) => readonly [number, number],
): GridRange | null {
  const [from, to] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const [start, end] = map(range[from] ?? 0, range[to] ?? Infinity);
  if (start >= end) return null;
  return {
    ...range,
    ...(range[from] !== undefined && { [from]: start }),
    ...(range[to] !== undefined && { [to]: end }),
  };
}
