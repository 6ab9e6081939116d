import type { JsonObject } from '../../api-method';
import { assignFields } from '../../drive/field-mask';
import { deleteDimension, insertDimension, propertiesOf } from '../dimensions';
import type { RequestHandler } from '../draft';
import { refusal } from '../../spreadsheet/errors';
import { putRow, readBlock, valueAt } from '../../spreadsheet/grid';
import { requireRoom } from '../../spreadsheet/limits';
import { requireUnprotected } from '../protection';
import { requireSheet, wholeBlock } from '../../spreadsheet/ranges';
import { FORMATTED } from '../../spreadsheet/rendered-value';
import type { SheetRecord } from '../../state/sheets';
import { renderedRows } from '../../spreadsheet/rendered-rows';
import { maskOf } from './mask';
import { dimensionIn, existingSpanIn, spanIn } from './spans';

/** Requests about rows and columns. */
export const DIMENSION_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  appendDimension(request, { spreadsheet }) {
    const sheet = requireSheet(spreadsheet, request['sheetId']);
    const length = Number(request['length'] ?? 0);
    if (length <= 0) throw refusal('length must be greater than 0.');
    if (dimensionIn(request) === 'ROWS') sheet.rowCount += length;
    else sheet.columnCount += length;
    requireRoom(spreadsheet);
  },

  insertDimension(request, draft) {
    const { sheet, dimension, start, end } = spanIn((request['range'] ?? {}) as JsonObject, draft);
    const size = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
    const inherits = request['inheritFromBefore'] === true;
    if (inherits && start === 0)
      throw refusal('inheritFromBefore cannot be true if inserting at index 0.');
    if (start > size || end <= start)
      throw refusal(
        `range.startIndex[${start}] must be less than the grid size (${size}) if inheritFromBefore is false.`,
      );
    insertDimension(draft.spreadsheet, sheet, { dimension, at: start, count: end - start });
    requireRoom(draft.spreadsheet);
    if (dimension === 'ROWS') inheritRowStyles(sheet, start, end, inherits ? start - 1 : end);
  },

  deleteDimension(request, draft) {
    const span = existingSpanIn((request['range'] ?? {}) as JsonObject, draft);
    const { sheet, dimension, start, end } = span;
    const whole = wholeBlock(sheet);
    if (end - start === (dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount))
      throw refusal(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
    requireUnprotected(
      draft.workspace,
      draft,
      sheet,
      dimension === 'ROWS'
        ? { ...whole, startRow: start, endRow: end }
        : { ...whole, startColumn: start, endColumn: end },
    );
    deleteDimension(draft.spreadsheet, sheet, span);
  },

  updateDimensionProperties(request, draft) {
    const { sheet, dimension, start, end } = existingSpanIn(
      (request['range'] ?? {}) as JsonObject,
      draft,
    );
    const mask = maskOf(request);
    const properties = sheet[propertiesOf(dimension)];
    for (let at = start; at < end; at++) {
      properties[String(at)] = assignFields(
        properties[String(at)] ?? {},
        structuredClone((request['properties'] ?? {}) as JsonObject),
        mask,
      ) as JsonObject;
    }
  },

  autoResizeDimensions(request, draft) {
    const range = (request['dimensions'] ?? {}) as JsonObject;
    const { sheet, dimension, start, end } = existingSpanIn(range, draft);
    if (dimension === 'ROWS') return;
    const widths = columnWidths(
      renderedRows(
        draft.spreadsheet,
        sheet,
        { ...wholeBlock(sheet), startColumn: start, endColumn: end },
        FORMATTED,
      ),
    );
    for (let at = start; at < end; at++) {
      const pixelSize = widths[at - start];
      if (pixelSize === undefined) continue;
      sheet.columnProperties[String(at)] = { ...sheet.columnProperties[String(at)], pixelSize };
    }
  },
};

/** Roughly what Google's autofit yields for Arial 10: it measures glyphs, we count them. */
const PIXELS_OF_A_CHARACTER = 7;
const PIXELS_BESIDE = 7;

function columnWidths(rows: readonly (readonly unknown[])[]): (number | undefined)[] {
  const widths: (number | undefined)[] = [];
  for (const row of rows) {
    for (const [at, value] of row.entries()) {
      const longest = Math.max(
        ...String(value)
          .split('\n')
          .map(({ length }) => length),
      );
      const pixels = longest * PIXELS_OF_A_CHARACTER + PIXELS_BESIDE;
      if (longest > 0) widths[at] = Math.max(widths[at] ?? 21, pixels);
    }
  }
  return widths;
}

/** New rows look like the row they inherit from. */
function inheritRowStyles(sheet: SheetRecord, start: number, end: number, from: number): void {
  const [pattern] = readBlock(sheet.styles, {
    ...wholeBlock(sheet),
    startRow: from,
    endRow: from + 1,
  });
  if (!pattern || pattern.length === 0) return;
  for (let row = start; row < end; row++)
    putRow(
      sheet.styles,
      row,
      0,
      pattern.map((_, at) => valueAt(sheet.styles, from, at)),
    );
}
