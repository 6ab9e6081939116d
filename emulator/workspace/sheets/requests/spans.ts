import type { JsonObject } from '../../api-method';
import type { Span } from '../dimensions';
import type { Draft } from '../draft';
import { refusal } from '../../spreadsheet/errors';
import { requireSheet } from '../../spreadsheet/ranges';
import type { SheetRecord } from '../../state/sheets';
import type { Dimension } from '../values-read';

/** ROWS or COLUMNS. @throws GoogleError 400 for anything else. */
export function dimensionIn({ dimension }: JsonObject): Dimension {
  if (dimension === 'ROWS' || dimension === 'COLUMNS') return dimension;
  throw refusal('dimension must be ROWS or COLUMNS.');
}

/** A DimensionRange with its sheet; open ends extend to the grid's end. */
export function spanIn(
  range: JsonObject,
  { spreadsheet }: Draft,
): Span & { readonly sheet: SheetRecord } {
  const sheet = requireSheet(spreadsheet, range['sheetId']);
  const dimension = dimensionIn(range);
  const size = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  const start = (range['startIndex'] as number | undefined) ?? 0;
  const end = (range['endIndex'] as number | undefined) ?? size;
  return { sheet, dimension, start, end };
}

/** A span of existing rows or columns. @throws GoogleError 400 */
export function existingSpanIn(
  range: JsonObject,
  draft: Draft,
): Span & { readonly sheet: SheetRecord } {
  const span = spanIn(range, draft);
  const { sheet, dimension, start, end } = span;
  const size = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  const what = dimension === 'ROWS' ? 'row' : 'column';
  if (start >= end)
    throw refusal(`range.endIndex[${end}] must be after range.startIndex[${start}].`);
  if (start >= size || end > size)
    throw refusal(
      `Cannot touch a ${what} that doesn't exist. Tried ${what}s [${start}, ${end}), there are ${size}.`,
    );
  return span;
}
